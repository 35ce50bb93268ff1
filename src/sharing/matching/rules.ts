/** How a matching goes, how large it may be, and when it looks like guessing. Pure and safe in a browser. */

/** Who must act next, where somebody must. */
export const STATES = {
  uploading: 'partner',
  approval: 'ditjen',
  running: null,
  held: 'ditjen',
  done: null,
  deleted: null,
  cancelled: null,
  stopped: null,
  failed: null,
} as const satisfies Record<string, 'partner' | 'ditjen' | null>;
export type MatchingState = keyof typeof STATES;
export const STATE_NAMES = Object.keys(STATES) as [MatchingState, ...MatchingState[]];

/** In these its rows count against the package. */
export const COUNTS: readonly MatchingState[] = ['approval', 'running', 'held', 'done', 'deleted'];
export const CANCELLABLE: readonly MatchingState[] = ['uploading', 'approval', 'running', 'held'];
export const WAITS_FOR_OFFICER: readonly MatchingState[] = ['approval', 'held'];

export const MOST_ROWS = 10_000_000;
export const MOST_FILE_BYTES = 4 * 2 ** 30;
/** A part must arrive within the half minute that every request has; a slow line sends smaller ones. */
export const MOST_PART_BYTES = 16 * 2 ** 20;
/** Of one institution that are not finished. */
export const MOST_OPEN = 8;
/** A result is kept for so long, and an upload that nobody goes on with. */
export const KEPT_DAYS = 7;
export const UPLOAD_DAYS = 2;

export const SIGNALS = ['mismatch', 'sequence', 'person'] as const;
export type Signal = (typeof SIGNALS)[number];

/** What was counted over a whole file. */
export interface FileCounts {
  readonly rows: number;
  /** Rows in which no field agreed, and those in which some did. */
  readonly mismatched: number;
  readonly partial: number;
  /** Mismatches of a place and birthday of which another mismatch stood in the file: serials that were tried. */
  readonly inSequence: number;
  /** The most mismatches about one number. */
  readonly mostOfOne: number;
}

const LEAST_ROWS = 100;
const MISMATCHED_SHARE = 0.5;
const WRONG_SHARE = 0.9;
const SEQUENCE = { least: 50, share: 0.05 };
/** As often as one partner may be wrong about one number within a day. */
const MOST_OF_ONE = 10;

/**
 * What about a file looks like guessing. Honest lists are old, not wrong in every field; people who share a place and a birthday are
 * common in a nation's list, but not that they are unknown.
 */
export function signalsOf({ rows, mismatched, partial, inSequence, mostOfOne }: FileCounts): Signal[] {
  const found: Record<Signal, boolean> = {
    mismatch:
      rows >= LEAST_ROWS && (mismatched >= MISMATCHED_SHARE * rows || mismatched + partial >= WRONG_SHARE * rows),
    sequence: inSequence >= SEQUENCE.least && inSequence >= SEQUENCE.share * rows,
    person: mostOfOne >= MOST_OF_ONE,
  };
  return SIGNALS.filter((signal) => found[signal]);
}
