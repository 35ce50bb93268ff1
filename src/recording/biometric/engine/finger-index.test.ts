import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bodyOf, fingerOf, impressionOf, recordBody } from '../../../simulation/body/index.ts';
import { fingerCode } from '../finger/cylinder.ts';
import { packedWords, packFinger } from '../kernel/packed-finger.ts';
import { CALIBRATIONS } from '../score/calibrations.ts';
import { writeBody } from './body.ts';
import { hashFinger, type HashedFinger } from './finger-hash.ts';
import {
  buildFingerIndex,
  countVotes,
  forgetIn,
  MOST_PEOPLE,
  readFingerIndex,
  shareOfVotes,
  type IndexedFinger,
} from './finger-index.ts';
import { openGallery, type Gallery } from './gallery.ts';
import { openShelves } from './shelves.ts';
import { STAGES } from './stages.ts';

const PEOPLE = 60;
/** Has a finger without a cylinder. */
const BARE = 7;
const press = (n: number, visit: number) =>
  fingerCode(impressionOf(fingerOf(n, 2), 2, { state: n * 1000 + visit }, { wear: 0.4 }).record);
const packed = (n: number, visit: number): IndexedFinger => {
  const code = n === BARE ? { count: 0, words: new Int32Array(0) } : press(n, visit);
  const words = new Int32Array(packedWords(code.count));
  packFinger(code, words, 0);
  return { person: n, words, at: 0, cylinders: code.count };
};
const hashed = ({ words, at, cylinders }: IndexedFinger): HashedFinger => hashFinger(words, at, cylinders);

let first: IndexedFinger[];
let second: HashedFinger[];
beforeAll(() => {
  first = Array.from({ length: PEOPLE }, (_, n) => packed(n, 1));
  second = Array.from({ length: PEOPLE }, (_, n) => hashed(packed(n, 2)));
});

/** What the votes say of each. */
function shares(index: SharedArrayBuffer, probe: HashedFinger): number[] {
  const read = readFingerIndex(index);
  const votes = new Uint16Array(MOST_PEOPLE + 1);
  countVotes(read, probe, votes);
  return first.map((_, n) => shareOfVotes(votes[n]!, probe.cylinders, read.cylinders[n]!));
}

test('of twenty second visits nineteen have their own finger among the first tenth', () => {
  const index = buildFingerIndex(first);
  const reached = second.filter((probe, n) => {
    const all = shares(index, probe);
    return n === BARE || all.filter((share) => share >= all[n]!).length <= PEOPLE / 10;
  });
  expect(reached.length).toBeGreaterThanOrEqual(0.95 * PEOPLE);
});

test('the same fingers give the same votes, whoever asked before; a finger without cylinders gives and gets none', () => {
  const index = buildFingerIndex(first);
  const all = shares(index, second[3]!);
  expect(all[BARE]).toBe(0);
  expect(shares(index, second[BARE]!).every((share) => share === 0)).toBe(true);
  expect(shares(index, second[3]!)).toEqual(all);
  expect(shares(buildFingerIndex(first), second[3]!)).toEqual(all);
});

test('who is forgotten is named by no entry, and the votes of the others stay as they were', () => {
  const index = buildFingerIndex(first);
  const before = shares(index, second[5]!);
  const gone = new Uint8Array(MOST_PEOPLE + 1);
  gone[5] = 1;
  gone[8] = 1;
  forgetIn(readFingerIndex(index), gone);
  const { entries, cylinders } = readFingerIndex(index);
  expect(entries.some((entry) => [5, 8].includes(entry & 0xfff))).toBe(false);
  expect([cylinders[5], cylinders[8]]).toEqual([0, 0]);
  expect(shares(index, second[5]!)).toEqual(before.map((share, n) => (gone[n] ? 0 : share)));
});

test('a shelf holds as many people as an entry can name, and no more', () => {
  const never = () => Promise.reject(new Error('not asked'));
  expect(() => openShelves({ size: MOST_PEOPLE + 1, build: never, forget: never })).toThrow(RangeError);
});

test('an index that cannot be made, or changed, is given up: its people are loose, and it is not tried at every change', async () => {
  const working = { build: true, forget: true };
  let tries = 0;
  const shelves = openShelves({
    size: 8,
    async build() {
      tries++;
      if (!working.build) throw new Error('as asked');
      return [0, 1, 2, 3, 4].map((part) => ({ part, memory: buildFingerIndex([]) }));
    },
    async forget() {
      if (!working.forget) throw new Error('as asked');
    },
  });
  working.build = false;
  for (let slot = 0; slot < 8; slot++) {
    shelves.put(slot);
    await shelves.tend(slot + 1);
  }
  expect([shelves.known(), shelves.indexes(), tries]).toEqual([0, [null], 1]);
  working.build = true;
  for (let change = 0; change < 100; change++) await shelves.tend(8);
  expect([shelves.known(), tries]).toEqual([8, 2]);
  working.forget = false;
  await shelves.drop([3]);
  expect([shelves.known(), shelves.indexes()[0]]).toEqual([0, null]);
});

describe('in a gallery', () => {
  const IN_GALLERY = 32;
  const visit = (n: number, number: number) => recordBody(bodyOf('shelves', n), { number });
  const ref = (n: number) => `person-${n}`;

  let blocks: ArrayBuffer[];
  let exact: Gallery;
  let indexed: Gallery;
  beforeAll(() => {
    blocks = Array.from({ length: IN_GALLERY }, (_, n) => writeBody(visit(n, 1)));
    exact = openGallery({ calibrations: CALIBRATIONS, threads: 1, search: 'exact' });
  });
  afterAll(() => exact.close());
  // Anew for each test: which slots are free, and so how many shelves there are, depends on who came and went before.
  beforeEach(() => {
    indexed = openGallery({
      calibrations: CALIBRATIONS,
      threads: 2,
      search: { ...STAGES, exactUpTo: 0, again: 0.5, inFull: 0.25, index: { from: 0, shelf: 8, share: 0.5 } },
    });
    return () => indexed.close();
  });

  test('whoever comes, goes or is recorded anew, by the index everybody who is there is found as the exact search finds him, and nobody else', async () => {
    const change = fc.record({
      people: fc.uniqueArray(fc.nat(IN_GALLERY - 1), { minLength: 1, maxLength: 16 }),
      out: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.nat(IN_GALLERY - 1),
        async (changes, asked) => {
          for (const { people, out } of changes) {
            for (const gallery of [exact, indexed]) {
              if (out) await gallery.delete(people.map(ref));
              else await gallery.hold(people.map((n) => ({ ref: ref(n), block: blocks[n]! })));
            }
          }
          expect(indexed.refs().toSorted()).toEqual(exact.refs().toSorted());
          const probe = visit(asked, 2);
          expect(await indexed.identify(probe)).toEqual(await exact.identify(probe));
        },
      ),
      { numRuns: 5 },
    );
  });

  test('a gallery that grows is indexed shelf by shelf, and one that shrinks gives the memory back', async () => {
    // Segments stay once they are made; what is looked at is the index.
    await indexed.hold(blocks.map((block, n) => ({ ref: ref(n), block })));
    await indexed.delete(indexed.refs());
    const [none, few] = [indexed.bytes(), indexed.indexed()];
    for (let n = 0; n < IN_GALLERY; n++) await indexed.hold([{ ref: ref(n), block: blocks[n]! }]);
    expect([few, indexed.indexed()]).toEqual([0, IN_GALLERY]);
    const full = indexed.bytes();
    await indexed.delete(Array.from({ length: IN_GALLERY - 1 }, (_, n) => ref(n)));
    expect(indexed.indexed()).toBeLessThanOrEqual(1);
    expect(indexed.bytes() - none).toBeLessThan(full / 2);
  });

  test('people and probes without the fingers that are indexed are found too, and so is who came after the index was made', async () => {
    await indexed.hold(blocks.map((block, n) => ({ ref: ref(n), block })));
    const little = { number: 2, without: [1, 2, 3, 6, 7, 8] };
    for (const n of [50, 51]) {
      const known = indexed.indexed();
      const templates = recordBody(bodyOf('shelves', n), { ...little, number: 1 });
      await indexed.insert([{ ref: ref(n), templates }]);
      expect(indexed.indexed()).toBe(known);
      for (const probe of [visit(n, 2), recordBody(bodyOf('shelves', n), little)])
        expect((await indexed.identify(probe)).candidates[0]?.ref).toBe(ref(n));
    }
    const whole = recordBody(bodyOf('shelves', 11), { ...little, withoutFace: true });
    expect((await indexed.identify(whole)).candidates[0]?.ref).toBe(ref(11));
  });
});
