/** Who must be recorded and who is, counted for any day as it was known at any instant. */
import type { RawBuilder } from 'kysely';
import { many, sql, type Tx } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { COUNTED_STATES } from '../../../register/resident/index.ts';
import { foldHistory } from '../../../register/resident/rules.ts';
import { STATES } from '../../../register/resident/schema.ts';
import { dutyOn, FIRST_VOTER_AGE } from '../rules.ts';
import { AGE_BANDS } from '../schema.ts';

export interface At {
  readonly asOf: CivilDate;
  readonly knownAt: Date;
  /** It is today, as known now: no act lies behind the cut-off. */
  readonly present?: boolean;
}

export interface Cell {
  /** The region's code in as many digits as were asked for. */
  readonly area: string;
  readonly sex: number;
  /** Place in `AGE_BANDS`. */
  readonly band: number;
  readonly obligated: number;
  readonly recorded: number;
  readonly firstVoters: number;
  readonly firstVotersRecorded: number;
}

/** As they are stored. */
export const obligatedStates: readonly number[] = COUNTED_STATES.map((state) => STATES.indexOf(state) + 1);
const rangeOf = (region: string) => ({ low: region.padEnd(10, '0'), high: region.padEnd(10, '9') });

const late = ({ asOf, knownAt, present = false }: At) =>
  present
    ? sql`select null::bigint as nik where false`
    : sql`select distinct a.nik from resident_read.act a where a.recorded_at > ${knownAt} or a.occurred_on > ${asOf}`;

const countsThen = ({ asOf, knownAt }: At) =>
  sql`e.recorded_on <= ${asOf} and e.known_at <= ${knownAt}
      and (e.ended_on is null or e.ended_on > ${asOf} or e.end_known_at > ${knownAt})`;

/** Everybody who counts as recorded on that day. */
const recordedThen = (at: At) => sql`select distinct e.nik from enrolment.recording e where ${countsThen(at)}`;

/**
 * The standing of each `r` as `e`. Of a nation or province all standings are read at once; of a regency or less each
 * person's is looked up, so that what a small office asks does not cost more as the nation grows.
 */
const standingJoin = (counts: RawBuilder<unknown>, region: string) =>
  region.length <= 2
    ? sql`left join (select distinct e.nik from enrolment.recording e where ${counts}) e on e.nik = r.nik`
    : sql`left join lateral (select e.nik from enrolment.recording e where e.nik = r.nik and ${counts} limit 1) e on true`;

const olderThan = (asOf: CivilDate, years: number) =>
  sql`r.birth_date <= (${asOf}::date - make_interval(years => ${years}::int))::date`;

/** The law as `dutyOn` has it, over rows. */
const obligated = (asOf: CivilDate) =>
  sql`((r.nationality = 'IDN' or r.permit = 2) and (${olderThan(asOf, 17)} or r.marital_status > 1))`;
const firstVoter = (asOf: CivilDate) =>
  sql`(r.nationality = 'IDN' and ${olderThan(asOf, FIRST_VOTER_AGE)} and not ${olderThan(asOf, 17)} and r.marital_status <= 1)`;
const band = (asOf: CivilDate) =>
  sql.join(
    AGE_BANDS.slice(1).map((from) => sql`(${olderThan(asOf, from)})::int`),
    sql` + `,
  );

/**
 * Counts by region, sex and age. Whoever no act touched after the cut-off is counted from his current row; the few others
 * are folded from their history.
 */
export async function listCells(tx: Tx, at: At, of: { region: string; digits: 2 | 4 | 6 | 10 }): Promise<Cell[]> {
  const { low, high } = rangeOf(of.region);
  const { asOf } = at;
  const rows = await many<Omit<Cell, 'area'> & { area: string }>(
    tx,
    sql`with late as (${late(at)})
        select lpad((r.village_code / ${10 ** (10 - of.digits)}::bigint)::text, ${of.digits}::int, '0') as area, r.sex, (${band(asOf)})::int as band,
               count(*) filter (where ${obligated(asOf)})::int as obligated,
               count(e.nik) filter (where ${obligated(asOf)})::int as recorded,
               count(*) filter (where ${firstVoter(asOf)})::int as "firstVoters",
               count(e.nik) filter (where ${firstVoter(asOf)})::int as "firstVotersRecorded"
          from resident_read.resident r ${standingJoin(countsThen(at), of.region)}
         where r.state = any(${[...obligatedStates]}::smallint[]) and r.village_code between ${low}::bigint and ${high}::bigint
           and (${olderThan(asOf, FIRST_VOTER_AGE)} or r.marital_status > 1)
           and not exists (select from late l where l.nik = r.nik)
         group by 1, 2, 3`,
  );
  const cells = new Map(rows.map((row) => [`${row.area} ${row.sex} ${row.band}`, { ...row }]));
  if (at.present) return [...cells.values()];
  for (const person of await listTouched(tx, at)) {
    if (!person.villageCode.startsWith(of.region)) continue;
    const area = person.villageCode.slice(0, of.digits);
    const key = `${area} ${person.sex} ${person.band}`;
    const cell = cells.get(key) ?? { area, sex: person.sex, band: person.band, ...NOBODY };
    cells.set(key, cell);
    const kind = person.duty === 'obligated' ? 'obligated' : 'firstVoters';
    cell[kind] += 1;
    if (person.recorded) cell[kind === 'obligated' ? 'recorded' : 'firstVotersRecorded'] += 1;
  }
  return [...cells.values()];
}

const NOBODY = { obligated: 0, recorded: 0, firstVoters: 0, firstVotersRecorded: 0 };

interface Touched {
  readonly villageCode: string;
  readonly sex: number;
  readonly band: number;
  readonly duty: 'obligated' | 'first_voter';
  readonly recorded: boolean;
}

async function listTouched(tx: Tx, at: At): Promise<Touched[]> {
  const rows = await many<{ deltas: unknown[] | null; recorded: boolean }>(
    tx,
    sql`with late as (${late(at)}), recorded as (${recordedThen(at)})
        select json_agg(a.delta order by a.version) filter (where a.recorded_at <= ${at.knownAt} and a.occurred_on <= ${at.asOf}) as deltas,
               exists (select from recorded e where e.nik = l.nik) as recorded
          from late l join resident_read.act a on a.nik = l.nik group by l.nik`,
  );
  return rows.flatMap(({ deltas, recorded }) => {
    const person = personOf(deltas, at.asOf);
    return person ? [{ ...person, recorded }] : [];
  });
}

/** Whom a history tells of, where the law asks anything of him on that day. */
export function personOf(deltas: readonly unknown[] | null, asOf: CivilDate): Omit<Touched, 'recorded'> | null {
  if (!deltas || !Array.isArray(deltas[0])) return null;
  const person = foldHistory(deltas);
  const duty = dutyOn(person, asOf);
  if (duty === 'none') return null;
  const { villageCode, sex, birthDate } = person;
  return { villageCode, sex, band: bandOf(birthDate, asOf), duty };
}

function bandOf(birthDate: CivilDate, asOf: CivilDate): number {
  return AGE_BANDS.slice(1).filter(
    (from) => `${Number(birthDate.slice(0, 4)) + from}`.padStart(4, '0') + birthDate.slice(4) <= asOf,
  ).length;
}

/** One by one over everybody, from histories and steps alone: another way than the above. */
export async function* eachPerson(
  tx: Tx,
  at: At,
  page = 20_000,
): AsyncGenerator<{ deltas: unknown[] | null; steps: { packet: string; status: number }[] }[]> {
  let after = '-1';
  for (;;) {
    const people = await many<{ nik: string; deltas: unknown[] | null; steps: { packet: string; status: number }[] }>(
      tx,
      sql`with page as (select r.nik from resident_read.resident r where r.nik > ${after}::bigint order by r.nik limit ${page}),
          acts as (
            select a.nik, json_agg(a.delta order by a.version) as deltas from page p join resident_read.act a on a.nik = p.nik
             where a.recorded_at <= ${at.knownAt} and a.occurred_on <= ${at.asOf} group by a.nik),
          steps as (
            select s.nik, json_agg(json_build_object('packet', s.packet_id, 'status', s.status) order by s.version) as steps
              from page p join enrolment.packet_step s on s.nik = p.nik
             where s.recorded_at <= ${at.knownAt} and s.occurred_on <= ${at.asOf} group by s.nik)
          select p.nik::text as nik, a.deltas, coalesce(s.steps, '[]') as steps
            from page p left join acts a on a.nik = p.nik left join steps s on s.nik = p.nik order by p.nik`,
    );
    if (people.length === 0) return;
    yield people;
    after = people.at(-1)!.nik;
  }
}

export interface VillageCount {
  readonly villageCode: string;
  readonly obligated: number;
  readonly unrecorded: number;
}

/** Villages in which somebody who must be is not recorded today. */
export function listUnrecordedByVillage(tx: Tx, given: { region: string; day: CivilDate }): Promise<VillageCount[]> {
  const { low, high } = rangeOf(given.region);
  return many<VillageCount>(
    tx,
    sql`select lpad(r.village_code::text, 10, '0') as "villageCode", count(*)::int as obligated, (count(*) - count(e.nik))::int as unrecorded
          from resident_read.resident r
          ${standingJoin(sql`e.ended_on is null`, given.region)}
         where r.state = any(${[...obligatedStates]}::smallint[]) and r.village_code between ${low}::bigint and ${high}::bigint and ${obligated(given.day)}
         group by r.village_code having count(*) > count(e.nik)`,
  );
}

export interface ListedPerson {
  readonly nik: string;
  readonly name: string;
  readonly sex: number;
  readonly birthDate: CivilDate;
  readonly villageCode: string;
  readonly address: string;
  readonly rt: number | null;
  readonly rw: number | null;
  /** Of his last recording. */
  readonly status: number | null;
  readonly recordedOn: CivilDate | null;
  readonly appointment: string | null;
}

export interface PeopleWanted {
  readonly region: string;
  readonly day: CivilDate;
  readonly recorded: boolean;
  readonly who: 'obligated' | 'first_voter';
  readonly sex?: number | undefined;
  /** From and to in years of age, both included. */
  readonly ageFrom?: number | undefined;
  readonly ageTo?: number | undefined;
}

/** Who is asked to be recorded and is not: those who must be, and first-time voters; by NIK. */
export function listUnrecordedOf(
  tx: Tx,
  { region, day }: { region: string; day: CivilDate },
  limit: number,
): Promise<{ nik: string }[]> {
  const { low, high } = rangeOf(region);
  return many<{ nik: string }>(
    tx,
    sql`select lpad(r.nik::text, 16, '0') as nik from resident_read.resident r
         where r.state = any(${[...obligatedStates]}::smallint[]) and r.village_code between ${low}::bigint and ${high}::bigint
           and (${obligated(day)} or ${firstVoter(day)})
           and not exists (select from enrolment.recording e where e.nik = r.nik and e.ended_on is null)
         order by r.nik limit ${limit}`,
  );
}

/** The people behind a number of today, by village and NIK. */
export function listPeopleOf(
  tx: Tx,
  wanted: PeopleWanted,
  after: { village: string; nik: string } | null,
  limit: number,
): Promise<ListedPerson[]> {
  const { low, high } = rangeOf(wanted.region);
  const { day, recorded, who, sex, ageFrom, ageTo } = wanted;
  const duty = who === 'obligated' ? obligated(day) : firstVoter(day);
  const isRecorded = sql`exists (select from enrolment.recording e where e.nik = r.nik and e.ended_on is null)`;
  return many<ListedPerson>(
    tx,
    sql`select lpad(r.nik::text, 16, '0') as nik, r.name, r.sex, r.birth_date as "birthDate", lpad(r.village_code::text, 10, '0') as "villageCode",
               r.address, r.rt, r.rw, p.status, p.recorded_on as "recordedOn",
               (select a.day::text from enrolment.appointment a where a.nik = r.nik and a.state in ('waiting', 'called') limit 1) as appointment
          from resident_read.resident r
          left join lateral (select q.status, q.recorded_on from enrolment.packet q where q.nik = r.nik order by q.received_at desc, q.id desc limit 1) p on true
         where r.state = any(${[...obligatedStates]}::smallint[]) and r.village_code between ${low}::bigint and ${high}::bigint
           and ${duty} and ${recorded ? isRecorded : sql`not ${isRecorded}`}
           and (${sex ?? null}::smallint is null or r.sex = ${sex ?? null}::smallint)
           and ${ageFrom === undefined ? sql`true` : olderThan(day, ageFrom)}
           and ${ageTo === undefined ? sql`true` : sql`not ${olderThan(day, ageTo + 1)}`}
           and (${after?.village ?? null}::bigint is null or (r.village_code, r.nik) > (${after?.village ?? null}::bigint, ${after?.nik ?? null}::bigint))
         order by r.village_code, r.nik limit ${limit}`,
  );
}
