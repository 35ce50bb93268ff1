/** The pieces of a packet until it is decided upon. They are sealed to the centre already, so they lie as they came. */
import { createHash } from 'node:crypto';
import type { Tx } from '../../../core/db/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import type {} from '../../../register/resident/import/index.ts';
import { deletePieces, insertPiece, listPieces, type IntakeRow } from './sql.ts';

// By packet and content: what a broken transaction left behind is only ever found by the same piece of the same packet.
function addressOf(id: Uuid, at: number, bytes: Buffer): string {
  return createHash('sha256').update(`packet ${id} ${at}\n`).update(bytes).digest('hex');
}

/** Durable when it returns. */
export async function keepPiece(tx: Tx, id: Uuid, at: number, bytes: Buffer): Promise<void> {
  const address = addressOf(id, at, bytes);
  await tx.ground.uploads.write(address, bytes);
  await insertPiece(tx, id, { at, size: bytes.length, address });
}

/** The whole packet, or `null` when a piece is not there any more. */
export async function readPieces(tx: Tx, { id, size }: IntakeRow): Promise<Buffer | null> {
  const whole = Buffer.alloc(size);
  let filled = 0;
  for (const { at, address } of await listPieces(tx, id)) {
    const bytes = await tx.ground.uploads.read(address);
    if (!bytes || at !== filled) return null;
    filled += bytes.copy(whole, at);
  }
  return filled === size ? whole : null;
}

/** Once the transaction is committed. */
export async function dropPieces(tx: Tx, id: Uuid): Promise<void> {
  const addresses = await deletePieces(tx, id);
  const { uploads } = tx.ground;
  tx.afterCommit(() => {
    for (const address of addresses)
      uploads.remove(address).catch((fault: unknown) => process.emitWarning(String(fault)));
  });
}
