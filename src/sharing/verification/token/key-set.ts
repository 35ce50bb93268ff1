/** Keys that a partner publishes itself (RFC 7517): read by a job, every ten minutes, and when a key turns up that nobody knows. */
import { z } from 'zod';
import type { JWK } from 'jose';
import type { Actor } from '../../../core/access/index.ts';
import { many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import { addJobs, job } from '../../../core/jobs/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { sayPartnersChanged } from '../book/change.ts';
import { refuse } from '../refusals.ts';
import { readKey } from './key.ts';
import { mustBePartner } from './keys.ts';

/** More than two are of somebody who does not know which is his. */
export const MOST_KEYS = 2;
export const PURPOSE = 'jwks';
/** Whoever sends unknown keys must not make us call out more often than this. */
const LEAST_SECONDS = 30;

const setShape = z.object({ keys: z.array(z.record(z.string(), z.unknown())).min(1).max(20) });

/** Says where a partner publishes its keys, or (`null`) that it hands them in. */
export async function setKeySet(
  tx: Tx,
  actor: Actor,
  { id: institutionId, url }: { id: string; url: string | null },
): Promise<Record<string, never>> {
  await mustBePartner(tx, institutionId);
  if (url !== null && URL.parse(url)?.protocol !== 'https:') throw refuse('verification.key_set_address');
  const facts = { institution: institutionId, host: url === null ? null : new URL(url).hostname };
  const { entryId } = await record(tx, actor, { label: 'verification.key_set_named', facts });
  await run(tx, sql`delete from verification.key_set where institution_id = ${institutionId}`);
  if (url !== null) {
    await run(
      tx,
      sql`insert into verification.key_set (institution_id, url, set_at, set_by, entry_id)
          values (${institutionId}, ${url}, ${tx.ground.clock.now()}, ${actor.id}, ${entryId})`,
    );
    await wakeFetching(tx, institutionId);
  }
  await sayPartnersChanged(tx, [institutionId]);
  return {};
}

const fetching = {
  name: 'verification.fetch_key_set',
  payload: z.object({ institutionId: z.string() }),
  maxAttempts: 3,
  run: (tx: Tx, { institutionId }: { institutionId: string }) => fetchKeySet(tx, institutionId),
};

export const keySetJobs = [
  job(fetching),
  job({
    name: 'verification.fetch_key_sets',
    payload: z.object({}),
    maxAttempts: 3,
    timetable: { cron: '*/10 * * * *', catchUpHours: 0.5 },
    run: async (tx) => {
      const all = await many(
        tx,
        sql<{ institutionId: string }>`select institution_id as "institutionId" from verification.key_set`,
      );
      for (const each of all) await addJobs(tx, fetching, [each], { key: keyOf(each.institutionId) });
    },
  }),
];

const keyOf = (institutionId: string) => `verification.key_set ${institutionId}`;

/** One call out however many wait for it. */
export function wakeFetching(tx: Tx, institutionId: string): Promise<void> {
  return addJobs(tx, fetching, [{ institutionId }], { key: keyOf(institutionId) });
}

/** Reads what is published now. A fault leaves the keys that are known, and says its code. */
async function fetchKeySet(tx: Tx, institutionId: string): Promise<void> {
  const asked = await maybeOne(
    tx,
    sql<{ url: string }>`update verification.key_set set asked_at = now()
         where institution_id = ${institutionId} and (asked_at is null or asked_at < now() - ${LEAST_SECONDS} * interval '1 second')
     returning url`,
  );
  if (!asked) return;
  const read = await readKeySet(tx, asked.url);
  if (read instanceof Refusal) {
    await run(tx, sql`update verification.key_set set fault = ${read.code} where institution_id = ${institutionId}`);
    return;
  }
  const changed = await run(
    tx,
    sql`update verification.key_set set fetched_at = now(), fault = null, keys = ${JSON.stringify(read)}::jsonb
         where institution_id = ${institutionId} and (keys is distinct from ${JSON.stringify(read)}::jsonb or fault is not null or fetched_at is null)`,
  );
  if (changed > 0) await sayPartnersChanged(tx, [institutionId]);
}

async function readKeySet(tx: Tx, url: string): Promise<JWK[] | Refusal> {
  try {
    const { status, bytes } = await tx.ground.egress.fetch(url, {
      purpose: PURPOSE,
      headers: { accept: 'application/json' },
    });
    if (status !== 200) return refuse('verification.key_set_unreadable');
    const { keys } = setShape.parse(JSON.parse(bytes.toString()));
    const read = await Promise.all(keys.map((key) => readKey(key).catch(() => null)));
    const usable = read.flatMap((key) => (key ? [key.jwk] : []));
    // Keys of kinds that we do not take may stand there for others.
    return usable.length === 0 || usable.length > MOST_KEYS ? refuse('verification.key_set_unreadable') : usable;
  } catch (fault) {
    if (fault instanceof Refusal) return fault;
    return refuse('verification.key_set_unreadable');
  }
}
