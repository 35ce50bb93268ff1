/** What is unusual enough about an hour of a partner's questions to slow it down. Pure. */

export const SIGNALS = ['volume', 'hour', 'spread', 'sequence', 'mismatch'] as const;
export type Signal = (typeof SIGNALS)[number];

/** How a partner asked within this hour so far. */
export interface Pulse {
  readonly questions: number;
  readonly mismatched: number;
  /** NIKs of a place and birthday of which another serial was asked about shortly before: guessing looks like this. */
  readonly inSequence: number;
  /** In how many regencies the NIKs were issued. */
  readonly regencies: number;
}

/** How it asked within the fourteen days before. */
export interface Usual {
  readonly days: number;
  /** Of the hours in which it asked at all. */
  readonly perHour: number;
  readonly mostRegencies: number;
  /** On how many of the days it asked at this hour of the day. */
  readonly daysAtThisHour: number;
}

/** Fewer days tell nothing of what is usual. */
const KNOWN_DAYS = 7;
const VOLUME = { times: 8, least: 2_000 };
const HOUR_LEAST = 200;
const SPREAD = { times: 3, least: 60 };
const SEQUENCE = { least: 50, share: 0.2 };
const MISMATCH = { least: 100, share: 0.5 };

export function signalsOf(now: Pulse, usual: Usual): Signal[] {
  const known = usual.days >= KNOWN_DAYS;
  const found: Record<Signal, boolean> = {
    volume: known && now.questions >= VOLUME.least && now.questions > VOLUME.times * usual.perHour,
    hour: known && usual.daysAtThisHour === 0 && now.questions >= HOUR_LEAST,
    spread: known && now.regencies >= SPREAD.least && now.regencies > SPREAD.times * usual.mostRegencies,
    sequence: now.inSequence >= SEQUENCE.least && now.inSequence >= SEQUENCE.share * now.questions,
    mismatch: now.mismatched >= MISMATCH.least && now.mismatched >= MISMATCH.share * now.questions,
  };
  return SIGNALS.filter((signal) => found[signal]);
}

/** So long it is slowed down after the last time that it was found unusual. */
export const THROTTLE_MINUTES = 60;
/** What a partner that is slowed down is answered: so many questions a second, so many at once, of all processes together. */
export const SLOW_PER_SECOND = 1;
export const SLOW_AT_ONCE = 20;
