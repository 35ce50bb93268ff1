/** Mobile teams: where most unrecorded people are for a day's travel, and the visits that are planned. */
import { mustCover, type Actor } from '../../../core/access/index.ts';
import { elevated, many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { asCivilDate, today } from '../../../core/time/index.ts';
import { getOffice } from '../../../register/office/index.ts';
import { placeLine } from '../../../register/resident/index.ts';
import { listUnrecordedByVillage } from '../coverage/index.ts';
import { refuse } from '../refusals.ts';
import { STATUSES, travelDays } from '../rules.ts';
import { mustServe } from '../station/index.ts';

const SHOWN = 100;

/**
 * Villages by unrecorded people per day of travel from the office, most first. Distance is by the tree of regions alone:
 * roads and seas are not known here, and the answer says so.
 */
export async function openPlan(
  tx: Tx,
  actor: Actor,
  input: { officeId?: string | undefined; region?: string | undefined },
) {
  const officeId = input.officeId ?? actor.officeId ?? '';
  await mustServe(tx, actor, officeId);
  const office = await getOffice(tx, officeId);
  const region = input.region ?? actor.jurisdiction?.code ?? 'none';
  mustCover(actor, region);
  const day = today(tx.ground.clock, actor.zone);
  const villages = await elevated(tx, () => listUnrecordedByVillage(tx, { region, day }));
  const planned = await many<{ village: string; day: string }>(
    tx,
    sql`select lpad(v.village_code::text, 10, '0') as village, min(v.day)::text as day from enrolment.team_visit v
         where v.state = 'planned' and v.day >= ${day} group by v.village_code`,
  );
  const plannedOn = new Map(planned.map((visit) => [visit.village, visit.day]));
  return {
    distanceText: tx.ground.speaker.say(actor.language, 'enrolment.plan.distance'),
    day,
    villages: villages
      .map(({ villageCode, unrecorded, obligated }) => {
        const days = travelDays(office.regionCode ?? '', villageCode);
        return {
          villageCode,
          place: placeLine(tx, villageCode),
          unrecorded,
          obligated,
          travelDays: days,
          perDay: Math.round((unrecorded / days) * 100) / 100,
          plannedOn: plannedOn.get(villageCode) ?? null,
        };
      })
      .toSorted((a, b) => b.perDay - a.perDay || (a.villageCode < b.villageCode ? -1 : 1))
      .slice(0, SHOWN),
  };
}

/** Plans a visit, and keeps how many unrecorded people the village has on this day. */
export async function planVisit(
  tx: Tx,
  actor: Actor,
  input: { villageCode: string; day: string; place: string; officeId?: string | undefined },
): Promise<{ id: Uuid; unrecorded: number }> {
  const officeId = input.officeId ?? actor.officeId ?? '';
  await mustServe(tx, actor, officeId);
  mustCover(actor, input.villageCode);
  const now = today(tx.ground.clock, actor.zone);
  if (asCivilDate(input.day) < now) throw refuse('enrolment.day_past');
  const [village] = await listUnrecordedByVillage(tx, { region: input.villageCode, day: now });
  const unrecorded = village?.unrecorded ?? 0;
  const id = newId();
  await run(
    tx,
    sql`insert into enrolment.team_visit (id, office_id, village_code, day, place, planned_by, planned_at, unrecorded)
        values (${id}, ${officeId}, ${input.villageCode}::bigint, ${input.day}, ${input.place}, ${actor.id}, ${tx.ground.clock.now()}, ${unrecorded})`,
  );
  await record(tx, actor, {
    label: 'enrolment.visit_planned',
    facts: { visit: id, village: input.villageCode, day: input.day, unrecorded },
  });
  return { id, unrecorded };
}

export const visitDone = (tx: Tx, actor: Actor, input: { id: string }) =>
  endVisit(tx, actor, { ...input, state: 'done' });
export const cancelVisit = (tx: Tx, actor: Actor, input: { id: string; reason: string }) =>
  endVisit(tx, actor, { ...input, state: 'cancelled' });

async function endVisit(
  tx: Tx,
  actor: Actor,
  input: { id: string; state: 'done' | 'cancelled'; reason?: string },
): Promise<void> {
  const visit = await maybeOne<{ villageCode: string }>(
    tx,
    sql`update enrolment.team_visit set state = ${input.state}, why = ${input.reason ?? null} where id = ${input.id} and state = 'planned'
        returning lpad(village_code::text, 10, '0') as "villageCode"`,
  );
  if (!visit) throw refuse('enrolment.visit_not_found');
  await record(tx, actor, { label: 'enrolment.visit_ended', facts: { visit: input.id, state: input.state } });
}

/**
 * What is planned, the nearest first, with what nobody has ended of former days and what was cancelled from a day on; or, with
 * `before`, what is over or was cancelled before that day, the latest first. Beside each how many people of the village were
 * recorded since it was planned: for one that is over, up to its day.
 */
export async function listVisits(
  tx: Tx,
  actor: Actor,
  input: { from?: string | undefined; before?: string | undefined },
) {
  const now = today(tx.ground.clock, actor.zone);
  const from = input.from ?? now;
  const { before } = input;
  const visits = await many<{
    id: Uuid;
    villageCode: string;
    day: string;
    place: string;
    state: 'planned' | 'done' | 'cancelled';
    unrecorded: number;
    recordedSince: number;
    office: string | null;
    why: string | null;
  }>(
    tx,
    sql`select v.id, lpad(v.village_code::text, 10, '0') as "villageCode", v.day::text as day, v.place, v.state, v.unrecorded, o.name as office, v.why,
               (select count(distinct p.nik)::int from enrolment.packet p
                 where p.village_code = v.village_code and p.captured_at >= v.planned_at
                   and (v.state = 'planned' or p.recorded_on <= v.day) and p.status = any(${recordedCodes}::smallint[])) as "recordedSince"
          from enrolment.team_visit v left join office_read.office o on o.id = v.office_id
         where ${before === undefined ? sql`v.state = 'planned' or (v.day >= ${from} and v.state = 'cancelled')` : sql`v.state = 'done' or (v.day < ${before} and v.state = 'cancelled')`}
         order by ${before === undefined ? sql`v.day, v.place` : sql`v.day desc, v.place`} limit 200`,
  );
  return { today: now, visits: visits.map((visit) => ({ ...visit, village: placeLine(tx, visit.villageCode) })) };
}

const recordedCodes = Object.values(STATUSES)
  .filter(({ recorded }) => recorded)
  .map(({ code }) => code);
