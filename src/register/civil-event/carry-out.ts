/** The kernel: writes what an event leads to. Residents, families, papers' places, the event and its ledger entry, in one act. */
import { mustCover, type Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { papersFollow } from '../../core/document/index.ts';
import { filesFollow } from '../../core/file/index.ts';
import type { FamilyCardNumber, Nik, Uuid } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { speak } from '../../core/notice/index.ts';
import type { CivilDate } from '../../core/time/index.ts';
import { findCard, listMembershipsOf, rearrange, type Seated } from '../family/index.ts';
import { changeResidents, registerResidents, type ActGiven } from '../resident/index.ts';
import type { Plan, Seats } from './kind.ts';
import { civilEventsRecorded } from './notices.ts';
import type { EventKindName, EventState } from './schema.ts';
import { addressOf } from './seats.ts';
import { insertEvent, insertParticipants, type FamilyTrace, type Participant } from './sql.ts';

/** What stands on the event whatever its kind. */
export interface EventGiven {
  readonly id: Uuid;
  readonly kind: EventKindName;
  readonly occurredOn: CivilDate;
  readonly reportedOn: CivilDate;
  readonly day: CivilDate;
  readonly villageCode: string;
  readonly daysLate: number;
  readonly number: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly legalBasis: string | null;
  readonly reason?: string;
  readonly applicationId: string | null;
  /** The event that this one takes back, and its act. */
  readonly undoes?: { readonly event: Uuid; readonly act: Uuid | null };
}

export interface CarriedOut {
  readonly actId: Uuid | null;
  readonly entryId: Uuid;
  readonly state: EventState;
  readonly registered: Nik | undefined;
  readonly participants: readonly Participant[];
  readonly seated: Seated | null;
  readonly seats: Seats;
  readonly trace: FamilyTrace | null;
}

/**
 * Carries a plan out. Refuses an address outside the officer's region, and whatever the registers of residents and
 * families refuse; then nothing remains.
 */
export async function carryOut(tx: Tx, actor: Actor, given: EventGiven, plan: Plan): Promise<CarriedOut> {
  const { actId, registered } = await actOnResidents(tx, actor, given, plan);
  const seats = plan.seats?.(registered) ?? {};
  mustLieHere(actor, plan, seats);
  const trace = await traceBefore(tx, seats);
  const seated = await seat(tx, actor, given, seats, actId);
  const family = trace && seated ? withAfter(trace, seats, seated.formed) : null;
  await belongingsFollow(tx, plan);

  const participants: Participant[] = [
    ...(registered ? [{ nik: registered, role: plan.registers!.role }] : []),
    ...plan.participants,
  ];
  const state = plan.state ?? 'recorded';
  await insertEvent(tx, {
    ...given,
    state,
    recordedAt: tx.ground.clock.now(),
    officeId: actor.officeId,
    officerId: actor.id,
    certificateNumber: given.number,
    family,
    actId,
    undoneBy: null,
    undoes: given.undoes?.event ?? null,
  });
  await insertParticipants(tx, given.id, participants);
  const { entryId } = await record(tx, actor, {
    label: given.undoes ? 'civil_event.undone' : 'civil_event.recorded',
    subjects: [...new Set(participants.map(({ nik }) => nik))].map((nik) => ({ nik, detail: given.kind })),
    facts: {
      event: given.id,
      kind: given.kind,
      occurredOn: given.occurredOn,
      daysLate: given.daysLate,
      ...(given.undoes ? { undoes: given.undoes.event } : {}),
    },
  });
  await plan.afterwards?.(tx, given.id, seated?.formed ?? []);
  const { id, kind, occurredOn, villageCode } = given;
  if (!given.undoes) {
    await speak(tx, actor, civilEventsRecorded, [{ id, kind, state, occurredOn, villageCode, participants }]);
  }
  return { actId, entryId, state, registered, participants, seated, seats, trace: family };
}

async function actOnResidents(
  tx: Tx,
  actor: Actor,
  given: EventGiven,
  plan: Plan,
): Promise<{ actId: Uuid | null; registered: Nik | undefined }> {
  const act: ActGiven = {
    kind: given.kind,
    label: `civil_event.${given.kind}`,
    occurredOn: given.occurredOn,
    legalBasis: given.legalBasis,
    reason: given.reason ?? null,
    undoes: given.undoes?.act ?? null,
  };
  if (plan.registers) {
    mustCover(actor, plan.registers.person.biodata.villageCode);
    const done = await registerResidents(tx, actor, act, [plan.registers.person]);
    return { actId: done.actId, registered: done.niks[0]! };
  }
  if (plan.delegated) return { actId: (await plan.delegated.act()).actId as Uuid, registered: undefined };
  for (const { delta } of plan.changes ?? [])
    if (delta.villageCode && !plan.restores) mustCover(actor, delta.villageCode);
  if (!plan.changes?.length) return { actId: null, registered: undefined };
  return { actId: (await changeResidents(tx, actor, act, plan.changes)).actId, registered: undefined };
}

function mustLieHere(actor: Actor, plan: Plan, seats: Seats): void {
  if (plan.restores) return;
  for (const { address } of [...(seats.form ?? []), ...(seats.readdress ?? [])]) mustCover(actor, address.villageCode);
}

/** A seat is a fact of the card: it begins and ends on the day of recording, not on that of the event. */
async function seat(tx: Tx, actor: Actor, given: EventGiven, seats: Seats, actId: Uuid | null): Promise<Seated | null> {
  const n = [seats.leave, seats.join, seats.form, seats.readdress].reduce((sum, part) => sum + (part?.length ?? 0), 0);
  if (n === 0) return null;
  return rearrange(tx, actor, {
    ...seats,
    kind: given.kind,
    occurredOn: given.day,
    ...(actId ? { actId } : {}),
  });
}

async function traceBefore(tx: Tx, seats: Seats): Promise<FamilyTrace | null> {
  const niks = [
    ...(seats.leave ?? []),
    ...(seats.join ?? []).map((one) => one.nik),
    ...(seats.form ?? []).flatMap((family) => family.members.map((member) => member.nik)),
  ];
  if (niks.length === 0 && !seats.readdress?.length) return null;
  const before = new Map((await listMembershipsOf(tx, niks)).map((one) => [one.nik, one]));
  const addresses: FamilyTrace['addresses'][number][] = [];
  for (const { card } of seats.readdress ?? []) {
    const old = await findCard(tx, card);
    if (old) addresses.push({ card, address: addressOf(old) });
  }
  return {
    seats: niks.map((nik) => {
      const seat = before.get(nik);
      return { nik, before: seat ? { card: seat.familyCard, relation: seat.relation } : null, after: null };
    }),
    addresses,
  };
}

function withAfter(trace: FamilyTrace, seats: Seats, formed: readonly FamilyCardNumber[]): FamilyTrace {
  const after = new Map<Nik, { card: string; relation: number }>();
  for (const { nik, card, relation } of seats.join ?? []) after.set(nik, { card, relation });
  (seats.form ?? []).forEach((family, index) => {
    for (const { nik, relation } of family.members) after.set(nik, { card: formed[index]!, relation });
  });
  return { ...trace, seats: trace.seats.map((one) => ({ ...one, after: after.get(one.nik) ?? null })) };
}

/** Files and papers are seen where their person lives. */
async function belongingsFollow(tx: Tx, plan: Plan): Promise<void> {
  const moved = (plan.changes ?? []).flatMap(({ nik, delta }) =>
    delta.villageCode ? [{ nik, villageCode: delta.villageCode }] : [],
  );
  if (moved.length === 0) return;
  await filesFollow(tx, moved);
  await papersFollow(tx, moved);
}
