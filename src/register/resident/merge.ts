/**
 * Two records of one person. A proposal that a second officer approves; the absorbed record becomes GANDA and points to
 * the survivor; nothing is deleted, and a later act takes it back.
 */
import { z } from 'zod';
import { createHash } from 'node:crypto';
import { proposable, propose } from '../../core/approval/index.ts';
import type { Actor } from '../../core/access/index.ts';
import { elevated, maybeOne, nikText, run, sql, type Tx } from '../../core/db/index.ts';
import { newId, type Nik } from '../../core/id/index.ts';
import { today } from '../../core/time/index.ts';
import { changeResidents } from './act.ts';
import { decideBetween } from './case.ts';
import { getResident, nikOf, withBefore } from './person.ts';
import { refuse } from './refusals.ts';
import { personRefShape, type ResidentState } from './schema.ts';
import { listHistory, listResidents } from './sql.ts';

export const mergeInput = z.object({
  survivor: personRefShape,
  absorbed: personRefShape,
  legalBasis: z.string().min(3),
  reason: z.string().min(10),
});
export type MergeInput = z.output<typeof mergeInput>;

async function pairOf(tx: Tx, input: MergeInput) {
  const survivor = nikOf(tx, input.survivor);
  const absorbed = nikOf(tx, input.absorbed);
  if (survivor === absorbed) throw refuse('resident.merge_with_self');
  const people = await elevated(tx, () => listResidents(tx, [survivor, absorbed]));
  const found = (nik: Nik) => {
    const person = people.find((one) => one.nik === nik);
    if (!person) throw refuse('resident.not_found');
    if (person.state !== 'HIDUP' && person.state !== 'NONAKTIF') throw refuse('resident.merge_not_alive');
    return person;
  };
  return { survivor: found(survivor), absorbed: found(absorbed) };
}

export const merge = proposable<MergeInput>({
  act: 'resident.merge',
  input: mergeInput,
  region: async (tx, input) => {
    const { survivor, absorbed } = await pairOf(tx, input);
    return commonRegion(survivor.villageCode, absorbed.villageCode);
  },
  summary: async (tx, input) => {
    const { survivor, absorbed } = await pairOf(tx, input);
    return { messageKey: 'proposal.resident.merge', values: { survivor: survivor.name, absorbed: absorbed.name } };
  },
  fingerprint: async (tx, input) => {
    const { survivor, absorbed } = await pairOf(tx, input);
    return createHash('sha256')
      .update(`${survivor.nik}:${survivor.version}:${absorbed.nik}:${absorbed.version}`)
      .digest('hex');
  },
  execute: mergeResidents,
});

export interface ProposeMergeInput {
  readonly ref: string;
  readonly other: string;
  readonly keep: 'this' | 'other';
  readonly legalBasis: string;
  readonly reason: string;
}

/**
 * Proposes that two records become one. One of the two must be the officer's own to see; the other may live anywhere, as a
 * duplicate mostly does. Refuses as the merge itself would.
 */
export async function proposeMerge(
  tx: Tx,
  actor: Actor,
  input: ProposeMergeInput,
): Promise<{ proposalId: string; hash: string }> {
  await getResident(tx, nikOf(tx, input.ref));
  const [survivor, absorbed] = input.keep === 'this' ? [input.ref, input.other] : [input.other, input.ref];
  const { legalBasis, reason } = input;
  const { id, hash } = await propose(tx, actor, merge.act, { survivor, absorbed, legalBasis, reason });
  return { proposalId: id, hash };
}

async function mergeResidents(tx: Tx, actor: Actor, input: MergeInput): Promise<void> {
  const { survivor, absorbed } = await pairOf(tx, input);
  const day = today(tx.ground.clock, actor.zone);
  await elevated(tx, async () => {
    const done = await changeResidents(
      tx,
      actor,
      { kind: 'merged', label: 'resident.merged', occurredOn: day, legalBasis: input.legalBasis, reason: input.reason },
      [{ nik: absorbed.nik, delta: { state: 'GANDA' }, seenVersion: absorbed.version }],
    );
    await run(
      tx,
      sql`insert into resident.merge (id, survivor_nik, absorbed_nik, act_id, merged_at)
          values (${newId()}, ${survivor.nik}::bigint, ${absorbed.nik}::bigint, ${done.actId}, ${tx.ground.clock.now()})`,
    );
    await decideBetween(tx, actor, [survivor.nik, absorbed.nik], input.reason);
  });
}

/** The longest region that both villages lie in: who decides about both. */
export function commonRegion(a: string, b: string): string {
  return [6, 4, 2].map((digits) => a.slice(0, digits)).find((code) => b.startsWith(code)) ?? '';
}

/** Takes a merge back: the absorbed record returns by a new act to the state it had. Refuses when there is no living merge. */
export async function unmergeResidents(
  tx: Tx,
  actor: Actor,
  input: { ref: string; reason: string },
): Promise<{ actId: string }> {
  const absorbed = nikOf(tx, input.ref);
  const merged = await maybeOne<{ id: string; actId: string; survivor: string }>(
    tx,
    sql`select m.id, m.act_id as "actId", ${nikText('m.survivor_nik')} as survivor from resident.merge m
         where m.absorbed_nik = ${absorbed}::bigint and m.undone_at is null for update`,
  );
  if (!merged) throw refuse('resident.merge_unknown');
  const done = await changeResidents(
    tx,
    actor,
    {
      kind: 'unmerged',
      label: 'resident.unmerged',
      occurredOn: today(tx.ground.clock, actor.zone),
      reason: input.reason,
      undoes: merged.actId as never,
    },
    [{ nik: absorbed, delta: { state: await stateBefore(tx, absorbed, merged.actId) } }],
  );
  await run(
    tx,
    sql`update resident.merge set undone_act = ${done.actId}, undone_at = ${tx.ground.clock.now()} where id = ${merged.id}`,
  );
  return { actId: done.actId };
}

async function stateBefore(tx: Tx, nik: Nik, actId: string): Promise<ResidentState> {
  const act = withBefore(await listHistory(tx, nik)).find((each) => each.actId === actId);
  return (act?.before?.['state'] as ResidentState | undefined) ?? 'HIDUP';
}
