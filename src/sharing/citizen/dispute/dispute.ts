/** What the three parties do with a case: the person opens, accepts or objects; the institution answers; the ministry decides. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { newId, type Nik, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { dayIn, ZONES } from '../../../core/time/index.ts';
import { OWN, type Hand } from '../hand.ts';
import { refuse } from '../refusals.ts';
import { openLook } from '../look/list.ts';
import { dueOf, isOverdue, mayStep } from './rules.ts';
import type { AnswerGiven, OpenedDispute } from './schema.ts';
import {
  findDispute,
  findDisputeOf,
  insertDispute,
  listForMinistry,
  listOfInstitution,
  nextNumber,
  setNumber,
  type DisputeRow,
} from './sql.ts';
import { lineOf, shownSteps, takeStep, writeStep } from './step.ts';
import { tellInstitution, tellPerson } from './tell.ts';

/**
 * "Bukan saya" about one look of an institution. Said twice it is the same case.
 * @throws Refusal `citizen.look_not_found`, `citizen.look_not_disputable`
 */
export async function openDispute(
  tx: Tx,
  actor: Actor,
  nik: Nik,
  given: { entry: string; words: string | null; hand?: Hand },
): Promise<{ id: Uuid }> {
  const [look] = await openLook(tx, nik, given.entry, actor.language);
  if (!look) throw refuse('citizen.look_not_found');
  const institutionId = look.who.is === 'institution' ? look.who.id : null;
  if (institutionId === null) throw refuse('citizen.look_not_disputable');
  return elevated(tx, async () => {
    const now = tx.ground.clock.now();
    const id = newId();
    const fresh = await insertDispute(tx, {
      id,
      nik,
      look: look.entryId as Uuid,
      institutionId: institutionId as Uuid,
      unit: look.unit,
      reference: look.reference,
      lookedAt: new Date(look.at),
      openedAt: now,
      dueAt: dueOf(now),
    });
    if (!fresh) return { id: (await findDisputeOf(tx, nik, look.entryId))! };
    await setNumber(tx, id, await nextNumber(tx, `BS/${dayIn(ZONES.WIB, now).slice(0, 4)}`));
    const row = (await findDispute(tx, id))!;
    const said = given.words === null ? undefined : { words: given.words, measures: null };
    await writeStep(tx, actor, row, { kind: 'opened', hand: given.hand ?? OWN, ...(said && { said }) });
    await tellInstitution(tx, row, 'opened');
    return { id };
  });
}

const ofInstitution = (actor: Actor) => (row: DisputeRow) => row.institutionId === actor.id;

/** What is open against an institution, by its own references. */
export async function listOwnDisputes(tx: Tx, actor: Actor, input: { all: boolean }) {
  const rows = await elevated(tx, () => listOfInstitution(tx, actor.id, !input.all));
  const now = tx.ground.clock.now();
  return {
    disputes: rows.map((row) => ({
      id: row.id,
      number: row.number,
      entryId: row.look,
      reference: row.reference,
      unit: row.unit,
      askedAt: row.lookedAt.toISOString(),
      openedAt: row.openedAt.toISOString(),
      dueAt: row.dueAt.toISOString(),
      state: row.state,
      overdue: isOverdue(row, now),
    })),
  };
}

/** The institution explains, with the basis on which it asked, or says that it was its mistake, and what it does about it. */
export async function answerDispute(tx: Tx, actor: Actor, input: AnswerGiven & { id: string }) {
  const admits = input.answer === 'mistake';
  const row = await takeStep(tx, actor, input.id, {
    kind: admits ? 'admitted' : 'answered',
    said: { words: input.words, measures: admits ? (input.measures ?? null) : null },
    basis: admits ? null : (input.basis ?? null),
    mine: ofInstitution(actor),
  });
  await tellPerson(tx, row, 'answered');
  return { id: row.id, number: row.number, state: row.state };
}

export async function listDisputes(tx: Tx) {
  const rows = await elevated(tx, () => listForMinistry(tx, tx.ground.clock.now()));
  return { disputes: rows.map((row) => lineOf(tx, row)) };
}

/** Without the person: what was asked, and what each said of it. The person sees that it was opened. */
export async function openDisputeCase(tx: Tx, actor: Actor, input: { id: string }): Promise<OpenedDispute> {
  return elevated(tx, async () => {
    const row = await findDispute(tx, input.id);
    if (!row) throw refuse('citizen.dispute_not_found');
    await record(tx, actor, {
      label: 'citizen.dispute_seen',
      subjects: [{ nik: row.nik, detail: 'dispute' }],
      facts: { dispute: row.id },
    });
    const now = tx.ground.clock.now();
    return {
      ...lineOf(tx, row),
      entryId: row.look,
      reference: row.reference,
      unit: row.unit,
      askedAt: row.lookedAt.toISOString(),
      steps: await shownSteps(tx, row),
      may: (['upheld', 'rejected'] as const).filter((kind) => mayStep(kind, row, now)),
    };
  });
}

export async function decideDispute(
  tx: Tx,
  actor: Actor,
  input: { id: string; decision: 'upheld' | 'rejected'; words: string },
) {
  const row = await takeStep(tx, actor, input.id, {
    kind: input.decision,
    said: { words: input.words, measures: null },
  });
  await tellPerson(tx, row, 'decided');
  await elevated(tx, () => tellInstitution(tx, row, 'decided'));
  return { id: row.id, state: row.state };
}
