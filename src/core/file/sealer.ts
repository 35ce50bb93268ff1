import type { Nik } from '../id/index.ts';

/** Where a sealed value stands; bound into it, so that it opens nowhere else. */
export interface Place {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

/** What rooms of the ground need of the vault: sealing under a person's key or a class of data's key. */
export interface Sealer {
  sealForPerson(nik: Nik, place: Place, plain: Buffer): Buffer;
  /** Throws when the person was erased, or the value was altered or stands elsewhere. */
  unsealForPerson(nik: Nik, place: Place, sealed: Buffer): Buffer;
  seal(keyClass: string, place: Place, plain: Buffer): Buffer;
  unseal(keyClass: string, place: Place, sealed: Buffer): Buffer;
}
