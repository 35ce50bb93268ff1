/**
 * Recording at the counter, step by step: a number the day before, called in the morning, captured and sealed; in the
 * afternoon the station sends what it holds and the centre searches; the next day a supervisor looks at what could not be
 * recorded of a body.
 */
import type { Actor } from '../../../core/access/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import type { ExceptionReason } from '../../../recording/biometric/index.ts';
import {
  approveItems,
  callNext,
  changeAppointment,
  findKnown,
  makeAppointment,
  openStanding,
} from '../../../recording/enrolment/index.ts';
import { below, mix, seedOf } from '../../person/index.ts';
import { importer } from '../arrival.ts';
import type { Stage } from '../journey.ts';
import { bodyFor, itemsOf, type Taking } from './bodies.ts';
import type { RecordingOffice } from './crew.ts';
import { lastWorkday, nextWorkday, on, searched } from './diary.ts';
import { openStation, type SealedPacket, type Station } from './station.ts';

/** How somebody is recorded, where not as most people are. */
export interface Odd extends Partial<Omit<Taking, 'visit'>> {
  readonly wear?: number;
  /** The how-manieth recording of his body this is. */
  readonly number?: number;
  readonly kind?: 'first' | 'again';
  /** Nobody has approved his exceptions when the story ends. */
  readonly unapproved?: true;
}

export interface Counter {
  readonly stage: Stage;
  readonly office: RecordingOffice;
  readonly station: Station;
  /** Who comes with something out of the ordinary; used up visit by visit. */
  readonly odd: Map<string, Odd[]>;
}

export async function openCounter(
  stage: Stage,
  office: RecordingOffice,
  given: { name: string; kind?: 'fixed' | 'mobile'; odd?: Map<string, Odd[]> },
): Promise<Counter> {
  const { name, kind = 'fixed', odd = new Map() } = given;
  return { stage, office, odd, station: await openStation(stage, office, { name, kind }) };
}

/** Whether somebody may be recorded on a day, wherever he lives. */
export async function mayCome({ stage }: Pick<Counter, 'stage'>, nik: Nik, day: CivilDate): Promise<boolean> {
  const known = await stage.database.transact('system', importer, (tx) => findKnown(tx, nik, day));
  return known?.standing.may ?? false;
}

/** About how many milliseconds a day's packets and their searches take. */
const WEIGHT_OF_A_DAY = 800;

/** One day of a counter. `people` gives who comes, on the afternoon before. */
export function recordingDay(counter: Counter, day: CivilDate, people: () => Promise<readonly Nik[]>): void {
  const { stage } = counter;
  let held: readonly Held[] = [];
  on(stage, lastWorkday(day), '15:10', 'antrean perekaman', async () => {
    for (const nik of await people()) await giveNumber(counter, nik, day);
  });
  on(stage, day, '08:20', 'perekaman', async () => {
    held = await captureQueue(counter);
  });
  on(
    stage,
    day,
    '13:40',
    'paket dikirim',
    async () => {
      await sendAll(counter, held);
    },
    WEIGHT_OF_A_DAY,
  );
  on(stage, nextWorkday(day), '09:15', 'pengecualian disetujui', () => approveExceptions(counter, held));
}

/** A number for that day; whoever has one already keeps it. */
export async function giveNumber({ stage, office: { operator } }: Counter, nik: Nik, day: CivilDate): Promise<void> {
  const person = stage.ground.personRefs.of(nik);
  try {
    await stage.act(operator, (tx) => makeAppointment(tx, operator, { person, day }));
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.code !== 'enrolment.appointment_held') throw fault;
  }
}

/** Calls number after number until nobody waits, or so many. */
export async function captureQueue(counter: Counter, most = Infinity): Promise<Held[]> {
  const { stage, office } = counter;
  const { operator } = office;
  const held: Held[] = [];
  while (held.length < most) {
    const { called } = await stage.act(operator, (tx) => callNext(tx, operator, {}));
    if (!called) break;
    const { may, whyText } = await stage.act(operator, (tx) => openStanding(tx, operator, { ref: called.ref }));
    if (may) held.push(await capture(counter, stage.ground.personRefs.read(called.ref)!));
    else {
      const change = { id: called.id, state: 'cancelled' as const, reason: whyText };
      await stage.act(operator, (tx) => changeAppointment(tx, operator, change));
    }
  }
  return held;
}

export interface Held extends SealedPacket {
  /** Fingers whose exceptions a supervisor approves the next day. */
  readonly toApprove: readonly number[];
}

/** What the station makes of one person; it keeps the packet until it is sent. */
export async function capture(
  { stage, odd, station, office }: Counter,
  nik: Nik,
  { by = office.operator, clockOffMs = 0 }: { by?: Actor; clockOffMs?: number } = {},
): Promise<Held> {
  const way: Odd = odd.get(nik)?.shift() ?? { exceptions: usual(stage, nik) };
  const { body = bodyFor(stage, nik), number = 2, wear, exceptions = {}, kind = 'first', drawn } = way;
  const visit = { number, ...(wear !== undefined && { wear }) };
  const items = await itemsOf(nik, { body, visit, exceptions, ...(drawn && { drawn }) });
  const packet = await station.seal({ nik, kind, items }, by, clockOffMs);
  return { ...packet, toApprove: way.unapproved ? [] : Object.keys(exceptions).map(Number) };
}

const HURT: readonly ExceptionReason[] = ['missing', 'injured', 'unreadable', 'deformed'];
/** One in so many lacks a finger or two. */
const SELDOM = 14;

function usual({ seed }: Stage, nik: Nik): Record<number, ExceptionReason> {
  const die = { state: mix(seedOf(`hands ${seed}`), seedOf(nik)) };
  if (below(die, SELDOM) > 0) return {};
  const first = 1 + below(die, 10);
  const reason = HURT[below(die, HURT.length)]!;
  return below(die, 2) === 0 ? { [first]: reason } : { [first]: reason, [(first % 10) + 1]: reason };
}

/** Sends what the station holds and waits for the searches. Gives the states of the receipts. */
export async function sendAll({ stage, station }: Counter, held: readonly SealedPacket[]): Promise<string[]> {
  const states: string[] = [];
  for (const packet of held) states.push(await station.send(packet));
  await searched(stage);
  return states;
}

export async function approveExceptions({ stage, office }: Counter, held: readonly Held[]): Promise<void> {
  const { verifier } = office;
  const waiting = held.filter(({ toApprove }) => toApprove.length > 0);
  for (const { id, toApprove } of waiting) {
    const items = toApprove.map((position) => ({ modality: 'finger' as const, position }));
    await stage.act(verifier, (tx) => approveItems(tx, verifier, { id, items }));
  }
  if (waiting.length > 0) await searched(stage);
}
