/** What the pages on which citizens sign in are given. Safe in a browser. */
import type { Way } from './rules.ts';

export type Note =
  | { readonly is: 'wait'; readonly minutes: number }
  | { readonly is: 'wrong_code'; readonly left: number }
  | { readonly is: 'wrong' | 'over' | 'again' | 'out' | 'offline' }
  | null;

export interface SignInPage {
  /** Where the person wanted to go. */
  readonly back: `/${string}`;
  readonly faults: readonly ('nik' | 'password' | 'code')[];
  readonly typed: { readonly nik: string };
  readonly note: Note;
  /** The ask for which a code is entered. */
  readonly ticket: string | null;
}

export interface FirstPage {
  readonly back: `/${string}`;
  readonly faults: readonly ('nik' | 'card' | 'code')[];
  readonly typed: { readonly nik: string; readonly card: string };
  readonly note: Note;
}

export interface ChoosePage {
  readonly back: `/${string}`;
  /** What is in force. */
  readonly way: 'password' | 'message' | null;
  /** Masked; `null`: the person gave none at the counter. */
  readonly contact: string | null;
  /** The password in force must be typed before another takes its place. */
  readonly asksOld: boolean;
  readonly faults: readonly ('old' | 'password' | 'again' | 'weak')[];
  readonly done: boolean;
}

export interface SessionsPage {
  readonly sessions: readonly {
    readonly id: string;
    readonly way: Way;
    readonly begunAt: string;
    readonly seenAt: string;
    readonly here: boolean;
  }[];
  readonly ended: boolean;
}
