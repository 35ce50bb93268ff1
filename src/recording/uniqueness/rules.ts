/** What follows from a search and from opinions. Pure. */
import { decide, disagrees, type Comparison, type Thresholds } from '../biometric/index.ts';
import type { Reason, SearchOutcome, Strength, Verdict } from './schema.ts';

/** Somebody in the gallery whom the search found near. */
export interface Near extends Comparison {
  readonly nik: string;
  readonly packet: string;
}

export interface Searched {
  readonly nik: string;
  /** Without later recordings under the same NIK: those are judged by their own search. */
  readonly candidates: readonly Near[];
  /** Earlier recordings under the same NIK, compared one to one, whether near or not. */
  readonly own: readonly Near[];
  readonly gallerySize: number;
  readonly power: number;
}

export interface Judged {
  readonly outcome: SearchOutcome;
  readonly reason: Reason;
  readonly thresholds: Thresholds;
  /**
   * Pairs that people must look at, or of a duplicate those that make it one; an empty list where the search itself could
   * say nothing.
   */
  readonly pairs: readonly (Near & { readonly reason: Reason })[];
}

/**
 * A machine alone calls only that a duplicate which takes nothing from anybody: a second recording of the same NIK whose body is
 * clearly the same. Another NIK means other biodata, and then people decide; so they do where one NIK was recorded with two
 * bodies.
 */
export function judge({ nik, candidates, own, gallerySize, power }: Searched): Judged {
  const { outcome, reason, thresholds } = decide({ candidates, gallerySize, power });
  const near = new Set(candidates.map(({ packet }) => packet));
  const near_ = candidates.filter(({ fused }) => fused >= thresholds.review);
  const unlike = own.filter(({ packet, fused }) => !near.has(packet) && fused < thresholds.review);
  const pairs = [
    ...near_.map((each) => ({ ...each, reason: pairReason(each, thresholds) })),
    ...unlike.map((each) => ({ ...each, reason: 'own_differs' as const })),
  ];
  if (unlike.length > 0) return { outcome: 'human', reason: 'own_differs', thresholds, pairs };
  switch (outcome) {
    case 'unique':
      return { outcome: 'unique', reason, thresholds, pairs: [] };
    case 'human_decision':
      return { outcome: 'human', reason, thresholds, pairs };
    case 'duplicate':
      return near_.every((each) => each.nik === nik && each.fused >= thresholds.duplicate)
        ? { outcome: 'duplicate', reason: 'recorded_twice', thresholds, pairs: near_.map(recordedTwice) }
        : { outcome: 'human', reason, thresholds, pairs };
  }
}

const recordedTwice = (near: Near) => ({ ...near, reason: 'recorded_twice' as const });

function pairReason(near: Comparison, { duplicate }: Thresholds): Reason {
  if (near.fused < duplicate) return 'near_candidate';
  return disagrees(near) ? 'items_disagree' : 'same_body';
}

/** Two who agree decide; where they differ a third does, and where all three say something else nobody can tell. */
export function verdictOf(verdicts: readonly Verdict[]): Verdict | 'third' | null {
  for (const verdict of verdicts) if (verdicts.filter((each) => each === verdict).length >= 2) return verdict;
  if (verdicts.length < 2) return null;
  return verdicts.length === 2 ? 'third' : 'unclear';
}

/** A decision on a pair, as far as a packet must know it. */
export interface PairDecided {
  readonly outcome: Verdict | null;
  /** Whether the packet bears what follows: the later one of the pair, unless a merge kept its record, or alone in it. */
  readonly later: boolean;
  /** Both recordings are under one NIK. */
  readonly oneNik: boolean;
}

/**
 * Where a packet goes when all pairs in which it stands are decided; null while one is open. The later recording bears what
 * follows: a duplicate where the body is the same, to be recorded again where nobody can tell or where the body under a NIK
 * is another one than before.
 */
export function restingPlace(
  pairs: readonly PairDecided[],
): 'PRINT_READY_RECORD' | 'DUPLICATE_RECORD' | 'ENROLL_FAILURE_AT_CENTRAL' | null {
  if (pairs.some(({ outcome }) => outcome === null)) return null;
  const later = pairs.filter((pair) => pair.later);
  if (later.some(({ outcome }) => outcome === 'same_body')) return 'DUPLICATE_RECORD';
  const failed = ({ outcome, oneNik }: PairDecided) => outcome === 'unclear' || (outcome === 'two_bodies' && oneNik);
  return later.some(failed) ? 'ENROLL_FAILURE_AT_CENTRAL' : 'PRINT_READY_RECORD';
}

/** A fused likelihood ratio in a word; officers see no figures. */
export function strengthOf(fused: number, duplicateAt: number): Strength {
  if (fused >= duplicateAt + 3) return 'certain';
  if (fused >= duplicateAt) return 'strong';
  return fused >= 0 ? 'near' : 'unlike';
}

/** One item's likelihood ratio in a word. */
export function itemStrength(llr: number): Strength {
  if (llr >= 2) return 'certain';
  if (llr >= 0.7) return 'strong';
  return llr > -0.7 ? 'near' : 'unlike';
}

const FIRST_RETRY_SECONDS = 10;
const LAST_RETRY_SECONDS = 600;

/** How long a search that failed so often waits. */
export function retryAfterSeconds(failures: number): number {
  return Math.min(LAST_RETRY_SECONDS, FIRST_RETRY_SECONDS * 2 ** Math.max(0, failures - 1));
}
