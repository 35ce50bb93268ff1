/**
 * What Jakarta Timur has in bags of its own when the story ends, one for each page: one on its way to the centre, one that should follow, one
 * whose recount differed. A handful of cards that holders gave back at the counter.
 */
import { countBag, sendBags } from '../../../cards/disposal/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { DITJEN_ID } from '../../../register/office/index.ts';
import type { Stage } from '../journey.ts';
import { player } from '../recording/crew.ts';
import { on } from '../recording/diary.ts';
import { bagAll, IN_DISTRICT, storeAll, takeInAll, type Bag } from './bags.ts';

const TAKEN_ON = asCivilDate('2018-12-07');
const SENT_ON = asCivilDate('2018-12-10');
const IN_A_BAG = 4;
const BAGS = 3;

export function enterHomeBags(stage: Stage): void {
  const keeper = player(stage, 'store_keeper');
  const counter = player(stage, 'verifier');
  let bags: readonly Bag[] = [];
  on(stage, TAKEN_ON, '10:05', 'kartu dikembalikan', async () => {
    const given = { where: IN_DISTRICT, most: BAGS * IN_A_BAG, source: 'Loket CONTOH' };
    const pieces = await takeInAll(stage, keeper, given);
    bags = await bagAll(stage, keeper, pieces, { series: 'SGL-CONTOH-H', each: IN_A_BAG });
  });
  on(stage, TAKEN_ON, '14:35', 'hitung kantong', async () => {
    await storeAll(stage, counter, bags.slice(0, -1));
    const short = bags.at(-1)!;
    const given = { ...short, counted: short.counted - 1, sealWhole: true };
    const { agrees } = await stage.act(counter, (tx) => countBag(tx, counter, given));
    if (agrees) stage.fault('a bag that was counted one short should differ');
  });
  on(stage, SENT_ON, '09:15', 'kirim kantong ke pusat', () =>
    stage.act(keeper, (tx) => sendBags(tx, keeper, { bags: [bags[0]!.id], toOffice: DITJEN_ID })),
  );
}
