import type { Kysely } from 'kysely';
import type { PoolClient } from 'pg';
import type { Clock } from '../time/index.ts';

/**
 * The services that the ground gives to every use case. Each part of `core` adds its own by declaration merging
 * (`declare module '../db/tx.ts' { interface Ground { vault: Vault } }`), `house.ts` fills them in.
 */
export interface Ground {
  readonly clock: Clock;
}

/** Database roles; see docs/architecture.md. `answer` is for the batched verification look-up only. */
export type DbRole = 'app' | 'answer' | 'system';

/** One transaction: what every use case takes first. */
export interface Tx {
  readonly kysely: Kysely<unknown>;
  /** For COPY and named prepared statements; every other statement goes through `sql`. */
  readonly client: PoolClient;
  readonly role: DbRole;
  readonly ground: Ground;
  /** Ledger labels written in this transaction so far; the http layer compares them with what the route declares. */
  readonly recorded: Set<string>;
  /** Runs after a successful commit, in the order given; for waking workers, never for what must not be lost. */
  afterCommit(run: () => void): void;
  /** A statement whose outcome nobody needs before the commit, which follows it without waiting. If it fails nothing is committed. */
  beside(statement: Promise<unknown>): void;
}
