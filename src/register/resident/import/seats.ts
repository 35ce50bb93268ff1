/** What the import asks of families; the room of families stands above this one and lends it through the ground. */
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import type { FamilyCardNumber, Nik, Uuid } from '../../../core/id/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';

declare module '../../../core/db/tx.ts' {
  interface Ground {
    readonly importSeats: ImportSeats;
  }
}

export interface ImportedAct {
  readonly id: Uuid;
  readonly occurredOn: CivilDate;
  readonly recordedAt: Date;
  readonly officerId: string;
}

/** Why a row of the batch cannot be seated as the file says. */
export interface SeatConflict {
  readonly row: number;
  /** `not_in_force`: the card was replaced or closed, so nobody is seated; `second_head`: seated, not as head. */
  readonly kind: 'not_in_force' | 'second_head';
}

/** A resident of the register whom the file puts into another family or another place in his own. */
export interface ImportedMove {
  readonly row: number;
  readonly nik: Nik;
  readonly card: FamilyCardNumber;
  readonly relation: number;
}

/** All work on the rows of the batch, `resident_read.import_row`. */
export interface ImportSeats {
  /** What the register's cards have against the rows of the batch, new residents and old. */
  listConflicts(tx: Tx): Promise<SeatConflict[]>;
  /** Rows whose person the register knows (verdict same or update) and seats otherwise than the file. */
  listMoves(tx: Tx): Promise<ImportedMove[]>;
  /** Of these moves, the rows that would give a family a second head. */
  secondHeads(tx: Tx, moves: readonly ImportedMove[]): Promise<SeatConflict[]>;
  /** Seats the new residents of the batch (those without a verdict) and makes the cards that they and the moved ones need. */
  seat(tx: Tx, act: ImportedAct, conflicts: readonly SeatConflict[]): Promise<void>;
  /** Seats residents anew, after `seat` has made the cards they go to. */
  move(
    tx: Tx,
    actor: Actor,
    act: ImportedAct,
    moving: { readonly moves: readonly ImportedMove[]; readonly conflicts: readonly SeatConflict[] },
  ): Promise<void>;
}
