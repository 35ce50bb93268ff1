/**
 * The statistics store: on 11 December 2018, when every list has come in, the states of 31 December 2017 and 30 June 2018 are kept as they are
 * known then, and their tables are published; played on, each next cut-off on the morning after. Dashboards are counted behind them.
 */
import { publicActor, systemActor } from '../../core/access/index.ts';
import { addDays, asCivilDate, dayIn, ZONES, type CivilDate } from '../../core/time/index.ts';
import { countDashboard, readDashboard } from '../../insight/dashboard/index.ts';
import { SECTIONS } from '../../insight/dashboard/rules.ts';
import { readStatement } from '../../insight/statement/index.ts';
import { listCutOffs, makeSnapshot, publishOpenData } from '../../insight/warehouse/index.ts';
import { isCutOff } from '../../insight/warehouse/snapshot/rules.ts';
import type { Journey, Stage } from './journey.ts';
import { on } from './recording/diary.ts';

const KEPT = ['2017-12-31', '2018-06-30'].map(asCivilDate);
const DAY = asCivilDate('2018-12-11');
const self = systemActor('warehouse');

export const statistics: Journey = {
  name: 'statistics',
  title: { id: 'Statistik', en: 'Statistics' },

  run(stage) {
    // Behind the last lists of the day, before the statement is read out.
    KEPT.forEach((asOf, at) => on(stage, DAY, `15:5${7 + at}`, `statistik per ${asOf}`, () => keep(stage, asOf), 20));
    on(stage, DAY, '15:59', 'dasbor', () => count(stage), 20);
    return Promise.resolve();
  },

  goOn(stage, from, until) {
    const last = dayIn(ZONES.WIB, until);
    for (let day = addDays(dayIn(ZONES.WIB, from), 1); day <= last; day = addDays(day, 1)) {
      const before = addDays(day, -1);
      if (isCutOff(before)) on(stage, day, '01:30', `statistik per ${before}`, () => keep(stage, before), 20);
    }
    if (last > dayIn(ZONES.WIB, from)) on(stage, last, '23:50', 'dasbor', () => count(stage), 20);
    return Promise.resolve();
  },

  async check(stage) {
    const faults: string[] = [];
    for (const { asOf, knownAt, people } of await cutOffs(stage)) {
      const counted = await residents(stage, { asOf, knownAt });
      if (counted !== people) faults.push(`the snapshot of ${asOf} has ${people} people, the statement ${counted}`);
    }
    return [...faults, ...(await dashboardFaults(stage))];
  },

  async tell(stage) {
    const kept = await cutOffs(stage);
    return kept.map(({ asOf, people }) => {
      const n = (language: string) => people.toLocaleString(language);
      return `Keadaan per ${asOf}: ${n('id-ID')} penduduk, /data-terbuka / state of ${asOf}: ${n('en')} residents`;
    });
  },
};

async function keep(stage: Stage, asOf: CivilDate): Promise<void> {
  await stage.database.transact('system', self, (tx) => makeSnapshot(tx, self, { asOf }));
  await stage.database.transact('system', self, (tx) => publishOpenData(tx, self, { asOf }));
}

const cutOffs = (stage: Stage) => stage.database.transact('system', self, listCutOffs);

/** Counted from the acts, as they were known when the snapshot was made. */
async function residents(stage: Stage, at: { asOf: string; knownAt: string }): Promise<number | undefined> {
  const { indicators } = await stage.database.transact('system', self, (tx) => readStatement(tx, at));
  return indicators.find(({ code }) => code === 'resident.total')?.numerator;
}

const count = (stage: Stage) => stage.database.transact('system', self, countDashboard);

/** What dashboards show of the nation and what the statement says of the same day, as it was known when they were counted. */
function dashboardFaults(stage: Stage): Promise<string[]> {
  return stage.database.transact('system', self, async (tx) => {
    const faults: string[] = [];
    for (const section of SECTIONS) {
      const { day, countedAt, headlines } = await readDashboard(tx, publicActor('id'), { section, region: '' });
      const { indicators } = await readStatement(tx, { asOf: day, knownAt: countedAt });
      for (const { code, numerator } of indicators) {
        const shown = headlines.find(({ measure }) => measure === code);
        if (shown && shown.now.n !== numerator)
          faults.push(`the dashboard of ${day} shows ${shown.now.n} of ${code}, the statement ${numerator}`);
      }
    }
    return faults;
  });
}
