import type { Pool, PoolClient } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { villageRange, type Actor } from '../access/index.ts';
import { isUuid } from '../id/index.ts';
import { isAway } from './away.ts';
import { kyselyOver } from './client-kysely.ts';
import type { Connection } from './connection.ts';
import { refusalOf, type ConstraintRefusals } from './constraint.ts';
import { quietPool } from './quiet-pool.ts';
import { refuse } from './refusals.ts';
import type { DbRole, Ground, Tx } from './tx.ts';
import { wireTypes } from './wire.ts';

export type Isolation = 'read committed' | 'repeatable read' | 'serializable';

export interface Database {
  /**
   * Runs `work` in one transaction as `role`, for `actor`; commits when it resolves, rolls back when it throws. Runs it
   * again, from the start, when PostgreSQL says that another transaction was in the way (40001, 40P01), so nothing but the
   * transaction may change in it. A violated constraint that a room declared becomes its refusal.
   * @throws Refusal `db.away` where the line or the server is gone; if that was during the commit nobody knows whether it was done
   * @throws Refusal `db.too_slow` where a statement was given up after `patienceMs`; nothing was done
   */
  readonly transact: <Result>(
    role: DbRole,
    actor: Actor,
    work: (tx: Tx) => Promise<Result>,
    how?: { isolation?: Isolation; patienceMs?: number },
  ) => Promise<Result>;
  /** For what is not a use case: COPY out of a snapshot, the sequencer's own connection, health checks. */
  readonly pool: Pool;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly connection: Connection;
  readonly ground: Ground;
  readonly constraints?: ConstraintRefusals;
  readonly maxConnections?: number;
}

const ATTEMPTS = 6;
/** A server that was killed is back by then. */
const AGAIN_SECONDS = 3;
/** Connections for answering. */
const ANSWERING = 6;

/** Opens a pool; connects when first used. */
export function openDatabase(options: DatabaseOptions): Database {
  const poolWith = (more: object) =>
    quietPool({ ...options.connection, types: wireTypes, application_name: 'jatidiri', ...more });
  const pool = poolWith({ max: options.maxConnections ?? 10 });
  // Answering sends its statements one behind the other without waiting: two round trips a transaction instead of six. COPY and cursors
  // cannot go over such a connection, so it has a pool of its own.
  let answering: Pool | null = null;
  const constraints = options.constraints ?? new Map();

  async function once<Result>(begin: string, role: DbRole, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const client = await poolOf(role).connect();
    const hooks: (() => void)[] = [];
    const beside: Promise<unknown>[] = [];
    const tx: Tx = {
      kysely: kyselyOver(client),
      client,
      role,
      ground: options.ground,
      recorded: new Set(),
      afterCommit: (run) => void hooks.push(run),
      beside: (statement) => void beside.push(heard(statement)),
    };
    let result: Result;
    try {
      const begun = client.query(begin);
      // Answering sends what follows behind it; nobody else has anything from not waiting, and work without a beginning must never start.
      if (role === 'answer') tx.beside(begun);
      else await begun;
      result = await work(tx);
      const committed = heard(commit(client));
      await Promise.all(beside);
      await committed;
    } catch (error) {
      // What failed beside is why the others did.
      const fault = await firstFault(beside);
      await rollBack(client);
      throw fault ?? error;
    }
    client.release();
    for (const hook of hooks) runHook(hook);
    return result;
  }

  function poolOf(role: DbRole): Pool {
    return role === 'answer' ? (answering ??= poolWith({ pipeline: true, max: ANSWERING })) : pool;
  }

  return {
    pool,
    async transact(role, actor, work, how = {}) {
      const { isolation = 'read committed', patienceMs } = how;
      const begin = beginStatement(role, actor, isolation, patienceMs);
      for (let attempt = 1; ; attempt++) {
        try {
          return await once(begin, role, work);
        } catch (error) {
          if (isAway(error)) throw refuse('db.away', { detail: String(error), values: { seconds: AGAIN_SECONDS } });
          if (patienceMs && gaveUp(error))
            throw refuse('db.too_slow', { values: { waited: Math.ceil(patienceMs / 1000) } });
          if (attempt === ATTEMPTS || !inTheWay(error)) throw refusalOf(error, constraints) ?? error;
          // Apart from one another, or they meet again.
          await sleep(Math.random() * 10 * 2 ** attempt);
        }
      }
    },
    async close() {
      await Promise.all([pool.end(), answering?.end()]);
    },
  };
}

/**
 * One message, one round trip: begin, the role, and whose eyes row-level security looks through. Nobody's range is empty
 * (1 to 0); the values are digits and UUIDs only, so they can stand in the text.
 */
export function beginStatement(role: DbRole, actor: Actor, isolation: Isolation, patienceMs?: number): string {
  const { low, high } = actor.jurisdiction ? villageRange(actor.jurisdiction) : { low: 1n, high: 0n };
  const uuidOrNone = (text: string | null) => (text && isUuid(text) ? text : '');
  return [
    isolation === 'read committed' ? 'begin' : `begin isolation level ${isolation}`,
    `set local role jatidiri_${role}`,
    `set local jatidiri.low = '${low}'`,
    `set local jatidiri.high = '${high}'`,
    `set local jatidiri.office = '${uuidOrNone(actor.officeId)}'`,
    `set local jatidiri.officer = '${uuidOrNone(actor.id)}'`,
    ...(patienceMs ? [`set local statement_timeout = ${Math.ceil(patienceMs)}`] : []),
  ].join(';');
}

async function firstFault(beside: readonly Promise<unknown>[]): Promise<unknown> {
  const failed = (await Promise.allSettled(beside)).find(({ status }) => status === 'rejected');
  return (failed as PromiseRejectedResult | undefined)?.reason;
}

/** Its fault is seen by whoever waits for it later, and is no unhandled one meanwhile. */
function heard<Result>(promise: Promise<Result>): Promise<Result> {
  promise.catch(() => {});
  return promise;
}

// A statement whose error somebody swallowed has doomed the transaction; `commit` then rolls back and does not say so.
async function commit(client: PoolClient): Promise<void> {
  const result = await client.query('commit');
  if (result.command !== 'COMMIT') throw new Error('the transaction had failed; nothing was committed');
}

async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query('rollback');
    client.release();
  } catch (error) {
    client.release(error as Error);
  }
}

function runHook(hook: () => void): void {
  try {
    hook();
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error));
  }
}

// query_canceled: by the statement's own limit, or by an operator who ends what blocks others.
const gaveUp = (error: unknown): boolean => (error as { code?: unknown }).code === '57014';

// serialization_failure, deadlock_detected
function inTheWay(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return code === '40001' || code === '40P01';
}
