/**
 * Cards and blanks: blanks go out to the regions, cards of earlier years come in by import, superseded ones are destroyed at the centre;
 * ten blanks are offered for sale and a sack of cards lies in Duren Sawit, and the register says whose they were.
 */
import { closeDay } from '../../cards/blank/index.ts';
import { addDays, asCivilDate, dayIn, ZONES, type CivilDate } from '../../core/time/index.ts';
import { enterBlanks } from './card/blanks.ts';
import { enterCentre } from './card/centre.ts';
import { enterCeremony, isPlayed } from './card/ceremony.ts';
import { cardsHold, plantedCards, storesHold } from './card/check.ts';
import { self } from './card/crew.ts';
import { centreOutcome, destructionsHold } from './card/destroyed.ts';
import { enterEarlier } from './card/earlier.ts';
import { enterHomeBags } from './card/home-bags.ts';
import { enterPrinting } from './card/printing.ts';
import { enterSack } from './card/sack.ts';
import { enterSale } from './card/sale.ts';
import { sentences } from './card/sentences.ts';
import type { Journey, Stage } from './journey.ts';
import { on } from './recording/diary.ts';

/** Days whose balances are closed in the story. */
const FIRST_CLOSED = asCivilDate('2018-12-04');
const LAST_CLOSED = asCivilDate('2018-12-10');
const TOLD_AT = new Date('2018-12-11T09:00:00.000Z');

export const card: Journey = {
  name: 'card',
  title: { id: 'Blangko dan kartu', en: 'Blanks and cards' },

  async run(stage) {
    const line = enterBlanks(stage);
    enterEarlier(stage);
    enterPrinting(stage);
    enterSale(stage);
    enterCentre(stage, line);
    enterHomeBags(stage);
    enterSack(stage);
    for (let day = FIRST_CLOSED; day <= LAST_CLOSED; day = addDays(day, 1)) enterClosing(stage, day);
  },

  async goOn(stage, from, until) {
    const last = dayIn(ZONES.WIB, until);
    for (let day = dayIn(ZONES.WIB, from); day < last; day = addDays(day, 1)) enterClosing(stage, day);
    if (isPlayed(from, until)) enterCeremony(stage);
  },

  async check(stage) {
    return [
      ...(await storesHold(stage)),
      ...(await cardsHold(stage)),
      ...(await destructionsHold(stage)),
      // Later they may be what visitors made of them.
      ...(stage.clock.now() <= TOLD_AT ? [...(await plantedCards(stage)), ...(await centreOutcome(stage))] : []),
    ];
  },

  tell: sentences,
};

/** In the first minutes of the next day, as the clock's own job does. */
function enterClosing(stage: Stage, day: CivilDate): void {
  const close = () => stage.database.transact('system', self, (tx) => closeDay(tx, day));
  on(stage, addDays(day, 1), '00:06', 'tutup hari', close);
}
