/** A bag from its opening to its seal. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { holdPieces, listInBag, nextNumber, type PieceRow } from '../intake/sql.ts';
import { officeOf } from '../intake/take-in.ts';
import { pieceRoot } from '../list-root.ts';
import { refuse } from '../refusals.ts';
import { bagMayBecome, MOST_IN_BAG, type BagState } from '../rules.ts';
import { closeBag, holdBags, insertBag, putPieces, takePiecesOut, type BagRow } from './sql.ts';

/** A bag of the actor's own office, held until the commit. Refuses one that lies elsewhere. */
export async function holdOwnBag(tx: Tx, actor: Actor, id: string): Promise<BagRow> {
  const [bag] = await holdBags(tx, [id]);
  if (!bag) throw refuse('disposal.bag_not_found');
  if (bag.officeId !== actor.officeId) throw refuse('disposal.bag_elsewhere');
  return bag;
}

export function mustBecome(bag: BagRow, to: BagState): void {
  if (!bagMayBecome(bag.state, to)) throw refuse('disposal.bag_state', { detail: `${bag.state} to ${to}` });
}

/** Opens a bag at the actor's office. */
export async function openBag(tx: Tx, actor: Actor): Promise<{ id: Uuid; number: string }> {
  const office = await officeOf(tx, actor);
  const at = tx.ground.clock.now();
  const year = at.getUTCFullYear();
  const n = await nextNumber(tx, `bag ${office.regionCode} ${year}`);
  const number = `KTG/${office.regionCode || 'PUSAT'}/${year}/${String(n).padStart(5, '0')}`;
  const id = newId();
  const { entryId } = await record(tx, actor, { label: 'disposal.bag_opened', facts: { bag: id, office: office.id } });
  await insertBag(tx, { id, number, officeId: office.id, regionCode: office.regionCode, at, by: actor.id, entryId });
  return { id, number };
}

/** Puts pieces of the office into its open bag, in the order given. Refuses one that lies in a bag, is missing or is kept as evidence. */
export async function putIntoBag(
  tx: Tx,
  actor: Actor,
  input: { id: string; pieces: readonly string[] },
): Promise<{ n: number }> {
  const bag = await holdOwnBag(tx, actor, input.id);
  if (bag.state !== 'OPEN') throw refuse('disposal.bag_closed');
  const pieces = await holdPieces(tx, input.pieces);
  if (pieces.length < new Set(input.pieces).size || pieces.length < input.pieces.length)
    throw refuse('disposal.piece_not_found');
  for (const piece of pieces) mustBeLoose(piece, bag);
  const lying = await listInBag(tx, bag.id);
  if (lying.length + pieces.length > MOST_IN_BAG) throw refuse('disposal.bag_full', { values: { most: MOST_IN_BAG } });
  await record(tx, actor, { label: 'disposal.bagged', facts: { bag: bag.id, n: pieces.length } });
  await putPieces(tx, bag.id, input.pieces);
  return { n: lying.length + pieces.length };
}

function mustBeLoose(piece: PieceRow, bag: BagRow): void {
  if (piece.officeId !== bag.officeId) throw refuse('disposal.piece_not_found');
  if (piece.bagId !== null) throw refuse('disposal.piece_bagged');
  if (piece.missing) throw refuse('disposal.piece_missing');
  if (piece.contradiction !== null && piece.releasedBy === null) throw refuse('disposal.piece_evidence');
}

/** Takes pieces out of a bag that is still open. */
export async function takeOutOfBag(
  tx: Tx,
  actor: Actor,
  input: { id: string; pieces: readonly string[] },
): Promise<void> {
  const bag = await holdOwnBag(tx, actor, input.id);
  if (bag.state !== 'OPEN') throw refuse('disposal.bag_closed');
  const pieces = await holdPieces(tx, input.pieces);
  if (pieces.length < input.pieces.length || pieces.some(({ bagId }) => bagId !== bag.id))
    throw refuse('disposal.piece_not_found');
  await record(tx, actor, { label: 'disposal.unbagged', facts: { bag: bag.id, n: pieces.length } });
  await takePiecesOut(tx, input.pieces, null);
}

/**
 * Seals a bag with the number of the seal and the count of whoever seals it. The list is fixed by its hash. Refuses a count that is
 * not what was put in: then the bag is looked through before it is closed.
 */
export async function sealBag(
  tx: Tx,
  actor: Actor,
  input: { id: string; seal: string; counted: number },
): Promise<{ n: number; root: string }> {
  const bag = await holdOwnBag(tx, actor, input.id);
  mustBecome(bag, 'SEALED');
  if (bag.state !== 'OPEN') throw refuse('disposal.bag_closed');
  const pieces = await elevated(tx, () => listInBag(tx, bag.id));
  if (pieces.length === 0) throw refuse('disposal.bag_empty');
  if (pieces.length !== input.counted) throw refuse('disposal.count_differs', { values: { counted: input.counted } });
  const root = pieceRoot(pieces);
  await record(tx, actor, {
    label: 'disposal.bag_sealed',
    facts: { bag: bag.id, n: pieces.length, root: root.toString('base64url') },
  });
  const at = tx.ground.clock.now();
  await closeBag(tx, { id: bag.id, seal: input.seal, n: pieces.length, root, at, by: actor.id });
  return { n: pieces.length, root: root.toString('hex') };
}
