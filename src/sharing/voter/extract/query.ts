/** The statements behind a list: voters place by place with why others are not in it, and people by district. */
import { COUNTED_STATES } from '../../../register/resident/index.ts';
import { STATES } from '../../../register/resident/schema.ts';
import { votersQuery, within } from '../eligibility/sql.ts';
import type { Ballot } from '../eligibility/rules.ts';

/** What stands before the row in each line of `listQuery`: reasons, place. */
export const LEADING = 2;

/**
 * In one statement, so that it is one state of the register and one sort: first whoever does not vote, as his reasons alone, then the voters
 * by place and NIK with the fields of the layout. Fit to stand in COPY.
 */
export function listQuery(ballot: Ballot): string {
  const voter = (value: string) => `case when v.reasons = 0 then ${value} end`;
  return `select v.reasons, (${voter('coalesce(v.mission, v.village_code)')}) collate "C" as place, (${voter('v.nik')}) collate "C" as nik,
       ${voter('v.family_card')}, ${voter('v.name')}, ${voter('v.birth_place')}, ${voter('v.birth_date')},
       ${voter("case v.sex when 1 then 'L' else 'P' end")}, ${voter("case v.marital_status when 1 then 'B' when 2 then 'S' else 'P' end")},
       ${voter('v.address')}, ${voter('v.rt')}, ${voter('v.rw')}, ${voter('v.village_code')}, ${voter('v.mission')}
  from (${votersQuery(ballot)}) v
 order by v.reasons <> 0 desc, place, nik`;
}

const counted = COUNTED_STATES.map((state) => STATES.indexOf(state) + 1).join(', ');

/** DAK2: people by district, voters or not, for the drawing of electoral areas. */
export function districtsQuery(ballot: Ballot): string {
  return `select lpad((r.village_code / 10000)::text, 6, '0') as district, count(*)::int as n, count(*) filter (where r.sex = 1)::int as male,
       count(*) filter (where r.sex <> 1)::int as female
  from resident_read.resident r
 where r.state in (${counted}) and ${ballot.regencies === null ? 'true' : within(ballot.regencies, 'r.village_code')}
 group by 1 order by 1`;
}
