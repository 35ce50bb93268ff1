/**
 * From compared items to one figure, and from a search to an outcome. Pure, and safe in a browser: what an adjudicator sees
 * is computed by the same lines that decided.
 */
import type { Modality, Outcome } from './schema.ts';

/** One item that both people have. */
export interface ItemScore {
  readonly modality: Modality;
  readonly position: number;
  /** As the comparison gave it. */
  readonly score: number;
  /** How many powers of ten more often such a score comes from one body than from two. */
  readonly llr: number;
  /** The most that this item can say for one body. */
  readonly highest: number;
}

/** What two people have in common, over the items that both have. */
export interface Comparison {
  readonly items: readonly ItemScore[];
  /** The log10 likelihood ratio of all items together. */
  readonly fused: number;
}

/**
 * Fingers of one hand and one station go wrong together (pressure, dryness, a dirty glass), so ten are less than ten times one.
 * An assumption, on the cautious side of what ten-print studies report; docs/biometrics.md.
 */
export const FINGER_CORRELATION = 0.05;

/**
 * All items in one log10 likelihood ratio: the face and the fingers added, the fingers at the weight of as many independent
 * ones. A missing item says nothing, for or against; so few items can never say much.
 */
export function fuse(items: readonly Pick<ItemScore, 'modality' | 'llr'>[]): number {
  const fingers = items.filter(({ modality }) => modality === 'finger');
  const others = items.filter(({ modality }) => modality !== 'finger');
  const sum = (of: typeof items) => of.reduce((total, { llr }) => total + llr, 0);
  return sum(others) + sum(fingers) / (1 + Math.max(0, fingers.length - 1) * FINGER_CORRELATION);
}

/** The most that these items could say for one body: a search below its threshold cannot find anybody. */
export function powerOf(items: readonly Pick<ItemScore, 'modality' | 'highest'>[]): number {
  return fuse(items.map(({ modality, highest }) => ({ modality, llr: highest })));
}

export interface Targets {
  /** Of a thousand searches by people who are not in the gallery, how many may still end in a duplicate: 0.001 is one. */
  readonly falsePositiveRate: number;
  /** How many may end with a person who looks at candidates. */
  readonly reviewRate: number;
}

export const TARGETS: Targets = { falsePositiveRate: 0.001, reviewRate: 0.1 };

export interface Thresholds {
  readonly duplicate: number;
  readonly review: number;
}

/**
 * A likelihood ratio of t or more comes from two bodies at most once in t comparisons, and a search makes as many as there
 * are people in the gallery: so each threshold is the gallery's size over the rate allowed, and it grows with the gallery.
 */
export function thresholdsFor(gallerySize: number, targets: Targets = TARGETS): Thresholds {
  const size = Math.max(1, gallerySize);
  return {
    duplicate: Math.log10(size / targets.falsePositiveRate),
    review: Math.log10(size / targets.reviewRate),
  };
}

export interface SearchResult {
  readonly candidates: readonly Comparison[];
  readonly gallerySize: number;
  /** `powerOf` the probe's own items. */
  readonly power: number;
}

export const DECISION_REASONS = [
  'no_candidate',
  'same_body',
  'near_candidate',
  'items_disagree',
  'weak_search',
] as const;
export type DecisionReason = (typeof DECISION_REASONS)[number];

export interface Decision {
  readonly outcome: Outcome;
  readonly reason: DecisionReason;
  readonly thresholds: Thresholds;
}

/**
 * The outcome of a search. Nobody is called a duplicate by a machine when the items contradict one another (another's fingers
 * under one's own face, or a mixed-up packet), and nobody unique when the search could not have found him.
 */
export function decide(search: SearchResult, targets: Targets = TARGETS): Decision {
  const thresholds = thresholdsFor(search.gallerySize, targets);
  const as = (outcome: Outcome, reason: DecisionReason): Decision => ({ outcome, reason, thresholds });
  const same = search.candidates.filter(({ fused }) => fused >= thresholds.duplicate);
  if (same.length > 0)
    return same.some(disagrees) ? as('human_decision', 'items_disagree') : as('duplicate', 'same_body');
  if (search.candidates.some(({ fused }) => fused >= thresholds.review)) return as('human_decision', 'near_candidate');
  if (search.power < thresholds.duplicate) return as('human_decision', 'weak_search');
  return as('unique', 'no_candidate');
}

/** How clearly an item must speak against one body, to be heard beside others that speak for it. */
const AGAINST = -1;

/** Some items say one body and others clearly two: more than half of the fingers, or the face. */
export function disagrees({ items }: Comparison): boolean {
  const against = (of: readonly ItemScore[]) => of.filter(({ llr }) => llr <= AGAINST).length;
  const fingers = items.filter(({ modality }) => modality === 'finger');
  const others = items.filter(({ modality }) => modality !== 'finger');
  return against(others) > 0 || against(fingers) * 2 > fingers.length;
}
