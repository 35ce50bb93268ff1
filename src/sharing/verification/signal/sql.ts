/** The hours of partners, and who is slowed down. */
import type { Pool } from 'pg';
import { many, run, sql, type Tx } from '../../../core/db/index.ts';
import { LIFTED_MINUTES } from '../watch/rules.ts';
import type { PulseRow } from './pulse.ts';
import { SLOW_AT_ONCE, SLOW_PER_SECOND, type Pulse, type Signal, type Usual } from './rules.ts';

/** In one order, so that two processes never wait for one another in a circle. */
export async function addPulses(pool: Pool, rows: readonly PulseRow[]): Promise<void> {
  const inOrder = rows.toSorted((a, b) => (a.institutionId < b.institutionId ? -1 : 1));
  await pool.query({
    name: 'verification.add_pulses',
    text: `
      insert into verification.pulse as p (institution_id, hour, questions, mismatched, in_sequence, regencies)
      select id, date_trunc('hour', now()), questions, mismatched, in_sequence, string_to_array(regencies, ',')::smallint[]
        from unnest($1::uuid[], $2::int[], $3::int[], $4::int[], $5::text[]) as n (id, questions, mismatched, in_sequence, regencies)
          on conflict (institution_id, hour) do update
         set questions = p.questions + excluded.questions, mismatched = p.mismatched + excluded.mismatched,
             in_sequence = p.in_sequence + excluded.in_sequence,
             regencies = case when p.regencies @> excluded.regencies then p.regencies
                              else array(select unnest(p.regencies) union select unnest(excluded.regencies)) end`,
    values: [
      inOrder.map(({ institutionId }) => institutionId),
      inOrder.map(({ questions }) => questions),
      inOrder.map(({ mismatched }) => mismatched),
      inOrder.map(({ inSequence }) => inSequence),
      inOrder.map(({ regencies }) => regencies.join(',')),
    ],
  });
}

export interface Hour {
  readonly institutionId: string;
  readonly now: Pulse;
  readonly usual: Usual;
  /** For which it is slowed down already for longer than half of the time, or was until an officer lifted it a short while ago. */
  readonly known: readonly Signal[];
}

/** Who has asked within this hour (also just after it has begun: the one before), beside how it asks usually. */
export function listHours(tx: Tx): Promise<Hour[]> {
  return many(
    tx,
    sql<Hour>`
      select p.institution_id as "institutionId",
             jsonb_build_object('questions', p.questions, 'mismatched', p.mismatched, 'inSequence', p.in_sequence,
                                'regencies', cardinality(p.regencies)) as now,
             (select jsonb_build_object(
                       'days', count(distinct (h.hour at time zone 'Asia/Jakarta')::date),
                       'perHour', coalesce(avg(h.questions), 0),
                       'mostRegencies', coalesce(max(cardinality(h.regencies)), 0),
                       'daysAtThisHour', count(*) filter (where extract(hour from h.hour at time zone 'Asia/Jakarta')
                                                              = extract(hour from p.hour at time zone 'Asia/Jakarta')))
                from verification.pulse h
               where h.institution_id = p.institution_id and h.hour < p.hour and h.hour > p.hour - interval '14 days') as usual,
             array(select distinct t.signal from verification.throttle t
                    where t.institution_id = p.institution_id
                      and case when t.lifted_at is null then t.until > now() + interval '30 minutes'
                               else t.lifted_at > now() - ${LIFTED_MINUTES} * interval '1 minute' end) as known
        from verification.pulse p
       where p.hour = date_trunc('hour', now() - interval '2 minutes') or p.hour = date_trunc('hour', now())`,
  );
}

export interface Slowed {
  readonly id: string;
  readonly institutionId: string;
  readonly signal: Signal;
  readonly minutes: number;
  /** Of the hour, beside what is usual: for whoever looks. */
  readonly figures: { readonly now: Pulse; readonly usual: Usual };
  readonly entryId: string;
}

export async function slowDown(
  tx: Tx,
  { id, institutionId, signal, minutes, figures, entryId }: Slowed,
): Promise<void> {
  await run(
    tx,
    sql`insert into verification.throttle (id, institution_id, signal, began_at, until, figures, entry_id)
        values (${id}, ${institutionId}, ${signal}, now(), now() + make_interval(mins => ${minutes}), ${JSON.stringify(figures)}::jsonb, ${entryId})`,
  );
}

export async function forgetPulses(tx: Tx): Promise<void> {
  await run(tx, sql`delete from verification.pulse where hour < now() - interval '15 days'`);
}

export interface PaceWanted {
  readonly institutionId: string;
  readonly need: number;
  readonly want: number;
  readonly back: number;
}

/** A portion of what a partner that is slowed down may ask now, of all processes together; and what is left of it. */
export async function takePace(pool: Pool, wanted: PaceWanted): Promise<{ got: number; remaining: number }> {
  const { institutionId, need, want, back } = wanted;
  const { rows } = await pool.query<{ got: number; remaining: number }>({
    name: 'verification.take_pace',
    text: 'select got, remaining from verification.take_pace($1, $2, $3, $4, $5, $6)',
    values: [institutionId, need, want, back, SLOW_AT_ONCE, SLOW_PER_SECOND],
  });
  return rows[0]!;
}
