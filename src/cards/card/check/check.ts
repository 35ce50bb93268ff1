/** A print is checked by somebody else than its printer: its chip read back and its face compared with the recording. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, one, run, sql, type Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { parseUid, serialOf } from '../../blank/index.ts';
import { advanceCards, findCard, type CardRow } from '../advance.ts';
import { spoilCard } from '../print/print.ts';
import { findPrinter } from '../print/sql.ts';
import { refuse } from '../refusals.ts';
import { sampleOf, type CheckWay } from './rules.ts';

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

/**
 * A small office's cards by sample: those that were looked at are all good, the others pass with them unseen. Refuses too small a
 * sample, and cards of more than one office; one that is faulty is checked by itself, and then all the others are looked at.
 */
export async function checkSample(
  tx: Tx,
  actor: Actor,
  input: { looked: readonly { id: string; uid: string; faceSame: true }[]; rest: readonly string[] },
): Promise<{ checked: number }> {
  const least = sampleOf(input.looked.length + input.rest.length);
  if (input.looked.length < least) throw refuse('card.sample_small', { values: { least } });
  return elevated(tx, async () => {
    const looked = new Map(input.looked.map((one) => [one.id, one]));
    const ids = [...new Set([...looked.keys(), ...input.rest])].toSorted();
    const cards: CardRow[] = [];
    for (const id of ids) cards.push(await mustCheck(tx, actor, id, 'remote'));
    if (new Set(cards.map(({ officeId }) => officeId)).size > 1) throw refuse('card.sample_offices');
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

async function mustCheck(tx: Tx, actor: Actor, id: string, how: CheckWay): Promise<CardRow> {
  const card = await findCard(tx, id, 'change');
  if (!card) throw refuse('card.not_found');
  // From afar an officer checks for offices of his own region.
  const here = card.officeId === actor.officeId;
  if (!here && (how !== 'remote' || !(await officeWithin(tx, actor, card.officeId)))) throw refuse('card.elsewhere');
  if (card.state !== 'PRINTED') throw refuse('card.wrong_state', { detail: card.state });
  if ((await findPrinter(tx, id))?.officerId === actor.id) throw refuse('card.own_print');
  return card;
}

async function officeWithin(tx: Tx, actor: Actor, officeId: string | null): Promise<boolean> {
  const region = actor.jurisdiction?.code;
  if (region === undefined) return false;
  const n = await run(
    tx,
    sql`select 1 from office_read.office where id = ${officeId} and coalesce(region_code, '') like ${`${region}%`}`,
  );
  return n > 0;
}

/** The UID that was read must be this card's; where its blank's UID was not known, the one whose serial it has. */
async function uidRead(tx: Tx, card: CardRow, text: string | null): Promise<bigint | null> {
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

async function insertInspection(
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
