/** What becomes of a packet after each word from the centre: pure. What is not plainly final is tried again. */
import type { Receipt } from '../../../../src/recording/enrolment/schema.ts';
import { NotReached, Problem } from '../../../kit/problem.ts';

/** Why a packet waits: nothing happened yet, no network, a busy or broken centre, or an officer who may not send for its office. */
export type WaitsFor = 'turn' | 'network' | 'centre' | 'officer';

export type PacketState =
  | { readonly at: 'waiting'; readonly for: WaitsFor }
  /** Arrived whole; a person at the centre decides. The device keeps its copy until then. */
  | { readonly at: 'held'; readonly text: string | null }
  | {
      readonly at: 'refused';
      readonly code: string;
      readonly text: string | null;
      /** What the head of section wrote who refused it. */
      readonly reason: string | null;
    };

export interface Course {
  readonly state: PacketState;
  /** Bytes that are safe at the centre. */
  readonly received: number;
  /** Tries in a row that led to nothing. */
  readonly tries: number;
  /** Not before this instant (ms). */
  readonly nextTryAt: number;
}

/** `taken`: it may leave the device. `signedOut`: nobody can send now, and nothing is to be changed. */
export type Verdict = Course | 'taken' | 'signedOut';

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 10 * 60_000;
const HELD_PAUSE_MS = 10 * 60_000;

/** 5 s, 10 s, 20 s … 10 minutes, a little more or less so that a hundred offices do not come back in one second. */
export function pauseMs(tries: number, chance: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (Math.max(1, tries) - 1)) * (0.75 + chance / 2);
}

export interface Moment {
  readonly now: number;
  /** 0 to 1. */
  readonly chance: number;
}

export function afterReceipt(receipt: Receipt, moment: Moment): Verdict {
  const { received, why, text, reason } = receipt;
  switch (receipt.state) {
    case 'taken':
      return 'taken';
    case 'quarantined':
      return { state: { at: 'held', text }, received, tries: 0, nextTryAt: moment.now + HELD_PAUSE_MS };
    case 'refused':
      return refused(why[0] ?? 'enrolment.packet_turned_down', text, reason);
    case 'receiving':
      return { state: { at: 'waiting', for: 'turn' }, received, tries: 0, nextTryAt: moment.now + FIRST_PAUSE_MS };
  }
}

/** Its sealed bytes are not on the device any more. */
export const bytesGone = (): Course => refused('outbox.bytes_gone', null, null);

/** After a call that failed: `before` is how far it had come. */
export function afterFault(error: unknown, before: Course, moment: Moment): Verdict {
  if (!(error instanceof Problem)) return again(before, error instanceof NotReached ? 'network' : 'centre', moment);
  if (error.status === 401) return 'signedOut';
  if (SENT_AGAIN.includes(error.code)) return again(afresh(before), 'centre', moment);
  if (isFinal(error)) return refused(error.code, error.title, null);
  const waits = error.status === 403 ? 'officer' : 'centre';
  const course = again(before, waits, moment);
  const told = (error.retryAfterSeconds ?? 0) * 1000;
  return { ...course, nextTryAt: Math.max(course.nextTryAt, moment.now + told) };
}

function again(before: Course, waits: WaitsFor, { now, chance }: Moment): Course {
  // What was refused stays so: only that nobody could be asked again is new.
  if (before.state.at === 'refused') return before;
  const tries = before.tries + 1;
  const state = before.state.at === 'held' ? before.state : { at: 'waiting' as const, for: waits };
  return { ...before, state, tries, nextTryAt: now + pauseMs(tries, chance) };
}

const afresh = (before: Course): Course => ({ ...before, state: { at: 'waiting', for: 'turn' }, received: 0 });

const refused = (code: string, text: string | null, reason: string | null): Course => ({
  state: { at: 'refused', code, text, reason },
  received: 0,
  tries: 0,
  nextTryAt: Infinity,
});

/** The centre does not have it, or not all of it: the upload begins again, or goes on from where it says. */
const SENT_AGAIN = [
  'enrolment.packet_incomplete',
  'enrolment.packet_damaged',
  'enrolment.packet_lost',
  'enrolment.packet_not_announced',
  'enrolment.piece_gap',
];

/** Wrong in itself, or its station is: no repetition changes that. */
function isFinal({ status, code }: Problem): boolean {
  return code.startsWith('enrolment.') || (code.startsWith('file.') && status < 500);
}
