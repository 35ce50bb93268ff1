/** Voters of the next election and those without a card, by regency, at the end of many days; and how the countdown stands. */
import type { Tx } from '../../../core/db/index.ts';
import type { Asked, Measured, Series } from '../../../core/series.ts';
import { dayIn, ZONES } from '../../../core/time/index.ts';
import { outlook } from '../countdown/rules.ts';
import { findCounted, listCountdown, listStock } from '../countdown/sql.ts';
import { findElectionAt } from '../election/sql.ts';
import { countRegencies } from './indicators.ts';

const ELIGIBLE = 'voter.eligible';
const WITHOUT_CARD = 'voter.without_card';

/** Days before the election was opened have no voters: it is opened a year before the vote, so the days are few. */
async function countVoters(tx: Tx, { days, knownAt }: Asked): Promise<Measured[]> {
  const election = await findElectionAt(tx, { asOf: days.at(-1)!, knownAt });
  if (!election) return [];
  const opened = dayIn(ZONES.WIB, election.openedAt!);
  const rows: Measured[] = [];
  for (const day of days.filter((each) => each >= opened)) {
    const counts = await countRegencies(tx, { asOf: day, knownAt });
    for (const [region, { eligible, withoutCard }] of counts) {
      const at = { day, region, part: '' };
      if (eligible > 0) rows.push({ ...at, measure: ELIGIBLE, n: eligible });
      if (withoutCard > 0) rows.push({ ...at, measure: WITHOUT_CARD, n: withoutCard });
    }
  }
  return rows;
}

const COUNTDOWN = ['voter.unrecorded', 'voter.recorded', 'voter.waiting', 'voter.blanks_missing', 'voter.standing'];

/** The last night's count of the countdown, and how it stands with the blanks of the moment. */
async function countCountdown(tx: Tx, { days, knownAt }: Asked): Promise<Measured[]> {
  const day = days.at(-1)!;
  const election = await findElectionAt(tx, { asOf: day, knownAt });
  const counted = election && (await findCounted(tx, election.id));
  if (!counted || counted.day > day) return [];
  const blanks = new Map<string, number>();
  for (const { regency, n } of await listStock(tx)) blanks.set(regency, (blanks.get(regency) ?? 0) + n);
  const rows = await listCountdown(tx, election.id, counted.day);
  return rows.flatMap(({ regency: region, ...row }) => {
    const count = { ...row, blanks: blanks.get(region) ?? 0 };
    const { blanksMissing, standing } = outlook(count, { day, votingDay: election.votingDay });
    const said = (measure: string, n: number, part = '') => (n > 0 ? [{ measure, day, region, part, n }] : []);
    return [
      ...said('voter.unrecorded', row.unrecorded),
      ...said('voter.recorded', row.recorded),
      ...said('voter.waiting', row.waiting),
      ...said('voter.blanks_missing', blanksMissing),
      // A regency counts once under its standing.
      ...said('voter.standing', 1, standing),
    ];
  });
}

export const series: Series[] = [
  { measures: [ELIGIBLE, WITHOUT_CARD], past: true, count: countVoters },
  { measures: COUNTDOWN, past: false, count: countCountdown },
];
