/** How two names agree, word by word. Spelling and sound are the register's own (its door); this says which words found a partner. */
import { nameSimilarity } from '../../../register/resident/index.ts';
import type { NameForm, Word } from '../record/record.ts';
import type { LevelOf } from './level.ts';

export type NameLevel = LevelOf<'name'>;

export interface NameComparer {
  level(a: NameForm, b: NameForm): NameLevel;
  /** The words that both names have, as they sound. */
  shared(a: NameForm, b: NameForm): string[];
}

/** A word and another are a slip of one another from here on: a letter missing, doubled, exchanged or wrong in a word of four. */
const SLIP = 0.8;
/** As `nameSimilarity` scores what only sounds the same. */
const SAME_SOUND = 0.97;
const INITIAL = 0.85;

interface Paired {
  /** Pairs of words that sound the same, and those that are alike only. */
  readonly same: readonly (readonly [number, number])[];
  readonly alike: number;
  readonly leftInA: number;
  readonly leftInB: number;
}

/** Remembers how alike two words are: a million names have a few thousand words. */
export function nameComparer(): NameComparer {
  const known = new Map<number, number>();

  function likeness(a: Word, b: Word): number {
    if (a.id === b.id || (a.sound === b.sound && a.sound !== '')) return 1;
    if (a.text.length === 1 || b.text.length === 1) return a.text[0] === b.text[0] ? INITIAL : 0;
    const key = a.id < b.id ? a.id * 2 ** 26 + b.id : b.id * 2 ** 26 + a.id;
    let alike = known.get(key);
    if (alike === undefined) {
      alike = nameSimilarity(a.text, b.text) / SAME_SOUND;
      // What files hold is not bounded: neither is the number of words, so what is remembered must be.
      if (known.size > 4_000_000) known.clear();
      known.set(key, alike);
    }
    return alike;
  }

  function pair(a: NameForm, b: NameForm): Paired {
    const found: { i: number; j: number; alike: number }[] = [];
    for (let i = 0; i < a.words.length; i++) {
      for (let j = 0; j < b.words.length; j++) {
        const alike = likeness(a.words[i]!, b.words[j]!);
        if (alike >= SLIP) found.push({ i, j, alike });
      }
    }
    if (found.length > 1) found.sort((x, y) => y.alike - x.alike);
    let takenA = 0;
    let takenB = 0;
    let alike = 0;
    const same: [number, number][] = [];
    for (const one of found) {
      if (takenA & (1 << one.i) || takenB & (1 << one.j)) continue;
      takenA |= 1 << one.i;
      takenB |= 1 << one.j;
      if (one.alike >= 1) same.push([one.i, one.j]);
      else alike++;
    }
    const paired = same.length + alike;
    return { same, alike, leftInA: a.words.length - paired, leftInB: b.words.length - paired };
  }

  return {
    level(a, b) {
      if (a.text === b.text) return 'same';
      if (a.sounds === b.sounds) return 'sounds';
      const { same, alike, leftInA, leftInB } = pair(a, b);
      if (leftInA === 0 && leftInB === 0) return alike === 0 ? 'sounds' : 'slip';
      if (a.words.length !== b.words.length && joinedAlike(a, b)) return 'slip';
      if (leftInA === 0 || leftInB === 0) return 'part';
      return same.length + alike > 0 ? 'some' : 'other';
    },
    shared(a, b) {
      return pair(a, b).same.map(([i]) => a.words[i]!.sound);
    },
  };
}

/** Sulis Tyowati and Sulistyowati. Only nearly equal convinces, else any shared beginning would be rewarded. */
function joinedAlike(a: NameForm, b: NameForm): boolean {
  const one = a.words.map((word) => word.sound).join('');
  const other = b.words.map((word) => word.sound).join('');
  if (one === other) return true;
  if (one[0] !== other[0] || Math.abs(one.length - other.length) > 1 || one.length < 6) return false;
  return oneSlipApart(one, other);
}

/** One letter missing, too many or wrong, or two neighbours exchanged; never equal. */
export function oneSlipApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [left, right] = [endA - start, endB - start];
  if (left <= 1 && right <= 1) return true;
  return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}
