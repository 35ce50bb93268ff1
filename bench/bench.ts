/** One measured figure beside the machine's own limit for the same work; both null where the limit cannot be measured here. */
export interface Figure {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: number | null;
  readonly ratio: number | null;
}

export interface BenchResult {
  readonly name: string;
  readonly size: number;
  readonly figures: readonly Figure[];
  /** What was left out and why, for people. */
  readonly leftOut?: readonly string[];
}

export interface BenchOptions {
  /** Residents, entries or records, as the bench defines; its own default when absent. */
  readonly size?: number;
  /** A folder where a nation's register is kept for the next run: benches that need one take minutes for each million to fill it. */
  readonly keep?: string;
  readonly json: boolean;
}

/** What each `bench/NAME.ts` exports as `bench`. Makes its data, measures, cleans up. */
export type Bench = (options: BenchOptions) => Promise<BenchResult>;

export function figure(name: string, value: number, unit: string, limit: number | null = null): Figure {
  return { figure: name, value, unit, limit, ratio: limit === null ? null : value / limit };
}

/** The middle of an odd number of measurements, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
