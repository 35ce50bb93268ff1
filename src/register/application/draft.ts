/** An application begins: who asks for what, at which office. */
import { mustCover, type Actor } from '../../core/access/index.ts';
import { elevated, type Tx } from '../../core/db/index.ts';
import { newId, type Uuid } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { today } from '../../core/time/index.ts';
import { getResident, nikOf, type Resident } from '../resident/index.ts';
import { carried, concerned, type Carried } from './carry.ts';
import { refuse } from './refusals.ts';
import { requirementsOf, type ServiceKind } from './services.ts';
import { insertApplication, insertRequirements, insertStep, nextNumber, type Application } from './sql.ts';

export interface DraftInput {
  readonly kind: ServiceKind;
  readonly applicant: string;
  readonly subject: string | null;
  /** For those who come from elsewhere: the village to which they come. */
  readonly villageCode?: string | undefined;
  readonly contact: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

// Services for people whose record lies elsewhere until the service brings it here.
const COMING: readonly ServiceKind[] = ['arrival', 'return_from_abroad'];

/** The applicant as the register has him, and the village for which he asks. Refuses one who can ask for nothing any more. */
async function applicantOf(tx: Tx, actor: Actor, input: DraftInput): Promise<{ applicant: Resident; village: string }> {
  const nik = nikOf(tx, input.applicant);
  const coming = COMING.includes(input.kind);
  const applicant = coming ? await elevated(tx, () => getResident(tx, nik)) : await getResident(tx, nik);
  if (applicant.state === 'MENINGGAL' || applicant.state === 'GANDA') throw refuse('application.applicant_gone');
  const village = coming && input.villageCode ? input.villageCode : applicant.villageCode;
  mustCover(actor, village);
  return { applicant, village };
}

/** Opens an application at the actor's office; its place is the applicant's, or the one to which he comes. */
export async function draftApplication(tx: Tx, actor: Actor, input: DraftInput): Promise<Carried> {
  const { applicant, village } = await applicantOf(tx, actor, input);
  const subjectNik = input.subject === null ? null : nikOf(tx, input.subject);
  if (subjectNik !== null && subjectNik !== applicant.nik && !COMING.includes(input.kind))
    await getResident(tx, subjectNik);
  const day = today(tx.ground.clock, actor.zone);
  const application: Application = {
    id: newId(),
    number: await nextNumber(tx, `${village.slice(0, 4)}-${day.replaceAll('-', '')}`),
    kind: input.kind,
    state: 'draft',
    officeId: actor.officeId as Uuid,
    villageCode: village,
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
    decidedBy: null,
    decidedAt: null,
    reason: null,
    outcomeId: null,
    version: 1,
  };
  await record(tx, actor, {
    label: 'application.drafted',
    subjects: concerned(application),
    facts: { application: application.id, kind: input.kind },
  });
  await insertApplication(tx, application);
  await insertRequirements(tx, application.id, requirementsOf(input.kind));
  await insertStep(tx, application, actor.id, null);
  return carried(application);
}
