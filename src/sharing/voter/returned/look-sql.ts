/** Statements that look into the rows of a matched list. Who is absent is found by his number, everybody else by the row. */
import { many, maybeOne, nikText, one, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { ABSENCES, VERDICTS, type Absence, type Finding, type ReturnedVerdict, type Side } from './rules.ts';

export interface Which {
  readonly id: string;
  readonly side: Side;
  readonly reason: ReturnedVerdict | Absence;
}

const placeIn = (side: Side, reason: string): number =>
  (side === 'listed' ? (VERDICTS as readonly string[]) : (ABSENCES as readonly string[])).indexOf(reason);

const from = ({ id, side, reason }: Which) =>
  side === 'listed'
    ? sql`from voter.returned_row r where r.list_id = ${id}::uuid and r.verdict = ${placeIn(side, reason)}`
    : sql`from voter.returned_absent r where r.list_id = ${id}::uuid and r.reason = ${placeIn(side, reason)}`;
const key = ({ side }: Which) => sql.ref(side === 'listed' ? 'r.row_number' : 'r.nik');
const within = ({ side }: Which, regency: string | undefined) =>
  regency === undefined
    ? sql``
    : side === 'listed'
      ? sql`and r.regency = ${regency}`
      : sql`and lpad((r.village / 1000000)::text, 4, '0') = ${regency}`;

export interface Portion {
  readonly regency?: string | undefined;
  readonly after: string;
  readonly limit: number;
}

/** Behind a key, in its order. */
export async function listKeys(tx: Tx, which: Which, { regency, after, limit }: Portion): Promise<string[]> {
  const rows = await many(
    tx,
    sql<{
      key: string;
    }>`select ${key(which)}::text as key ${from(which)} ${within(which, regency)} and ${key(which)} > ${after}::bigint order by ${key(which)} limit ${limit}`,
  );
  return rows.map((row) => row.key);
}

/** The first `n` in the order in which `seed` draws. */
export async function drawKeys(tx: Tx, which: Which, { seed, n }: { seed: Buffer; n: number }): Promise<string[]> {
  const rows = await many(
    tx,
    sql<{
      key: string;
    }>`select ${key(which)}::text as key ${from(which)} order by sha256(${seed}::bytea || int8send(${key(which)})), ${key(which)} limit ${n}`,
  );
  return rows.map((row) => row.key);
}

export interface LineRow {
  readonly key: string;
  readonly row: number | null;
  readonly shown: string | null;
  readonly name: string | null;
  readonly born: CivilDate | null;
  readonly village: string | null;
  readonly firstRow: number | null;
  readonly nik: Nik | null;
  readonly personName: string | null;
  readonly personBorn: CivilDate | null;
  readonly lives: string | null;
}

const person = sql`e.name as "personName", e.birth_date as "personBorn"`;

/** The rows of these keys, in no order. */
export function linesOf(tx: Tx, { id, side }: Which, keys: readonly string[]): Promise<LineRow[]> {
  const these = sql`any(${[...keys]}::bigint[])`;
  return side === 'listed'
    ? many(
        tx,
        sql<LineRow>`select r.row_number::text as key, r.row_number::int as row, lpad(r.shown::text, 16 - r.hidden, '0') || repeat('*', r.hidden) as shown,
                            r.name, r.born, lpad(r.village::text, 10, '0') as village, r.first_row::int as "firstRow", ${nikText('r.nik')} as nik, ${person},
                            lpad(r.lives::text, 10, '0') as lives
                       from voter.returned_row r left join resident_read.resident e on e.nik = r.nik
                      where r.list_id = ${id}::uuid and r.row_number = ${these}`,
      )
    : many(
        tx,
        sql<LineRow>`select r.nik::text as key, null::int as row, null as shown, null as name, null::date as born, null as village, null::int as "firstRow",
                            ${nikText('r.nik')} as nik, ${person}, lpad(r.village::text, 10, '0') as lives
                       from voter.returned_absent r join resident_read.resident e on e.nik = r.nik
                      where r.list_id = ${id}::uuid and r.nik = ${these}`,
      );
}

/** Everybody of the register who stands in these rows, once each. */
export const peopleOf = (which: Which, regency: string | undefined) =>
  sql<{ nik: string }>`select distinct r.nik ${from(which)} ${within(which, regency)} and r.nik is not null`;

export async function countOf(tx: Tx, which: Which, regency: string | undefined): Promise<number> {
  const { n } = await one(tx, sql<{ n: number }>`select count(*)::int as n ${from(which)} ${within(which, regency)}`);
  return n;
}

export interface SampleRow {
  readonly side: Side;
  readonly reason: ReturnedVerdict | Absence;
  readonly n: number;
  readonly of: number;
  readonly right: number;
  readonly wrong: number;
  readonly unclear: number;
}

const samples = (id: string) => sql`
  select s.side, s.reason, s.n, coalesce((select sum(c.n) from voter.returned_count c where c.list_id = s.list_id and c.side = s.side and c.reason = s.reason), 0)::int as of,
         count(f.place) filter (where f.finding = 'right')::int as "right", count(f.place) filter (where f.finding = 'wrong')::int as wrong,
         count(f.place) filter (where f.finding = 'unclear')::int as unclear
    from voter.returned_sample s
    left join voter.returned_finding f on f.list_id = s.list_id and f.side = s.side and f.reason = s.reason
   where s.list_id = ${id}::uuid group by s.list_id, s.side, s.reason`;

export const listSamples = (tx: Tx, id: string): Promise<SampleRow[]> =>
  many(tx, sql<SampleRow>`${samples(id)} order by s.side desc, s.reason`);

export const findSample = (tx: Tx, { id, side, reason }: Which): Promise<SampleRow | undefined> =>
  maybeOne(tx, sql<SampleRow>`select * from (${samples(id)}) t where t.side = ${side} and t.reason = ${reason}`);

interface Act {
  readonly at: Date;
  readonly by: string;
  readonly entryId: string;
}

/** A sample only ever grows: what was found stays in it. */
export async function keepSample(tx: Tx, which: Which, n: number, act: Act): Promise<void> {
  await run(
    tx,
    sql`insert into voter.returned_sample (list_id, side, reason, n, drawn_at, drawn_by, entry_id)
        values (${which.id}::uuid, ${which.side}, ${which.reason}, ${n}, ${act.at}, ${act.by}::uuid, ${act.entryId})
        on conflict (list_id, side, reason) do update
           set n = greatest(returned_sample.n, excluded.n), drawn_at = excluded.drawn_at, drawn_by = excluded.drawn_by, entry_id = excluded.entry_id`,
  );
}

export interface FindingRow {
  readonly place: number;
  readonly finding: Finding;
  readonly note: string;
  readonly at: Date;
  readonly by: string;
}

export const listFindings = (tx: Tx, { id, side, reason }: Which): Promise<FindingRow[]> =>
  many(
    tx,
    sql<FindingRow>`select place, finding, note, found_at as at, found_by as by from voter.returned_finding
         where list_id = ${id}::uuid and side = ${side} and reason = ${reason} order by place`,
  );

/** Found again it is what it was found last. */
export async function keepFinding(
  tx: Tx,
  which: Which,
  f: { readonly place: number; readonly finding: Finding; readonly note: string },
  act: Act,
): Promise<void> {
  await run(
    tx,
    sql`insert into voter.returned_finding (list_id, side, reason, place, finding, note, found_at, found_by, entry_id)
        values (${which.id}::uuid, ${which.side}, ${which.reason}, ${f.place}, ${f.finding}, ${f.note}, ${act.at}, ${act.by}::uuid, ${act.entryId})
        on conflict (list_id, side, reason, place) do update
           set finding = excluded.finding, note = excluded.note, found_at = excluded.found_at, found_by = excluded.found_by, entry_id = excluded.entry_id`,
  );
}
