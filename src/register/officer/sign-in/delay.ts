import { createHash } from 'node:crypto';
import { many, one, run, sql, type Tx } from '../../../core/db/index.ts';
import { refuseOfficer } from '../refusals.ts';

const LONGEST_SECONDS = 300;

// Failures before the first wait, and after how long without any the count begins anew. A whole office, in the morning,
// stands behind one address.
const FREE = { account: 2, address: 30 } as const;
const FORGOTTEN = { account: '24 hours', address: '15 minutes' } as const;

/**
 * How long after the last of `failures` the next attempt is heard: it doubles with each failure past the free ones, up to
 * five minutes, and nobody is locked out for good.
 */
export function delaySeconds(kind: 'account' | 'address', failures: number): number {
  const free = FREE[kind];
  return failures <= free ? 0 : Math.min(2 ** (failures - free), LONGEST_SECONDS);
}

export interface Attempting {
  /** `null` where nobody's name is tried: passkeys and codes cannot be guessed, so only the address is counted. */
  readonly account: string | null;
  readonly address: string;
}

/**
 * Refuses while account or address must wait, and while another attempt at the account is being checked: so that a
 * hundred guesses sent at once count one after the other. True time, by the database's clock.
 */
export async function mustNotWait(tx: Tx, attempting: Attempting): Promise<void> {
  const account = attempting.account === null ? null : subjectOf('account', attempting.account);
  if (account) {
    const { free } = await one(
      tx,
      sql<{ free: boolean }>`select pg_try_advisory_xact_lock(${account.readBigInt64BE(0).toString()}::bigint) as free`,
    );
    if (!free) throw refuseOfficer('officer.wait', { values: { seconds: 1 } });
  }
  const address = subjectOf('address', attempting.address);
  const rows = await many(
    tx,
    sql<{ account: boolean; failures: number; ago: number }>`
      select subject is not distinct from ${account}::bytea as account, failures, extract(epoch from clock_timestamp() - failed_at)::float8 as ago
      from officer.attempt
      where (subject = ${account}::bytea and failed_at > now() - ${FORGOTTEN.account}::interval)
         or (subject = ${address} and failed_at > now() - ${FORGOTTEN.address}::interval)`,
  );
  const waits = rows.map((row) => delaySeconds(row.account ? 'account' : 'address', row.failures) - row.ago);
  const seconds = Math.ceil(Math.max(0, ...waits));
  if (seconds > 0) throw refuseOfficer('officer.wait', { values: { seconds } });
}

/** Counts a failure of account and address. */
export async function noteFailure(tx: Tx, attempting: Attempting): Promise<void> {
  const account = attempting.account === null ? null : subjectOf('account', attempting.account);
  const address = subjectOf('address', attempting.address);
  await run(
    tx,
    sql`insert into officer.attempt as a (subject, failures, failed_at)
        select subject, 1, clock_timestamp()
        from (values (${account}::bytea), (${address}::bytea)) as s (subject) where subject is not null
        on conflict (subject) do update
          set failures = case when a.failed_at > now() - case a.subject when ${account}::bytea then ${FORGOTTEN.account}::interval
                                                         else ${FORGOTTEN.address}::interval end
                              then a.failures + 1 else 1 end,
              failed_at = excluded.failed_at`,
  );
}

/** The account's failures are forgotten by a success; the address's fade by themselves. */
export async function forgetFailures(tx: Tx, account: string): Promise<void> {
  await run(tx, sql`delete from officer.attempt where subject = ${subjectOf('account', account)}`);
}

function subjectOf(kind: 'account' | 'address', name: string): Buffer {
  return createHash('sha256').update(`${kind}:${name}`).digest();
}
