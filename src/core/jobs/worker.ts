import { run, type TaskList } from 'graphile-worker';
import { systemActor } from '../access/index.ts';
import { quietPool, type Connection, type Database } from '../db/index.ts';
import type { Job } from './index.ts';
import { quietLogger } from './queue-schema.ts';

export interface Workers {
  /** Lets running jobs end; what waits stays in the queue. */
  stop(): Promise<void>;
}

/**
 * Runs jobs until stopped, each in one transaction as `system`. With a local queue and completions in batches: one statement
 * fetches and one finishes many jobs (measured 3.7 k jobs/s without, 32 k with).
 */
export async function startWorkers(given: {
  connection: Connection;
  database: Database;
  jobs: readonly Job[];
  concurrency?: number;
}): Promise<Workers> {
  const { connection, database, jobs, concurrency = 4 } = given;
  const pool = quietPool({ ...connection, max: 4, options: '-c role=jatidiri_system' });
  const taskList: TaskList = Object.fromEntries(
    jobs.map((job) => [
      job.name,
      (payload: unknown) =>
        database.transact('system', systemActor(`job:${job.name}`), (tx) => job.run(tx, job.payload.parse(payload))),
    ]),
  );
  const runner = await run({
    pgPool: pool,
    taskList,
    noHandleSignals: true,
    logger: quietLogger(),
    preset: {
      worker: {
        concurrentJobs: concurrency,
        pollInterval: 1000,
        localQueue: { size: 200, refetchDelay: { durationMs: 20 } },
        completeJobBatchDelay: 5,
        failJobBatchDelay: 5,
      },
    },
  });
  return {
    async stop() {
      await runner.stop();
      await pool.end();
    },
  };
}
