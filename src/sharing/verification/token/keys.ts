/** Keys that a partner hands in: two at once, so that one follows the other without a gap. */
import type { Actor } from '../../../core/access/index.ts';
import { many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { speak } from '../../../core/notice/index.ts';
import { sayPartnersChanged } from '../book/change.ts';
import { keysChanged } from '../notice.ts';
import { refuse } from '../refusals.ts';
import type { Algorithm } from '../schema.ts';
import { jwkOf, readKey } from './key.ts';

export interface AddKeyGiven {
  /** The institution's. */
  readonly id: string;
  readonly jwk?: Readonly<Record<string, unknown>> | undefined;
  readonly pem?: string | undefined;
}

/** Refuses `verification.key_*`, and a third key while two are in use. */
export async function addKey(
  tx: Tx,
  actor: Actor,
  { id: institutionId, jwk, pem }: AddKeyGiven,
): Promise<{ id: string; kid: string; thumbprint: string }> {
  await mustBePartner(tx, institutionId);
  if ((jwk === undefined) === (pem === undefined)) throw refuse('verification.key_form');
  const key = await readKey(jwk ?? jwkOf(pem!));
  const slots = await many(
    tx,
    sql<{
      slot: number;
    }>`select slot from verification.key where institution_id = ${institutionId} and ended_at is null`,
  );
  const slot = [1, 2].find((free) => !slots.some((taken) => taken.slot === free));
  if (slot === undefined) throw refuse('verification.keys_full');
  const { entryId } = await record(tx, actor, {
    label: 'verification.key_added',
    facts: { institution: institutionId, key: key.thumbprint, algorithm: key.algorithm },
  });
  const id = newId();
  await run(
    tx,
    sql`insert into verification.key (id, institution_id, slot, kid, thumbprint, algorithm, jwk, added_at, added_by, entry_id)
        values (${id}, ${institutionId}, ${slot}, ${key.kid}, ${key.thumbprint}, ${key.algorithm}, ${JSON.stringify(key.jwk)}::jsonb,
                ${tx.ground.clock.now()}, ${actor.id}, ${entryId})`,
  );
  await sayPartnersChanged(tx, [institutionId]);
  await speak(tx, actor, keysChanged, [{ institutionId, what: 'added', kid: key.kid }]);
  return { id, kid: key.kid, thumbprint: key.thumbprint };
}

/** From the commit on nothing that was made with it is taken: no assertion, no token, no signature. */
export async function endKey(tx: Tx, actor: Actor, { id }: { id: string }): Promise<Record<string, never>> {
  const ended = await maybeOne(
    tx,
    sql<{ institutionId: string; kid: string; thumbprint: string }>`
      update verification.key set ended_at = ${tx.ground.clock.now()}, ended_by = ${actor.id}
       where id = ${id} and ended_at is null and institution_id in (select i.institution_id from partner_read.institution i)
      returning institution_id as "institutionId", kid, thumbprint`,
  );
  if (!ended) throw refuse('verification.key_not_found');
  await record(tx, actor, {
    label: 'verification.key_ended',
    facts: { institution: ended.institutionId, key: ended.thumbprint },
  });
  await sayPartnersChanged(tx, [ended.institutionId]);
  await speak(tx, actor, keysChanged, [{ institutionId: ended.institutionId, what: 'ended', kid: ended.kid }]);
  return {};
}

export interface KeyRow {
  id: string;
  kid: string;
  thumbprint: string;
  algorithm: Algorithm;
  addedAt: string;
  endedAt: string | null;
}

export interface KeysView {
  keys: KeyRow[];
  published: { url: string; fetchedAt: string | null; fault: string | null; kids: string[] } | null;
}

export async function viewKeys(tx: Tx, _: Actor, { id: institutionId }: { id: string }): Promise<KeysView> {
  await mustBePartner(tx, institutionId);
  const keys = await many(
    tx,
    sql<Omit<KeyRow, 'addedAt' | 'endedAt'> & { addedAt: Date; endedAt: Date | null }>`
      select id, kid, thumbprint, algorithm, added_at as "addedAt", ended_at as "endedAt" from verification.key
       where institution_id = ${institutionId} order by ended_at is not null, added_at`,
  );
  const published = await maybeOne(
    tx,
    sql<{ url: string; fetchedAt: Date | null; fault: string | null; kids: string[] }>`
      select url, fetched_at as "fetchedAt", fault, array(select k->>'kid' from jsonb_array_elements(keys) as k) as kids
        from verification.key_set where institution_id = ${institutionId}`,
  );
  return {
    keys: keys.map((key) => ({
      ...key,
      addedAt: key.addedAt.toISOString(),
      endedAt: key.endedAt?.toISOString() ?? null,
    })),
    published: published ? { ...published, fetchedAt: published.fetchedAt?.toISOString() ?? null } : null,
  };
}

/** Whom the actor may see; what he may not looks as if nobody were there. Keys come before an agreement: the sandbox takes them. */
export async function mustBePartner(tx: Tx, institutionId: string): Promise<void> {
  const found = await maybeOne(
    tx,
    sql`select 1 from partner_read.institution where institution_id = ${institutionId} and state = 'active'`,
  );
  if (!found) throw refuse('verification.partner_not_found');
}
