/** What "Kartu saya" is given. Safe in a browser. */
import type { Standing } from '../../../cards/card/holder/schema.ts';
import type { OwnCase } from '../dispute/schema.ts';
import type { ShownLook } from '../look/schema.ts';

export interface HomePage {
  /** `null`: it is another's, for whom the person acts. */
  readonly standing: Standing | null;
  readonly looks: readonly ShownLook[];
  /** Cases in which it is the person's turn. */
  readonly waiting: readonly OwnCase[];
  readonly cases: number;
  /** He has not said yet how he signs in from now on. */
  readonly chooses: boolean;
}
