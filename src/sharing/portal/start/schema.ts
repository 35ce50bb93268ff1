/** What the first page of the portal is given. Safe in a browser. */
import type { Cause } from '../../partner/supervision/rules.ts';
import type { Doer, Stage } from '../../partner/ladder/rules.ts';
import type { Expiry } from './rules.ts';

export const CHECKS = ['key', 'token', 'trial', 'production'] as const;
export type Check = (typeof CHECKS)[number];

export interface Way {
  readonly number: string;
  readonly stage: Stage;
  readonly ended: boolean;
  readonly steps: readonly { readonly stage: Stage; readonly on: string }[];
  /** Why it was refused or withdrawn, as it was written. */
  readonly endWords: string | null;
  readonly endReason: string | null;
  readonly nextUp: Stage | null;
  readonly acts: Doer | null;
  readonly dueOn: string | null;
  readonly lacking: readonly string[];
}

export interface Stop {
  readonly cause: Cause;
  readonly from: string;
  readonly until: string | null;
  readonly reason: string;
  readonly appealed: boolean;
}

export interface StartPage {
  readonly institution: string;
  readonly closed: boolean;
  /** Of the pass that counts; `null`: nothing was asked for yet. */
  readonly way: Way | null;
  /** Why it may not ask now, in words; `null`: it may, within its hours and networks. */
  readonly whyNot: string | null;
  readonly stops: readonly Stop[];
  readonly warnings: readonly {
    readonly semester: string;
    readonly dueOn: string;
    readonly level: number;
    readonly madeOn: string | null;
    readonly cutDue: boolean;
  }[];
  readonly checks: Readonly<Record<Check, boolean>>;
  readonly expiries: readonly Expiry[];
}
