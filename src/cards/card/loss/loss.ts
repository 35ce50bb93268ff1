/**
 * Loss: reported from afar a card is suspended at once; its holder may lift that for 72 hours, and is told so. Then it is lifted only at
 * a counter, with the card shown; final it is at the counter alone, with the police's letter.
 */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { zoneOf } from '../../../register/region/index.ts';
import { advanceCards, findCard, type CardRow } from '../advance.ts';
import { tellHolder } from '../holder/contact.ts';
import { HOLDER_PATHS } from '../holder/schema.ts';
import { instantText } from '../../../core/text/index.ts';
import { refuse } from '../refusals.ts';
import { CARD_STATES } from '../rules.ts';
import { liftUntil } from './rules.ts';

/** By telephone or message, anywhere: the card is in force no longer from this moment. */
export async function reportLoss(tx: Tx, actor: Actor, input: { id: string }): Promise<{ liftUntil: string }> {
  return elevated(tx, async () => {
    const card = await cardFor(tx, input.id);
    const { nik, id: cardId } = card;
    const { entryId } = await advanceCards(tx, actor, 'card.suspended', [
      { nik, cardId, to: 'SUSPENDED', cause: 'reported_lost' },
    ]);
    const now = tx.ground.clock.now();
    const until = liftUntil(now);
    await run(
      tx,
      sql`insert into card.loss (nik, card_id, id, reported_at, officer_id, lift_until, entry_id)
          values (${nik}::bigint, ${cardId}, ${newId()}, ${now}, ${officerOf(actor)}::uuid, ${until}, ${entryId})`,
    );
    const zone = zoneOf(card.villageCode);
    await tellHolder(tx, nik, 'card.message.suspended', (language) => ({
      at: instantText(language, now, zone),
      until: instantText(language, until, zone),
      address: `${tx.ground.papers.host}${HOLDER_PATHS.lift}`,
    }));
    return { liftUntil: until.toISOString() };
  });
}

/** Found again: its holder lifts the suspension from afar within 72 hours, or at the counter with the card in his hand. */
export async function liftLoss(tx: Tx, actor: Actor, input: { id: string; shown: boolean }): Promise<void> {
  await elevated(tx, async () => {
    const card = await cardFor(tx, input.id);
    const { nik, id: cardId } = card;
    const loss = await findOpenLoss(tx, card);
    if (!loss) throw refuse('card.not_suspended');
    const now = tx.ground.clock.now();
    if (!input.shown && (loss.closed || now > loss.liftUntil)) throw refuse('card.lift_late');
    await advanceCards(tx, actor, 'card.loss_lifted', [{ nik, cardId, to: 'VALID', cause: 'found_again' }]);
    await run(
      tx,
      sql`update card.loss set lifted_at = ${now} where nik = ${nik}::bigint and card_id = ${cardId} and id = ${loss.id}`,
    );
    const zone = zoneOf(card.villageCode);
    await tellHolder(tx, nik, 'card.message.lifted', (language) => ({ at: instantText(language, now, zone) }));
  });
}

/** At the counter, with the police's letter: lost for good, whatever is found later. */
export async function declareLost(tx: Tx, actor: Actor, input: { id: string; policeLetter: string }): Promise<void> {
  await elevated(tx, async () => {
    const card = await cardFor(tx, input.id);
    // Of a card that never was in his hands its holder cannot say that it is lost; the office that has it can.
    if (CARD_STATES[card.state].at === 'office') throw refuse('card.wrong_state', { detail: card.state });
    const { nik, id: cardId } = card;
    const reason = input.policeLetter;
    const { entryId } = await advanceCards(tx, actor, 'card.lost', [
      { nik, cardId, to: 'LOST', cause: 'reported_lost', reason },
    ]);
    await endLoss(tx, actor, card, { policeLetter: reason, entryId });
  });
}

/** The loss is final: the open report ends, or one is written that ends at once. */
export async function endLoss(
  tx: Tx,
  actor: Actor,
  { nik, id: cardId }: Pick<CardRow, 'nik' | 'id'>,
  given: { policeLetter: string; entryId: string },
): Promise<void> {
  const now = tx.ground.clock.now();
  const ended = await run(
    tx,
    sql`update card.loss set final_at = ${now}, police_letter = ${given.policeLetter}
         where nik = ${nik}::bigint and card_id = ${cardId} and lifted_at is null and final_at is null`,
  );
  if (ended > 0) return;
  await run(
    tx,
    sql`insert into card.loss (nik, card_id, id, reported_at, officer_id, final_at, police_letter, entry_id)
        values (${nik}::bigint, ${cardId}, ${newId()}, ${now}, ${officerOf(actor)}::uuid, ${now}, ${given.policeLetter}, ${given.entryId})`,
  );
}

async function cardFor(tx: Tx, id: string): Promise<CardRow> {
  const card = await findCard(tx, id, 'change');
  if (!card) throw refuse('card.not_found');
  return card;
}

interface OpenLoss {
  readonly id: string;
  readonly reportedAt: Date;
  readonly liftUntil: Date;
  /** Its hours were over when the job came by. */
  readonly closed: boolean;
}

/** The report that waits for an end. */
export function findOpenLoss(tx: Tx, { nik, id }: Pick<CardRow, 'nik' | 'id'>): Promise<OpenLoss | undefined> {
  return maybeOne(
    tx,
    sql<OpenLoss>`
      select id, reported_at as "reportedAt", lift_until as "liftUntil", closed_at is not null as closed from card.loss
       where nik = ${nik}::bigint and card_id = ${id} and lifted_at is null and final_at is null order by reported_at desc limit 1`,
  );
}

const officerOf = (actor: Actor): string | null => (actor.kind === 'officer' ? actor.id : null);
