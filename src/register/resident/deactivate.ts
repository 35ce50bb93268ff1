/**
 * NONAKTIF: a record that may not be used until something is put right (in January 2019 adults who were not recorded).
 * Announced before it takes effect, with a reason and a legal basis; can be appealed against; ends by a new act.
 */
import { many, maybeOne, nikText, run, sql, type Tx } from '../../core/db/index.ts';
import type { Actor } from '../../core/access/index.ts';
import { systemActor } from '../../core/access/index.ts';
import { asNik, newId, type Nik, type Uuid } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { addDays, daysBetween, today, type CivilDate } from '../../core/time/index.ts';
import { changeResidents } from './act.ts';
import { getResident, nikOf } from './person.ts';
import { placeLine } from './place.ts';
import { refuse } from './refusals.ts';

/** Days between the notice and its effect; a person must have time to answer. */
export const NOTICE_DAYS = 14;

export interface AnnounceInput {
  readonly ref: string;
  readonly reason: string;
  readonly legalBasis: string;
  readonly effectiveOn: CivilDate;
}

export async function announceDeactivation(tx: Tx, actor: Actor, input: AnnounceInput): Promise<{ id: Uuid }> {
  const resident = await getResident(tx, nikOf(tx, input.ref));
  const day = today(tx.ground.clock, actor.zone);
  if (resident.state !== 'HIDUP' || (await findOpen(tx, resident.nik))) throw refuse('resident.already_inactive');
  if (input.effectiveOn < addDays(day, NOTICE_DAYS)) {
    throw refuse('resident.notice_too_short', {
      values: { earliest: addDays(day, NOTICE_DAYS) },
      faults: [
        { path: 'effectiveOn', code: 'resident.notice_too_short', values: { earliest: addDays(day, NOTICE_DAYS) } },
      ],
    });
  }
  const id = newId();
  await record(tx, actor, {
    label: 'resident.deactivation_announced',
    subjects: [{ nik: resident.nik }],
    facts: { effectiveOn: input.effectiveOn },
  });
  await run(
    tx,
    sql`insert into resident.deactivation (id, nik, reason, legal_basis, noticed_on, effective_on)
        values (${id}, ${resident.nik}::bigint, ${input.reason}, ${input.legalBasis}, ${day}, ${input.effectiveOn})`,
  );
  return { id };
}

interface Open {
  readonly id: Uuid;
  readonly nik: string;
  readonly effectiveOn: CivilDate;
  readonly effectiveAct: Uuid | null;
  readonly appealState: 'open' | 'granted' | 'refused' | null;
}

async function findOpen(tx: Tx, nik: Nik): Promise<Open | undefined> {
  return maybeOne<Open>(
    tx,
    sql`select d.id, ${nikText('d.nik')} as nik, d.effective_on as "effectiveOn", d.effective_act as "effectiveAct", d.appeal_state as "appealState"
          from resident.deactivation d where d.nik = ${nik}::bigint and d.ended_on is null for update`,
  );
}

/** A daily job: what was announced for today or before, and is not under appeal, takes effect. Gives how many. */
export async function applyDeactivations(tx: Tx): Promise<{ deactivated: number }> {
  const actor = systemActor('deactivation');
  const day = today(tx.ground.clock, actor.zone);
  const due = await many<{ id: Uuid; nik: string }>(
    tx,
    sql`select d.id, ${nikText('d.nik')} as nik from resident.deactivation d join resident.resident r on r.nik = d.nik
         where d.ended_on is null and d.effective_act is null and d.effective_on <= ${day} and d.appeal_state is distinct from 'open' and r.state = 1
         order by d.nik limit 10000 for update of d`,
  );
  if (due.length === 0) return { deactivated: 0 };
  const done = await changeResidents(
    tx,
    actor,
    { kind: 'deactivated', label: 'resident.deactivated', occurredOn: day },
    due.map(({ nik }) => ({ nik: asNik(nik), delta: { state: 'NONAKTIF' as const } })),
  );
  await run(
    tx,
    sql`update resident.deactivation set effective_act = ${done.actId} where id = any(${due.map(({ id }) => id)}::uuid[])`,
  );
  return { deactivated: due.length };
}

/** The person, or an officer for him, says why the deactivation is wrong; until it is decided it takes no effect. */
export async function appealDeactivation(
  tx: Tx,
  actor: Actor,
  input: { ref: string; appeal: string },
): Promise<{ id: Uuid }> {
  const nik = nikOf(tx, input.ref);
  const open = await findOpen(tx, nik);
  if (!open || open.appealState) throw refuse('resident.not_inactive');
  await record(tx, actor, { label: 'resident.deactivation_appealed', subjects: [{ nik }] });
  await run(
    tx,
    sql`update resident.deactivation set appeal = ${input.appeal}, appealed_on = ${today(tx.ground.clock, actor.zone)}, appeal_state = 'open' where id = ${open.id}`,
  );
  return { id: open.id };
}

/** Ends a deactivation (appeal granted, or the cause is gone): the person is HIDUP again by a new act. */
export async function endDeactivation(
  tx: Tx,
  actor: Actor,
  input: { ref: string; reason: string },
): Promise<{ id: Uuid }> {
  const nik = nikOf(tx, input.ref);
  const open = await findOpen(tx, nik);
  if (!open) throw refuse('resident.not_inactive');
  const day = today(tx.ground.clock, actor.zone);
  const actId = open.effectiveAct
    ? (
        await changeResidents(
          tx,
          actor,
          { kind: 'reactivated', label: 'resident.reactivated', occurredOn: day, reason: input.reason },
          [{ nik, delta: { state: 'HIDUP' } }],
        )
      ).actId
    : null;
  if (!actId) await record(tx, actor, { label: 'resident.deactivation_withdrawn', subjects: [{ nik }] });
  await run(
    tx,
    sql`update resident.deactivation set ended_on = ${day}, ended_act = ${actId}, ended_reason = ${input.reason},
          appeal_state = case when appeal_state = 'open' then 'granted' else appeal_state end where id = ${open.id}`,
  );
  return { id: open.id };
}

/** Appeals of the jurisdiction that nobody has answered, the first to take effect on top, at most 200. */
export async function listAppeals(tx: Tx, actor: Actor) {
  const rows = await many<{
    nik: string;
    name: string;
    villageCode: string;
    appealedOn: CivilDate;
    effectiveOn: CivilDate;
  }>(
    tx,
    sql`select ${nikText('d.nik')} as nik, r.name, lpad(r.village_code::text, 10, '0') as "villageCode",
               d.appealed_on as "appealedOn", d.effective_on as "effectiveOn"
          from resident.deactivation d join resident.resident r on r.nik = d.nik
         where d.appeal_state = 'open' and d.ended_on is null order by d.effective_on, d.nik limit 200`,
  );
  await record(tx, actor, {
    label: 'resident.appeals_listed',
    subjects: rows.map(({ nik }) => ({ nik: asNik(nik) })),
    facts: { n: rows.length },
  });
  const day = today(tx.ground.clock, actor.zone);
  return {
    appeals: rows.map(({ nik, villageCode, ...row }) => ({
      ...row,
      ref: tx.ground.personRefs.of(asNik(nik)),
      place: placeLine(tx, villageCode),
      daysLeft: daysBetween(day, row.effectiveOn),
    })),
  };
}

/** Refuses an appeal with a reason; the deactivation stands. */
export async function refuseAppeal(
  tx: Tx,
  actor: Actor,
  input: { ref: string; reason: string },
): Promise<{ id: Uuid }> {
  const nik = nikOf(tx, input.ref);
  const open = await findOpen(tx, nik);
  if (open?.appealState !== 'open') throw refuse('resident.not_inactive');
  await record(tx, actor, { label: 'resident.appeal_refused', subjects: [{ nik }] });
  await run(
    tx,
    sql`update resident.deactivation set appeal_state = 'refused', appeal_reason = ${input.reason} where id = ${open.id}`,
  );
  return { id: open.id };
}
