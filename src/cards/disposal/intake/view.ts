/** What screens show of pieces: their NIKs are masked. */
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { uidText } from '../../blank/index.ts';
import { regimeNow } from '../asked.ts';
import { maskedNik } from '../destruction/minutes.ts';
import { listLoose, type PieceRow } from './sql.ts';
import { officeOf } from './take-in.ts';

const MOST = 500;

export const pieceView = (piece: PieceRow) => ({
  id: piece.id,
  kind: piece.kind,
  nik: piece.nik === null ? null : maskedNik(piece.nik),
  serial: piece.serial,
  uid: piece.uid === null ? null : uidText(BigInt(piece.uid)),
  cause: piece.cause,
  printedYear: piece.printedYear,
  known: piece.cardId !== null || piece.kind === 'blank',
  contradiction: piece.contradiction,
  released: piece.releasedBy !== null,
  missing: piece.missing,
  destroyed: piece.destroyed,
  recordedAt: piece.recordedAt.toISOString(),
});

/** What lies loose at the officer's office, and whether corners are cut today. */
export async function viewLoose(tx: Tx, actor: Actor) {
  const office = await officeOf(tx, actor);
  const pieces = await listLoose(tx, office.id, MOST);
  return { pieces: pieces.map(pieceView), cutNow: regimeNow(tx, actor).cut !== null };
}
