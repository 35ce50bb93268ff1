/** What the pages of the log and of usage are given. No word of whom a question was about. Safe in a browser. */
import type { Signal } from '../../verification/signal/rules.ts';
import type { Purpose } from '../../verification/schema.ts';

export interface LogLine {
  readonly entry: string;
  readonly at: string;
  readonly purpose: Purpose | null;
  readonly unit: string;
  /** The institution's own numbers; of a batch the first few. */
  readonly references: readonly string[];
  readonly more: number;
  readonly matched: number;
  readonly partial: number;
  readonly mismatched: number;
}

export interface RefusedLine {
  readonly code: string;
  readonly words: string;
  readonly kind: ErrorKind;
  readonly n: number;
  readonly lastHour: string;
}

/** By whom a refusal is mended. */
export const ERROR_KINDS = ['input', 'proof', 'agreement', 'pace', 'balance', 'ours'] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];

export interface LogPage {
  readonly day: string;
  readonly today: string;
  readonly unit: string;
  readonly reference: string;
  readonly code: string;
  readonly fault: 'no_such_day' | null;
  readonly page: number;
  readonly more: boolean;
  readonly calls: readonly LogLine[];
  readonly refused: readonly RefusedLine[];
}

export interface FileLine {
  readonly matchingId: string;
  readonly day: string;
  /** The institution's own number of the file. */
  readonly reference: string;
  readonly unit: string;
  readonly rows: number;
  readonly complete: boolean;
  /** Whole rupiah. */
  readonly amount: number;
  readonly entry: string;
}

export interface UsagePage {
  readonly institution: string;
  readonly days: readonly {
    readonly day: string;
    readonly questions: number;
    readonly matched: number;
  }[];
  readonly questions: number;
  readonly matched: number;
  /** Within how many milliseconds: half of the answers, 95 and 99 of a hundred; `null`: none yet, `-1`: longer than three seconds. */
  readonly latency: { readonly half: number | null; readonly most: number | null; readonly nearlyAll: number | null };
  readonly quotas: readonly {
    readonly grantId: string;
    readonly purpose: Purpose;
    readonly quota: number;
    readonly taken: number;
  }[];
  /** What is left, and what of it is set aside for files that run; `null`: it pays nothing. */
  readonly money: { readonly balance: number; readonly held: number } | null;
  /** Files that were compared, the latest first, each with what it cost. */
  readonly files: readonly FileLine[];
  readonly slowed: readonly { readonly signal: Signal; readonly until: string }[];
  readonly whyNot: string | null;
  readonly kinds: readonly { readonly kind: ErrorKind; readonly n: number }[];
}
