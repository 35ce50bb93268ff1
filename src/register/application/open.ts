/** Opening applications: one with all that belongs to it, and the work list of an office. */
import type { Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { openFile } from '../../core/file/index.ts';
import type { FileAnswer } from '../../core/http/contract.ts';
import type { Uuid } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { placeLine } from '../resident/index.ts';
import { refuse } from './refusals.ts';
import { ACTS, stateAfter, type ApplicationState } from './rules.ts';
import {
  countByState,
  findApplication,
  listApplications,
  listRequirements,
  listSteps,
  type Application,
} from './sql.ts';

const lineOf = (tx: Tx, a: Application) => ({
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
});

export async function openApplication(tx: Tx, actor: Actor, input: { id: string }) {
  const application = await findApplication(tx, input.id);
  if (!application) throw refuse('application.not_found');
  await record(tx, actor, {
    label: 'application.opened',
    subjects: [{ nik: application.applicantNik, detail: 'application' }],
    facts: { application: application.id },
  });
  const [requirements, steps] = [await listRequirements(tx, application.id), await listSteps(tx, application.id)];
  return {
    ...lineOf(tx, application),
    subject: application.subjectNik && tx.ground.personRefs.of(application.subjectNik),
    contact: application.contact,
    details: { ...application.details },
    reason: application.reason,
    outcomeId: application.outcomeId,
    version: application.version,
    mayNext: ACTS.filter((act) => stateAfter(application.state, act) !== null),
    requirements: requirements.map((r) => ({ ...r, uploadedAt: r.uploadedAt?.toISOString() ?? null })),
    steps: steps.map((step) => ({ ...step, at: step.at.toISOString() })),
  };
}

const PAGE = 50;

/** The work list, soonest due first, 50 a page. */
export async function listWork(
  tx: Tx,
  actor: Actor,
  input: { states: readonly ApplicationState[]; mine: boolean; kind?: string | undefined; after?: string | undefined },
) {
  const [dueOn, id] = input.after?.split('_') ?? [];
  const rows = await listApplications(
    tx,
    {
      states: input.states,
      assignedTo: input.mine ? actor.id : undefined,
      kind: input.kind,
      after: dueOn && id ? { dueOn, id } : undefined,
    },
    PAGE + 1,
  );
  const shown = rows.slice(0, PAGE);
  await record(tx, actor, {
    label: 'application.listed',
    subjects: shown.map((a) => ({ nik: a.applicantNik })),
    facts: { n: shown.length },
  });
  const last = shown.at(-1);
  return {
    applications: shown.map((a) => lineOf(tx, a)),
    counts: await countByState(tx),
    next: rows.length > PAGE && last ? `${last.dueOn ?? '9999-12-31'}_${last.id}` : null,
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
    subjects: [{ nik: application.applicantNik, detail: input.code }],
    facts: { application: application.id },
  });
  const file = await openFile(tx, requirement.fileId as Uuid);
  return { mediaType: file.mediaType, fileName: requirement.fileName ?? requirement.code, bytes: file.bytes };
}
