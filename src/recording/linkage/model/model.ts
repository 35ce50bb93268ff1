/** Weights and what follows from them: log2(m/u) a level, corrected by how common a name, a date or a place is. Pure. */
import type { Comparer } from '../compare/compare.ts';
import {
  COMPARISON_NAMES,
  COMPARISONS,
  levelNumber,
  type Comparison,
  type ComparisonName,
  type Pattern,
} from '../compare/level.ts';
import type { LinkageRecord } from '../record/record.ts';
import type { Shares } from './em.ts';
import { AT_MOST, trapOf, type Trap } from './trap.ts';

export interface LinkageModel {
  readonly m: Shares;
  readonly u: Shares;
  /** The share of all pairs that are one person's. */
  readonly prior: number;
}

/** What is rare says more: how many records beside the two have it. Null where it is not known. */
export interface Frequencies {
  /** All records, and all words of their names. */
  readonly records: number;
  readonly words: number;
  /** The share of a word that two strangers have in common, on average. */
  readonly sharedWord: number;
  /** Names that sound so. */
  name(sounds: string): number | null;
  /** Words that sound so, in any name. */
  word(sound: string): number | null;
  birth(year: number, month: number, day: number): number | null;
  mother(sounds: string): number | null;
  father(sounds: string): number | null;
  birthPlace(sounds: string): number | null;
}

export interface Judged {
  /** Bits for or against each comparison, 0 where one record is silent. */
  readonly weights: readonly number[];
  /** Their sum. */
  readonly weight: number;
  readonly posterior: number;
  readonly trap: Trap | null;
}

/** Never more than so many bits for rarity: a name that nobody else has is most often a slip. */
const MOST_FOR_RARITY = 10;
/** What strangers share on average weighs as much as so many records: a handful of records cannot tell what is rare. */
const AVERAGE_WEIGHS = 5_000;

const LEVEL = {
  nameSounds: levelNumber('name', 'sounds'),
  namePart: levelNumber('name', 'part'),
  nameSome: levelNumber('name', 'some'),
  birthSame: levelNumber('birth', 'same'),
  mother: levelNumber('family', 'mother'),
  father: levelNumber('family', 'father'),
  birthPlaceSame: levelNumber('birthPlace', 'same'),
};
/**
 * Strangers born on one day in one district have one stem and small serials: birth date and place have said most of it already. What
 * is left is the district within a regency, one of about fourteen, and that is all these levels may say, in bits.
 */
const NIK_SAYS_LITTLE = new Map([
  [levelNumber('number', 'nikSlip'), 3],
  [levelNumber('number', 'rounded'), 3],
  [levelNumber('number', 'neighbour'), -1],
]);
const AT = Object.fromEntries(COMPARISON_NAMES.map((name, place) => [name, place])) as Record<ComparisonName, number>;

export interface Judge {
  /** Bits of a pattern without rarity, the prior's not among them. */
  plainWeight(pattern: Pattern): number;
  judge(a: LinkageRecord, b: LinkageRecord, pattern: Pattern): Judged;
}

/** Judges pairs by a model. `frequencies` null: every name counts as one of middling rarity. */
export function judgeBy(model: LinkageModel, frequencies: Frequencies | null, { names }: Comparer): Judge {
  const bits = model.m.map((levels, c) => levels.map((m, l) => Math.log2(m / model.u[c]![l]!)));
  for (const [level, said] of NIK_SAYS_LITTLE) bits[AT.number]![level - 1] = said;
  const before = priorBits(model);

  // u of a level is what strangers share on average; the share of this very value takes its place.
  const rarity = (average: number, others: number | null, among: number): number =>
    others === null ? 0 : clamp(Math.log2(average / ((others + AVERAGE_WEIGHS * average) / (among + AVERAGE_WEIGHS))));

  function forRarity(a: LinkageRecord, b: LinkageRecord, pattern: Pattern, c: number): number {
    if (!frequencies) return 0;
    const level = pattern[c]!;
    const rare = (others: number | null) => rarity(model.u[c]![level - 1]!, others, frequencies.records);
    if (c === AT.name) {
      if (level <= LEVEL.nameSounds) return rare(frequencies.name(a.name!.sounds));
      if (level !== LEVEL.namePart && level !== LEVEL.nameSome) return 0;
      const bits = names
        .shared(a.name!, b.name!)
        .map((sound) => rarity(frequencies.sharedWord, frequencies.word(sound), frequencies.words));
      return bits.length === 0 ? 0 : Math.max(...bits);
    }
    if (c === AT.birth && level === LEVEL.birthSame) {
      return rare(frequencies.birth(a.birth!.year, a.birth!.month, a.birth!.day));
    }
    if (c === AT.family && level === LEVEL.mother && a.mother) return rare(frequencies.mother(a.mother.sounds));
    if (c === AT.family && level === LEVEL.father && a.father) return rare(frequencies.father(a.father.sounds));
    if (c === AT.birthPlace && level === LEVEL.birthPlaceSame) {
      return rare(frequencies.birthPlace(a.birthPlace!.sounds));
    }
    return 0;
  }

  return {
    plainWeight(pattern) {
      let sum = 0;
      for (let c = 0; c < pattern.length; c++) if (pattern[c]! > 0) sum += bits[c]![pattern[c]! - 1]!;
      return sum;
    },
    judge(a, b, pattern) {
      const weights = pattern.map((level, c) => (level === 0 ? 0 : bits[c]![level - 1]! + forRarity(a, b, pattern, c)));
      const weight = weights.reduce((sum, bit) => sum + bit, 0);
      const trap = trapOf(pattern);
      const posterior = posteriorOfBits(weight + before);
      return { weights, weight, trap, posterior: trap ? Math.min(posterior, AT_MOST[trap]) : posterior };
    },
  };
}

/** The prior as bits: what the weights must outdo. */
export function priorBits({ prior }: LinkageModel): number {
  return Math.log2(prior / (1 - prior));
}

export function posteriorOfBits(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}

function clamp(bits: number): number {
  return Math.max(-MOST_FOR_RARITY, Math.min(MOST_FOR_RARITY, bits));
}

/** The m with which every estimate begins. */
export const STARTING_M: Shares = COMPARISON_NAMES.map((name) => COMPARISONS[name].m);

/** What m may not become. */
export const SELDOM = COMPARISON_NAMES.map((name) => {
  const comparison: Comparison = COMPARISONS[name];
  return comparison.seldom;
});

/** The pattern from which m may be learnt: silent where a level's bits are set and not estimated. Null for a trap's, which are no person's. */
export function teaching(pattern: Pattern): Pattern | null {
  if (trapOf(pattern)) return null;
  return NIK_SAYS_LITTLE.has(pattern[AT.number]!) ? pattern.with(AT.number, 0) : pattern;
}

/** Three of these four agree: name, birth date, number, family or home. So the prior is not guessed from blocked pairs. */
export function surelyOne(pattern: Pattern): boolean {
  if (trapOf(pattern)) return false;
  const [name = 0, birth = 0, , number = 0, family = 0, home = 0] = pattern;
  const pillars = [
    [name, levelNumber('name', 'slip')],
    [birth, levelNumber('birth', 'slip')],
    [number, levelNumber('number', 'slip')],
    family > 0 ? [family, levelNumber('family', 'mother')] : [home, levelNumber('home', 'alike')],
  ] as const;
  const known = pillars.filter(([level]) => level > 0).length;
  const agreeing = pillars.filter(([level, last]) => level > 0 && level <= last).length;
  return known >= 2 && agreeing >= Math.min(3, known);
}
