/**
 * Comparison levels as data: for each comparison what two records may have in common, from most to least, and how often that is
 * so when both are of one person. Level 0 of every comparison says that one of the two is silent: it speaks neither way.
 */
export interface Comparison {
  readonly levels: readonly string[];
  /**
   * How often two records of one person agree so (Fellegi and Sunter's m). Where a file has too few duplicates to tell, these hold:
   * the estimate begins with them and gives them the weight of a few records.
   */
  readonly m: readonly number[];
  /**
   * Levels that two records of one person seldom have, from this place on, and how often at most. Neighbours, clans and families agree
   * in much besides; an estimate that may believe anything would take them for persons who write their own name in two ways.
   */
  readonly seldom?: { readonly from: number; readonly most: number };
}

export const COMPARISONS = {
  name: {
    levels: ['same', 'sounds', 'slip', 'part', 'some', 'other'],
    m: [0.55, 0.15, 0.18, 0.07, 0.03, 0.02],
    seldom: { from: 5, most: 0.1 },
  },
  birth: {
    levels: ['same', 'swapped', 'near', 'slip', 'close', 'year', 'other'],
    m: [0.74, 0.03, 0.08, 0.08, 0.03, 0.01, 0.03],
    seldom: { from: 6, most: 0.08 },
  },
  sex: { levels: ['same', 'other'], m: [0.98, 0.02] },
  number: {
    levels: ['same', 'slip', 'nikSlip', 'rounded', 'neighbour', 'other'],
    m: [0.6, 0.07, 0.07, 0.03, 0.05, 0.18],
  },
  family: {
    levels: ['both', 'mother', 'father', 'one', 'card', 'other'],
    m: [0.7, 0.12, 0.06, 0.03, 0.03, 0.06],
  },
  home: { levels: ['same', 'alike', 'place', 'other'], m: [0.6, 0.2, 0.1, 0.1] },
  birthPlace: { levels: ['same', 'slip', 'other'], m: [0.86, 0.08, 0.06] },
} as const satisfies Record<string, Comparison>;

export type ComparisonName = keyof typeof COMPARISONS;
export const COMPARISON_NAMES = Object.keys(COMPARISONS) as ComparisonName[];
export type LevelOf<Name extends ComparisonName> = (typeof COMPARISONS)[Name]['levels'][number];

/** One level for each comparison, in the order of `COMPARISON_NAMES`, 0 where one of the two is silent. */
export type Pattern = readonly number[];

/** The place of a level, from 1. */
export function levelNumber<Name extends ComparisonName>(name: Name, level: LevelOf<Name> | null): number {
  return level === null ? 0 : (COMPARISONS[name].levels as readonly string[]).indexOf(level) + 1;
}

/** The level of a place; null for silence. */
export function levelAt<Name extends ComparisonName>(name: Name, place: number): LevelOf<Name> | null {
  return (COMPARISONS[name].levels[place - 1] as LevelOf<Name> | undefined) ?? null;
}

const RADICES = COMPARISON_NAMES.map((name) => COMPARISONS[name].levels.length + 1);
/** So many patterns there can be. */
export const PATTERNS = RADICES.reduce((product, radix) => product * radix, 1);

/** A pattern as one number, so that patterns are counted in an array. */
export function patternCode(pattern: Pattern): number {
  let code = 0;
  for (let i = 0; i < RADICES.length; i++) code = code * RADICES[i]! + pattern[i]!;
  return code;
}

export function patternOf(code: number): number[] {
  const pattern = RADICES.map(() => 0);
  let rest = code;
  for (let i = RADICES.length - 1; i >= 0; i--) {
    pattern[i] = rest % RADICES[i]!;
    rest = Math.floor(rest / RADICES[i]!);
  }
  return pattern;
}
