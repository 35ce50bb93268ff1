/**
 * All rows of a list beside the register, set-based: everybody of the area once with why he does not vote, whom each row means, its one
 * verdict, and who is in no row. Each step is one statement over all rows; what linkage must look at comes out as pairs and goes back as
 * answers.
 */
import { many, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import { asCivilDate, type CivilDate } from '../../../core/time/index.ts';
import { hasMissions, type Ballot } from '../eligibility/rules.ts';
import { ofArea, placesAtCutoff, reasonsMask, votersFrom } from '../eligibility/sql.ts';
import { ABSENCES, GRAVEST, maskOf, placeOf, VERDICTS } from './rules.ts';

/**
 * `elector`: everybody of the area, and whoever else a number of the list or a name with its day of birth may mean. `given`: the rows.
 */
export async function gather(tx: Tx, id: Uuid, ballot: Ballot): Promise<void> {
  await run(
    tx,
    sql`create temporary table given on commit drop as
        select row_number, shown, hidden, name, name_key, born, place, village from voter.returned_given where list_id = ${id}`,
  );
  await run(tx, sql`create index on given (shown) where hidden = 0`);
  await run(tx, sql`analyze given`);
  await wanted(tx, ballot);
  await run(
    tx,
    sql`create temporary table elector on commit drop as
        ${sql.raw(`${placesAtCutoff(ballot)}
        select r.nik, r.name, r.name_key, r.birth_date, r.birth_place, r.sex, r.registered_on, r.marital_status,
               coalesce(c.village_code, r.village_code) as village, ${hasMissions(ballot) ? 's.mission is not null' : 'false'} as abroad,
               ${reasonsMask(ballot)} as reasons
          from ${votersFrom(ballot)}
         where ${ofArea(ballot)} or r.nik in (select nik from wanted)`)}`,
  );
  await run(tx, sql`create unique index on elector (nik)`);
  await run(tx, sql`create index on elector (name_key, birth_date)`);
  await run(tx, sql`analyze elector`);
}

/** Where only a part of the nation votes: whom rows mean that live elsewhere. */
async function wanted(tx: Tx, { regencies }: Ballot): Promise<void> {
  await run(tx, sql`create temporary table wanted (nik bigint not null) on commit drop`);
  if (regencies === null) return;
  await run(
    tx,
    sql`insert into wanted
        select shown from given where hidden = 0
        union
        select r.nik from (select distinct name_key, born from given where born is not null) g
          join resident_read.resident r on r.birth_date = g.born and r.name_key = g.name_key`,
  );
  for (const hidden of await hiddenLengths(tx))
    await run(
      tx,
      sql`insert into wanted
          select r.nik from (select distinct name_key, shown from given where hidden = ${hidden} and name_key <> 0) g
            join resident_read.resident r on r.name_key = g.name_key and r.nik / ${cutOf(hidden)} = g.shown`,
    );
  await run(tx, sql`analyze wanted`);
}

async function hiddenLengths(tx: Tx): Promise<number[]> {
  const rows = await many(tx, sql<{ hidden: number }>`select distinct hidden from given where hidden > 0 order by 1`);
  return rows.map(({ hidden }) => hidden);
}

/** By what a number is divided so that only its shown digits are left. */
const cutOf = (hidden: number) => sql.raw(`${10n ** BigInt(hidden)}::bigint`);

/** Rows whose number is in the register: a name that sounds the same, or one that linkage must look at. */
export async function meantByNumber(tx: Tx): Promise<void> {
  await run(
    tx,
    sql`create temporary table meant on commit drop as
        select g.row_number, e.nik, 'nik'::text as how,
               case when e.name_key = g.name_key and g.name_key <> 0 then true end as alike
          from given g join elector e on e.nik = g.shown where g.hidden = 0`,
  );
}

export interface PairRow {
  readonly row: number;
  readonly nik: string;
  readonly name: string;
  readonly born: CivilDate | null;
  readonly place: string | null;
  readonly registerName: string;
  readonly registerBorn: CivilDate;
  readonly registerPlace: string;
}

const pair = sql`g.row_number::int as row, e.nik::text as nik, g.name, g.born, g.place, e.name as "registerName", e.birth_date as "registerBorn",
  e.birth_place as "registerPlace"`;

/** Pairs under one number that sound otherwise, behind a row. */
export function listUnlike(tx: Tx, after: number, limit: number): Promise<PairRow[]> {
  return many(
    tx,
    sql<PairRow>`select ${pair} from meant m join given g using (row_number) join elector e on e.nik = m.nik
         where m.alike is null and m.row_number > ${after} order by m.row_number limit ${limit}`,
  );
}

export async function keepAlike(tx: Tx, rows: readonly number[]): Promise<void> {
  await run(tx, sql`update meant set alike = true where row_number = any(${[...rows]}::bigint[])`);
}

/**
 * Who else may be meant: of hidden numbers everybody whose digits agree with those that are shown and whose name sounds the same, and the day
 * where it is not hidden; of numbers that nobody has, or another, who has name and day of birth.
 */
export async function meantOtherwise(tx: Tx): Promise<void> {
  await run(
    tx,
    sql`create temporary table unlike on commit drop as
        select row_number from meant where alike is null`,
  );
  await run(tx, sql`delete from meant where alike is null`);
  await run(
    tx,
    sql`create temporary table candidate (row_number bigint not null, nik bigint not null, how text not null) on commit drop`,
  );
  for (const hidden of await hiddenLengths(tx))
    await run(
      tx,
      sql`insert into candidate
          select g.row_number, e.nik, 'mask' from given g join elector e on e.name_key = g.name_key and e.nik / ${cutOf(hidden)} = g.shown
           where g.hidden = ${hidden} and g.name_key <> 0 and (g.born is null or g.born = e.birth_date)`,
    );
  await run(
    tx,
    sql`insert into candidate
        select g.row_number, e.nik, 'person' from given g join elector e on e.name_key = g.name_key and e.birth_date = g.born
         where g.name_key <> 0 and not exists (select from meant m where m.row_number = g.row_number)
           and not exists (select from candidate c where c.row_number = g.row_number)`,
  );
  await run(tx, sql`create index on candidate (row_number)`);
  await run(tx, sql`analyze candidate`);
}

/** Candidates by name and day, for linkage to look at, behind a row. */
export function listCandidates(tx: Tx, after: number, limit: number): Promise<PairRow[]> {
  return many(
    tx,
    sql<PairRow>`with rows as (select distinct row_number from candidate where how = 'person' and row_number > ${after} order by row_number limit ${limit})
         select ${pair} from rows join candidate c using (row_number) join given g using (row_number) join elector e on e.nik = c.nik
          where c.how = 'person' order by g.row_number, e.nik`,
  );
}

export async function dropCandidates(
  tx: Tx,
  pairs: readonly { readonly row: number; readonly nik: string }[],
): Promise<void> {
  await run(
    tx,
    sql`delete from candidate c using unnest(${pairs.map(({ row }) => row)}::bigint[], ${pairs.map(({ nik }) => nik)}::bigint[]) as d (row_number, nik)
         where c.row_number = d.row_number and c.nik = d.nik`,
  );
}

/** A record that is a person's second is not who is meant where his first is there too; then whoever is the only one left is. */
export async function settle(tx: Tx): Promise<void> {
  const second = sql.raw(`(e.reasons & ${maskOf(['duplicate', 'cancelled'])}) <> 0`);
  await run(
    tx,
    sql`delete from candidate c using elector e
         where e.nik = c.nik and ${second}
           and exists (select from candidate o join elector f on f.nik = o.nik
                        where o.row_number = c.row_number and (f.reasons & ${sql.raw(String(maskOf(['duplicate', 'cancelled'])))}) = 0)`,
  );
  await run(
    tx,
    sql`insert into meant (row_number, nik, how, alike)
        select row_number, min(nik), min(how), true from candidate group by row_number having count(*) = 1`,
  );
  await run(tx, sql`create index on meant (row_number)`);
  await run(tx, sql`analyze meant`);
}

const caseOf = (pairs: readonly (readonly [condition: string, verdict: number])[], other: number): string =>
  `case ${pairs.map(([condition, verdict]) => `when ${condition} then ${verdict}`).join(' ')} else ${other} end`;

/** The same as `verdictOf`, from the same table. */
const verdict = caseOf(
  [
    ['first_row is not null', placeOf('twice')],
    ["how = 'several'", placeOf('several')],
    ["how = 'another_person'", placeOf('another_person')],
    ["how = 'not_found'", placeOf('not_found')],
    ...GRAVEST.map(([word, reasons]) => [`(reasons & ${maskOf(reasons)}) <> 0`, placeOf(word)] as const),
    ["how = 'person'", placeOf('other_nik')],
    ['village <> lives', placeOf('moved')],
  ],
  placeOf('in_order'),
);

/** Gives every row its verdict. Of rows in order nothing of what they said is kept. */
export async function enterVerdicts(tx: Tx, id: Uuid): Promise<void> {
  await run(
    tx,
    sql`insert into voter.returned_row (list_id, row_number, verdict, nik, regency, lives, first_row, shown, hidden, name, born, village)
        with standing as (
          select g.row_number, g.shown, g.hidden, g.name, g.born, g.village, m.nik, e.village as lives, coalesce(e.reasons, 0) as reasons,
                 coalesce(m.how, case when c.row_number is not null then 'several' when u.row_number is not null then 'another_person' else 'not_found' end) as how,
                 -- Who is nobody of the register is still in the list twice: number, name and day are those of the first row.
                 case when m.nik is not null then first_value(g.row_number) over (partition by m.nik order by (m.how <> 'nik'), g.row_number)
                      else first_value(g.row_number) over (partition by m.nik is null, g.shown, g.hidden, g.name_key, g.born order by g.row_number) end as first
            from given g
            left join meant m using (row_number)
            left join elector e on e.nik = m.nik
            left join (select distinct row_number from candidate) c on c.row_number = g.row_number
            left join unlike u on u.row_number = g.row_number
        ), judged as (
          select s.*, case when s.first <> s.row_number and (s.nik is not null or s.hidden = 0) then s.first end as first_row from standing s
        ), decided as (
          select j.*, ${sql.raw(verdict)} as verdict from judged j
        )
        select ${id}::uuid, row_number, verdict, nik, coalesce(lpad((coalesce(village, lives) / 1000000)::text, 4, '0'), ''), lives, first_row,
               case when verdict <> ${placeOf('in_order')} then shown end, case when verdict <> ${placeOf('in_order')} then hidden end,
               case when verdict <> ${placeOf('in_order')} then name end, case when verdict <> ${placeOf('in_order')} then born end,
               case when verdict <> ${placeOf('in_order')} then village end
          from decided order by row_number`,
  );
}

/** Who votes by the register and is meant by no row. */
export async function enterAbsent(tx: Tx, id: Uuid, datedOn: CivilDate): Promise<void> {
  const day = sql.raw(`date '${asCivilDate(datedOn)}'`);
  const place = (word: (typeof ABSENCES)[number]) => sql.raw(String(ABSENCES.indexOf(word)));
  await run(
    tx,
    sql`insert into voter.returned_absent (list_id, nik, reason, village)
        select ${id}::uuid, e.nik,
               case when e.registered_on > ${day} then ${place('registered_later')}
                    when e.birth_date > (${day} - interval '17 years')::date and e.marital_status = 1 then ${place('of_age_later')}
                    when e.abroad then ${place('at_mission')}
                    else ${place('not_listed')} end,
               e.village
          from elector e
         where e.reasons = 0 and not exists (select from meant m where m.nik = e.nik)
         order by e.nik`,
  );
}

export async function enterCounts(tx: Tx, id: Uuid): Promise<void> {
  const verdicts = sql`${[...VERDICTS]}::text[]`;
  const absences = sql`${[...ABSENCES]}::text[]`;
  await run(
    tx,
    sql`insert into voter.returned_count (list_id, side, reason, regency, n)
        select ${id}::uuid, 'listed', (${verdicts})[verdict + 1], regency, count(*) from voter.returned_row where list_id = ${id} group by verdict, regency
        union all
        select ${id}::uuid, 'absent', (${absences})[reason + 1], lpad((village / 1000000)::text, 4, '0'), count(*)
          from voter.returned_absent where list_id = ${id} group by reason, village / 1000000`,
  );
}

export async function endMatching(tx: Tx, id: Uuid, entryId: Uuid): Promise<void> {
  await run(tx, sql`delete from voter.returned_given where list_id = ${id}`);
  await run(
    tx,
    sql`update voter.returned set state = 'done', matched_at = ${tx.ground.clock.now()}, matched_entry = ${entryId} where id = ${id}`,
  );
}
