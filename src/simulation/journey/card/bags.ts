/**
 * Superseded cards that offices have sent to the centre, as the rules before 13 December 2018 have it: taken in by list with their corner
 * cut, bagged and sealed, recounted by another, stored until they are destroyed.
 */
import { countBag, openBag, putIntoBag, sealBag, storeBag, takeIn } from '../../../cards/disposal/index.ts';
import { CARD_STATES } from '../../../cards/card/index.ts';
import { many, sql } from '../../../core/db/index.ts';
import { asNik } from '../../../core/id/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { importer } from '../arrival.ts';
import type { Stage } from '../journey.ts';
import { on } from '../recording/diary.ts';
import type { Line } from './blanks.ts';
import { SACK_DISTRICT } from './earlier.ts';

const TAKEN_ON = asCivilDate('2018-12-07');
/** In a nation of 100,000; in proportion in a smaller one. */
const ALL = 1_378;
const IN_A_BAG = 200;

export const wantedPieces = ({ residents }: Pick<Stage, 'residents'>): number =>
  Math.max(10, Math.round(ALL * Math.min(1, residents / 100_000)));

export function enterBags(stage: Stage, line: Line): void {
  let pieces: string[] = [];
  const bags: { readonly id: string; readonly seal: string; readonly counted: number }[] = [];
  on(stage, TAKEN_ON, '09:05', 'tarik kartu', async () => {
    const { clerk } = line.keepers;
    const cards = await listInvalid(stage);
    const lines = cards.map(({ nik, serial, year: printedYear }, at) => {
      const what = { kind: 'card', nik: asNik(nik), serial, uid: null, cause: 'superseded', printedYear } as const;
      return { line: at + 2, given: { ...what, cut: true } };
    });
    const report = await stage.act(clerk, (tx) => takeIn(tx, clerk, { source: 'Kiriman daerah CONTOH', lines }));
    pieces = report.lines.flatMap(({ pieceId }) => pieceId ?? []);
    if (report.byOutcome.taken_in !== wantedPieces(stage))
      stage.fault(`${wantedPieces(stage)} cards should be taken in, ${report.byOutcome.taken_in} are`);
  });
  on(stage, TAKEN_ON, '11:05', 'kantong kartu', async () => {
    const { clerk } = line.keepers;
    for (let from = 0; from < pieces.length; from += IN_A_BAG) {
      const inside = pieces.slice(from, from + IN_A_BAG);
      const { id } = await stage.act(clerk, (tx) => openBag(tx, clerk));
      const bag = { id, seal: `SGL-CONTOH-${bags.length + 1}`, counted: inside.length };
      await stage.act(clerk, (tx) => putIntoBag(tx, clerk, { id, pieces: inside }));
      await stage.act(clerk, (tx) => sealBag(tx, clerk, bag));
      bags.push(bag);
    }
  });
  on(stage, TAKEN_ON, '14:05', 'hitung kantong', async () => {
    const { centre } = line.keepers;
    for (const [n, bag] of bags.entries()) {
      const { agrees } = await stage.act(centre, (tx) => countBag(tx, centre, { ...bag, sealWhole: true }));
      if (!agrees) stage.fault(`the bag with the seal ${bag.seal} should agree`);
      await stage.act(centre, (tx) => storeBag(tx, centre, { id: bag.id, place: `Rak ${n + 1}` }));
    }
  });
}

function listInvalid(stage: Stage): Promise<{ nik: string; serial: string; year: number }[]> {
  return stage.database.transact('system', importer, (tx) =>
    many(
      tx,
      sql<{ nik: string; serial: string; year: number }>`
        select lpad(c.nik::text, 16, '0') as nik, c.serial::text as serial, extract(year from c.printed_on)::int as year from card_read.card c
         where c.state = ${CARD_STATES.INVALID.code} and c.serial is not null and c.village_code / 10000 <> ${Number(SACK_DISTRICT)}
         order by c.serial limit ${wantedPieces(stage)}`,
    ),
  );
}
