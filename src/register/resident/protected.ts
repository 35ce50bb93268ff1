/** Sealing and opening of what art. 84 protects: one sealed blob a person, and a keyed phonetic index of the mother's name. */
import type { Tx } from '../../core/db/index.ts';
import type { Nik, Uuid } from '../../core/id/index.ts';
import { phoneticKey } from './phonetic.ts';
import type { ProtectedElements } from './schema.ts';
import { listSealedBefore, type ProtectedRow } from './sql.ts';

const CLASS = 'resident.protected';
const place = (nik: Nik) => ({ table: 'resident.protected', row: nik, column: 'sealed' });

export function sealProtected(tx: Tx, nik: Nik, elements: ProtectedElements): ProtectedRow {
  return { nik, motherKey: motherKey(tx, elements.motherName), sealed: sealPlain(tx, nik, plainProtected(elements)) };
}

/** What is sealed, in the one form that `unsealProtected` reads. */
export function plainProtected(elements: ProtectedElements): string {
  return JSON.stringify([elements.motherName, elements.fatherName, elements.disability]);
}

export function sealPlain(tx: Tx, nik: Nik, plain: string): Buffer {
  return tx.ground.vault.seal(CLASS, place(nik), plain);
}

/** What opens what is sealed: a transaction, or a thread that has the vault open and no transaction. */
export interface Opening {
  readonly ground: Pick<Tx['ground'], 'vault'>;
}

export function unsealProtected(tx: Opening, nik: Nik, sealed: Buffer): ProtectedElements {
  return parseProtected(tx.ground.vault.unseal(CLASS, place(nik), sealed).toString());
}

export const NO_PROTECTED: ProtectedElements = { motherName: null, fatherName: null, disability: null };

/** For people to read: of somebody who was erased nothing, also where an older backup has brought it back. */
export function showProtected(tx: Opening, nik: Nik, sealed: Buffer): ProtectedElements {
  return tx.ground.vault.isErased(nik) ? NO_PROTECTED : unsealProtected(tx, nik, sealed);
}

/** Protected elements as they were before an act that changed them; whom it did not touch so is absent. */
export async function listProtectedBefore(tx: Tx, actId: Uuid): Promise<Map<Nik, ProtectedElements>> {
  const rows = await listSealedBefore(tx, actId);
  return new Map(rows.map(({ nik, sealed }) => [nik, unsealProtected(tx, nik, sealed)]));
}

export function parseProtected(plain: string): ProtectedElements {
  const [motherName, fatherName, disability] = JSON.parse(plain) as [string | null, string | null, number | null];
  return { motherName, fatherName, disability };
}

/** The keyed index under which mothers' names are compared without being opened; `null` where there is no name. */
export function motherKey(tx: Tx, motherName: string | null): bigint | null {
  if (!motherName) return null;
  return blindMother(tx, phoneticKey(motherName).toString());
}

/** As `motherKey`, where the phonetic key is known already (an import computes it elsewhere). */
export function blindMother(tx: Tx, phonetic: string): bigint {
  return tx.ground.vault.blindIndex('resident.mother', phonetic).readBigInt64BE(0);
}
