/** By whose hand something is done for a person: his own, that of who represents him, or an officer's on his word. */
import type { Nik } from '../../core/id/index.ts';
import type { Subject } from '../../core/ledger/index.ts';
import type { Capacity } from './representation/rules.ts';

/** What the person's own acts and looks are marked with in his list. */
export const SELF = 'self';

export interface Hand {
  /** The detail of the person's row. */
  readonly mark: string;
  /** Who else finds the entry in his list. */
  readonly also: readonly Subject[];
}

export const OWN: Hand = { mark: SELF, also: [] };

/** An officer's, on the word of who stands before him. */
export const ASSISTED: Hand = { mark: 'assisted', also: [] };

/** A parent's, guardian's or curator's: the represented reads in what capacity, the representative finds it among his own acts. */
export const representing = (by: Nik, as: Capacity): Hand => ({ mark: as, also: [{ nik: by, detail: SELF }] });

/** Whom an entry concerns. */
export const concerning = (nik: Nik, { mark, also }: Hand): Subject[] => [{ nik, detail: mark }, ...also];
