/**
 * Taking an event back by another event (contrarius actus; Perpres 96/2018 art. 60): what it changed is as it was before,
 * unless a later act that still stands changed the same. Nothing is deleted. See docs/decisions/0006-undo.md.
 */
import { covers, mustCover, type Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { cancelDocument } from '../../../core/document/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { speak } from '../../../core/notice/index.ts';
import { today } from '../../../core/time/index.ts';
import { findAct, listProtectedBefore, type ResidentChange } from '../../resident/index.ts';
import { ELEMENTS, foldHistory } from '../../resident/rules.ts';
import { STATES, type Resident } from '../../resident/schema.ts';
import { carryOut } from '../carry-out.ts';
import type { Plan } from '../kind.ts';
import { findMoveForUpdate, findMoveOfArrival, updateMove } from '../move/sql.ts';
import { civilEventsUndone } from '../notices.ts';
import { lockPeople, reaching } from '../people.ts';
import { recorded, type Recorded } from '../record.ts';
import { refuse } from '../refusals.ts';
import { restoring, type HistoryLine } from './restoring.ts';
import { seatsBack } from './seats-back.ts';
import { findEvent, listHistories, listParticipants, updateState, type CivilEvent } from '../sql.ts';

export interface UndoInput {
  readonly id: string;
  readonly reason: string;
  readonly legalBasis: string;
}

/**
 * Takes an event back. Its papers are cancelled, and say so to whoever scans them. Refuses an event that is undone or an
 * undoing, a departure after its arrival, and one on which a later act stands, which the refusal names.
 */
export async function undoEvent(tx: Tx, actor: Actor, input: UndoInput): Promise<Recorded> {
  const event = await findEvent(tx, input.id, 'update');
  if (!event) throw refuse('civil_event.not_found');
  mustCover(actor, event.villageCode);
  if (event.state === 'undone' || event.kind === 'undo') throw refuse('civil_event.not_undoable');
  if (event.kind === 'move' && event.state === 'recorded') throw refuse('civil_event.arrived_already');
  const participants = await listParticipants(tx, event.id);
  const niks = [...new Set(participants.map(({ nik }) => nik))];
  const { byRole, beyond } = await lockPeople(
    tx,
    actor,
    niks.map((nik) => ({
      role: 'participant',
      ref: tx.ground.personRefs.of(nik),
      path: 'event',
      reach: 'anywhere',
      states: STATES,
    })),
  );
  const people = byRole.get('participant') ?? [];
  // What was seated in another region goes back there.
  return reaching(tx, beyond || event.kind === 'arrival', async () => {
    const changes = event.actId ? await changesBack(tx, actor, event.actId) : [];
    const seats = event.family ? await seatsBack(tx, event.family) : {};
    const day = today(tx.ground.clock, actor.zone);
    const id = newId();
    const plan: Plan = {
      participants,
      changes,
      seats: () => seats,
      restores: true,
      afterwards: async (again, undoId) => {
        await close(again, event, undoId);
        for (const { documentId } of participants)
          if (documentId) await cancelDocument(again, documentId, input.reason);
      },
    };
    const done = await carryOut(
      tx,
      actor,
      {
        id,
        kind: 'undo',
        occurredOn: day,
        reportedOn: day,
        day,
        villageCode: event.villageCode,
        daysLate: 0,
        number: null,
        details: { event: event.id, kind: event.kind, reason: input.reason },
        legalBasis: input.legalBasis,
        reason: input.reason,
        applicationId: null,
        undoes: { event: event.id, act: event.actId },
      },
      plan,
    );
    const { kind, occurredOn, villageCode } = event;
    await speak(tx, actor, civilEventsUndone, [
      { id: event.id, kind, state: 'undone', occurredOn, villageCode, participants, by: id },
    ]);
    return recorded(tx, actor, { id, kind: 'undo', late: 0, number: null }, done, plan, people);
  });
}

/** What each person's elements were before the act. Who was registered by it is not a person of the register any more. */
async function changesBack(tx: Tx, actor: Actor, actId: Uuid): Promise<ResidentChange[]> {
  const act = await findAct(tx, actId);
  const sealedBefore = await listProtectedBefore(tx, actId);
  const lines = Map.groupBy(await listHistories(tx, act?.niks ?? []), (line) => line.nik);
  return [...lines].map(([nik, history]) => {
    const how = restoring(history, actId);
    if (how.how === 'blocked') throw changedSince(tx, actor, how.by);
    if (how.how === 'registered') return { nik, delta: { state: 'BATAL' as const, birthCertificate: null } };
    const at = history.findIndex((line) => line.actId === actId);
    const before = foldHistory(history.slice(0, at).map((line) => line.delta));
    const delta = Object.fromEntries(
      ELEMENTS.filter((element) => how.elements.includes(element)).map((element) => [element, before[element]]),
    ) as Partial<Resident>;
    const sealed = sealedBefore.get(nik);
    return { nik, delta, ...(sealed ? { protected: sealed } : {}) } as ResidentChange;
  });
}

function changedSince(tx: Tx, actor: Actor, line: HistoryLine) {
  const key = `act.${line.kind}`;
  const { speaker } = tx.ground;
  const act = speaker.has(key) ? speaker.say(actor.language, key) : line.kind;
  return refuse('civil_event.changed_since', { values: { act, on: line.occurredOn } });
}

async function close(tx: Tx, event: CivilEvent, undoId: Uuid): Promise<void> {
  if (!(await updateState(tx, event.id, event.state, { state: 'undone', undoneBy: undoId })))
    throw refuse('civil_event.not_undoable');
  if (event.kind === 'move') {
    const move = await findMoveForUpdate(tx, event.id);
    if (move?.state !== 'underway') throw refuse('civil_event.move_not_underway');
    await updateMove(tx, move.eventId, { ...NOT_ARRIVED, state: 'cancelled' });
  }
  if (event.kind === 'arrival') {
    const move = await findMoveOfArrival(tx, event.id);
    if (!move) throw new Error('an arrival without its move');
    await updateMove(tx, move.eventId, { ...NOT_ARRIVED, state: 'underway' });
    await updateState(tx, move.eventId, 'recorded', { state: 'pending' });
  }
}

const NOT_ARRIVED = { arrivedOn: null, arrivalEvent: null, toCard: null, toOffice: null } as const;

/** Whether the officer could take the event back now, as far as the event itself says. */
export function mayUndo(actor: Actor, event: Pick<CivilEvent, 'state' | 'kind' | 'villageCode'>): boolean {
  if (!actor.scopes.has('civil_event.decide') || !covers(actor.jurisdiction, event.villageCode)) return false;
  if (event.kind === 'undo' || event.state === 'undone') return false;
  return !(event.kind === 'move' && event.state === 'recorded');
}
