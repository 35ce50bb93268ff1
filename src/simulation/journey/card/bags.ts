/** Superseded cards as they are taken in, bagged and sealed, recounted by another and stored. */
import { countBag, openBag, putIntoBag, sealBag, storeBag, takeIn } from '../../../cards/disposal/index.ts';
import { CARD_STATES } from '../../../cards/card/index.ts';
import type { Actor } from '../../../core/access/index.ts';
import { many, sql } from '../../../core/db/index.ts';
import { asNik } from '../../../core/id/index.ts';
import { importer } from '../arrival.ts';
import type { Stage } from '../journey.ts';
import { SACK_DISTRICT } from './earlier.ts';

const IN_A_BAG = 200;

/** Whose cards: of Duren Sawit, where the sack comes from, or of all others. */
export const IN_DISTRICT = sql`c.village_code / 10000 = ${Number(SACK_DISTRICT)}`;
export const ELSEWHERE = sql`c.village_code / 10000 <> ${Number(SACK_DISTRICT)}`;

export interface Bag {
  readonly id: string;
  readonly seal: string;
  readonly counted: number;
}

/** Gives the pieces that were taken in; the corner of each is cut. */
export async function takeInAll(
  stage: Stage,
  actor: Actor,
  { where, most, source }: { where: typeof IN_DISTRICT; most: number; source: string },
): Promise<string[]> {
  const cards = await listInvalid(stage, where, most);
  const lines = cards.map(({ nik, serial, year: printedYear }, at) => {
    const what = { kind: 'card', nik: asNik(nik), serial, uid: null, cause: 'superseded', printedYear } as const;
    return { line: at + 2, given: { ...what, cut: true } };
  });
  const report = await stage.act(actor, (tx) => takeIn(tx, actor, { source, lines }));
  return report.lines.flatMap(({ pieceId, outcome }) => (outcome === 'taken_in' && pieceId ? [pieceId] : []));
}

/** Into bags, each sealed with its count. */
export async function bagAll(
  stage: Stage,
  actor: Actor,
  pieces: readonly string[],
  { series, each = IN_A_BAG }: { series: string; each?: number },
): Promise<Bag[]> {
  const bags: Bag[] = [];
  for (let from = 0; from < pieces.length; from += each) {
    const inside = pieces.slice(from, from + each);
    const { id } = await stage.act(actor, (tx) => openBag(tx, actor));
    const bag = { id, seal: `${series}-${bags.length + 1}`, counted: inside.length };
    await stage.act(actor, (tx) => putIntoBag(tx, actor, { id, pieces: inside }));
    await stage.act(actor, (tx) => sealBag(tx, actor, bag));
    bags.push(bag);
  }
  return bags;
}

/** Recounted by another than who sealed them, and stored. */
export async function storeAll(stage: Stage, actor: Actor, bags: readonly Bag[]): Promise<void> {
  for (const [n, bag] of bags.entries()) {
    const { agrees } = await stage.act(actor, (tx) => countBag(tx, actor, { ...bag, sealWhole: true }));
    if (!agrees) stage.fault(`the bag with the seal ${bag.seal} should agree`);
    await stage.act(actor, (tx) => storeBag(tx, actor, { id: bag.id, place: `Rak ${n + 1}` }));
  }
}

/** The newest first: what lay in the sack is older. */
function listInvalid(
  stage: Stage,
  where: typeof IN_DISTRICT,
  most: number,
): Promise<{ nik: string; serial: string; year: number }[]> {
  return stage.database.transact('system', importer, (tx) =>
    many(
      tx,
      sql<{ nik: string; serial: string; year: number }>`
        select lpad(c.nik::text, 16, '0') as nik, c.serial::text as serial, extract(year from c.printed_on)::int as year from card_read.card c
         where c.state = ${CARD_STATES.INVALID.code} and c.serial is not null and ${where} order by c.serial desc limit ${most}`,
    ),
  );
}
