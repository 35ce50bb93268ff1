/**
 * Sharing: institutions climb the ladder by its dates to 42 memoranda, 1,130 agreements, 576 technical guides and 313 connections on
 * 11 December 2018; seven beside them are cut off for a missing report, and one of those appeals. The connected ask 50,000 questions, and one
 * that guesses numbers is slowed down; an invented person placed at one is asked about by another. A citizen says of two looks that they
 * were not her doing.
 */
import { addDays, asCivilDate, dayIn, ZONES } from '../../core/time/index.ts';
import type { Journey, Stage } from './journey.ts';
import { on } from './recording/diary.ts';
import { enterBalances, enterCounting } from './sharing/balances.ts';
import { balancesHold, tellBalances } from './sharing/balances-check.ts';
import { partnersHold, presentLadder, questionsHold, statementFigures } from './sharing/check.ts';
import { citizenHolds, enterCitizen, tellCitizen } from './sharing/citizen.ts';
import { climbersOf, enterClimb } from './sharing/climb.ts';
import { gatherDesk, type Desk } from './sharing/crew.ts';
import { planLadder } from './sharing/plan.ts';
import { enterLeak, leakHolds, tellLeak } from './sharing/leak.ts';
import { enterQuestions, tellQuestions } from './sharing/questions.ts';
import { enterReports, enterWatch } from './sharing/reports.ts';

const OPENS = asCivilDate('2014-01-02');
const TOLD_AT = new Date('2018-12-11T09:00:00.000Z');

export const sharing: Journey = {
  name: 'sharing',
  title: { id: 'Pemanfaatan data', en: 'Sharing' },

  async run(stage) {
    let desk: Desk | undefined;
    on(stage, OPENS, '08:00', 'meja kerja sama', async () => (desk = await gatherDesk(stage)));
    const climbers = climbersOf(planLadder(stage.seed, { regencies: regenciesOf(stage) }));
    enterClimb(stage, () => desk!, climbers);
    enterReports(stage, () => desk!, climbers);
    enterBalances(stage, () => desk!, climbers);
    enterQuestions(stage, climbers);
    enterLeak(stage, () => desk!, climbers);
    enterCitizen(stage, climbers);
  },

  async goOn(stage, from, until) {
    const next = addDays(dayIn(ZONES.WIB, from), 1);
    enterWatch(stage, next, dayIn(ZONES.WIB, until));
    enterCounting(stage, next, dayIn(ZONES.WIB, until));
  },

  async check(stage) {
    return [
      ...(await partnersHold(stage)),
      ...(await balancesHold(stage)),
      // Later they are what visitors and the clock have made of them.
      ...(stage.clock.now() <= TOLD_AT
        ? [
            ...(await statementFigures(stage)),
            ...(await questionsHold(stage)),
            ...(await leakHolds(stage)),
            ...(await citizenHolds(stage)),
          ]
        : []),
    ];
  },

  async tell(stage) {
    const { mou, agreement, technical_guide, connected, suspended } = await presentLadder(stage);
    const many = (n: number, language: string) => n.toLocaleString(language);
    const line = (id: string, en: string, n: number) => `${id}: ${many(n, 'id-ID')} / ${en}: ${many(n, 'en')}`;
    return [
      line('Kementerian dan lembaga dengan nota kesepahaman', 'ministries and agencies with a memorandum', mou),
      line('Lembaga dengan perjanjian kerja sama', 'institutions with an agreement', agreement),
      line('Lembaga dengan petunjuk teknis', 'institutions with a technical guide', technical_guide),
      line('Lembaga terhubung', 'institutions connected', connected),
      line('Lembaga dihentikan sementara', 'institutions suspended', suspended),
      ...(await tellQuestions(stage)),
      ...tellLeak(),
      ...(await tellBalances(stage)),
      ...(await tellCitizen(stage)),
    ];
  },
};

function regenciesOf({ ground }: Stage): { code: string; name: string }[] {
  const provinces = ground.regions.childrenAt('', OPENS);
  return provinces.flatMap(({ code }) =>
    ground.regions.childrenAt(code, OPENS).map((one) => ({ code: one.code, name: one.name })),
  );
}
