import type { Tx } from './db/index.ts';
import type { CivilDate } from './time/index.ts';

/** One counter's figure where several counted the same thing. */
export interface Count {
  readonly counter: string;
  readonly n: number;
}

export interface IndicatorValue {
  readonly numerator: number;
  readonly denominator: number | null;
  readonly counts?: readonly Count[];
  readonly byYearOfOrigin?: Readonly<Record<string, number>>;
}

/**
 * A figure that opens into its records. `asOf` is the day on which things were so (`occurredOn`), `knownAt` the instant up
 * to which the system had heard of them (`recordedAt`), so that each published figure can be made again.
 */
export interface Indicator {
  /** `resident.total`; the text keys `indicator.resident.total`, `.definition` and `.source` go with it. */
  readonly code: string;
  readonly unit:
    | 'jiwa'
    | 'keping'
    | 'lembaga'
    | 'KK'
    | 'permohonan'
    | 'jawaban'
    | 'kantor'
    | 'insiden'
    | 'rekaman'
    | 'pencarian';
  /** The day from which records exist, or null for all time. */
  readonly since: CivilDate | null;
  measure(tx: Tx, at: { asOf: CivilDate; knownAt: Date }): Promise<IndicatorValue>;
  /** Brute force over the acts, another way than `measure`: what the demo compares at its end. */
  recount(tx: Tx, at: { asOf: CivilDate; knownAt: Date }): Promise<IndicatorValue>;
  /** The numerator by regency code (four digits, as in the records), for the map; absent where it lies in no region. */
  byRegency?(tx: Tx, at: { asOf: CivilDate; knownAt: Date }): Promise<Readonly<Record<string, number>>>;
  /** Keeps a count from which the next ones start, where the nation is too large to be counted each time; figures of one count keep it once. */
  keep?(tx: Tx): Promise<void>;
}
