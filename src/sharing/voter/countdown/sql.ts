/** Statements of the countdown. */
import { many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import { addDays, type CivilDate } from '../../../core/time/index.ts';
import { CARD_STATES } from '../../../cards/card/rules.ts';
import { ofArea, placesAtCutoff, reasonsMask, votersFrom } from '../eligibility/sql.ts';
import type { Ballot } from '../eligibility/rules.ts';
import type { ElectionRow } from '../election/sql.ts';
import { PACE_DAYS, type RegencyCount, type StoreStock } from './rules.ts';

const WAITS = (['PRINTED', 'CHECKED', 'SHIPPED', 'AT_COUNTER'] as const).map((state) => CARD_STATES[state].code);
const VALID = CARD_STATES.VALID.code;
const SPOILED = CARD_STATES.SPOILED.code;

/** Counts everybody of an election once, in one statement; voters at missions get no card here. */
export async function countElection(tx: Tx, election: Ballot & ElectionRow, day: CivilDate): Promise<void> {
  await run(tx, sql`delete from voter.countdown where election_id = ${election.id}::uuid and day = ${day}`);
  await run(
    tx,
    sql`insert into voter.countdown (election_id, day, regency, eligible, unrecorded, recorded, waiting, printed, counted_at)
        ${sql.raw(placesAtCutoff(election))},
        cards as (select c.nik, bool_or(c.state = ${VALID}) as valid from card_read.card c
                   where c.state = any(${[VALID, ...WAITS]}::smallint[]) group by c.nik),
        recorded as (select distinct e.nik from enrolment_read.recording e where e.ended_on is null),
        people as (
          select lpad((coalesce(c.village_code, r.village_code) / 1000000)::text, 4, '0') as regency, count(*) as eligible,
                 count(*) filter (where k.nik is null and e.nik is null) as unrecorded,
                 count(*) filter (where k.nik is null and e.nik is not null) as recorded, count(*) filter (where not k.valid) as waiting
            from ${sql.raw(votersFrom(election))}
            left join cards k on k.nik = r.nik
            left join recorded e on e.nik = r.nik
           where ${sql.raw(ofArea(election))} and r.state <> 3 and ${sql.raw(reasonsMask(election))} = 0
           group by 1),
        printed as (
          select left(o.region_code, 4) as regency, count(*) as n
            from card_read.card c join office_read.office o on o.id = c.office_id
           where c.printed_on > ${addDays(day, -PACE_DAYS)} and c.printed_on <= ${day} and c.state <> ${SPOILED} and length(o.region_code) >= 4
           group by 1)
        select ${election.id}::uuid, ${day}::date, p.regency, p.eligible, p.unrecorded, p.recorded, p.waiting, coalesce(n.n, 0), ${tx.ground.clock.now()}
          from people p left join printed n on n.regency = p.regency`,
  );
}

export interface CountdownRow extends Omit<RegencyCount, 'blanks'> {
  readonly regency: string;
}

/** The last day that was counted. */
export function findCounted(tx: Tx, electionId: string): Promise<{ day: CivilDate; at: Date } | undefined> {
  return maybeOne(
    tx,
    sql<{
      day: CivilDate;
      at: Date;
    }>`select day, max(counted_at) as at from voter.countdown where election_id = ${electionId}::uuid
                                       group by day order by day desc limit 1`,
  );
}

export function listCountdown(tx: Tx, electionId: string, day: CivilDate): Promise<CountdownRow[]> {
  return many(
    tx,
    sql<CountdownRow>`select regency, eligible, unrecorded, recorded, waiting, printed as "printedIn30Days" from voter.countdown
                       where election_id = ${electionId}::uuid and day = ${day} order by regency`,
  );
}

/** Stores of regencies with what lies there free, and no incident holds. */
export function listStock(tx: Tx): Promise<(StoreStock & { main: boolean })[]> {
  return many(
    tx,
    sql<StoreStock & { main: boolean }>`
      select s.id, s.name, left(s.region_code, 4) as regency, s.kind = 'regency' as main,
             coalesce(sum(upper(l.serials) - lower(l.serials)), 0)::float8 as n
        from blank_read.store s left join blank_read.lot l on l.store_id = s.id and l.state = 2 and l.incident_id is null
       where s.closed_at is null and length(s.region_code) >= 4 group by s.id, s.name, s.region_code, s.kind order by s.id`,
  );
}
