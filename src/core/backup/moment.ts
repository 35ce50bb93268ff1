import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { parseCheckpointText, readIfThere } from '../ledger/log/index.ts';
import type { Vault } from '../vault/index.ts';

/** What is taken at one moment, so that database, log and keys fit one another. */
export interface Moment {
  readonly at: Date;
  /** Where the WAL of this moment ends; `null` where the server does not let us name it. */
  readonly lsn: string | null;
  /** How many entries the ledger numbered. */
  readonly size: number;
  readonly checkpoint: Buffer | null;
  readonly journals: readonly { readonly name: string; readonly bytes: Buffer }[];
}

const SEAL_WAIT_MS = 4000;

/**
 * Holds the head of the log for an instant: nothing is numbered meanwhile (acts go on and wait in the queue), the sequencer
 * signs what it has numbered, and then the WAL is marked and the vault copied. So no restored register is behind what its
 * vault remembers to have signed, and every key is there for what the database holds.
 */
export async function takeMoment(given: {
  readonly client: Client;
  readonly name: string;
  readonly ledgerDir: string;
  readonly vault: Vault;
  readonly copyVaultTo: string;
  /** An operator's server may not let us mark its WAL. */
  readonly mark: 'needed' | 'tried';
}): Promise<Moment> {
  const { client, name, ledgerDir, vault, copyVaultTo, mark } = given;
  await client.query(`begin; set local lock_timeout = '20s'`);
  try {
    const { rows } = await client.query<{ size: string }>('select size from ledger.head for update');
    const size = Number(rows[0]?.size ?? 0);
    const checkpoint = await signedUpTo(ledgerDir, size);
    // A number for this transaction, so that a commit follows the mark: recovery to an instant stops at a commit only.
    const { rows: instants } = await client.query<{ at: Date }>(
      'select clock_timestamp() as at, pg_current_xact_id()::text',
    );
    const lsn = await markWal(client, name, mark);
    vault.backup(copyVaultTo);
    const journals = await readJournals(ledgerDir);
    await client.query('commit');
    return { at: instants[0]!.at, lsn, size, checkpoint, journals };
  } catch (fault) {
    await client.query('rollback').catch(() => {});
    throw fault;
  }
}

async function markWal(client: Client, name: string, mark: 'needed' | 'tried'): Promise<string | null> {
  await client.query('savepoint mark');
  try {
    const { rows } = await client.query<{ lsn: string }>('select pg_create_restore_point($1)::text as lsn', [name]);
    return rows[0]!.lsn;
  } catch (fault) {
    if (mark === 'needed') throw fault;
    await client.query('rollback to savepoint mark');
    return null;
  }
}

/** The checkpoint once it covers `size`; where no sequencer runs, whatever was signed last. */
async function signedUpTo(ledgerDir: string, size: number): Promise<Buffer | null> {
  const end = performance.now() + SEAL_WAIT_MS;
  for (;;) {
    const note = await readIfThere(join(ledgerDir, 'checkpoint'));
    if (note && sizeOfNote(note.toString()) >= size) return note;
    if (size === 0 || performance.now() > end) return note;
    await sleep(20);
  }
}

/** The size that a checkpoint's note says; whether it is signed is for who verifies. */
export function sizeOfNote(note: string): number {
  return parseCheckpointText(note.slice(0, note.lastIndexOf('\n\n') + 1)).size;
}

async function readJournals(ledgerDir: string): Promise<{ name: string; bytes: Buffer }[]> {
  const folder = join(ledgerDir, 'journal');
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^\d+-\d+-[0-9a-f]{64}$/.test(name));
  const read = names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)).catch(() => null) }));
  return (await Promise.all(read)).flatMap(({ name, bytes }) => (bytes ? [{ name, bytes }] : []));
}
