import { beforeAll, expect, test } from 'vitest';
import { fingerOf, impressionOf } from '../../../simulation/body/index.ts';
import { fingerCode } from '../finger/cylinder.ts';
import { packedWords, packFinger } from '../kernel/packed-finger.ts';
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
import { openShelves } from './shelves.ts';

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
