/** An application for a recording: accepted, it becomes an appointment at the office that it names or that accepts it. */
import { z } from 'zod';
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { asNik } from '../../../core/id/index.ts';
import { inTransaction } from '../../../core/notice/index.ts';
import { addDays, today, type CivilDate } from '../../../core/time/index.ts';
import {
  applicationsAccepted,
  applicationsSubmitted,
  setOutcome,
  type ApplicationNotice,
} from '../../../register/application/index.ts';
import { refuse } from '../refusals.ts';
import { civilDateShape, textShape } from '../schema.ts';
import { findKnown } from '../standing.ts';
import { bookAppointment } from './appointment.ts';

/** What the application's details may say. */
const detailsShape = z.object({
  day: civilDateShape.optional(),
  place: textShape(120).optional(),
  officeId: z.uuid().optional(),
});

const KIND = 'enrolment';

function detailsOf({ details }: ApplicationNotice): z.output<typeof detailsShape> {
  const parsed = detailsShape.safeParse(details);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path }) => ({
    path: `details.${path.join('.')}`,
    code: 'field.not_fitting',
  }));
  throw refuse('enrolment.application_details', { faults });
}

async function check(tx: Tx, actor: Actor, item: ApplicationNotice): Promise<void> {
  detailsOf(item);
  const day = today(tx.ground.clock, actor.zone);
  const known = await findKnown(tx, asNik(item.subjectNik ?? item.applicantNik), day);
  if (known && !known.standing.may) throw refuse(`enrolment.blocked.${known.standing.why}`);
}

async function book(tx: Tx, actor: Actor, item: ApplicationNotice): Promise<void> {
  const { day, place, officeId } = detailsOf(item);
  const tomorrow: CivilDate = addDays(today(tx.ground.clock, actor.zone), 1);
  const { id } = await bookAppointment(tx, actor, {
    nik: asNik(item.subjectNik ?? item.applicantNik),
    officeId: officeId ?? actor.officeId ?? '',
    day: day && day >= tomorrow ? day : tomorrow,
    place,
    applicationId: item.id,
  });
  await setOutcome(tx, item.id, id);
}

const mine = (items: readonly ApplicationNotice[]) => items.filter(({ kind }) => kind === KIND);

export const enrolmentService = [
  inTransaction(applicationsSubmitted, 'enrolment.check_application', async (tx, actor, items) => {
    for (const item of mine(items)) await check(tx, actor, item);
  }),
  inTransaction(applicationsAccepted, 'enrolment.book_appointment', async (tx, actor, items) => {
    for (const item of mine(items)) await book(tx, actor, item);
  }),
];
