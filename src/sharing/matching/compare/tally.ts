/** What is counted of a file while it is compared, in memory that does not grow with it. */
import { isHit, type Compared } from '../../verification/compare/index.ts';
import { hash53 } from './reference-set.ts';

const BUCKETS = 1 << 24;

/** Counts up to 255 by a hash: what falls together by chance is counted together, so it says a little too much, never too little. */
function sketch() {
  const counts = new Uint8Array(BUCKETS);
  return (text: string, seed: number): number => {
    const at = hash53(text, seed) % BUCKETS;
    const before = counts[at]!;
    if (before < 255) counts[at] = before + 1;
    return before + 1;
  };
}

export interface BatchTally {
  rows: number;
  refused: number;
  incomplete: number;
  matched: number;
  partial: number;
  mismatched: number;
  inSequence: number;
  mostOfOne: number;
  faults: Record<string, number>;
}

export interface FileTally {
  /** Counts a row that was compared. */
  count(nik: string, compared: Compared, full: boolean): void;
  /** Counts a row that was refused, by the codes of its cells. */
  refuse(codes: readonly string[]): void;
  /** What was counted since the last time. */
  take(): BatchTally;
}

/** Mismatches that share a place and a birthday are looked at, and those about one number. Begun anew after a kill: a little less is seen then. */
export function fileTally(): FileTally {
  const ofOne = sketch();
  const ofDay = sketch();
  let mostOfOne = 0;
  let batch = fresh();

  return {
    count(nik, compared, full) {
      batch.rows += 1;
      if (!full) batch.incomplete += 1;
      if (compared.resultClass === 'match') batch.matched += 1;
      else if (compared.resultClass === 'partial') batch.partial += 1;
      if (isHit(compared)) return;
      if (compared.resultClass === 'mismatch') {
        batch.mismatched += 1;
        if (ofDay(nik.slice(0, 12), 1) > 1) batch.inSequence += 1;
      }
      mostOfOne = Math.max(mostOfOne, ofOne(nik, 2));
    },
    refuse(codes) {
      batch.refused += 1;
      for (const code of codes) batch.faults[code] = (batch.faults[code] ?? 0) + 1;
    },
    take() {
      const taken = { ...batch, mostOfOne };
      batch = fresh();
      return taken;
    },
  };
}

const fresh = (): BatchTally => ({
  rows: 0,
  refused: 0,
  incomplete: 0,
  matched: 0,
  partial: 0,
  mismatched: 0,
  inSequence: 0,
  mostOfOne: 0,
  faults: {},
});
