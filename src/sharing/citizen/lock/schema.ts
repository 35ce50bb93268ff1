/** What the page of locks is given. Safe in a browser. */
import type { Lock, NeverLocked } from '../../verification/lock/rules.ts';

export interface LocksPage {
  readonly locks: readonly {
    readonly lock: Lock;
    /** `null`: it is not in force. */
    readonly set: { readonly at: string; readonly until: string | null } | null;
  }[];
  readonly never: readonly { readonly name: NeverLocked; readonly law: string }[];
  /** Whose day was no day to come, and what was typed. */
  readonly fault: { readonly lock: Lock; readonly typed: string } | null;
  readonly done: boolean;
}
