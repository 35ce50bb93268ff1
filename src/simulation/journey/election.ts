/**
 * The election of 17 April 2019: planned in November 2017 by one officer and opened by another, with the lists of who serves, whom a court took
 * the vote and who votes abroad. On 15 December the list is handed over, in September 2018 the commission's own comes back; the countdown goes on.
 */
import { asCivilDate } from '../../core/time/index.ts';
import { systemActor } from '../../core/access/index.ts';
import { countDown, importSources, planElection } from '../../sharing/voter/index.ts';
import { readStatement } from '../../insight/statement/index.ts';
import type { Journey, Stage } from './journey.ts';
import { countedDown, maskOf } from './election/check.ts';
import { acceptList, handListOver } from './election/hand-over.ts';
import { everybody, RETURNED_ON, takeBack } from './election/returned.ts';
import { chooseSources, type Planted } from './election/sources.ts';
import { player } from './recording/crew.ts';
import { on } from './recording/diary.ts';
import { approveAs } from './sharing/crew.ts';

export const VOTING_DAY = asCivilDate('2019-04-17');
/** The day on which the list of potential voters was handed over. */
export const HANDED_OVER = asCivilDate('2017-12-15');
const LISTS_ON = asCivilDate('2017-11-03');
const PLANNED_ON = asCivilDate('2017-11-06');
const COUNTED_ON = ['2018-06-30', '2018-09-30', '2018-12-11'].map(asCivilDate);
const self = systemActor('voter');

export const election: Journey = {
  name: 'election',
  title: { id: 'Pemilih', en: 'Voters' },

  run(stage) {
    let planted: readonly Planted[] = [];
    on(stage, LISTS_ON, '09:30', 'daftar TNI, Polri, pengadilan, perwakilan', async () => {
      planted = await chooseSources(stage);
      await enterSources(stage, planted);
    });
    on(stage, PLANNED_ON, '10:00', 'pemilihan umum 2019', () => planAndOpen(stage));
    on(stage, PLANNED_ON, '10:30', 'daftar diperiksa', () => checkPlanted(stage, planted));
    let list = '';
    let then: Awaited<ReturnType<typeof everybody>> = [];
    on(
      stage,
      HANDED_OVER,
      '13:00',
      'daftar pemilih diserahkan',
      async () => {
        then = await everybody(stage);
        list = await handListOver(stage);
      },
      30,
    );
    on(stage, HANDED_OVER, '16:00', 'tanda terima komisi', () => acceptList(stage, list));
    on(stage, RETURNED_ON, '14:00', 'daftar dari komisi', () => takeBack(stage, then), 30);
    for (const day of COUNTED_ON) on(stage, day, '02:10', 'hitung mundur', () => count(stage), 20);
    return Promise.resolve();
  },

  async check(stage) {
    const { eligible, day, at } = await countedDown(stage);
    const asKnown = await figure(stage, { asOf: day, knownAt: at });
    return eligible === asKnown
      ? []
      : [`the countdown of ${day} has ${eligible} voters, the statement as known then ${asKnown}`];
  },

  async tell(stage) {
    const { eligible, withoutCard } = await countedDown(stage);
    const [votes, lacks] = [eligible, withoutCard];
    return [
      `Pemilih 17 April 2019: ${votes.toLocaleString('id-ID')}, belum memegang KTP-el ${lacks.toLocaleString('id-ID')} / voters: ${votes.toLocaleString('en')}, without a card: ${lacks.toLocaleString('en')}`,
    ];
  },
};

async function enterSources(stage: Stage, planted: readonly Planted[]): Promise<void> {
  const dian = player(stage, 'ministry_officer');
  for (const { letter, header, lines } of planted) {
    const bytes = Buffer.from([header, ...lines.map(({ line }) => line)].join('\n'));
    const { created } = await importSources(stage, { name: `${letter.kind}.csv`, bytes }, letter, { actor: dian });
    if (created !== lines.length) stage.fault(`of ${lines.length} lines of ${letter.kind}, ${created} went in`);
  }
}

async function planAndOpen(stage: Stage): Promise<void> {
  const dian = player(stage, 'ministry_officer');
  const { proposalId } = await stage.act(dian, (tx) =>
    planElection(tx, dian, {
      nameId: 'Pemilihan Umum 2019',
      nameEn: 'General election of 2019',
      kind: 'pemilu',
      votingDay: VOTING_DAY,
      cutoff: HANDED_OVER,
      area: [],
    }),
  );
  await approveAs(stage, player(stage, 'leadership'), proposalId);
}

/** Everybody of the lists stands in the one statement over all with the reason that his list gives him, and no other. */
async function checkPlanted(stage: Stage, planted: readonly Planted[]): Promise<void> {
  for (const { lines } of planted)
    for (const { nik, reason } of lines) {
      const mask = await maskOf(stage, nik);
      if (reason === null ? mask !== 0 : mask !== reason)
        stage.fault(`somebody of a list has the reasons ${mask}, not ${reason ?? 0}`);
    }
}

const count = (stage: Stage): Promise<void> => stage.database.transact('system', self, countDown);

async function figure(stage: Stage, at: { asOf: string; knownAt: string }): Promise<number | undefined> {
  const { indicators } = await stage.database.transact('system', self, (tx) => readStatement(tx, at));
  return indicators.find(({ code }) => code === 'voter.eligible')?.numerator;
}
