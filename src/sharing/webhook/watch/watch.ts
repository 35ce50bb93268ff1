/** Events of the clock: ends that come near, quotas and balances that are spent. Found again they are not told again. */
import { z } from 'zod';
import type { Tx } from '../../../core/db/index.ts';
import { job } from '../../../core/jobs/index.ts';
import { daysBetween, today, ZONES } from '../../../core/time/index.ts';
import { raise } from '../event/raise.ts';
import { NEAR_END, ownWords, reminderOf } from '../event/rules.ts';
import type { Told } from '../event/schema.ts';
import { WARN_DAYS } from './rules.ts';
import { listEndingAgreements, listEndingGrants, listEndingKeys, listShort, listSpentQuotas } from './sql.ts';

/** Once a day. Who changes a term in between is told of the new one. */
export async function watchTerms(tx: Tx): Promise<void> {
  const on = today(tx.ground.clock, ZONES.WIB);
  const agreements = (await listEndingAgreements(tx, on)).map((row): Told => {
    const { institutionId, cooperationId: cooperation, documentId: document, until } = row;
    const days = daysBetween(on, until);
    const once = `pks ${document} ${until} ${reminderOf(days, WARN_DAYS.pks)}`;
    return { kind: 'agreement.expiring', institutionId, once, data: { cooperation, document, until, days } };
  });
  const grants = (await listEndingGrants(tx, on)).map((row): Told => {
    const { institutionId, cooperationId: cooperation, grantId: grant, purpose, until } = row;
    const days = daysBetween(on, until);
    const once = `grant ${grant} ${reminderOf(days, WARN_DAYS.grant)}`;
    return { kind: 'grant.expiring', institutionId, once, data: { cooperation, grant, purpose, until, days } };
  });
  const keys = (await listEndingKeys(tx, on)).map(({ institutionId, keyId: key, kid, until }): Told => {
    const days = daysBetween(on, until);
    const once = `key ${key} ${reminderOf(days, WARN_DAYS.key)}`;
    return { kind: 'key.expiring', institutionId, once, data: { key, kid: ownWords(kid), until, days } };
  });
  await raise(tx, [...agreements, ...grants, ...keys]);
}

const HOUR_MS = 3_600_000;

/** Each ten minutes. The refusals of an hour stand under its beginning. */
export async function watchUse(tx: Tx): Promise<void> {
  const now = tx.ground.clock.now();
  const day = today(tx.ground.clock, ZONES.WIB);
  const quotas = (await listSpentQuotas(tx, day, NEAR_END)).map(
    ({ institutionId, grantId: grant, quota, taken }): Told => ({
      kind: 'quota.near_end',
      institutionId,
      once: `quota ${grant} ${day}`,
      data: { grant, day, quota, taken },
    }),
  );
  const short = (await listShort(tx, new Date(now.getTime() - HOUR_MS))).map((institutionId): Told => ({
    kind: 'balance.empty',
    institutionId,
    once: `balance ${day}`,
    data: { day },
  }));
  await raise(tx, [...quotas, ...short]);
}

export const watchJobs = [
  job({
    name: 'webhook.watch_terms',
    payload: z.object({}),
    maxAttempts: 5,
    // 01.30 WIB.
    timetable: { cron: '30 18 * * *', catchUpHours: 24 },
    run: watchTerms,
  }),
  job({
    name: 'webhook.watch_use',
    payload: z.object({}),
    maxAttempts: 3,
    timetable: { cron: '*/10 * * * *', catchUpHours: 0.5 },
    run: watchUse,
  }),
];
