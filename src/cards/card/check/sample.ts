/**
 * A small office's cards by sample. Which cards are looked at is drawn by a key, so that nobody chooses the good ones and nobody draws
 * again; and where one of them was found faulty, no other passes unseen.
 */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, run, sql, type Tx } from '../../../core/db/index.ts';
import { advanceCards, type CardRow } from '../advance.ts';
import { refuse } from '../refusals.ts';
import { insertInspection, mustCheck, uidRead } from './check.ts';
import { sampleOf } from './rules.ts';

/** In the order in which they are drawn; the first so many of them are the sample. */
export function drawn<Card extends { readonly id: string }>(tx: Tx, cards: readonly Card[]): Card[] {
  return cards
    .map((card) => ({ card, place: tx.ground.vault.blindIndex('card.sample', card.id) }))
    .toSorted((a, b) => Buffer.compare(a.place, b.place))
    .map(({ card }) => card);
}

/**
 * Those that were looked at are all good, the others pass with them unseen.
 * @throws Refusal `card.sample_small`, `card.sample_offices`, `card.sample_chosen`, `card.sample_faulty`, `card.own_print`
 */
export async function checkSample(
  tx: Tx,
  actor: Actor,
  input: { looked: readonly { id: string; uid: string; faceSame: true }[]; rest: readonly string[] },
): Promise<{ checked: number }> {
  const looked = new Map(input.looked.map((one) => [one.id, one]));
  const ids = [...new Set([...looked.keys(), ...input.rest])].toSorted();
  const least = sampleOf(ids.length);
  if (looked.size < least) throw refuse('card.sample_small', { values: { least } });
  return elevated(tx, async () => {
    const cards: CardRow[] = [];
    for (const id of ids) cards.push(await mustCheck(tx, actor, id, 'remote'));
    await mustBeFair(tx, cards, new Set(looked.keys()), least);
    const uids = new Map<string, bigint | null>();
    for (const card of cards) uids.set(card.id, await uidRead(tx, card, looked.get(card.id)?.uid ?? null));
    const steps = cards.map(({ nik, id }) => ({ nik, cardId: id, to: 'CHECKED' as const }));
    const { entryId } = await advanceCards(tx, actor, 'card.checked', steps);
    for (const card of cards) {
      const seen = looked.has(card.id);
      await insertInspection(tx, actor, {
        card,
        how: seen ? 'sample' : 'unseen',
        uid: uids.get(card.id) ?? null,
        faceSame: seen ? true : null,
        good: true,
        reason: null,
        entryId,
      });
    }
    return { checked: cards.length };
  });
}

async function mustBeFair(
  tx: Tx,
  cards: readonly CardRow[],
  looked: ReadonlySet<string>,
  least: number,
): Promise<void> {
  if (new Set(cards.map(({ officeId }) => officeId)).size > 1) throw refuse('card.sample_offices');
  if (looked.size === cards.length) return;
  if (
    drawn(tx, cards)
      .slice(0, least)
      .some(({ id }) => !looked.has(id))
  )
    throw refuse('card.sample_chosen');
  const oldest = new Date(Math.min(...cards.map(({ since }) => since.getTime())));
  if (await faultySince(tx, cards[0]!.officeId, oldest)) throw refuse('card.sample_faulty');
}

/** Whether a print of the office was found faulty since then. */
export async function faultySince(tx: Tx, officeId: string | null, since: Date): Promise<boolean> {
  const n = await run(
    tx,
    sql`select 1 from card.inspection i join card.card c on c.nik = i.nik and c.id = i.card_id
         where not i.good and i.at >= ${since} and c.office_id = ${officeId}::uuid limit 1`,
  );
  return n > 0;
}
