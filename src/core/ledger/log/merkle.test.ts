import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  consistencyRanges,
  inclusionPaths,
  inclusionRanges,
  leafHash,
  nodeHash,
  provesConsistency,
  provesInclusion,
  rangeHash,
  rootOf,
  rootOfPacked,
  type ReadSubtree,
} from './merkle.ts';

const folder = resolve(process.env['JATIDIRI_SHARED'] ?? '../shared', 'data/merkle');

function cases(kind: 'inclusion' | 'consistency') {
  const root = join(folder, kind);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, given: JSON.parse(readFileSync(join(root, name), 'utf8')) }));
}

const bytes = (text: string | null | undefined) => Buffer.from(text ?? '', 'base64');
const many = (texts: string[] | null) => (texts ?? []).map(bytes);

describe.skipIf(!existsSync(folder))('the vectors of RFC 6962 (skipped where the shared data is absent)', () => {
  it('every inclusion proof is accepted or refused as expected', () => {
    const found = cases('inclusion');
    expect(found.length).toBeGreaterThan(80);
    for (const { name, given } of found) {
      const proves = provesInclusion({
        index: given.leafIdx,
        size: given.treeSize,
        leafHash: bytes(given.leafHash),
        proof: many(given.proof),
        root: bytes(given.root),
      });
      expect({ name, proves }).toEqual({ name, proves: !given.wantErr });
    }
  });

  it('every consistency proof is accepted or refused as expected', () => {
    const found = cases('consistency');
    expect(found.length).toBeGreaterThan(80);
    for (const { name, given } of found) {
      const proves = provesConsistency({
        size1: given.size1,
        size2: given.size2,
        root1: bytes(given.root1),
        root2: bytes(given.root2),
        proof: many(given.proof),
      });
      expect({ name, proves }).toEqual({ name, proves: !given.wantErr });
    }
  });
});

const leaves = Array.from({ length: 300 }, (_, i) => leafHash(Buffer.from(`entry ${i}`)));

// The definition of RFC 6962 section 2.1, written down as it stands.
function definedRoot(given: readonly Buffer[]): Buffer {
  if (given.length === 1) return given[0]!;
  let k = 1;
  while (k * 2 < given.length) k *= 2;
  return nodeHash(definedRoot(given.slice(0, k)), definedRoot(given.slice(k)));
}

const read: ReadSubtree = async (height, index) =>
  definedRoot(leaves.slice(index * 2 ** height, (index + 1) * 2 ** height));
const prove = (ranges: { start: number; end: number }[]) => Promise.all(ranges.map((range) => rangeHash(range, read)));
const size = fc.integer({ min: 1, max: leaves.length });

describe('a tree', () => {
  it('grown leaf by leaf has the root of the definition at every size', () => {
    for (let n = 1; n <= leaves.length; n++) {
      expect(rootOf(leaves.slice(0, n)).equals(definedRoot(leaves.slice(0, n)))).toBe(true);
    }
  });

  it('that lies in one piece of memory has the same root', () => {
    for (let n = 0; n <= leaves.length; n++) {
      expect(rootOfPacked(Buffer.concat(leaves.slice(0, n)))).toEqual(rootOf(leaves.slice(0, n)));
    }
    expect(() => rootOfPacked(Buffer.alloc(33))).toThrow(RangeError);
  });

  it('proves each of its leaves, and no other leaf in its place', async () => {
    await fc.assert(
      fc.asyncProperty(size, fc.nat(), async (n, pick) => {
        const index = pick % n;
        const proof = await prove(inclusionRanges(index, n));
        const root = rootOf(leaves.slice(0, n));
        const claim = { index, size: n, leafHash: leaves[index]!, proof, root };
        expect(provesInclusion(claim)).toBe(true);
        expect(provesInclusion({ ...claim, leafHash: leafHash(Buffer.from('another')) })).toBe(false);
        if (n > 1) expect(provesInclusion({ ...claim, index: (index + 1) % n })).toBe(false);
      }),
    );
  });

  it('proves each earlier size of itself, and no other history', async () => {
    await fc.assert(
      fc.asyncProperty(size, size, async (a, b) => {
        const [size1, size2] = [Math.min(a, b), Math.max(a, b)];
        const proof = await prove(consistencyRanges(size1, size2));
        const claim = {
          size1,
          size2,
          root1: rootOf(leaves.slice(0, size1)),
          root2: rootOf(leaves.slice(0, size2)),
          proof,
        };
        expect(provesConsistency(claim)).toBe(true);
        const forged = [...leaves.slice(0, size1 - 1), leafHash(Buffer.from('rewritten'))];
        expect(provesConsistency({ ...claim, root1: rootOf(forged) })).toBe(false);
      }),
    );
  });
});

it('every leaf of a tree in memory gets the path that proves it', () => {
  for (let size = 1; size <= 65; size++) {
    const leaves = Array.from({ length: size }, (_, i) => leafHash(Buffer.from(`leaf ${i}`)));
    const { root, paths } = inclusionPaths(leaves);
    expect(root).toEqual(rootOf(leaves));
    for (const [index, path] of paths.entries()) {
      const claim = { index, size, leafHash: leaves[index]!, proof: path.map(bytes), root };
      expect(provesInclusion(claim)).toBe(true);
      expect(size > 1 && provesInclusion({ ...claim, index: (index + 1) % size })).toBe(false);
    }
  }
});
