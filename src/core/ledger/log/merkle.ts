import { hash } from 'node:crypto';
import { proofSides } from './rules.ts';

/** The tree hashes of RFC 6962 section 2.1 and its proofs as RFC 9162 section 2.1 checks them. Sizes are safe integers. */
export const HASH_BYTES = 32;
export const EMPTY_ROOT: Buffer = hash('sha256', '', 'buffer');

const LEAF = Buffer.of(0);

/** The hash of a leaf: SHA-256(0x00 || entry). */
export function leafHash(entry: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([LEAF, entry]), 'buffer');
}

const pair = Buffer.alloc(1 + 2 * HASH_BYTES);
pair[0] = 1;

/** The hash of a node: SHA-256(0x01 || left || right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  pair.set(left, 1);
  pair.set(right, 1 + HASH_BYTES);
  return hash('sha256', pair, 'buffer');
}

/** The root over leaf hashes that lie in memory. */
export function rootOf(leaves: Iterable<Buffer>): Buffer {
  const edge = rightEdge();
  for (const leaf of leaves) edge.push(leaf);
  return edge.root();
}

/**
 * The same over leaf hashes that lie one behind the other; they are lost. For millions: no object is made of a node. Level by level, the last of
 * an odd number goes up as it is, which is the tree of RFC 6962.
 */
export function rootOfPacked(leaves: Buffer): Buffer {
  if (leaves.length % HASH_BYTES !== 0) throw new RangeError(`leaf hashes of ${HASH_BYTES} bytes each`);
  let nodes = leaves.length / HASH_BYTES;
  if (nodes === 0) return EMPTY_ROOT;
  for (; nodes > 1; nodes = Math.ceil(nodes / 2)) {
    for (let node = 0; node + 1 < nodes; node += 2) {
      leaves.copy(pair, 1, node * HASH_BYTES, (node + 2) * HASH_BYTES);
      // A string of bytes costs half of what a buffer does.
      leaves.write(hash('sha256', pair, 'binary'), (node / 2) * HASH_BYTES, 'latin1');
    }
    if (nodes % 2 === 1)
      leaves.copy(leaves, ((nodes - 1) / 2) * HASH_BYTES, (nodes - 1) * HASH_BYTES, nodes * HASH_BYTES);
  }
  return Buffer.from(leaves.subarray(0, HASH_BYTES));
}

/**
 * The right edge of a growing tree: the complete subtrees that make it up, largest first. `onSubtree` hears each subtree
 * that becomes complete, by its height and its index at that height (leaves, at height 0, included).
 */
export function rightEdge(onSubtree?: (height: number, index: number, hash: Buffer) => void) {
  const subtrees: Buffer[] = [];
  let size = 0;
  return {
    get size(): number {
      return size;
    },
    push(leaf: Buffer): void {
      let node = leaf;
      let height = 0;
      let index = size;
      onSubtree?.(height, index, node);
      while (index % 2 === 1) {
        node = nodeHash(subtrees.pop()!, node);
        index = (index - 1) / 2;
        height += 1;
        onSubtree?.(height, index, node);
      }
      subtrees.push(node);
      size += 1;
    },
    /** Goes on from a tree whose complete subtrees are known, largest first. */
    resume(atSize: number, given: readonly Buffer[]): void {
      size = atSize;
      subtrees.splice(0, subtrees.length, ...given);
    },
    root(): Buffer {
      return foldRight(subtrees);
    },
  };
}

function foldRight(subtrees: readonly Buffer[]): Buffer {
  let root = subtrees.at(-1);
  if (!root) return EMPTY_ROOT;
  for (let i = subtrees.length - 2; i >= 0; i--) root = nodeHash(subtrees[i]!, root);
  return root;
}

/** Leaves `start` to `end` (excluded). */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Gives the hash of the complete subtree of 2^height leaves with this index at its height. */
export type ReadSubtree = (height: number, index: number) => Promise<Buffer>;

/** The complete subtrees that a range from 0, or from a multiple of a power of two no smaller than it, consists of. */
export function subtreesOf(range: Range): { height: number; index: number }[] {
  const found = [];
  let at = range.start;
  while (at < range.end) {
    let height = 0;
    let width = 1;
    while (at % (width * 2) === 0 && at + width * 2 <= range.end) {
      width *= 2;
      height += 1;
    }
    found.push({ height, index: at / width });
    at += width;
  }
  return found;
}

/** The tree hash of `range`, from complete subtrees. */
export async function rangeHash(range: Range, read: ReadSubtree): Promise<Buffer> {
  const hashes = await Promise.all(subtreesOf(range).map(({ height, index }) => read(height, index)));
  return foldRight(hashes);
}

/** The ranges whose hashes prove that leaf `index` lies in a tree of `size` (RFC 9162 section 2.1.3.1), in proof order. */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!isCount(index) || !isCount(size) || index >= size) throw new RangeError('no such leaf in this tree');
  const path: Range[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + largestPowerBelow(end - start);
    if (index < middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  return path.toReversed();
}

/** The root over `leaves`, at least one, and for each of them the hashes that prove it, from the leaf up, in base64. */
export function inclusionPaths(leaves: readonly Buffer[]): { root: Buffer; paths: string[][] } {
  const paths = leaves.map((): string[] => []);
  function build(start: number, end: number): Buffer {
    if (end - start === 1) return leaves[start]!;
    const middle = start + largestPowerBelow(end - start);
    const left = build(start, middle);
    const right = build(middle, end);
    const besideLeft = right.toString('base64');
    const besideRight = left.toString('base64');
    for (let i = start; i < middle; i++) paths[i]!.push(besideLeft);
    for (let i = middle; i < end; i++) paths[i]!.push(besideRight);
    return nodeHash(left, right);
  }
  return { root: build(0, leaves.length), paths };
}

/** The ranges that prove that a tree of `size1` is the beginning of one of `size2` (RFC 9162 section 2.1.4.1). */
export function consistencyRanges(size1: number, size2: number): Range[] {
  if (!isCount(size1) || !isCount(size2) || size1 > size2) throw new RangeError('not an earlier size');
  if (size1 === 0 || size1 === size2) return [];
  const path: Range[] = [];
  let start = 0;
  let end = size2;
  while (end !== size1) {
    const middle = start + largestPowerBelow(end - start);
    if (size1 <= middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  // The old tree's own root needs no proof when it is a complete subtree: the reader has it.
  if (start > 0) path.push({ start, end });
  return path.toReversed();
}

function largestPowerBelow(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}

export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Uint8Array;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** RFC 9162 section 2.1.3.2. */
export function provesInclusion(claim: InclusionClaim): boolean {
  const sides = proofSides(claim.index, claim.size, claim.proof.length);
  if (!sides || ![claim.leafHash, claim.root, ...claim.proof].every(isHash)) return false;
  const root = claim.proof.reduce<Uint8Array>(
    (node, sibling, step) => (sides[step] === 'left' ? nodeHash(sibling, node) : nodeHash(node, sibling)),
    claim.leafHash,
  );
  return equal(root, claim.root);
}

export interface ConsistencyClaim {
  readonly size1: number;
  readonly size2: number;
  readonly root1: Uint8Array;
  readonly root2: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** RFC 9162 section 2.1.4.2. Nothing is proved about an empty tree: from it every history follows. */
export function provesConsistency(claim: ConsistencyClaim): boolean {
  const { size1, size2, root1, root2 } = claim;
  if (!isCount(size1) || !isCount(size2) || size1 === 0 || size1 > size2) return false;
  if (size1 === size2) return claim.proof.length === 0 && equal(root1, root2);
  if (claim.proof.length === 0 || ![root1, root2, ...claim.proof].every(isHash)) return false;

  const proof = Number.isInteger(Math.log2(size1)) ? [root1, ...claim.proof] : claim.proof;
  let at = size1 - 1;
  let last = size2 - 1;
  while (at % 2 === 1) {
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  let node1 = proof[0]!;
  let node2 = proof[0]!;
  for (const sibling of proof.slice(1)) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      node1 = nodeHash(sibling, node1);
      node2 = nodeHash(sibling, node2);
      while (at % 2 === 0 && at !== 0) {
        at /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      node2 = nodeHash(node2, sibling);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && equal(node1, root1) && equal(node2, root2);
}

function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}

function isHash(bytes: Uint8Array): boolean {
  return bytes.length === HASH_BYTES;
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
