import type { Checkpoint } from './log/index.ts';

export type BadKind =
  | 'rolled_back'
  | 'checkpoint_broken'
  | 'checkpoint_differs'
  | 'file_damaged'
  | 'entry_missing'
  | 'entry_altered'
  | 'entry_inserted'
  | 'access_missing'
  | 'access_altered'
  | 'access_inserted';

export interface FirstBad {
  readonly kind: BadKind;
  /** Which entry, from 0; `null` where it cannot be told. */
  readonly seq: number | null;
  readonly detail: string;
}

/** A finding that ends the check. */
export class Bad extends Error {
  override readonly name = 'Bad';
  readonly found: FirstBad;

  constructor(kind: BadKind, seq: number | null, detail: string) {
    super(detail);
    this.found = { kind, seq, detail };
  }
}

/** A checkpoint that the log must contain, and who holds it. */
export interface Claim {
  readonly checkpoint: Checkpoint;
  readonly from: string;
}
