/**
 * Under the rules from 13 December 2018 on an office destroys itself: Jakarta Timur takes in what holders still have, bags it, and on
 * 19 December burns it before witnesses, after the province has approved the list. Played only when the story goes on.
 */
import type { Actor } from '../../../core/access/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { activate, hashPassword, setPassword } from '../../../register/officer/index.ts';
import { enlist } from '../cast.ts';
import type { Stage } from '../journey.ts';
import { player } from '../recording/crew.ts';
import { on } from '../recording/diary.ts';
import { bagAll, IN_DISTRICT, storeAll, takeInAll, type Bag } from './bags.ts';
import { placeOf, self } from './crew.ts';
import { finish, plan, prepare, type Witness } from './fire.ts';
import { STILL_HELD } from './sack.ts';

const TAKEN_ON = asCivilDate('2018-12-17');
const PLANNED_ON = asCivilDate('2018-12-18');
const BURNT_ON = asCivilDate('2018-12-19');
export const CEREMONY_ENDS = new Date('2018-12-19T04:00:00Z');
const CEREMONY_BEGINS = new Date('2018-12-17T00:00:00Z');
const WITNESSES: readonly Witness[] = [
  { name: 'SAKSI CONTOH SATU', institution: 'Satpol PP CONTOH', outside: true },
  { name: 'SAKSI CONTOH DUA', institution: 'Suku Dinas CONTOH', outside: false },
];

/** Whether it lies wholly in what is played on; else it is left to the officers. */
export const isPlayed = (from: Date, until: Date): boolean => from < CEREMONY_BEGINS && until >= CEREMONY_ENDS;

export function enterCeremony(stage: Stage): void {
  const keeper = player(stage, 'store_keeper');
  const counter = player(stage, 'verifier');
  const [section, head] = [player(stage, 'section_head'), player(stage, 'office_head')];
  let bags: readonly Bag[] = [];
  let id = '';
  on(stage, TAKEN_ON, '09:05', 'tarik kartu', async () => {
    const pieces = await takeInAll(stage, keeper, { where: IN_DISTRICT, most: STILL_HELD, source: 'Loket CONTOH' });
    bags = await bagAll(stage, keeper, pieces, { series: 'SGL-CONTOH-JT' });
  });
  on(stage, TAKEN_ON, '14:05', 'hitung kantong', () => storeAll(stage, counter, bags));
  on(stage, PLANNED_ON, '13:05', 'rencana pemusnahan', async () => {
    const fire = { place: 'Halaman Suku Dinas CONTOH', on: BURNT_ON, bags };
    id = await plan(stage, { proposer: section, approver: await provincialHead(stage) }, fire);
  });
  on(stage, BURNT_ON, '09:05', 'pemusnahan', () =>
    prepare(stage, { reader: section, ender: head }, { plan: id, bags, witnesses: WITNESSES }),
  );
  on(stage, BURNT_ON, '10:05', 'selesai dimusnahkan', () => finish(stage, head, id));
}

async function provincialHead(stage: Stage): Promise<Actor> {
  const hash = await hashPassword(stage.password);
  return stage.database.transact('system', self, async (tx) => {
    const who = { role: 'office_head', username: 'kepala.31', name: 'Kepala Contoh 31' } as const;
    const { actor, officerId } = await enlist(tx, await placeOf(tx, '31'), who);
    await setPassword(tx, officerId, hash);
    await activate(tx, officerId);
    return actor;
  });
}
