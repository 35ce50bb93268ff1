/**
 * Recording: the offices' lists of earlier years come in by the import; in the autumn of 2018 two hundred people are recorded
 * step by step and searched for among all others, the planted cases with them; what offices had not sent comes last.
 */
import type { Tx } from '../../core/db/index.ts';
import { asCivilDate, dayIn, ZONES } from '../../core/time/index.ts';
import type { Nik } from '../../core/id/index.ts';
import { importer } from './arrival.ts';
import { STORY_REGENCY } from './cast.ts';
import type { Journey } from './journey.ts';
import {
  galleryIsStore,
  historiesAgree,
  packetsOnce,
  recordedOnce,
  searchesEnded,
  stepsAreEnough,
} from './recording/check.ts';
import { openCounter, recordingDay } from './recording/counters.ts';
import { homeOffice } from './recording/crew.ts';
import { lastWorkday, nextWorkday, on } from './recording/diary.ts';
import { COVERAGE, EARLIER_ON, importEarlier, importLast, LAST_ON } from './recording/lists.ts';
import { plantedOutcomes } from './recording/outcome.ts';
import { listObligated, type Reserve } from './recording/people.ts';
import { enterSeason, nextWho } from './recording/season.ts';
import { sentences } from './recording/sentences.ts';

const MS_A_PERSON = 0.03;
const MS_OF_TEMPLATES = 8_000;
const MS_OF_THE_SEASON = 40_000;
/** A few a day when the story goes on. */
const A_DAY = 2;

export const recording: Journey = {
  name: 'recording',
  title: { id: 'Perekaman dan uji ketunggalan', en: 'Recording and uniqueness' },

  async run(stage) {
    let reserve: Reserve;
    const weight = stage.residents * MS_A_PERSON + MS_OF_TEMPLATES + MS_OF_THE_SEASON;
    const earlier = async () => {
      reserve = await importEarlier(stage);
      await enterSeason(stage, reserve);
    };
    on(stage, EARLIER_ON, '17:00', 'daftar perekaman', earlier, weight);
    // After the last counter has closed.
    on(stage, LAST_ON, '15:45', 'daftar terakhir', () => importLast(stage, reserve), stage.residents * MS_A_PERSON);
  },

  async goOn(stage, from, until) {
    const first = nextWorkday(dayIn(ZONES.WIB, from));
    const last = lastWorkday(dayIn(ZONES.WIB, until));
    if (first > last) return;
    // The keys of the stations of before are theirs alone.
    const counter = await openCounter(stage, homeOffice(stage), { name: `Loket ${first}` });
    const queue: Nik[] = (await listObligated(stage, first))
      .filter(({ tried, villageCode }) => !tried && villageCode.startsWith(STORY_REGENCY))
      .map(({ nik }) => nik);
    for (let day = nextWorkday(first); day <= last; day = nextWorkday(day))
      recordingDay(counter, day, () => nextWho(counter, queue, day, A_DAY));
  },

  check(stage) {
    return stage.database.transact('system', importer, async (tx) => [
      ...(await packetsOnce(tx)),
      ...(await stepsAreEnough(tx, stage)),
      ...(await historiesAgree(tx)),
      ...(await recordedOnce(tx)),
      ...(await searchesEnded(tx)),
      ...(await galleryIsStore(tx)),
      // Later they may be what visitors made of them.
      ...(stage.clock.now() <= TOLD_AT ? await plantedOutcomes(tx) : []),
      ...(await coverageGrows(tx)),
    ]);
  },

  tell: (stage) => stage.database.transact('system', importer, sentences),
};

/** Ends of years, and the day of the statement, as it was known then. */
const DAYS = ['2012-12-31', '2014-12-31', '2016-12-31', '2017-12-31', '2018-12-11'].map(asCivilDate);
const TOLD_AT = new Date('2018-12-11T09:00:00.000Z');

async function coverageGrows(tx: Tx): Promise<string[]> {
  const coverage = tx.ground.indicators.find(({ code }) => code === 'enrolment.coverage')!;
  const recorded: number[] = [];
  let told = 0;
  for (const asOf of DAYS) {
    const { numerator, denominator } = await coverage.measure(tx, { asOf, knownAt: TOLD_AT });
    recorded.push(numerator);
    told = Math.round((numerator / (denominator ?? 1)) * 1000) / 10;
  }
  const grows = recorded.every((n, at) => at === 0 || n > recorded[at - 1]!);
  return [
    ...(grows ? [] : [`the recorded should become more from year to year: ${recorded.join(', ')}`]),
    ...(told === COVERAGE * 100 ? [] : [`the coverage should round to 97.3 %, it is ${told}`]),
  ];
}
