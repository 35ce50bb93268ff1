import { run, sql, type Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import type { Entered } from '../../../core/staged-import/index.ts';
import { CARD_STATES } from '../rules.ts';
import type { GivenRow } from './read.ts';

export const STAGING = 'row_number nik card_id step_id serial uid state cause printed_on office'.split(' ');

export const stagingLine = ({ row, nik, serial, uid, state, cause, printedOn, office }: GivenRow) => [
  row,
  nik,
  newId(),
  newId(),
  serial,
  uid,
  CARD_STATES[state].code,
  cause,
  printedOn,
  office,
];

const STRUCK_OFF = 7;
const IN_FORCE = [CARD_STATES.VALID.code, CARD_STATES.SUSPENDED.code];

/** Looks all rows up at once: who is in the register, which office it was, and what is here of them. */
export async function judge(tx: Tx): Promise<void> {
  await run(
    tx,
    sql`update card.staging s set village_code = f.village_code, office_id = f.office_id, verdict = f.verdict
          from (
            select s.row_number, r.village_code, o.id as office_id,
                   case when r.nik is null then 'person_unknown'
                        when r.state = ${STRUCK_OFF} then 'struck_off'
                        when s.printed_on < r.birth_date then 'before_birth'
                        when c.same then 'same'
                        when t.nik is not null then 'serial_taken'
                        when s.office is not null and o.id is null then 'office_unknown'
                        when c.in_force and s.state = ${CARD_STATES.VALID.code} then 'valid_card_here' end as verdict
              from card.staging s left join resident_read.resident r on r.nik = s.nik
              left join lateral (select min(id::text)::uuid as id from office_read.office where region_code = s.office) o on true
              left join (select s.row_number, bool_or(c.printed_on = s.printed_on and c.serial is not distinct from s.serial
                                                     and (s.uid is null or c.uid is not distinct from s.uid)) as same,
                                bool_or(c.state = any(${IN_FORCE}::smallint[])) as in_force
                           from card.staging s join card.card c on c.nik = s.nik group by s.row_number) c on c.row_number = s.row_number
              left join lateral (select c.nik from card.card c where c.serial = s.serial and s.serial is not null limit 1) t on true
          ) f where f.row_number = s.row_number`,
  );
}

export const stagedNiks = sql<{ nik: string }>`select distinct nik from card.staging where verdict is null`;

/** Everything of the new rows at once, in the order of the keys, which keeps the indexes small. */
export async function enterStaged(tx: Tx, { entryId, knownAt, officerId }: Entered): Promise<void> {
  // Nothing more exact than the day is known: noon in Jakarta.
  const at = sql`(printed_on::text || 'T05:00:00Z')::timestamptz`;
  await run(
    tx,
    sql`insert into card.card (nik, id, serial, uid, kind, state, since, village_code, office_id, printed_on, entry_id)
        select nik, card_id, serial, uid, 'first', state, ${at}, village_code, office_id, printed_on, ${entryId}
          from card.staging where verdict is null order by nik`,
  );
  await run(
    tx,
    sql`insert into card.step (nik, card_id, id, state, at, recorded_at, officer_id, office_id, cause, entry_id)
        select nik, card_id, step_id, state, ${at}, ${knownAt}, ${officerId}::uuid, office_id, cause, ${entryId}
          from card.staging where verdict is null order by nik`,
  );
  await run(
    tx,
    sql`select card.count_steps(array_agg(nik), array_agg(card_id), array_agg(step_id)) from card.staging where verdict is null`,
  );
}
