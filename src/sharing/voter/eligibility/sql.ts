/** Everybody of an election's area with why he does not vote, in one statement: the rules of `rules.ts`, set-based. */
import { asCivilDate } from '../../../core/time/index.ts';
import { ELEMENTS, type Element } from '../../../register/resident/index.ts';
import { STATES, type ResidentState } from '../../../register/resident/schema.ts';
import { bitOf, hasMissions, SOURCE_KINDS, VOTING_AGE, type Ballot, type Reason, type SourceKind } from './rules.ts';

/**
 * Everybody who lives in the area, or lived there at the cut-off, without parameters, fit to stand in COPY. Columns: nik, family_card, name,
 * birth_place, birth_date, sex, marital_status, address, rt, rw, village_code (at the cut-off), mission, reasons (bits of `REASONS`; 0: votes).
 * Numbers of 16 and 10 digits are text, because old ones begin with 0.
 */
export function votersQuery(election: Ballot): string {
  return `${placesAtCutoff(election)}
select lpad(r.nik::text, 16, '0') as nik, lpad(f.family_card::text, 16, '0') as family_card, r.name, r.birth_place, r.birth_date, r.sex,
       r.marital_status, case when c.nik is null then r.address else c.address end as address, case when c.nik is null then r.rt else c.rt end as rt,
       case when c.nik is null then r.rw else c.rw end as rw, lpad(coalesce(c.village_code, r.village_code)::text, 10, '0') as village_code,
       ${hasMissions(election) ? 's.mission' : 'null::text'} as mission, ${reasonsMask(election)} as reasons
  from ${votersFrom(election)}
  left join family_read.membership f on f.nik = r.nik and f.valid_to is null
 where ${ofArea(election)}`;
}

const dayText = (day: string): string => `date '${asCivilDate(day)}'`;

/** Residents `r` with `c`, where they lived at the cut-off if an act moved them since, and `s`, what sources say of the voting day. */
export function votersFrom(election: Ballot, known = ''): string {
  const day = dayText(election.votingDay);
  return `resident_read.resident r
  left join at_cutoff c on c.nik = r.nik
  left join (select nik, bit_or(1 << (kind - 1)) as kinds, max(body collate "C") filter (where kind = ${kindOf('mission')}) as mission
               from voter.source
              where since <= ${day} and (until is null or until >= ${day}) and ${known || 'withdrawn_at is null'}
              group by nik) s on s.nik = r.nik`;
}

const kindOf = (kind: SourceKind): number => SOURCE_KINDS.indexOf(kind) + 1;
const stateOf = (state: ResidentState): number => STATES.indexOf(state) + 1;

/** The sum of the bits of what holds. */
export function reasonsMask(election: Ballot): string {
  const day = dayText(election.votingDay);
  const became = (state: ResidentState) => `(r.state = ${stateOf(state)} and r.state_since <= ${day})`;
  const says = (kind: SourceKind) => `(coalesce(s.kinds, 0) & ${1 << SOURCE_KINDS.indexOf(kind)}) <> 0`;
  const holds: Readonly<Record<Reason, string>> = {
    not_citizen: `r.nationality <> 'IDN' and not (r.state = ${stateOf('LEPAS_WNI')} and r.state_since > ${day})`,
    under_age: `r.birth_date > (${day} - interval '${VOTING_AGE} years')::date and r.marital_status = 1`,
    dead: became('MENINGGAL'),
    left_citizenship: became('LEPAS_WNI'),
    duplicate: `r.state = ${stateOf('GANDA')}`,
    deactivated: became('NONAKTIF'),
    cancelled: `r.state = ${stateOf('BATAL')}`,
    military: says('military'),
    police: says('police'),
    deprived: says('deprived'),
    outside_area:
      election.regencies === null
        ? 'false'
        : `not (${within(election.regencies, 'coalesce(c.village_code, r.village_code)')})`,
    abroad: became('PINDAH_LUAR_NEGERI') + (hasMissions(election) ? ' and s.mission is null' : ''),
  };
  return Object.entries(holds)
    .map(([reason, holding]) => `(case when ${holding} then ${bitOf(reason as Reason)} else 0 end)`)
    .join(' + ');
}

/** Who lives in the area now came there after the cut-off or before; who lived there at the cut-off votes there. */
export function ofArea({ regencies }: Ballot): string {
  return regencies === null
    ? 'true'
    : `(${within(regencies, 'r.village_code')} or ${within(regencies, 'c.village_code')})`;
}

/** Whether a village lies in one of the regencies. */
export function within(regencies: readonly string[], village: string): string {
  if (!regencies.every((code) => /^[0-9]{4}$/.test(code))) throw new RangeError('a regency has four digits');
  return regencies.length === 0 ? 'false' : `${village} / 1000000 in (${regencies.map(Number).join(', ')})`;
}

/**
 * Acts after the cut-off are few beside the register, so only the people whom they moved are folded; everybody else lives where the current
 * row says. Who was registered only after the cut-off is counted where he was registered first: nobody loses his vote to a late office.
 */
export function placesAtCutoff({ cutoff }: Pick<Ballot, 'cutoff'>, known = 'true'): string {
  const day = dayText(cutoff);
  // What the last act until then says of it, which may be that there is none; else what the registration says, where an array stands for so many
  // elements that are not said. No window and no query inside: with either, nothing around this would be done on more than one processor.
  const said = (element: Element) => `coalesce(
           (array_agg(h.delta -> '${element}' order by h.version desc) filter (where h.version > 1 and h.delta -> '${element}' is not null))[1],
           (array_agg(case when json_typeof(x.value) <> 'array' then x.value end order by x.place, n) filter (where h.version = 1))
             [${ELEMENTS.indexOf(element) + 1}]) #>> '{}'`;
  return `with moved as (
  select distinct a.nik from resident_read.act a
   where a.occurred_on > ${day} and a.version > 1 and a.delta ->> 'villageCode' is not null and ${known}
), at_cutoff as (
  select h.nik, (${said('villageCode')})::bigint as village_code, ${said('address')} as address, (${said('rt')})::smallint as rt,
         (${said('rw')})::smallint as rw
    from moved l join resident_read.act h on h.nik = l.nik and (h.version = 1 or h.occurred_on <= ${day})
    left join json_array_elements(case when h.version = 1 then h.delta end) with ordinality x (value, place) on true
    left join generate_series(1, case when json_typeof(x.value) = 'array' then (x.value ->> 0)::int else 1 end) n on true
   group by h.nik
)`;
}
