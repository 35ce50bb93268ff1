/** An application on its way: draft, documents, submission, check, assignment, decision. */
import { mustCover, type Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { storeFiles } from '../../core/file/index.ts';
import type { UploadedFile } from '../../core/http/contract.ts';
import { newId, type Uuid } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { speak } from '../../core/notice/index.ts';
import { addDays, today, type CivilDate } from '../../core/time/index.ts';
import { getResident, nikOf } from '../resident/index.ts';
import { applicationsAccepted, applicationsSubmitted, type ApplicationNotice } from './notices.ts';
import { refuse } from './refusals.ts';
import { missingDocuments, stateAfter, unmetDocuments, type ApplicationAct, type ApplicationState } from './rules.ts';
import { requirementsOf, SERVICES, type ServiceKind } from './services.ts';
import {
  findApplicationForUpdate,
  findFollowed,
  insertApplication,
  insertRequirements,
  insertStep,
  listRequirements,
  nextNumber,
  setFile,
  setOutcomeId,
  setVerdicts,
  updateApplication,
  type Application,
} from './sql.ts';

export interface DraftInput {
  readonly kind: ServiceKind;
  readonly applicant: string;
  readonly subject: string | null;
  readonly contact: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface Carried {
  readonly id: Uuid;
  readonly number: string;
  readonly state: ApplicationState;
  readonly version: number;
}

const carried = (a: Application): Carried => ({ id: a.id, number: a.number, state: a.state, version: a.version });

/** Opens an application at the actor's office; its place is the applicant's. */
export async function draftApplication(tx: Tx, actor: Actor, input: DraftInput): Promise<Carried> {
  const applicant = await getResident(tx, nikOf(tx, input.applicant));
  const subjectNik = input.subject === null ? null : nikOf(tx, input.subject);
  const day = today(tx.ground.clock, actor.zone);
  const application: Application = {
    id: newId(),
    number: await nextNumber(tx, `${applicant.villageCode.slice(0, 4)}-${day.replaceAll('-', '')}`),
    kind: input.kind,
    state: 'draft',
    officeId: actor.officeId as Uuid,
    villageCode: applicant.villageCode,
    subjectNik,
    applicantNik: applicant.nik,
    applicantName: applicant.name,
    applicantBirthDate: applicant.birthDate,
    contact: input.contact,
    details: input.details,
    createdBy: actor.id,
    createdAt: tx.ground.clock.now(),
    submittedAt: null,
    dueOn: null,
    assignedTo: null,
    decidedAt: null,
    reason: null,
    outcomeId: null,
    version: 1,
  };
  await record(tx, actor, {
    label: 'application.drafted',
    subjects: [{ nik: applicant.nik }],
    facts: { application: application.id, kind: input.kind },
  });
  await insertApplication(tx, application);
  await insertRequirements(tx, application.id, requirementsOf(input.kind));
  await insertStep(tx, application, actor.id, null);
  return carried(application);
}

async function getForUpdate(tx: Tx, actor: Actor, id: string): Promise<Application> {
  const application = await findApplicationForUpdate(tx, id);
  if (!application) throw refuse('application.not_found');
  mustCover(actor, application.villageCode);
  return application;
}

/** Moves an application by one act, with its step and its entry. Refuses an act that does not fit its state. */
async function carry(
  tx: Tx,
  actor: Actor,
  application: Application,
  act: ApplicationAct,
  changes: Partial<Application>,
): Promise<Application> {
  const state = stateAfter(application.state, act);
  if (!state) throw refuse('application.not_now', { values: { state: application.state } });
  const next: Application = { ...application, ...changes, state, version: application.version + 1 };
  await record(tx, actor, {
    label: `application.${state}`,
    subjects: [{ nik: application.applicantNik }],
    facts: { application: application.id, kind: application.kind },
  });
  if (!(await updateApplication(tx, next))) throw refuse('application.changed_meanwhile');
  await insertStep(tx, next, actor.id, changes.reason ?? null);
  return next;
}

/** Changes what a draft or a returned application says. */
export async function changeDetails(
  tx: Tx,
  actor: Actor,
  input: { id: string; details: Readonly<Record<string, unknown>>; contact: string | null },
): Promise<Carried> {
  const application = await getForUpdate(tx, actor, input.id);
  if (application.state !== 'draft' && application.state !== 'incomplete')
    throw refuse('application.not_now', { values: { state: application.state } });
  const next = { ...application, details: input.details, contact: input.contact, version: application.version + 1 };
  await record(tx, actor, {
    label: 'application.changed',
    subjects: [{ nik: application.applicantNik }],
    facts: { application: application.id },
  });
  await updateApplication(tx, next);
  await insertStep(tx, next, actor.id, null);
  return carried(next);
}

/** Hands in a document: checked for type, size and content by the file store, sealed under the applicant's key. */
export async function handInDocument(
  tx: Tx,
  actor: Actor,
  input: { id: string; code: string; file: UploadedFile },
): Promise<{ fileId: Uuid }> {
  const application = await getForUpdate(tx, actor, input.id);
  if (!['draft', 'incomplete', 'submitted', 'assigned'].includes(application.state))
    throw refuse('application.not_now', { values: { state: application.state } });
  const { name, bytes } = input.file;
  const [fileId] = await storeFiles(tx, actor, [
    {
      nik: application.applicantNik,
      villageCode: application.villageCode,
      kind: `application.${input.code}`,
      name,
      bytes,
    },
  ]);
  if (!(await setFile(tx, application.id, input.code, { id: fileId!, name })))
    throw refuse('application.no_such_requirement');
  await record(tx, actor, {
    label: 'application.document_handed_in',
    subjects: [{ nik: application.applicantNik }],
    facts: { application: application.id, document: input.code },
  });
  return { fileId: fileId! };
}

export async function submitApplication(tx: Tx, actor: Actor, input: { id: string }): Promise<Carried> {
  const application = await getForUpdate(tx, actor, input.id);
  const missing = missingDocuments(await listRequirements(tx, application.id));
  if (missing.length) {
    throw refuse('application.documents_missing', {
      values: { n: missing.length },
      faults: missing.map((code) => ({ path: `documents.${code}`, code: 'field.document_missing' })),
    });
  }
  const now = tx.ground.clock.now();
  const dueOn = addDays(today(tx.ground.clock, actor.zone), SERVICES[application.kind].days);
  const next = await carry(tx, actor, application, 'submit', { submittedAt: now, dueOn, reason: null });
  await speak(tx, actor, applicationsSubmitted, [toNotice(next)]);
  return carried(next);
}

export async function checkDocuments(
  tx: Tx,
  actor: Actor,
  input: { id: string; verdicts: readonly { code: string; verdict: 'met' | 'not_met'; note: string | null }[] },
): Promise<{ unmet: string[] }> {
  const application = await getForUpdate(tx, actor, input.id);
  if (application.state !== 'submitted' && application.state !== 'assigned')
    throw refuse('application.not_now', { values: { state: application.state } });
  if ((await setVerdicts(tx, application.id, actor.id, input.verdicts)) !== input.verdicts.length)
    throw refuse('application.no_such_requirement');
  await record(tx, actor, {
    label: 'application.documents_checked',
    subjects: [{ nik: application.applicantNik }],
    facts: { application: application.id },
  });
  return { unmet: unmetDocuments(await listRequirements(tx, application.id)) };
}

/** Takes or gives an application to an officer. */
export async function assignApplication(
  tx: Tx,
  actor: Actor,
  input: { id: string; officerId: string | null },
): Promise<Carried> {
  const application = await getForUpdate(tx, actor, input.id);
  return carried(await carry(tx, actor, application, 'assign', { assignedTo: input.officerId ?? actor.id }));
}

/** Back to the applicant, with what is missing. */
export async function returnApplication(tx: Tx, actor: Actor, input: { id: string; reason: string }): Promise<Carried> {
  return carried(await carry(tx, actor, await getForUpdate(tx, actor, input.id), 'return', { reason: input.reason }));
}

/** Accepts and carries out: whoever listens does the service's work in this transaction, or refuses and nothing happens. */
export async function acceptApplication(tx: Tx, actor: Actor, input: { id: string }): Promise<Carried> {
  const application = await getForUpdate(tx, actor, input.id);
  const unmet = unmetDocuments(await listRequirements(tx, application.id));
  if (unmet.length) {
    throw refuse('application.documents_unmet', {
      values: { n: unmet.length },
      faults: unmet.map((code) => ({ path: `documents.${code}`, code: 'field.document_unmet' })),
    });
  }
  const next = await carry(tx, actor, application, 'accept', { decidedAt: tx.ground.clock.now(), reason: null });
  await speak(tx, actor, applicationsAccepted, [toNotice(next)]);
  return carried(next);
}

export async function refuseApplication(tx: Tx, actor: Actor, input: { id: string; reason: string }): Promise<Carried> {
  return carried(
    await carry(tx, actor, await getForUpdate(tx, actor, input.id), 'refuse', {
      reason: input.reason,
      decidedAt: tx.ground.clock.now(),
    }),
  );
}

export async function withdrawApplication(
  tx: Tx,
  actor: Actor,
  input: { id: string; reason: string },
): Promise<Carried> {
  return carried(
    await carry(tx, actor, await getForUpdate(tx, actor, input.id), 'withdraw', {
      reason: input.reason,
      decidedAt: tx.ground.clock.now(),
    }),
  );
}

/** Said by the room that carried an application out: the event or paper that came of it. */
export async function setOutcome(tx: Tx, id: Uuid, outcomeId: Uuid): Promise<void> {
  await setOutcomeId(tx, id, outcomeId);
}

/** Follow an application without signing in: by its number and the applicant's birth date, which must both fit. */
/** At this pace the birth dates of sixty years take one address two and a half days. */
export const FOLLOWED_PER_MINUTE = { perMinute: 6 };

export async function followApplication(tx: Tx, actor: Actor, input: { number: string; birthDate: CivilDate }) {
  const followed = await findFollowed(tx, input.number.trim(), input.birthDate);
  if (!followed) throw refuse('application.not_found');
  await record(tx, actor, { label: 'application.followed', facts: { state: followed.state } });
  return {
    ...followed,
    submittedAt: followed.submittedAt?.toISOString() ?? null,
    decidedAt: followed.decidedAt?.toISOString() ?? null,
  };
}

function toNotice(a: Application): ApplicationNotice {
  return {
    id: a.id,
    kind: a.kind,
    details: a.details,
    subjectNik: a.subjectNik,
    applicantNik: a.applicantNik,
    villageCode: a.villageCode,
  };
}
