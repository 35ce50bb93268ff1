import { randomInt } from 'node:crypto';
import { Client, type ClientBase, DatabaseError } from 'pg';
import type { Connection } from '../db/index.ts';
import type { Ledger } from './ledger.ts';
import { refuse } from './refusals.ts';
import { notedCheckpoint } from './publish.ts';
import { tamper, type Choose, type Deed, type TamperKind } from './tamper.ts';
import { verifyLedger } from './verify-ledger.ts';
import { verifyLog, type Verdict } from './verify.ts';

/**
 * What was never signed nobody has seen: a log that lost only that was not rolled back, and nobody could say that it was. So
 * a trial that takes entries back takes at least one that a checkpoint stands behind.
 */
function chooserFor(ledger: Ledger, kind: TamperKind): Choose {
  const signed = notedCheckpoint(ledger.place)?.size ?? 0;
  const takesBack = kind === 'rollback' || kind === 'replace';
  return (below) => randomInt(takesBack && signed > 0 ? Math.min(below, signed) : below);
}

/** Tampers as a superuser where the ledger was opened for a demonstration; refuses `ledger.demo_only` elsewhere. Says what it did. */
export async function tamperWithDemonstration(ledger: Ledger, kind: TamperKind): Promise<Deed> {
  return asSuperuser(ledger, async (client) => {
    // The head first, as the sequencer takes it: in another order the two would wait for one another.
    await client.query('begin; select size from ledger.head for update');
    const did = await tamper(client, kind, chooserFor(ledger, kind));
    await client.query('commit');
    return did;
  });
}

export interface Trial {
  readonly kind: TamperKind;
  readonly did: Deed;
  readonly verdict: Verdict;
  /** What the whole check took. */
  readonly ms: number;
}

/**
 * Tampers and checks inside one transaction of a superuser, then rolls back: the changes are real, the check is the one of
 * `ledger verify` and sees them, and the next visitor finds a sound log. Committed, one visitor would stop the demonstration
 * for all: the sequencer refuses to go on behind a rolled-back database, as it should.
 * One at a time. Refuses `ledger.demo_only`, `ledger.tamper_busy`, `ledger.too_little`, `ledger.tampered_before`.
 */
export async function tryTampering(ledger: Ledger, kind: TamperKind): Promise<Trial> {
  return asSuperuser(ledger, async (client) => {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [ONE_TRIAL]);
    if (!rows[0]!.mine) throw refuse('ledger.tamper_busy');
    // What somebody spoilt before and left so would be found instead, and taken for this trial's.
    const before = await verifyLedger(ledger);
    if (!before.ok) throw refuse('ledger.tampered_before', { detail: before.firstBad?.detail });
    for (let attempt = 1; ; attempt++) {
      try {
        return await tryOnce(ledger, client, kind);
      } catch (fault) {
        await client.query('rollback');
        const code = fault instanceof DatabaseError ? fault.code : undefined;
        const collided = code === SERIALIZATION_FAILURE || code === DEADLOCK;
        if (code !== LOCK_TIMEOUT && !collided) throw fault;
        if (code === LOCK_TIMEOUT || attempt === ATTEMPTS)
          throw refuse('ledger.tamper_busy', { detail: String(fault) });
      }
    }
  });
}

const ONE_TRIAL = 7_120_414;
const ATTEMPTS = 5;
// Somebody wrote at the same moment.
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const LOCK_TIMEOUT = '55P03';

async function tryOnce(ledger: Ledger, client: ClientBase, kind: TamperKind): Promise<Trial> {
  const started = performance.now();
  let did: Deed | undefined;
  // Before the check reads what was signed: what is signed between the two it does not know of, so taking that back is not seen.
  const choose = chooserFor(ledger, kind);
  const verdict = await verifyLog({ place: ledger.place }, async (check) => {
    // One instant for the tampering and the check: what the sequencer numbers meanwhile is no finding.
    await client.query(`begin isolation level repeatable read;
      set local lock_timeout = '2s'; set local work_mem = '256MB'; set local temp_buffers = '64MB';
      select size from ledger.head for update`);
    // In the order in which acts and the sequencer take them, so that nobody waits for one another.
    if (kind === 'replace') await client.query('lock table ledger.pending, ledger.access, ledger.entry');
    did = await tamper(client, kind, choose);
    try {
      return await check(client);
    } finally {
      await client.query('rollback');
    }
  });
  // A log whose files are already damaged is told without asking the database.
  if (!did) throw refuse('ledger.file_not_found');
  return { kind, did, verdict, ms: performance.now() - started };
}

async function asSuperuser<Result>(ledger: Ledger, work: (client: ClientBase) => Promise<Result>): Promise<Result> {
  const { demonstration } = ledger;
  if (!demonstration) throw refuse('ledger.demo_only');
  const client = new Client({ ...(demonstration satisfies Connection), application_name: 'jatidiri tamper' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
