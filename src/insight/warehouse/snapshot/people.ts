/** The residents of a day as lines for the engine: whoever no later act touched from his current row, the others folded from their history. */
import { copyOut, type Tx } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { COUNTED_STATES } from '../../../register/resident/index.ts';
import { foldHistory } from '../../../register/resident/rules.ts';
import { STATES } from '../../../register/resident/schema.ts';
import { nationalityKind } from './rules.ts';

export interface At {
  readonly asOf: CivilDate;
  readonly knownAt: Date;
}

// A day and an instant of ours, never somebody's text: COPY takes no parameters.
const day = ({ asOf }: At) => `date '${asOf}'`;
const known = ({ knownAt }: At) => `timestamptz '${knownAt.toISOString()}'`;
const dayEnds = (at: At) => `((${day(at)} + 1)::timestamp at time zone 'Asia/Jakarta')`;

const counted = COUNTED_STATES.map((state) => STATES.indexOf(state) + 1).join(', ');

/**
 * `late`: whom acts touched that happened or became known after the cut-off. `recorded`: who was recorded. `cards`: the best card that each
 * had (3 valid, 2 on its way, 1 no longer valid, 0 none); cards on which nothing was done later stand as they stand now.
 */
const beside = (at: At) => `
  late as materialized (
    select distinct a.nik from resident_read.act a where a.recorded_at > ${known(at)} or a.occurred_on > ${day(at)}),
  recorded as materialized (
    select distinct e.nik from enrolment_read.recording e
     where e.recorded_on <= ${day(at)} and e.known_at <= ${known(at)}
       and (e.ended_on is null or e.ended_on > ${day(at)} or e.end_known_at > ${known(at)})),
  moved as materialized (
    select distinct s.nik from card_read.step s where s.at >= ${dayEnds(at)} or s.recorded_at > ${known(at)}),
  standing as (
    select c.nik, c.state from card_read.card c where not exists (select from moved m where m.nik = c.nik)
    union all
    select t.nik, t.state from (
      select distinct on (s.nik, s.card_id) s.nik, s.state from card_read.step s join moved m on m.nik = s.nik
       where s.at < ${dayEnds(at)} and s.recorded_at <= ${known(at)}
       order by s.nik, s.card_id, s.at desc, s.recorded_at desc, s.state desc) t),
  cards as (
    select nik, max(case when state = 5 then 3 when state < 5 then 2 when state < 9 then 1 else 0 end) as card from standing group by nik)`;

/** Those whom no later act touched: NIK, village, sex, birth day, religion, marital status, education, occupation, blood group, nationality, card, recorded. */
export function untouchedStatement(at: At): string {
  return `with ${beside(at)}
    select lpad(r.nik::text, 16, '0'), lpad(r.village_code::text, 10, '0'), r.sex,
           extract(year from r.birth_date)::int * 10000 + extract(month from r.birth_date)::int * 100 + extract(day from r.birth_date)::int,
           r.religion, r.marital_status, r.education, r.occupation, r.blood_group,
           case when r.nationality = 'IDN' then 1 when r.permit = 1 then 2 when r.permit = 2 then 3 else 4 end,
           coalesce(k.card, 0), (e.nik is not null)::int
      from resident_read.resident r
      left join cards k on k.nik = r.nik
      left join recorded e on e.nik = r.nik
     where r.state in (${counted}) and not exists (select from late l where l.nik = r.nik)`;
}

const touchedStatement = (at: At) => `with ${beside(at)}
    select lpad(a.nik::text, 16, '0'), coalesce(max(k.card), 0), (count(e.nik) > 0)::int, json_agg(a.delta order by a.version)
      from late l
      join resident_read.act a on a.nik = l.nik and a.recorded_at <= ${known(at)} and a.occurred_on <= ${day(at)}
      left join cards k on k.nik = l.nik
      left join recorded e on e.nik = l.nik
     group by a.nik`;

/** Everybody who counted as a resident on the day, in no order; the same columns for both. */
export async function* peopleLines(tx: Tx, at: At): AsyncGenerator<Buffer> {
  yield* copyOut(tx, untouchedStatement(at)) as AsyncIterable<Buffer>;
  let rest = '';
  for await (const piece of copyOut(tx, touchedStatement(at)) as AsyncIterable<Buffer>) {
    const lines = (rest + piece.toString('latin1')).split('\n');
    rest = lines.pop()!;
    const folded = lines.map(foldedLine).join('');
    if (folded !== '') yield Buffer.from(folded, 'latin1');
  }
}

/** '' for somebody who did not count then. Names go no further than this function. */
function foldedLine(line: string): string {
  const [nik, card, recorded, history] = line.split('\t') as [string, string, string, string];
  const deltas = JSON.parse(unescaped(history)) as unknown[];
  // Entered later than the cut-off, with something about him that was said to have happened before.
  if (!Array.isArray(deltas[0])) return '';
  const person = foldHistory(deltas);
  if (!COUNTED_STATES.includes(person.state)) return '';
  const { sex, religion, maritalStatus, education, occupation, bloodGroup } = person;
  const born = person.birthDate.replaceAll('-', '');
  const codes = [sex, Number(born), religion, maritalStatus, education, occupation, bloodGroup];
  return `${[nik, person.villageCode, ...codes, nationalityKind(person), card, recorded].join('\t')}\n`;
}

const SIGNS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v' };

/** COPY's text format back into text. */
function unescaped(field: string): string {
  return field.includes('\\') ? field.replace(/\\(.)/g, (_, sign: string) => SIGNS[sign] ?? sign) : field;
}
