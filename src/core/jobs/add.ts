import { sql } from 'kysely';
import { run, type Tx } from '../db/index.ts';

export interface AddOptions {
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
  /** True time, not the story's. */
  readonly runAt?: Date;
  /** A job that waits under the same key is replaced. */
  readonly key?: string;
  readonly priority?: number;
}

interface Addable<Payload> {
  readonly name: string;
  readonly maxAttempts: number;
  readonly payload: { readonly _zod: { readonly output: Payload } };
}

/** Adds one job a payload, in the act's transaction: they exist exactly if it commits. */
export async function addJobs<Payload>(
  tx: Tx,
  job: Addable<Payload>,
  payloads: readonly Payload[],
  /** One for all, or each payload's own. */
  options: AddOptions | ((payload: Payload) => AddOptions) = {},
): Promise<void> {
  if (payloads.length === 0) return;
  const { name, maxAttempts } = job;
  const optionsOf = typeof options === 'function' ? options : () => options;
  const jobs = payloads.map((payload) => ({ name, maxAttempts, payload, ...optionsOf(payload) }));
  await run(tx, sql`select job.add(${JSON.stringify(jobs)}::jsonb)`);
}
