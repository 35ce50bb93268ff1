/** Voters counted: everybody from the current rows but those whom later acts touched, who are folded. */
import { many, one, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { isOfItsDay, type Point } from '../../../core/kept-count/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { CARD_STATES } from '../../../cards/card/rules.ts';
import type { PastDelta } from '../eligibility/cutoff.ts';
import type { Ballot, DatedSource } from '../eligibility/rules.ts';
import { ofArea, placesAtCutoff, reasonsMask, votersFrom } from '../eligibility/sql.ts';

export type At = Point;

export interface Counted {
  /** Four digits: the regency in which they vote; voters abroad by where they were registered last. */
  readonly regency: string;
  readonly eligible: number;
  readonly withoutCard: number;
}

const instant = (at: Date): string => `timestamptz '${at.toISOString()}'`;
const knownThen = ({ knownAt }: At): string =>
  `known_at <= ${instant(knownAt)} and (withdrawn_at is null or withdrawn_at > ${instant(knownAt)})`;
/** Acts that had not happened or were not known. */
const isLate = ({ asOf, knownAt }: At): string =>
  `a.recorded_at > ${instant(knownAt)} or a.occurred_on > date '${asCivilDate(asOf)}'`;
/** Of cards: the end of the day is that of WIB. */
const stepIsLate = ({ asOf, knownAt }: At): string =>
  `s.recorded_at > ${instant(knownAt)} or s.at >= (date '${asCivilDate(asOf)}' + 1)::timestamp at time zone 'Asia/Jakarta'`;

/**
 * Who holds a valid card at a moment: by the current rows where no step came later, else by the last step before.
 */
const holders = (at: At): string => `
  step_late as materialized (select distinct s.nik, s.card_id from card_read.step s where ${stepIsLate(at)}),
  holders as materialized (
    select c.nik from card_read.card c
     where c.state = ${CARD_STATES.VALID.code} and not exists (select from step_late l where l.nik = c.nik and l.card_id = c.id)
    union
    select t.nik from (
      select distinct on (s.nik, s.card_id) s.nik, s.state
        from step_late l join card_read.step s on s.nik = l.nik and s.card_id = l.card_id
       where not (${stepIsLate(at)}) order by s.nik, s.card_id, s.recorded_at desc, s.id desc) t
     where t.state = ${CARD_STATES.VALID.code})`;

/** By regency, of everybody whom no later act touched. */
export function countUntouched(tx: Tx, ballot: Ballot, at: At): Promise<Counted[]> {
  return many(
    tx,
    sql<Counted>`${sql.raw(`${placesAtCutoff(ballot)},
      late as materialized (select distinct a.nik from resident_read.act a where ${isLate(at)}),
      ${holders(at)}
      select lpad((coalesce(c.village_code, r.village_code) / 1000000)::text, 4, '0') as regency, count(*)::int as eligible,
             count(*) filter (where h.nik is null)::int as "withoutCard"
        from ${votersFrom(ballot, knownThen(at))}
        left join late l on l.nik = r.nik
        left join holders h on h.nik = r.nik
       where ${ofArea(ballot)} and l.nik is null and ${reasonsMask(ballot)} = 0
       group by 1`)}`,
  );
}

export interface Person {
  readonly nik: Nik;
  readonly acts: readonly PastDelta[];
  readonly sources: readonly DatedSource[];
  readonly hasCard: boolean;
}

const SOURCES = (
  at: At,
) => `(select json_agg(json_build_object('kind', (array['military', 'police', 'deprived', 'mission'])[v.kind], 'body', v.body,
    'since', v.since, 'until', v.until)) from voter.source v where v.nik = n.nik and ${knownThen(at)})`;

const ACTS = (at: At) =>
  `json_agg(json_build_object('delta', a.delta, 'occurredOn', a.occurred_on) order by a.version) filter (where not (${isLate(at)}))`;

/** The people whom later acts touched, as they were known. */
export function listTouched(tx: Tx, at: At): Promise<Person[]> {
  return many(
    tx,
    sql<Person>`${sql.raw(`with n as materialized (select distinct a.nik from resident_read.act a where ${isLate(at)}),
      ${holders(at)}
      select lpad(n.nik::text, 16, '0') as nik, coalesce(p.acts, '[]') as acts, coalesce(${SOURCES(at)}, '[]') as sources,
             exists (select from holders h where h.nik = n.nik) as "hasCard"
        from n, lateral (select ${ACTS(at)} as acts from resident_read.act a where a.nik = n.nik) p`)}`,
  );
}

/** Whom an act, a step of a card or a source touched after a point; each part has an index of its own. */
const late = (after: Point): string => {
  const known = instant(after.knownAt);
  const day = `date '${asCivilDate(after.asOf)}'`;
  return [
    `select a.nik from resident_read.act a where a.recorded_at > ${known}`,
    `select a.nik from resident_read.act a where a.occurred_on > ${day}`,
    `select s.nik from card_read.step s where s.recorded_at > ${known}`,
    `select s.nik from card_read.step s where s.at >= (${day} + 1)::timestamp at time zone 'Asia/Jakarta'${isOfItsDay(after) ? ' and s.at > s.recorded_at' : ''}`,
    `select v.nik from voter.source v where v.known_at > ${known} or v.withdrawn_at > ${known}`,
  ].join(' union all ');
};

/** No fewer than they are, and counted no further than `most`. */
export async function countTouchedSince(tx: Tx, after: Point, most: number): Promise<number> {
  const { n } = await one<{ n: number }>(
    tx,
    sql`select count(*)::int as n from (select from (${sql.raw(late(after))}) l limit ${most}) t`,
  );
  return n;
}

/** They themselves; `most` rows of them where they are more, since who was touched twice may come twice. */
export function listTouchedSince(tx: Tx, after: Point, most: number): Promise<{ nik: string }[]> {
  return many(tx, sql<{ nik: string }>`select l.nik::text as nik from (${sql.raw(late(after))}) l limit ${most}`);
}

/** These people, as they were known at a point. */
export function listPeople(tx: Tx, niks: readonly string[], at: At): Promise<Person[]> {
  return many(
    tx,
    sql<Person>`with n as materialized (select nik from unnest(${[...niks]}::bigint[]) u (nik)), ${sql.raw(peopleAt(at))}`,
  );
}

/** Of everybody in \`n\`: acts, sources and whether he held a card. */
const peopleAt = (at: At): string => `step as (
    select distinct on (s.nik, s.card_id) s.nik, s.state from n join card_read.step s on s.nik = n.nik
     where not (${stepIsLate(at)}) order by s.nik, s.card_id, s.recorded_at desc, s.id desc)
  select lpad(n.nik::text, 16, '0') as nik, coalesce(p.acts, '[]') as acts, coalesce(${SOURCES(at)}, '[]') as sources,
         exists (select from step where step.nik = n.nik and step.state = ${CARD_STATES.VALID.code}) as "hasCard"
    from n, lateral (select ${ACTS(at)} as acts from resident_read.act a where a.nik = n.nik) p order by n.nik`;

const PAGE = 20_000;

/** Everybody, page after page, from nothing but acts, sources and steps: another way. */
export async function* eachPerson(tx: Tx, at: At): AsyncGenerator<Person> {
  let after = '0';
  for (;;) {
    const page = await many(
      tx,
      sql<Person>`with n as materialized (select r.nik from resident_read.resident r where r.nik > ${after}::bigint order by r.nik limit ${PAGE}),
        ${sql.raw(peopleAt(at))}`,
    );
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)!.nik;
  }
}
