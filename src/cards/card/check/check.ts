/** A print is checked by somebody else than its printer: its chip read back and its face compared with the recording. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, one, run, sql, type Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { parseUid, serialOf } from '../../blank/index.ts';
import { advanceCards, findCard, type CardRow } from '../advance.ts';
import { spoilCard } from '../print/print.ts';
import { findPrinter } from '../print/sql.ts';
import { refuse } from '../refusals.ts';
import type { CheckWay } from './rules.ts';
import { officeWithin } from './within.ts';

export interface Checked {
  readonly id: string;
  /** What the reader showed; `null` where the chip does not answer. */
  readonly uid: string | null;
  readonly faceSame: boolean;
  readonly how: CheckWay;
  /** What is wrong where chip and face are right and the card is none the less faulty. */
  readonly fault?: string | null | undefined;
}

/** Good: it is CHECKED. A dead chip, another face or a named fault spoil it, and whoever waits for it waits again. */
export async function checkCard(tx: Tx, actor: Actor, input: Checked): Promise<{ good: boolean }> {
  return elevated(tx, async () => {
    const card = await mustCheck(tx, actor, input.id, input.how);
    const uid = await uidRead(tx, card, input.uid);
    const reason = input.fault ?? (uid === null ? 'cip tidak terbaca' : input.faceSame ? null : 'foto tidak sama');
    const { nik, id: cardId } = card;
    const good = reason === null;
    if (reason !== null) await spoilCard(tx, actor, card, { cause: 'misprint', reason, label: 'card.spoiled' });
    const { entryId } = good
      ? await advanceCards(tx, actor, 'card.checked', [{ nik, cardId, to: 'CHECKED' }])
      : { entryId: await entryOf(tx, card) };
    await insertInspection(tx, actor, { card, how: input.how, uid, faceSame: input.faceSame, good, reason, entryId });
    return { good };
  });
}

/** Whoever may not check this card, or whose own print it is, is refused. */
export async function mustCheck(tx: Tx, actor: Actor, id: string, how: CheckWay): Promise<CardRow> {
  const card = await findCard(tx, id, 'change');
  if (!card) throw refuse('card.not_found');
  // From afar an officer checks for offices of his own region.
  const here = card.officeId === actor.officeId;
  if (!here && (how !== 'remote' || !(await officeWithin(tx, actor, card.officeId)))) throw refuse('card.elsewhere');
  if (card.state !== 'PRINTED') throw refuse('card.wrong_state', { detail: card.state });
  if ((await findPrinter(tx, id))?.officerId === actor.id) throw refuse('card.own_print');
  return card;
}

/** The UID that was read must be this card's; where its blank's UID was not known, the one whose serial it has. */
export async function uidRead(tx: Tx, card: CardRow, text: string | null): Promise<bigint | null> {
  if (text === null) return null;
  const uid = parseUid(text);
  const own = card.uid ?? ((await serialOf(tx, text))?.serial === card.serial ? uid : null);
  if (uid === null || own !== uid)
    throw refuse('card.chip_differs', { faults: [{ path: 'uid', code: 'card.field.chip' }] });
  return uid;
}

async function entryOf(tx: Tx, card: CardRow): Promise<string> {
  const { entry } = await one(
    tx,
    sql<{ entry: string }>`select entry_id as entry from card.card where nik = ${card.nik}::bigint and id = ${card.id}`,
  );
  return entry;
}

export async function insertInspection(
  tx: Tx,
  actor: Actor,
  i: {
    card: CardRow;
    how: CheckWay | 'sample' | 'unseen';
    uid: bigint | null;
    faceSame: boolean | null;
    good: boolean;
    reason: string | null;
    entryId: string;
  },
): Promise<void> {
  await run(
    tx,
    sql`insert into card.inspection (nik, card_id, id, at, officer_id, how, uid_read, face_same, good, reason, entry_id)
        values (${i.card.nik}::bigint, ${i.card.id}, ${newId()}, ${tx.ground.clock.now()}, ${actor.id}, ${i.how}, ${i.uid}::bigint, ${i.faceSame},
          ${i.good}, ${i.reason}, ${i.entryId})`,
  );
}
