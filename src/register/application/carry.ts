/** An application on its way: draft, documents, submission, check, assignment, decision. */
import { mustCover, type Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { storeFiles } from '../../core/file/index.ts';
import type { UploadedFile } from '../../core/http/contract.ts';
import type { Uuid } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { speak } from '../../core/notice/index.ts';
import { addDays, today, type CivilDate } from '../../core/time/index.ts';
import { mayAt } from '../officer/index.ts';
import { applicationsAccepted, applicationsSubmitted, type ApplicationNotice } from './notices.ts';
import { refuse } from './refusals.ts';
import { mustHaveDocuments } from './required.ts';
import { stateAfter, unmetDocuments, type ApplicationAct, type ApplicationState } from './rules.ts';
import { SERVICES } from './services.ts';
import {
  findApplication,
  findFollowed,
  insertStep,
  listRequirements,
  setFile,
  setOutcomeId,
  setVerdicts,
  updateApplication,
  type Application,
} from './sql.ts';

export interface Carried {
  readonly id: Uuid;
  readonly number: string;
  readonly state: ApplicationState;
  readonly version: number;
}

/** Whom an application is about. */
export function concerned(a: Pick<Application, 'applicantNik' | 'subjectNik'>, detail?: string) {
  const niks = [...new Set([a.applicantNik, ...(a.subjectNik ? [a.subjectNik] : [])])];
  return niks.map((nik) => ({ nik, detail }));
}

const decided = (tx: Tx, actor: Actor) => ({ decidedBy: actor.id, decidedAt: tx.ground.clock.now() });

export const carried = (a: Application): Carried => ({
  id: a.id,
  number: a.number,
  state: a.state,
  version: a.version,
});

async function getForUpdate(tx: Tx, actor: Actor, id: string): Promise<Application> {
  const application = await findApplication(tx, id, 'update');
  if (!application) throw refuse('application.not_found');
  mustCover(actor, application.villageCode);
  return application;
}

/** The state to which the act leads. Refuses one that does not fit the application's present state. */
function stateBy(application: Application, act: ApplicationAct): ApplicationState {
  const state = stateAfter(application.state, act);
  if (!state) throw refuse('application.not_now', { values: { state: application.state } });
  return state;
}

/** Moves an application by one act, with its step and its entry. Refuses an act that does not fit its state. */
async function carry(
  tx: Tx,
  actor: Actor,
  application: Application,
  act: ApplicationAct,
  changes: Partial<Application>,
): Promise<Application> {
  const state = stateBy(application, act);
  const next: Application = { ...application, ...changes, state, version: application.version + 1 };
  await record(tx, actor, {
    label: `application.${state}`,
    subjects: concerned(application),
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
    subjects: concerned(application),
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
  const requirements = await listRequirements(tx, application.id);
  if (!requirements.some(({ code }) => code === input.code)) throw refuse('application.no_such_requirement');
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
  await setFile(tx, application.id, input.code, { id: fileId!, name });
  await record(tx, actor, {
    label: 'application.document_handed_in',
    subjects: concerned(application),
    facts: { application: application.id, document: input.code },
  });
  return { fileId: fileId! };
}

export async function submitApplication(tx: Tx, actor: Actor, input: { id: string }): Promise<Carried> {
  const application = await getForUpdate(tx, actor, input.id);
  stateBy(application, 'submit');
  await mustHaveDocuments(tx, application.id);
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
    subjects: concerned(application),
    facts: { application: application.id },
  });
  return { unmet: unmetDocuments(await listRequirements(tx, application.id)) };
}

/** Takes an application, or gives it to an officer who may decide at the application's office or at one's own. */
export async function assignApplication(
  tx: Tx,
  actor: Actor,
  input: { id: string; officerId: string | null },
): Promise<Carried> {
  const application = await getForUpdate(tx, actor, input.id);
  const assignedTo = input.officerId ?? actor.id;
  if (assignedTo !== actor.id && !(await mayDecideAt(tx, assignedTo, [application.officeId, actor.officeId])))
    throw refuse('application.assignee_unfit');
  return carried(await carry(tx, actor, application, 'assign', { assignedTo }));
}

async function mayDecideAt(tx: Tx, officerId: string, offices: readonly (string | null)[]): Promise<boolean> {
  for (const office of offices) if (office && (await mayAt(tx, officerId, office, 'application.decide'))) return true;
  return false;
}

/** Back to the applicant, with what is missing. */
export async function returnApplication(tx: Tx, actor: Actor, input: { id: string; reason: string }): Promise<Carried> {
  return carried(await carry(tx, actor, await getForUpdate(tx, actor, input.id), 'return', { reason: input.reason }));
}

/** Accepts and carries out: whoever listens does the service's work in this transaction, or refuses and nothing happens. */
export async function acceptApplication(tx: Tx, actor: Actor, input: { id: string }): Promise<Carried> {
  const application = await getForUpdate(tx, actor, input.id);
  stateBy(application, 'accept');
  const unmet = unmetDocuments(await listRequirements(tx, application.id));
  if (unmet.length) {
    throw refuse('application.documents_unmet', {
      values: { n: unmet.length },
      faults: unmet.map((code) => ({ path: `documents.${code}`, code: 'field.document_unmet' })),
    });
  }
  const next = await carry(tx, actor, application, 'accept', { ...decided(tx, actor), reason: null });
  await speak(tx, actor, applicationsAccepted, [toNotice(next)]);
  return carried(next);
}

export async function refuseApplication(tx: Tx, actor: Actor, input: { id: string; reason: string }): Promise<Carried> {
  return carried(
    await carry(tx, actor, await getForUpdate(tx, actor, input.id), 'refuse', {
      reason: input.reason,
      ...decided(tx, actor),
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
      ...decided(tx, actor),
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
    number: a.number,
    kind: a.kind,
    details: a.details,
    subjectNik: a.subjectNik,
    applicantNik: a.applicantNik,
    contact: a.contact,
    villageCode: a.villageCode,
  };
}
