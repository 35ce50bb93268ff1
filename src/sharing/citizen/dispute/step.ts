/** One step on a case: whatever it is, it writes the same row, the same entry, and the state that follows from it. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { newId, type Nik, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { speak } from '../../../core/notice/index.ts';
import { KeyDestroyed } from '../../../core/vault/index.ts';
import { refuse } from '../refusals.ts';
import { concerning, OWN, type Hand } from '../hand.ts';
import { disputesMoved } from './notice.ts';
import { isOverdue, mayStep, STEPS, type StepKind } from './rules.ts';
import type { DisputeLine, ShownStep } from './schema.ts';
import { holdDispute, insertStep, listSteps, setState, type DisputeRow, type StepRow } from './sql.ts';

export interface Said {
  readonly words: string | null;
  readonly measures: string | null;
}

const NOTHING: Said = { words: null, measures: null };
const placeOf = (id: string) => ({ table: 'citizen.dispute_step', row: id, column: 'sealed' });

/** What is done to a case that lies there already. Refuses `citizen.dispute_not_now`. */
export async function takeStep(
  tx: Tx,
  actor: Actor,
  id: string,
  step: { kind: StepKind; said?: Said; basis?: string | null; hand?: Hand; mine?: (row: DisputeRow) => boolean },
): Promise<DisputeRow> {
  return elevated(tx, async () => {
    const row = await holdDispute(tx, id);
    if (!row || !(step.mine?.(row) ?? true)) throw refuse('citizen.dispute_not_found');
    if (!mayStep(step.kind, row, tx.ground.clock.now())) throw refuse('citizen.dispute_not_now');
    return writeStep(tx, actor, row, step);
  });
}

/** As `system`, of a row that is held. */
export async function writeStep(
  tx: Tx,
  actor: Actor,
  row: DisputeRow,
  step: { kind: StepKind; said?: Said; basis?: string | null; hand?: Hand },
): Promise<DisputeRow> {
  const at = tx.ground.clock.now();
  const { kind } = step;
  const { by, to } = STEPS[kind];
  const state = to ?? row.state;
  const first = kind === 'opened';
  const steps = first ? 1 : row.steps + 1;
  const { entryId } = await record(tx, actor, {
    label: `citizen.dispute_${kind}`,
    subjects: concerning(row.nik, step.hand ?? OWN),
    facts: { dispute: row.id, look: row.look, institution: row.institutionId },
  });
  const id = newId();
  const said = step.said ?? NOTHING;
  const sealed =
    said.words === null && said.measures === null
      ? null
      : tx.ground.vault.sealForPerson(row.nik, placeOf(id), JSON.stringify(said));
  const byId = by === 'clock' ? null : actor.id;
  await insertStep(tx, { id, disputeId: row.id, n: steps, kind, sealed, basis: step.basis ?? null, at, byId, entryId });
  const answers = row.state === 'OPEN' && state !== 'OPEN';
  const mark = kind === 'reminded' || kind === 'overdue' ? kind : null;
  if (!first) await setState(tx, row.id, { state, steps, answeredAt: answers ? at : null, mark, at });
  const { id: disputeId, institutionId, number, reference, look, dueAt } = row;
  await speak(tx, actor, disputesMoved, [
    { institutionId, disputeId, number, step: kind, state, entryId: look, reference, dueAt: dueAt.toISOString() },
  ]);
  return { ...row, state, steps };
}

/** The steps with their words; of somebody whose key is gone without them. As `system`. */
export async function shownSteps(tx: Tx, { id, nik }: { id: Uuid; nik: Nik }): Promise<ShownStep[]> {
  const rows = await listSteps(tx, id);
  return rows.map((row) => ({
    kind: row.kind,
    at: row.at.toISOString(),
    basis: row.basis,
    entryId: row.entryId,
    ...saidIn(tx, nik, row),
  }));
}

function saidIn(tx: Tx, nik: Nik, { id, sealed }: StepRow): Said {
  if (sealed === null) return NOTHING;
  try {
    return JSON.parse(tx.ground.vault.unsealForPerson(nik, placeOf(id), sealed).toString()) as Said;
  } catch (fault) {
    if (fault instanceof KeyDestroyed) return NOTHING;
    throw fault;
  }
}

export function lineOf(tx: Tx, row: DisputeRow): DisputeLine {
  return {
    id: row.id,
    number: row.number,
    institutionId: row.institutionId,
    institution: row.institution,
    state: row.state,
    openedAt: row.openedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    overdue: isOverdue(row, tx.ground.clock.now()),
  };
}
