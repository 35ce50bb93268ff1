/** Coverage from a count that is kept: only those whom an act or a recording touched since, and who came of age, are looked at again. */
import { many, one, sql, type Tx } from '../../../core/db/index.ts';
import {
  earlier,
  findKeptCount,
  isOfItsDay,
  keepCount,
  MOST_TOUCHED,
  settledPoint,
  type KeptCount,
  type Point,
} from '../../../core/kept-count/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { listCells, obligatedStates, personOf } from './sql.ts';

/** By regency, four digits. */
export type Regencies = Map<string, { obligated: number; recorded: number }>;

type Content = [string, number, number][];
const WHAT = 'enrolment.coverage';

export async function measureRegencies(tx: Tx, at: Point): Promise<Regencies> {
  const kept = await findKeptCount<Content>(tx, WHAT);
  return (kept && (await fromKept(tx, kept, at))) ?? overAll(tx, at);
}

/** Where few were touched in the hour that is not settled; else the count before stays. */
export async function keepRegencies(tx: Tx): Promise<void> {
  const at = settledPoint(tx);
  if ((await countTouched(tx, at)) > MOST_TOUCHED) return;
  const content: Content = [...(await overAll(tx, at))].map(([code, { obligated, recorded }]) => [
    code,
    obligated,
    recorded,
  ]);
  await keepCount(tx, WHAT, { ...at, content });
}

function add(to: Regencies, regency: string, { obligated, recorded }: { obligated: number; recorded: number }): void {
  const sum = to.get(regency) ?? { obligated: 0, recorded: 0 };
  to.set(regency, { obligated: sum.obligated + obligated, recorded: sum.recorded + recorded });
}

async function overAll(tx: Tx, at: Point): Promise<Regencies> {
  const sums: Regencies = new Map();
  for (const cell of await listCells(tx, at, { region: '', digits: 4 })) add(sums, cell.area, cell);
  return sums;
}

/** `null`: too many were touched between the two points. */
async function fromKept(tx: Tx, kept: KeptCount<Content>, at: Point): Promise<Regencies | null> {
  const both = earlier(kept, at);
  const niks = await listNiksTouched(tx, both);
  if (niks === null) return null;
  const sums: Regencies = new Map(kept.content.map(([code, obligated, recorded]) => [code, { obligated, recorded }]));
  const touched = await listPeople(tx, niks);
  for (const person of touched) {
    addPerson(sums, person, kept, -1);
    addPerson(sums, person, at, 1);
  }
  if (at.asOf === kept.asOf) return sums;
  const n = at.asOf > kept.asOf ? 1 : -1;
  const [from, until] = n > 0 ? [kept.asOf, at.asOf] : [at.asOf, kept.asOf];
  for (const row of await listCameOfAge(tx, { from, until, besides: touched.map(({ nik }) => nik) }))
    add(sums, row.regency, { obligated: n * row.obligated, recorded: n * row.recorded });
  return sums;
}

interface Touched {
  readonly nik: string;
  readonly acts: readonly { readonly delta: unknown; readonly on: CivilDate; readonly at: number }[];
  readonly recordings: readonly {
    readonly on: CivilDate;
    readonly at: number;
    readonly endedOn: CivilDate | null;
    readonly endedAt: number | null;
  }[];
}

function addPerson(sums: Regencies, { acts, recordings }: Touched, point: Point, n: number): void {
  const knownAt = point.knownAt.getTime();
  const seen = ({ on, at }: { on: CivilDate; at: number }) => on <= point.asOf && at <= knownAt;
  const deltas = acts.filter(seen).map(({ delta }) => delta);
  const person = personOf(deltas, point.asOf);
  if (person?.duty !== 'obligated') return;
  const ended = ({ endedOn, endedAt }: Touched['recordings'][number]) =>
    endedOn !== null && endedOn <= point.asOf && endedAt! <= knownAt;
  const recorded = recordings.some((each) => seen(each) && !ended(each));
  add(sums, person.villageCode.slice(0, 4), { obligated: n, recorded: recorded ? n : 0 });
}

const ahead = sql`e.recorded_on > (e.known_at at time zone 'Asia/Jakarta')::date`;

/** Each part has an index of its own. */
const late = ({ asOf, knownAt }: Point) => sql`
  select a.nik from resident_read.act a where a.recorded_at > ${knownAt}
  union all select a.nik from resident_read.act a where a.occurred_on > ${asOf}
  union all select e.nik from enrolment.recording e where e.known_at > ${knownAt}
  union all select e.nik from enrolment.recording e where e.recorded_on > ${asOf} and ${isOfItsDay({ asOf, knownAt }) ? ahead : sql`true`}
  union all select e.nik from enrolment.recording e where e.ended_on is not null and (e.end_known_at > ${knownAt} or e.ended_on > ${asOf})`;

/** No fewer than they are, and counted only so far as it matters. */
async function countTouched(tx: Tx, after: Point): Promise<number> {
  const { n } = await one<{ n: number }>(
    tx,
    sql`select count(*)::int as n from (select from (${late(after)}) l limit ${MOST_TOUCHED + 1}) t`,
  );
  return n;
}

/** `null`: too many. */
async function listNiksTouched(tx: Tx, after: Point): Promise<string[] | null> {
  const rows = await many<{ nik: string }>(
    tx,
    sql`select l.nik::text as nik from (${late(after)}) l limit ${MOST_TOUCHED + 1}`,
  );
  return rows.length > MOST_TOUCHED ? null : [...new Set(rows.map(({ nik }) => nik))];
}

function listPeople(tx: Tx, niks: readonly string[]): Promise<Touched[]> {
  const ms = (instant: string) => sql.raw(`extract(epoch from ${instant}) * 1000`);
  return many(
    tx,
    sql<Touched>`
      select l.nik::text as nik,
             coalesce((select json_agg(json_build_object('delta', a.delta, 'on', a.occurred_on, 'at', ${ms('a.recorded_at')}) order by a.version)
                         from resident_read.act a where a.nik = l.nik), '[]') as acts,
             coalesce((select json_agg(json_build_object('on', e.recorded_on, 'at', ${ms('e.known_at')},
                                                         'endedOn', e.ended_on, 'endedAt', ${ms('e.end_known_at')}))
                         from enrolment.recording e where e.nik = l.nik), '[]') as recordings
        from unnest(${[...niks]}::bigint[]) l (nik)`,
  );
}

/** Whoever turned 17 between two days and nothing else touched: the current rows are theirs at both. */
function listCameOfAge(
  tx: Tx,
  of: { from: CivilDate; until: CivilDate; besides: readonly string[] },
): Promise<{ regency: string; obligated: number; recorded: number }[]> {
  return many(
    tx,
    sql<{ regency: string; obligated: number; recorded: number }>`
      select lpad((r.village_code / 1000000)::text, 4, '0') as regency, count(*)::int as obligated,
             count(*) filter (where exists (select from enrolment.recording e where e.nik = r.nik and e.ended_on is null))::int as recorded
        from resident_read.resident r
       where r.birth_date > (${of.from}::date - interval '17 years')::date and r.birth_date <= (${of.until}::date - interval '17 years')::date
         and r.state = any(${[...obligatedStates]}::smallint[]) and (r.nationality = 'IDN' or r.permit = 2) and r.marital_status <= 1
         and not exists (select from unnest(${[...of.besides]}::bigint[]) t (nik) where t.nik = r.nik)
       group by 1`,
  );
}
