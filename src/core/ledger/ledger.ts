import type { Pool } from 'pg';
import { quietPool, type Connection } from '../db/index.ts';
import { systemClock } from '../time/index.ts';
import type { Vault } from '../vault/index.ts';
import { logPlace, type LogPlace } from './publish.ts';
import { refuse } from './refusals.ts';

/** Longer than this may no entry wait (promise 4): disclosures stop and the house is not ready. */
export const PATIENCE_MS = 10_000;
const FRESH_MS = 1000;

export interface LedgerGiven {
  readonly connection: Connection;
  readonly vault: Vault;
  /** The log's folder: hash tiles and checkpoints are public, entry bundles for those with the auditor's scope. */
  readonly dir: string;
  /** The outside folder of checkpoints, or none. */
  readonly witnessDir: string | null;
  /** A superuser's connection, only where all data is a demonstration: there the ledger may be tampered with to show that it is found. */
  readonly demonstration?: Connection | null | undefined;
}

/** What the ground offers of the ledger. */
export interface Ledger {
  readonly place: LogPlace;
  readonly connection: Connection;
  readonly demonstration: Connection | null;
  /** How long the oldest entry has been waiting to be numbered; 0 where none waits. */
  oldestPendingMs(): Promise<number>;
  /** Refuses `ledger.behind` (503) while entries wait too long or the database does not say. Asks once a second at most. */
  mustBeAlive(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the ledger of a house; connects when first used. */
export function openLedger(given: LedgerGiven): Ledger {
  const { connection } = given;
  const pool = quietPool({ ...connection, max: 1, application_name: 'jatidiri ledger' });
  const place = logPlace(given);
  let waitingSince: number | null = null;
  let checked: { at: number; answer: Promise<number> } | null = null;

  async function oldestPendingMs(): Promise<number> {
    const oldest = await findOldest(pool);
    const now = systemClock.now().getTime();
    if (!oldest) {
      waitingSince = null;
      return 0;
    }
    // A long transaction shows its old entry only when it commits: nobody waits longer than the queue has been seen waiting.
    waitingSince ??= now;
    const age = now - Number.parseInt(oldest.replace('-', '').slice(0, 12), 16);
    return Math.max(0, Math.min(age, now - waitingSince));
  }

  function recentAnswer(): Promise<number> {
    const now = systemClock.now().getTime();
    if (!checked || Math.abs(now - checked.at) > FRESH_MS) {
      checked = { at: now, answer: oldestPendingMs().catch(() => Infinity) };
    }
    return checked.answer;
  }

  return {
    place,
    connection,
    demonstration: given.demonstration ?? null,
    oldestPendingMs,
    async mustBeAlive() {
      if ((await recentAnswer()) > PATIENCE_MS) throw refuse('ledger.behind');
    },
    close: () => pool.end(),
  };
}

async function findOldest(pool: Pool): Promise<string | null> {
  const client = await pool.connect();
  try {
    await client.query('set role jatidiri_system');
    const { rows } = await client.query<{ id: string }>('select id from ledger.pending order by id limit 1');
    return rows[0]?.id ?? null;
  } finally {
    client.release();
  }
}
