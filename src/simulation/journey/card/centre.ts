/**
 * Under the rules before 13 December 2018 the centre alone destroys: offices cut the corner and send, the centre takes in by list, bags,
 * recounts and stores. On 6 December the cards of the autumn are burnt at its store: planned by the Ditjen, approved by a directorate. What
 * came in after them waits in its bags.
 */
import { reportDestruction } from '../../../cards/disposal/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import type { Stage } from '../journey.ts';
import { player } from '../recording/crew.ts';
import { on } from '../recording/diary.ts';
import { bagAll, ELSEWHERE, storeAll, takeInAll, type Bag } from './bags.ts';
import type { Line } from './blanks.ts';
import { officerOfUnit } from './crew.ts';
import { finish, minutes, plan, prepare, type Hands, type Witness } from './fire.ts';

const TAKEN_ON = asCivilDate('2018-11-26');
const PLANNED_ON = asCivilDate('2018-12-05');
const BURNT_ON = asCivilDate('2018-12-06');
const LATER_ON = asCivilDate('2018-12-07');
/** In a nation of 100,000; in proportion in a smaller one. */
const ALL = 1_378;
const LATER = 240;
const LEAST = 10;
/** In any nation as many bags. */
const BAGS = 7;
const LATER_BAGS = 2;
const WITNESSES: readonly Witness[] = [
  { name: 'SAKSI CONTOH TIGA', institution: 'Kepolisian CONTOH', outside: true },
  { name: 'SAKSI CONTOH EMPAT', institution: 'Inspektorat CONTOH', outside: true },
  { name: 'SAKSI CONTOH LIMA', institution: 'Ditjen CONTOH', outside: false },
];

const inProportion = (n: number, { residents }: Pick<Stage, 'residents'>): number =>
  Math.max(LEAST, Math.round(n * Math.min(1, residents / 100_000)));
/** How many are destroyed at the centre before the story ends. */
export const destroyedAtCentre = (stage: Pick<Stage, 'residents'>): number => inProportion(ALL, stage);

export function enterCentre(stage: Stage, line: Line): void {
  const bags = enterConsignment(stage, line, {
    day: TAKEN_ON,
    n: destroyedAtCentre(stage),
    into: BAGS,
    series: 'SGL-CONTOH',
  });
  enterConsignment(stage, line, {
    day: LATER_ON,
    n: inProportion(LATER, stage),
    into: LATER_BAGS,
    series: 'SGL-CONTOH-P',
  });
  const minister = player(stage, 'ministry_officer');
  const hands = (): Hands => ({
    proposer: minister,
    approver: officerOfUnit(stage),
    reader: minister,
    ender: line.keepers.burner,
  });
  let id = '';
  on(stage, PLANNED_ON, '10:05', 'rencana pemusnahan', async () => {
    id = await plan(stage, hands(), { place: 'Gudang pusat CONTOH', on: BURNT_ON, bags: bags() });
  });
  on(stage, BURNT_ON, '08:35', 'pemusnahan di pusat', () =>
    prepare(stage, hands(), { plan: id, bags: bags(), witnesses: WITNESSES }),
  );
  on(stage, BURNT_ON, '09:05', 'selesai dimusnahkan', () => finish(stage, hands().ender, id));
  on(stage, BURNT_ON, '13:35', 'berita acara dan laporan', async () => {
    await minutes(stage, minister, id);
    await stage.act(minister, (tx) => reportDestruction(tx, minister, { id }));
  });
}

interface Consignment {
  readonly day: typeof TAKEN_ON;
  readonly n: number;
  readonly into: number;
  readonly series: string;
}

/** What offices have sent: taken in with their corner cut, bagged, recounted by another, stored. Gives its bags once they are there. */
function enterConsignment(stage: Stage, line: Line, { day, n, into, series }: Consignment): () => readonly Bag[] {
  let pieces: readonly string[] = [];
  let bags: readonly Bag[] = [];
  on(stage, day, '09:05', 'tarik kartu', async () => {
    const given = { where: ELSEWHERE, most: n, source: 'Kiriman daerah CONTOH' };
    pieces = await takeInAll(stage, line.keepers.clerk, given);
    if (pieces.length !== n) stage.fault(`${n} cards should be taken in on ${day}, ${pieces.length} are`);
  });
  on(stage, day, '11:05', 'kantong kartu', async () => {
    bags = await bagAll(stage, line.keepers.clerk, pieces, { series, each: Math.ceil(n / into) });
  });
  on(stage, day, '14:05', 'hitung kantong', () => storeAll(stage, line.keepers.centre, bags));
  return () => bags;
}
