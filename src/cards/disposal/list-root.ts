/** The hash that fixes a list: a Merkle tree as in RFC 6962 over the pieces of a bag in order, and over the bags of a plan. Pure. */
import { createHash } from 'node:crypto';

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

export function merkleRoot(leaves: readonly string[]): Buffer {
  if (leaves.length === 0) return createHash('sha256').digest();
  let level: Buffer[] = leaves.map((text) => createHash('sha256').update(LEAF).update(text).digest());
  // Pairs from the left, the odd one out goes up as it is: the same tree as RFC 6962's.
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at]!, level[at + 1]];
      above.push(right ? createHash('sha256').update(NODE).update(left).update(right).digest() : left);
    }
    level = above;
  }
  return level[0]!;
}

export interface Leaf {
  readonly id: string;
  readonly kind: string;
  readonly nik: string | null;
  readonly serial: string | null;
  readonly uid: string | null;
  readonly cause: string;
  readonly printedYear: number | null;
}

/** The id is random, so that a root gives away no NIK. */
export function pieceRoot(pieces: readonly Leaf[]): Buffer {
  return merkleRoot(
    pieces.map(({ id, kind, nik, serial, uid, cause, printedYear }) =>
      JSON.stringify([id, kind, nik, serial, uid, cause, printedYear]),
    ),
  );
}

export function planRoot(
  bags: readonly { readonly number: string; readonly seal: string; readonly n: number; readonly root: Buffer }[],
): Buffer {
  return merkleRoot(bags.map(({ number, seal, n, root }) => JSON.stringify([number, seal, n, root.toString('hex')])));
}
