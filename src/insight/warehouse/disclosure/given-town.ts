/** A synthetic town for attacks on its tables: people with skewed attributes, so that there are small cells in plenty. From a seed. */
import { joinedKey, protectedCount, RECORD_KEYS } from './rules.ts';

export interface Townsman {
  readonly key: number;
  readonly attributes: readonly number[];
}

export const ATTRIBUTES = [
  'village',
  'sex',
  'age_group',
  'religion',
  'marital_status',
  'education',
  'occupation',
] as const;
const SIZES = [6, 2, 16, 7, 4, 10, 30];
/** How strongly the first values prevail. */
const SKEW = [1, 1, 1.3, 4, 1.6, 1.8, 3];

/** A generator of numbers in [0, 1): mulberry32. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function givenTown(people: number, seed = 1): Townsman[] {
  const next = random(seed);
  return Array.from({ length: people }, () => ({
    key: Math.floor(next() * RECORD_KEYS),
    attributes: SIZES.map((size, at) => Math.floor(next() ** SKEW[at]! * size)),
  }));
}

export interface Cell {
  readonly n: number;
  readonly shown: number;
}

/** A table over some of the attributes: its cells by their values, '' for none. */
export function tableOf(town: readonly Townsman[], over: readonly number[]): Map<string, Cell> {
  const raw = new Map<string, { n: number; keys: number }>();
  for (const { key, attributes } of town) {
    const name = over.map((at) => attributes[at]).join(' ');
    const cell = raw.get(name) ?? { n: 0, keys: 0 };
    cell.n += 1;
    cell.keys = joinedKey([cell.keys, key]);
    raw.set(name, cell);
  }
  return new Map([...raw].map(([name, { n, keys }]) => [name, { n, shown: protectedCount({ n, cellKey: keys }) }]));
}

/** Every choice of at most `most` attributes. */
export function everyChoice(most: number): number[][] {
  return ATTRIBUTES.reduce<number[][]>(
    (choices, _, at) => [...choices, ...choices.filter(({ length }) => length < most).map((choice) => [...choice, at])],
    [[]],
  );
}
