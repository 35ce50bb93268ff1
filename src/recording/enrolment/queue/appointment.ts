/** Days and numbers in a queue, at an office or where a mobile team stops. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, many, maybeOne, nikText, one, run, sql, type Tx } from '../../../core/db/index.ts';
import { newId, type Nik, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { asCivilDate, today, type CivilDate } from '../../../core/time/index.ts';
import { getOffice } from '../../../register/office/index.ts';
import { findResident, listResidents, masked, nikOf } from '../../../register/resident/index.ts';
import { refuse } from '../refusals.ts';
import type { APPOINTMENT_STATES } from '../schema.ts';
import { findKnown } from '../standing.ts';
import { mustServe } from '../station/index.ts';

type AppointmentState = (typeof APPOINTMENT_STATES)[number];

export interface AppointmentGiven {
  readonly nik: Nik;
  readonly officeId: string;
  readonly day: CivilDate;
  /** Where: the office's own counter where not given. */
  readonly place?: string | null | undefined;
  readonly applicationId?: Uuid | null;
}

/** Gives the next number of that day and place. Refuses a day that is past, somebody who may not be recorded, a second place in a queue. */
export async function bookAppointment(
  tx: Tx,
  actor: Actor,
  given: AppointmentGiven,
): Promise<{ id: Uuid; number: number }> {
  const office = await getOffice(tx, given.officeId);
  if (given.day < today(tx.ground.clock, office.zone)) throw refuse('enrolment.day_past');
  const known = await findKnown(tx, given.nik, given.day);
  if (!known) throw refuse('enrolment.person_not_found');
  if (!known.standing.may) throw refuse(`enrolment.blocked.${known.standing.why}`);
  const id = newId();
  const place = given.place ?? office.name;
  const { number } = await elevated(tx, async () => {
    await run(
      tx,
      sql`select pg_advisory_xact_lock(hashtextextended(${`enrolment.queue ${given.officeId} ${given.day} ${place}`}, 0))`,
    );
    return one<{ number: number }>(
      tx,
      sql`insert into enrolment.appointment (id, nik, office_id, village_code, day, place, number, made_at, made_by, application_id)
          select ${id}, ${given.nik}::bigint, ${given.officeId}, ${known.resident.villageCode}::bigint, ${given.day}, ${place},
                 coalesce((select max(a.number) from enrolment.appointment a where a.office_id = ${given.officeId} and a.day = ${given.day} and a.place = ${place}), 0) + 1,
                 ${tx.ground.clock.now()}, ${actor.id}, ${given.applicationId ?? null}
          returning number`,
    );
  });
  await record(tx, actor, {
    label: 'enrolment.appointment_made',
    subjects: [{ nik: given.nik, detail: 'appointment' }],
    facts: { appointment: id, office: given.officeId, day: given.day, number },
  });
  return { id, number };
}

/** At the counter, for the office of the session or one of its region. */
export async function makeAppointment(
  tx: Tx,
  actor: Actor,
  input: { person: string; officeId?: string | undefined; day: string; place?: string | null | undefined },
) {
  const officeId = input.officeId ?? actor.officeId ?? '';
  await mustServe(tx, actor, officeId);
  const day = asCivilDate(input.day);
  return bookAppointment(tx, actor, { nik: nikOf(tx, input.person), officeId, day, place: input.place });
}

interface Row {
  readonly id: Uuid;
  readonly nik: Nik;
  readonly place: string;
  readonly number: number;
  readonly state: AppointmentState;
  readonly calledAt: Date | null;
}

/** The queue of one day at an office. */
export async function listQueue(
  tx: Tx,
  actor: Actor,
  input: { officeId?: string | undefined; day?: string | undefined },
) {
  const officeId = input.officeId ?? actor.officeId ?? '';
  await mustServe(tx, actor, officeId);
  const day = input.day ?? today(tx.ground.clock, actor.zone);
  const rows = await many<Row>(
    tx,
    sql`select a.id, ${nikText('a.nik')} as nik, a.place, a.number, a.state, a.called_at as "calledAt" from enrolment.appointment a
         where a.office_id = ${officeId} and a.day = ${day} order by a.place, a.number limit 1000`,
  );
  const niks = [...new Set(rows.map(({ nik }) => nik))];
  const people = await elevated(tx, () => listResidents(tx, niks));
  const byNik = new Map(people.map((person) => [person.nik, person]));
  await record(tx, actor, {
    label: 'enrolment.queue_listed',
    subjects: niks.map((nik) => ({ nik, detail: 'appointment' })),
    facts: { n: rows.length, office: officeId, day },
  });
  return {
    day,
    officeId,
    appointments: rows.map(({ nik, calledAt, ...row }) => {
      const person = byNik.get(nik);
      const inside = person?.villageCode.startsWith(actor.jurisdiction?.code ?? 'none') ?? false;
      return {
        ...row,
        ref: tx.ground.personRefs.of(nik),
        name: person ? (inside ? person.name : masked(person.name)) : '',
        calledAt: calledAt?.toISOString() ?? null,
      };
    }),
  };
}

/** Calls the lowest number that waits; two counters that call at once call two numbers. Nothing where nobody waits. */
export async function callNext(
  tx: Tx,
  actor: Actor,
  input: { officeId?: string | undefined; place?: string | undefined },
) {
  const officeId = input.officeId ?? actor.officeId ?? '';
  await mustServe(tx, actor, officeId);
  const now = tx.ground.clock.now();
  const day = today(tx.ground.clock, actor.zone);
  const called = await maybeOne<{ id: Uuid; nik: Nik; number: number; place: string }>(
    tx,
    sql`update enrolment.appointment set state = 'called', called_at = ${now}
         where id = (select a.id from enrolment.appointment a where a.office_id = ${officeId} and a.day = ${day} and a.state = 'waiting'
                        and (${input.place ?? null}::text is null or a.place = ${input.place ?? null})
                      order by a.number for update skip locked limit 1)
        returning id, lpad(nik::text, 16, '0') as nik, number, place`,
  );
  await record(tx, actor, {
    label: 'enrolment.number_called',
    subjects: called ? [{ nik: called.nik, detail: 'appointment' }] : [],
    facts: { office: officeId, day, number: called?.number ?? 0 },
  });
  const person = called && (await elevated(tx, () => findResident(tx, called.nik)));
  return {
    called:
      called && person
        ? {
            id: called.id,
            number: called.number,
            place: called.place,
            ref: tx.ground.personRefs.of(called.nik),
            name: person.villageCode.startsWith(actor.jurisdiction?.code ?? 'none') ? person.name : masked(person.name),
          }
        : null,
  };
}

const AFTER: Readonly<Record<'missed' | 'cancelled' | 'waiting', readonly AppointmentState[]>> = {
  missed: ['waiting', 'called'],
  cancelled: ['waiting', 'called', 'missed'],
  // Called and not there yet, or come late: back into the queue under the same number.
  waiting: ['called', 'missed'],
};

export async function changeAppointment(
  tx: Tx,
  actor: Actor,
  input: { id: string; state: 'missed' | 'cancelled' | 'waiting'; reason?: string | null | undefined },
): Promise<void> {
  const row = await maybeOne<{ nik: Nik; officeId: string; state: AppointmentState }>(
    tx,
    sql`select lpad(nik::text, 16, '0') as nik, office_id as "officeId", state from enrolment.appointment where id = ${input.id} for update`,
  );
  if (!row) throw refuse('enrolment.appointment_not_found');
  await mustServe(tx, actor, row.officeId);
  if (!AFTER[input.state].includes(row.state)) throw refuse('enrolment.appointment_not_now');
  const ended = input.state === 'waiting' ? null : tx.ground.clock.now();
  await run(
    tx,
    sql`update enrolment.appointment set state = ${input.state}, ended_at = ${ended}, why = ${input.reason ?? null} where id = ${input.id}`,
  );
  await record(tx, actor, {
    label: 'enrolment.appointment_changed',
    subjects: [{ nik: row.nik, detail: 'appointment' }],
    facts: { appointment: input.id, state: input.state },
  });
}

/** Whoever was recorded needs his number no more. As `system`. */
export async function appointmentsKept(tx: Tx, niks: readonly Nik[]): Promise<void> {
  await run(
    tx,
    sql`update enrolment.appointment set state = 'recorded', ended_at = ${tx.ground.clock.now()}
         where nik = any(${[...niks]}::bigint[]) and state in ('waiting', 'called')`,
  );
}
