/** How two names agree, word by word. Spelling and sound are the register's own (its door); this says which words found a partner. */
import { jaroWinkler } from '../../../register/resident/index.ts';
import type { NameForm, Word } from '../record/record.ts';
import type { LevelOf } from './level.ts';

export type NameLevel = LevelOf<'name'>;

export interface NameComparer {
  level(a: NameForm, b: NameForm): NameLevel;
  /** The words that both names have, as they sound. */
  shared(a: NameForm, b: NameForm): string[];
}

/** A word is a slip of another from here on. A single letter missing, doubled, exchanged or wrong is one in any word of four. */
const SLIP = 0.87;
/** An initial stands for a word and says next to nothing about it. */
const INITIAL = 0.88;

interface Paired {
  /** Pairs of words that sound the same, and those that are alike only. */
  readonly same: readonly (readonly [number, number])[];
  readonly alike: number;
  readonly initials: number;
  readonly leftInA: number;
  readonly leftInB: number;
}

/** Remembers how alike two words are: a million names have a few thousand words. */
export function nameComparer(): NameComparer {
  const known = new Map<number, number>();

  function likeness(a: Word, b: Word): number {
    if (a.id === b.id || (a.sound === b.sound && a.sound !== '')) return 1;
    if (a.text.length === 1 || b.text.length === 1) return a.text[0] === b.text[0] ? INITIAL : 0;
    if (cannotBeAlike(a, b)) return 0;
    const key = a.id < b.id ? a.id * 2 ** 26 + b.id : b.id * 2 ** 26 + a.id;
    let alike = known.get(key);
    if (alike === undefined) {
      alike = slipOf(a, b);
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
    let initials = 0;
    const same: [number, number][] = [];
    for (const one of found) {
      if (takenA & (1 << one.i) || takenB & (1 << one.j)) continue;
      takenA |= 1 << one.i;
      takenB |= 1 << one.j;
      if (one.alike >= 1) same.push([one.i, one.j]);
      else if (one.alike === INITIAL) initials++;
      else alike++;
    }
    const paired = same.length + alike + initials;
    return { same, alike, initials, leftInA: a.words.length - paired, leftInB: b.words.length - paired };
  }

  return {
    level(a, b) {
      if (a.text === b.text) return 'same';
      if (a.sounds === b.sounds) return 'sounds';
      const { same, alike, initials, leftInA, leftInB } = pair(a, b);
      if (initials > 0 && same.length + alike === 0) return 'some';
      if (initials === 0 && leftInA === 0 && leftInB === 0) return alike === 0 ? 'sounds' : 'slip';
      if (a.words.length !== b.words.length && joinedAlike(a, b)) return 'slip';
      if (leftInA === 0 || leftInB === 0) return 'part';
      return same.length + alike > 0 ? 'some' : 'other';
    },
    shared(a, b) {
      return pair(a, b).same.map(([i]) => a.words[i]!.sound);
    },
  };
}

function slipOf(a: Word, b: Word): number {
  if (Math.max(a.text.length, b.text.length) >= 4 && oneSlipApart(a.text, b.text)) return 0.95;
  return Math.min(0.94, Math.max(jaroWinkler(a.sound, b.sound), jaroWinkler(a.text, b.text)));
}

/**
 * Most words have too few letters in common to be a slip of one another; to count letters is a tenth of the work of comparing. With m
 * matching letters Jaro's similarity is at most (m/a + m/b + 1) / 3.
 */
function cannotBeAlike(a: Word, b: Word): boolean {
  return (
    most(a.text, a.letters, b.text, b.letters) < 0.8 && most(a.sound, a.soundLetters, b.sound, b.soundLetters) < SLIP
  );
}

function most(a: string, inA: number, b: string, inB: number): number {
  let ofA = 0;
  let ofB = 0;
  for (let i = 0; i < a.length; i++) ofA += (inB >>> (a.charCodeAt(i) - 65)) & 1;
  for (let i = 0; i < b.length; i++) ofB += (inA >>> (b.charCodeAt(i) - 65)) & 1;
  const matching = Math.min(ofA, ofB);
  if (matching === 0) return 0;
  const jaro = (matching / a.length + matching / b.length + 1) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
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
