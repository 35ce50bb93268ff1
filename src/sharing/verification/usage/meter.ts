/** What institutions see of their own asking, counted in the memory of each process: no statement a call. */
import type { PartnerAnswer } from '../../../core/http/index.ts';
import { isUuid } from '../../../core/id/index.ts';
import { bucketOf, noLatency } from './rules.ts';

export interface HourRow {
  readonly institutionId: string;
  readonly hour: Date;
  readonly questions: number;
  readonly matched: number;
  readonly latency: readonly number[];
  readonly refused: ReadonlyMap<string, number>;
}

export interface Meter {
  /** A question that was compared. */
  asked(institutionId: string, matched: boolean, now: Date): void;
  /** A call that was answered or refused. Who is no institution (a trial) is not counted. */
  answered(partnerId: string, answer: PartnerAnswer, now: Date): void;
  /** Adds up what was counted since the last time; a fault loses that much of a statistic. */
  settle(): Promise<void>;
}

interface Counted {
  readonly institutionId: string;
  readonly hour: number;
  questions: number;
  matched: number;
  readonly latency: number[];
  readonly refused: Map<string, number>;
}

const HOUR_MS = 3_600_000;

export function openMeter(add: (rows: readonly HourRow[]) => Promise<void>): Meter {
  let counted = new Map<string, Counted>();

  /** The hour that is counted in is nearly always the one before. */
  function of(institutionId: string, now: Date): Counted {
    const hour = Math.floor(now.getTime() / HOUR_MS);
    const mine = counted.get(institutionId);
    if (mine?.hour === hour) return mine;
    const made = { institutionId, hour, questions: 0, matched: 0, latency: noLatency(), refused: new Map() };
    if (mine) counted.set(`${institutionId} ${mine.hour}`, mine);
    counted.set(institutionId, made);
    return made;
  }

  return {
    asked(institutionId, matched, now) {
      const mine = of(institutionId, now);
      mine.questions += 1;
      if (matched) mine.matched += 1;
    },
    answered(partnerId, { refused, ms }, now) {
      if (!isUuid(partnerId)) return;
      const mine = of(partnerId, now);
      if (refused === null) mine.latency[bucketOf(ms)]! += 1;
      else mine.refused.set(refused, (mine.refused.get(refused) ?? 0) + 1);
    },
    async settle() {
      if (counted.size === 0) return;
      const rows = [...counted.values()].map(({ hour, ...mine }) => ({ ...mine, hour: new Date(hour * HOUR_MS) }));
      counted = new Map();
      await add(rows);
    },
  };
}
