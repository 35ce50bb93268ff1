/** Recordings, cards and an election for a register that a bench has filled, in a few statements: nobody waits for a nation to be recorded one by one. */
import { Client } from 'pg';
import { nationIn, type Peopled } from './filled.ts';

/** Of ten adults nine are recorded and eight hold a card; one in fifty of the recorded waits for his. All of it two days ago, and earlier. */
const STATEMENTS = [
  `create temporary table adult as
     select r.nik, r.village_code, gen_random_uuid() as packet, gen_random_uuid() as card, date '2011-06-01' + (r.nik % 2700)::int as day,
            r.nik % 50 = 0 as waits
       from resident.resident r where r.birth_date <= current_date - interval '17 years' and r.nik % 10 < 9`,
  `insert into enrolment.packet (nik, id, status, status_since, source, village_code, captured_at, recorded_on, received_at)
     select nik, packet, case when waits then 10 else 14 end, now() - interval '2 days' - (nik % 400) * interval '1 day', 'import', village_code, day, day, day from adult`,
  `insert into enrolment.packet_step (nik, packet_id, version, status, at, occurred_on, recorded_at, entry_id)
     select nik, packet, 1, case when waits then 10 else 14 end, day, day, now() - interval '2 days', gen_random_uuid() from adult`,
  `insert into enrolment.recording (nik, packet_id, version, recorded_on, known_at)
     select nik, packet, 1, day, now() - interval '2 days' from adult`,
  `delete from adult where waits or nik % 10 = 8`,
  `insert into card.card (nik, id, kind, state, since, village_code, printed_on, entry_id)
     select nik, card, 'first', 5, day, village_code, day, gen_random_uuid() from adult`,
  `insert into card.step (nik, card_id, id, state, at, recorded_at, cause, entry_id)
     select nik, card, gen_random_uuid(), 5, day, now() - interval '2 days', 'imported', gen_random_uuid() from adult`,
  `insert into card.figure_day (known_on, day, printed, outstanding, taken_in, destroyed)
     select (now() - interval '2 days')::date, day, count(*), 0, 0, 0 from adult group by day`,
  `drop table adult`,
  `insert into voter.election (id, name_id, name_en, kind, voting_day, cutoff, area, state, planned_at, planned_by, opened_at, opened_by, entry_id)
     select gen_random_uuid(), 'Pemilihan Contoh', 'Example Election', 'pemilu', current_date + 120, current_date - 60, '{}', 'OPEN',
            now() - interval '3 days', gen_random_uuid(), now() - interval '3 days', gen_random_uuid(), gen_random_uuid()`,
];

/** The import was today, and a snapshot is of a day that is over; what is kept is of an hour ago. */
const EARLIER = `update resident.act set occurred_on = occurred_on - 2, recorded_at = recorded_at - interval '2 days'`;

/** A nation in `keep`, or in a folder that is removed afterwards; see `nationIn`. */
export const filledNation = (size: number, keep: string | undefined): Promise<Peopled> =>
  nationIn(keep, size, fillNation);

async function fillNation({ register }: Peopled): Promise<void> {
  const client = new Client(register.administration);
  await client.connect();
  try {
    for (const statement of [EARLIER, ...STATEMENTS]) await client.query(statement);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}
