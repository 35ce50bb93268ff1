/** Opening applications: one with all that belongs to it, and the work list of an office. */
import type { Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { openFile } from '../../core/file/index.ts';
import type { FileAnswer } from '../../core/http/contract.ts';
import type { Uuid } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { daysBetween, today, type CivilDate } from '../../core/time/index.ts';
import { listNamesIn, placeLine } from '../resident/index.ts';
import { concerned } from './carry.ts';
import { refuse } from './refusals.ts';
import { ACTS, OPEN_STATES, stateAfter, type ApplicationState } from './rules.ts';
import {
  countOpen,
  findApplication,
  listApplications,
  listRequirements,
  listSteps,
  type Application,
  type ApplicationLine,
} from './sql.ts';

const lineOf = (tx: Tx, a: ApplicationLine, day: CivilDate) => ({
  id: a.id,
  number: a.number,
  kind: a.kind,
  state: a.state,
  applicant: tx.ground.personRefs.of(a.applicantNik),
  applicantName: a.applicantName,
  place: placeLine(tx, a.villageCode),
  submittedAt: a.submittedAt?.toISOString() ?? null,
  dueOn: a.dueOn,
  assignedTo: a.assignedTo,
  assignee: a.assignee ?? null,
  daysLeft: a.dueOn && OPEN_STATES.includes(a.state) ? daysBetween(day, a.dueOn) : null,
});

export async function openApplication(tx: Tx, actor: Actor, input: { id: string }) {
  const application = await findApplication(tx, input.id);
  if (!application) throw refuse('application.not_found');
  const details = detailsFor(actor, application);
  await record(tx, actor, {
    label: 'application.opened',
    subjects: concerned(application, 'application'),
    facts: { application: application.id, ...('protected' in details ? { protected: true } : {}) },
  });
  const requirements = await listRequirements(tx, application.id);
  const steps = await listSteps(tx, application.id);
  return {
    ...lineOf(tx, application, today(tx.ground.clock, actor.zone)),
    applicantNik: application.applicantNik,
    applicantBirthDate: application.applicantBirthDate,
    villageCode: application.villageCode,
    subject: application.subjectNik && tx.ground.personRefs.of(application.subjectNik),
    contact: application.contact,
    details,
    people: await listNamesIn(tx, actor, details),
    reason: application.reason,
    outcomeId: application.outcomeId,
    version: application.version,
    mayNext: ACTS.filter((act) => stateAfter(application.state, act) !== null),
    requirements: requirements.map((r) => ({ ...r, uploadedAt: r.uploadedAt?.toISOString() ?? null })),
    steps: steps.map((step) => ({ ...step, at: step.at.toISOString() })),
  };
}

/**
 * Parents' names and disability are for those who may open them in the register, and for the counter while it still fills
 * the application in.
 */
function detailsFor(actor: Actor, { details, state }: Application): Record<string, unknown> {
  const filling = (state === 'draft' || state === 'incomplete') && actor.scopes.has('application.create');
  if (filling || actor.scopes.has('resident.read_protected')) return { ...details };
  const { protected: _, ...rest } = details;
  return rest;
}

const PAGE = 50;
const LIST = 'applications';

/** The work list, soonest due first, 50 a page. */
export async function listWork(
  tx: Tx,
  actor: Actor,
  input: { states: readonly ApplicationState[]; mine: boolean; kind?: string | undefined; cursor?: string | undefined },
) {
  const after = input.cursor ? tx.ground.cursors.open<{ dueOn: string; id: string }>(LIST, input.cursor) : undefined;
  const rows = await listApplications(
    tx,
    {
      states: input.states,
      assignedTo: input.mine ? actor.id : undefined,
      kind: input.kind,
      after,
    },
    PAGE + 1,
  );
  const shown = rows.slice(0, PAGE);
  await record(tx, actor, {
    label: 'application.listed',
    subjects: [...new Set(shown.map((a) => a.applicantNik))].map((nik) => ({ nik })),
    facts: { n: shown.length },
  });
  const last = shown.at(-1);
  const day = today(tx.ground.clock, actor.zone);
  return {
    today: day,
    applications: shown.map((a) => lineOf(tx, a, day)),
    counts: await countOpen(tx, day),
    next:
      rows.length > PAGE && last
        ? tx.ground.cursors.seal(LIST, { dueOn: last.dueOn ?? '9999-12-31', id: last.id })
        : null,
  };
}

/** The bytes of a document that was handed in. */
export async function openHandedIn(tx: Tx, actor: Actor, input: { id: string; code: string }): Promise<FileAnswer> {
  const application = await findApplication(tx, input.id);
  const requirement =
    application && (await listRequirements(tx, application.id)).find((one) => one.code === input.code);
  if (!application || !requirement?.fileId) throw refuse('application.not_found');
  await record(tx, actor, {
    label: 'application.document_opened',
    subjects: concerned(application, input.code),
    facts: { application: application.id },
  });
  const file = await openFile(tx, requirement.fileId as Uuid);
  return { mediaType: file.mediaType, fileName: requirement.fileName ?? requirement.code, bytes: file.bytes };
}
