/** How good the pairs are where the ids tell who is who: `rec-N-org`, `rec-N-dup-K` (FEBRL). Pure. */
import { refuse } from './refusals.ts';

export interface Quality {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const TRUTH = /^rec-(\d+)-(?:org|dup-\d+)$/;

/** Who a record is; refuses an id that does not say it. */
export function truthOf(id: string): string {
  const found = TRUTH.exec(id);
  if (!found) throw refuse('linkage.no_truth', { values: { id } });
  return found[1]!;
}

/**
 * Pairs found against all pairs that there are. Nothing found is no mistake (precision 1), nothing to be found no
 * omission (recall 1).
 */
export function qualityOf(ids: readonly string[], pairs: Iterable<readonly [number, number]>): Quality {
  const who = ids.map(truthOf);
  const counts = new Map<string, number>();
  for (const one of who) counts.set(one, (counts.get(one) ?? 0) + 1);
  let toBeFound = 0;
  for (const n of counts.values()) toBeFound += (n * (n - 1)) / 2;
  let found = 0;
  let right = 0;
  for (const [a, b] of pairs) {
    found++;
    if (who[a] === who[b]) right++;
  }
  const precision = found === 0 ? 1 : right / found;
  const recall = toBeFound === 0 ? 1 : right / toBeFound;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
