/** How far institutions had come at the end of many days, and who waits at which stage; of the nation, as agreements lie in no region. */
import type { Tx } from '../../../core/db/index.ts';
import type { Asked, Measured, Series } from '../../../core/series.ts';
import { daysBetween } from '../../../core/time/index.ts';
import { LIVE, PUBLISHED } from '../ladder/rules.ts';
import { listWaiting } from '../view/sql.ts';
import { countLadder } from './sql.ts';

// `partner.connected` is counted where the calls are; here whoever is accepted and not suspended.
const MEASURES = PUBLISHED.map(
  (counter) => [counter, counter === 'connected' ? 'partner.accepted' : `partner.${counter}`] as const,
);

/** A statement a day: institutions are thousands, not millions. */
async function countDays(tx: Tx, { days, knownAt }: Asked): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const day of days) {
    const ladder = await countLadder(tx, { asOf: day, knownAt });
    for (const [counter, measure] of MEASURES)
      if (ladder[counter] > 0) rows.push({ measure, day, region: '', part: '', n: ladder[counter] });
  }
  return rows;
}

/** Of the last day: who waits at each stage, and the longest wait in days. */
async function countWaits(tx: Tx, { days, knownAt }: Asked): Promise<Measured[]> {
  const day = days.at(-1)!;
  const waiting = (await listWaiting(tx, knownAt)).filter(({ stage }) => !LIVE.includes(stage));
  const told = (part: string, there: typeof waiting): Measured[] => {
    const longest = there.reduce((most, { since }) => Math.max(most, daysBetween(since, day)), 0);
    return [
      { measure: 'partner.waiting', day, region: '', part, n: there.length },
      { measure: 'partner.longest_wait', day, region: '', part, n: longest },
    ];
  };
  return [
    ...told('', waiting),
    ...[...Map.groupBy(waiting, ({ stage }) => stage)].flatMap(([stage, there]) => told(stage, there)),
  ];
}

export const series: Series[] = [
  { measures: MEASURES.map(([, measure]) => measure), past: true, count: countDays },
  { measures: ['partner.waiting', 'partner.longest_wait'], past: false, count: countWaits },
];
