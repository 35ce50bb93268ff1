import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logFolder, replaceFile } from './folder.ts';
import { leafHash, provesConsistency, provesInclusion, rootOf } from './merkle.ts';
import { decodeBundle, encodeBundle, parseTilePath, tilePath, tilesOf } from './tiles.ts';
import { growingLog, type TileFile } from './tree.ts';

describe('tile paths', () => {
  it('index 1234067 lies under x001/x234/067', () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 'entries', index: 0, width: 112 })).toBe('tile/entries/000.p/112');
  });

  it('are read back, and nothing else is', () => {
    fc.assert(
      fc.property(fc.nat(63), fc.nat(2_000_000_000), fc.integer({ min: 1, max: 256 }), (level, index, width) => {
        expect(parseTilePath(tilePath({ level, index, width }))).toEqual({ level, index, width });
      }),
    );
    const wrong = ['tile/0/1', 'tile/00/000', 'tile/64/000', 'tile/0/000.p/256', 'tile/0/000.p/0', 'tile/0/x000/001'];
    for (const path of [...wrong, 'tile/0/../000', '/tile/0/000', 'tile/0/000/'])
      expect(parseTilePath(path)).toBeNull();
  });

  it('a tree of 70,000 has the tiles that the specification counts', () => {
    const tiles = [...tilesOf(70_000)].filter((tile) => tile.level !== 'entries');
    const count = (level: number, full: boolean) =>
      tiles.filter((tile) => tile.level === level && (tile.width === 256) === full).length;
    expect([count(0, true), count(0, false), count(1, true), count(1, false), count(2, false)]).toEqual([
      273, 1, 1, 1, 1,
    ]);
    expect(tiles.filter((tile) => tile.width < 256).map((tile) => tile.width)).toEqual([112, 17, 1]);
  });
});

describe('an entry bundle', () => {
  it('gives back what it was made of', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), (entries) => {
        expect(decodeBundle(encodeBundle(entries)).map((entry) => [...entry])).toEqual(entries.map((e) => [...e]));
      }),
    );
  });

  it('that is cut off is refused', () => {
    const bundle = encodeBundle([Buffer.from('one'), Buffer.from('two')]);
    for (const at of [1, 4, 6, 9]) expect(() => decodeBundle(bundle.subarray(0, at))).toThrow(RangeError);
  });
});

describe('a log folder', () => {
  let dir: string;
  const entries = Array.from({ length: 66_000 }, (_, i) => Buffer.from(`entry ${i}`));
  const sizes = [1, 255, 256, 257, 65_535, 65_536, 65_537, 66_000];

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'log-'));
    const files: TileFile[] = [];
    const log = growingLog((tile) => files.push(tile));
    for (const entry of entries) {
      log.push(entry);
      if (sizes.includes(log.size)) files.push(...log.partial());
    }
    for (const file of files) await replaceFile(join(dir, tilePath(file)), file.bytes, { sync: false });
  });
  afterAll(() => rm(dir, { recursive: true }));

  it('gives the root of every size it had', async () => {
    const folder = logFolder(dir);
    for (const size of [0, 1, 2, 200, 256, 300, 65_000, 66_000]) {
      const root = await folder.rootAt(size, 66_000);
      expect(root.equals(rootOf(entries.slice(0, size).map(leafHash)))).toBe(true);
    }
  });

  it('proves entries and earlier sizes', async () => {
    const folder = logFolder(dir);
    for (const size of sizes) {
      const root = await folder.rootAt(size, size);
      const seq = Math.floor(size / 3);
      const proof = await folder.inclusionProof(seq, size);
      const leaf = leafHash(await folder.entry(seq, size));
      expect(provesInclusion({ index: seq, size, leafHash: leaf, proof, root })).toBe(true);
      const root2 = await folder.rootAt(66_000, 66_000);
      const consistency = await folder.consistencyProof(size, 66_000);
      expect(provesConsistency({ size1: size, root1: root, size2: 66_000, root2, proof: consistency })).toBe(true);
    }
  });

  it('lets a log go on where it stood', async () => {
    for (const size of sizes) {
      const log = growingLog(() => {});
      log.resume(await logFolder(dir).rightEdge(size));
      for (const entry of entries.slice(size, size + 300)) log.push(entry);
      const whole = entries.slice(0, size + 300).map(leafHash);
      expect(log.root().equals(rootOf(whole))).toBe(true);
    }
  });
});
