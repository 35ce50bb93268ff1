/** Records in, linked pairs out: candidates, patterns, the estimate, the judgement, the clusters. */
import { comparer, isOther } from './compare/compare.ts';
import { patternCode, patternOf, PATTERNS } from './compare/level.ts';
import { findCandidates } from './candidates/candidates.ts';
import { withEngine } from './candidates/engine.ts';
import { clusters } from './cluster.ts';
import { estimate, type PatternCount } from './model/em.ts';
import { frequenciesOf } from './model/frequencies.ts';
import {
  judgeBy,
  priorBits,
  SELDOM,
  STARTING_M,
  surelyOne,
  teaching,
  type Judged,
  type LinkageModel,
} from './model/model.ts';
import { sharesOfStrangers } from './model/strangers.ts';
import { trapOf } from './model/trap.ts';
import type { LinkageRecord } from './record/record.ts';

export interface LinkedPair extends Judged {
  /** Places of the records, the smaller first. */
  readonly a: number;
  readonly b: number;
  readonly pattern: readonly number[];
  /** The smallest place among all records of this person. */
  readonly cluster: number;
}

export interface Linked {
  readonly model: LinkageModel;
  readonly comparedPairs: number;
  /** Likelier first. */
  readonly pairs: readonly LinkedPair[];
  /** Links that the guard against chains took back. */
  readonly brokenLinks: number;
}

export interface LinkOptions {
  /** A pair is linked from this posterior on. */
  readonly threshold?: number;
  readonly onProgress?: (share: number) => void;
}

/** From here on two records are taken for one person. */
export const THRESHOLD = 0.9;

/** The rules find about so many of the pairs that there are. */
const RULES_FIND = 0.8;
/** What is known beforehand weighs as much as ten records of one person. */
const STRENGTH = 10;
const MOST_RARITY_BITS = 20;

/** Finds which of the records speak of one person. Nothing is kept; the same records give the same pairs. */
export async function linkRecords(records: readonly LinkageRecord[], options: LinkOptions = {}): Promise<Linked> {
  const { threshold = THRESHOLD, onProgress = () => {} } = options;
  const compare = comparer();
  const { a, b } = await withEngine((engine) => findCandidates(engine, records, (share) => onProgress(0.5 * share)));
  const codes = new Int32Array(a.length);
  const counts = new Float64Array(PATTERNS);
  const pattern: number[] = [];
  for (let i = 0; i < a.length; i++) {
    const code = patternCode(compare.compareUnlessOther(records[a[i]!]!, records[b[i]!]!, pattern));
    codes[i] = code;
    counts[code]!++;
    if (i % 100_000 === 0) onProgress(0.5 + (0.3 * i) / a.length);
  }
  const model = modelOf(records.length, countsOf(counts), sharesOfStrangers(records, compare));
  onProgress(0.9);
  const judge = judgeBy(model, frequenciesOf(records), compare);
  // Most pairs are hopeless by their pattern alone; rarity is only asked for the others.
  const hopeful = hopefulPatterns(
    counts,
    (pattern) => judge.plainWeight(pattern),
    -priorBits(model) - MOST_RARITY_BITS,
  );
  const links: LinkedPair[] = [];
  for (let i = 0; i < a.length; i++) {
    if (hopeful[codes[i]!] === 0) continue;
    const found = patternOf(codes[i]!);
    const judged = judge.judge(records[a[i]!]!, records[b[i]!]!, found);
    if (judged.posterior >= threshold) links.push({ a: a[i]!, b: b[i]!, pattern: found, cluster: -1, ...judged });
  }
  const { clusterOf, kept, broken } = clusters(links, apartAmong(links, { a, b, codes }));
  onProgress(1);
  return {
    model,
    comparedPairs: a.length,
    brokenLinks: broken.length,
    pairs: (kept as LinkedPair[])
      .map((link) => ({ ...link, cluster: clusterOf.get(link.a) ?? link.a }))
      .toSorted((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b),
  };
}

/** Of the records that are linked: the pairs that are surely two persons, by another name or by a trap. */
function* apartAmong(
  links: readonly LinkedPair[],
  compared: { a: Int32Array; b: Int32Array; codes: Int32Array },
): Generator<readonly [number, number]> {
  const linked = new Set(links.flatMap(({ a, b }) => [a, b]));
  const verdicts = new Map<number, boolean>();
  for (const [i, code] of compared.codes.entries()) {
    let apart = verdicts.get(code);
    if (apart === undefined) verdicts.set(code, (apart = surelyTwo(patternOf(code))));
    if (apart && linked.has(compared.a[i]!) && linked.has(compared.b[i]!)) yield [compared.a[i]!, compared.b[i]!];
  }
}

function surelyTwo(pattern: readonly number[]): boolean {
  const trap = trapOf(pattern);
  return isOther(pattern) || trap === 'twins' || trap === 'siblings';
}

function countsOf(counts: Float64Array): PatternCount[] {
  const found: PatternCount[] = [];
  counts.forEach((count, code) => {
    if (count > 0) found.push({ pattern: patternOf(code), count });
  });
  return found;
}

/** m from the candidates, u from strangers, the prior from rules. */
function modelOf(records: number, counts: readonly PatternCount[], u: LinkageModel['u']): LinkageModel {
  const allPairs = Math.max(1, (records * (records - 1)) / 2);
  const sure = counts.reduce((sum, { pattern, count }) => sum + (surelyOne(pattern) ? count : 0), 0);
  const prior = Math.min(0.5, Math.max(1, sure / RULES_FIND) / allPairs);
  const taught = counts.flatMap(({ pattern, count }) => {
    const learnt = teaching(pattern);
    return learnt ? [{ pattern: learnt, count }] : [];
  });
  const { m } = estimate({
    counts: taught,
    m: STARTING_M,
    u,
    prior,
    fixed: ['u', 'prior'],
    strength: STRENGTH,
    seldom: SELDOM,
  });
  return { m, u, prior };
}

function hopefulPatterns(counts: Float64Array, weightOf: (pattern: number[]) => number, atLeast: number): Uint8Array {
  const hopeful = new Uint8Array(counts.length);
  counts.forEach((count, code) => {
    if (count > 0 && weightOf(patternOf(code)) >= atLeast) hopeful[code] = 1;
  });
  return hopeful;
}
