/** The counting: every night the day's end, and once a month the ends of the months before, as they are known by then. */
import { z } from 'zod';
import { elevated, type Tx } from '../../core/db/index.ts';
import { addJobs, job } from '../../core/jobs/index.ts';
import { afterCommit } from '../../core/notice/index.ts';
import type { Measured, Series } from '../../core/series.ts';
import { addDays, today, ZONES, type CivilDate } from '../../core/time/index.ts';
import { snapshotsMade } from '../warehouse/index.ts';
import { rollUp } from './roll-up.ts';
import { MEASURES, monthEnds, MONTHS, REGENCY_MONTHS } from './rules.ts';
import {
  enterCounting,
  findCounting,
  findMonthsCounted,
  forgetDays,
  holdCounting,
  replaceCounts,
  type Counting,
} from './sql.ts';

const KEPT_DAYS = 40;

declare module '../../core/db/tx.ts' {
  interface Ground {
    /** What every room counts of many days at once; filled in by `house.ts`. */
    readonly series: readonly Series[];
  }
}

/** Counts the present day, and the months where a new one has begun since they were counted. */
export async function countDashboard(tx: Tx): Promise<void> {
  await elevated(tx, async () => {
    await holdCounting(tx);
    await countNow(tx);
  });
}

/** What was counted last; the first who asks counts, and whoever asks meanwhile waits for it. */
export async function lastCounting(tx: Tx): Promise<Counting> {
  const kept = await findCounting(tx);
  if (kept) return kept;
  await elevated(tx, async () => {
    await holdCounting(tx);
    if (!(await findCounting(tx))) await countNow(tx);
  });
  return (await findCounting(tx))!;
}

async function countNow(tx: Tx): Promise<void> {
  const began = performance.now();
  const knownAt = tx.ground.clock.now();
  const day = today(tx.ground.clock, ZONES.WIB);
  const counted = await findMonthsCounted(tx);
  const months = counted?.day.slice(0, 7) !== day.slice(0, 7);
  const days = months ? [...monthEnds(day, MONTHS), day] : [day];
  const rows: Measured[] = [];
  for (const series of tx.ground.series)
    // One by one: a nation's rows are more than a call takes arguments.
    for (const row of await series.count(tx, { days: series.past ? days : [day], knownAt })) rows.push(row);
  for (const row of await countRest(tx, day, knownAt)) rows.push(row);
  const regencies = new Set(days.slice(-REGENCY_MONTHS - 1));
  const again = tx.ground.series.filter(({ past }) => past).flatMap(({ measures }) => measures);
  await replaceCounts(tx, { days, again, rows: rollUp(rows, { regions: tx.ground.regions, regencies }) });
  await forgetDays(tx, addDays(day, -KEPT_DAYS));
  await enterCounting(tx, { day, countedAt: knownAt, tookMs: Math.round(performance.now() - began), months });
}

/** Indicators that no room counts by many days: of this one, as the statement has them. */
async function countRest(tx: Tx, day: CivilDate, knownAt: Date): Promise<Measured[]> {
  const known = new Set(tx.ground.series.flatMap(({ measures }) => measures));
  const rows: Measured[] = [];
  for (const indicator of tx.ground.indicators) {
    const { code } = indicator;
    if (known.has(code) || !MEASURES[code]) continue;
    const { numerator: n } = await indicator.measure(tx, { asOf: day, knownAt });
    if (n !== 0) rows.push({ measure: code, day, region: '', part: '', n });
  }
  return rows;
}

const counting = {
  name: 'dashboard.count',
  payload: z.object({}),
  maxAttempts: 5,
  // 03.10 WIB, behind the countdown and the closing of the day.
  timetable: { cron: '10 20 * * *', catchUpHours: 24 },
  run: countDashboard,
};

export const countJob = job(counting);

/** A count serves for twenty times as long as it took: visitors never cost more than a twentieth of one processor. */
const SERVES_FOR = 20;
const LEAST_MS = 600_000;

/** Asks for a new count where the last is of an earlier day, or old: whoever looks meanwhile sees that one with its age. */
export async function askForCount(tx: Tx, { day, countedAt, tookMs }: Counting): Promise<void> {
  const ageMs = tx.ground.clock.now().getTime() - countedAt.getTime();
  if (day === today(tx.ground.clock, ZONES.WIB) && ageMs < Math.max(LEAST_MS, tookMs * SERVES_FOR)) return;
  await addJobs(tx, counting, [{}], { key: 'dashboard.count' });
}

export const listening = [afterCommit(snapshotsMade, 'dashboard.count_after_snapshot', countDashboard)];
