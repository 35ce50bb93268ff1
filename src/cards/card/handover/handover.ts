/** A card comes into its holder's hands; the one that it replaces is in force no longer. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, run, sql, type Tx } from '../../../core/db/index.ts';
import { listFilesOf } from '../../../core/file/index.ts';
import { findResident } from '../../../register/resident/index.ts';
import { advanceCards, findCard, listCardsOf, type CardRow } from '../advance.ts';
import { settleOf } from '../check/ship.ts';
import { endLetters } from '../letter/letter.ts';
import { refuse } from '../refusals.ts';
import type { Cause } from '../rules.ts';
import { endRequests } from '../request/sql.ts';
import { RELEASED_HOURS, VERIFIED_MINUTES } from './rules.ts';
import { findReleased, findVerified, mustLieHere, PROXY_LETTER } from './verify.ts';

export interface HandingOver {
  readonly id: string;
  /** Who came with the holder's letter (a file that was kept before); only with a supervisor's release. */
  readonly proxy?: { readonly name: string; readonly letterFileId: string } | null | undefined;
  /** Whether the old card was given back; `null` where there was none. */
  readonly oldTaken: boolean | null;
}

const MINUTE_MS = 60_000;

/**
 * Hands a card over against a finger or face that matched just now, or by a supervisor's release. The old card is superseded in the
 * same transaction, and taken in where it was given back.
 * @throws Refusal `card.not_verified`, `card.outdated`, `card.holder_gone`, `card.proxy_*`, `card.wrong_state`, `card.elsewhere`
 */
export async function handOver(
  tx: Tx,
  actor: Actor,
  input: HandingOver,
): Promise<{ how: 'finger' | 'face' | 'released' }> {
  return elevated(tx, async () => {
    const card = await mustLieHere(tx, actor, input.id);
    await mustBeRight(tx, card);
    const shown = await shownFor(tx, actor, card, input);
    const { nik, id: cardId } = card;
    const { entryId } = await advanceCards(tx, actor, 'card.handed_over', [
      { nik, cardId, to: 'VALID', cause: 'handed_over' },
    ]);
    const old = await supersede(tx, actor, card, input.oldTaken === true);
    if (card.requestId !== null)
      await endRequests(tx, [{ nik, id: card.requestId, state: 'done', why: null }], entryId);
    await settleOf(tx, actor, [card], 'CARD_ISSUED');
    await endLetters(tx, nik);
    const proxy = input.proxy
      ? tx.ground.vault.sealForPerson(nik, { table: 'card.handover', row: cardId, column: 'proxy' }, input.proxy.name)
      : null;
    await run(
      tx,
      sql`insert into card.handover (nik, card_id, at, officer_id, office_id, how, strength, verification_id, release_id, proxy, letter_file, old_card,
            old_taken, entry_id)
          values (${nik}::bigint, ${cardId}, ${tx.ground.clock.now()}, ${actor.id}, ${actor.officeId}, ${shown.how}, ${shown.strength},
            ${shown.verification}, ${shown.release}, ${proxy}, ${input.proxy?.letterFileId ?? null}, ${old}, ${input.oldTaken}, ${entryId})`,
    );
    return { how: shown.how };
  });
}

async function mustBeRight(tx: Tx, card: CardRow): Promise<void> {
  if (card.replaceSince !== null) throw refuse('card.outdated');
  const resident = await findResident(tx, card.nik);
  if (resident?.state !== 'HIDUP') throw refuse('card.holder_gone');
}

async function shownFor(tx: Tx, actor: Actor, card: CardRow, { proxy }: HandingOver) {
  const now = tx.ground.clock.now().getTime();
  const before = (ms: number) => new Date(now - ms);
  if (!proxy) {
    const verified = await findVerified(tx, card, actor.id, before(VERIFIED_MINUTES * MINUTE_MS));
    if (verified)
      return { how: verified.modality, strength: verified.strength, verification: verified.id, release: null };
  }
  const released = await findReleased(tx, card, actor.id, before(RELEASED_HOURS * 60 * MINUTE_MS));
  if (!released) throw refuse(proxy ? 'card.proxy_not_released' : 'card.not_verified');
  if (proxy) await mustBeLetter(tx, card, proxy.letterFileId);
  return { how: 'released' as const, strength: null, verification: null, release: released.id };
}

async function mustBeLetter(tx: Tx, card: CardRow, fileId: string): Promise<void> {
  const files = await listFilesOf(tx, card.nik);
  if (!files.some(({ id, kind }) => id === fileId && kind === PROXY_LETTER))
    throw refuse('card.proxy_letter_missing', { faults: [{ path: 'proxy.letterFileId', code: 'field.empty' }] });
}

/** All that he held before is in force no longer; gives the newest of them. */
async function supersede(tx: Tx, actor: Actor, card: CardRow, taken: boolean): Promise<string | null> {
  const others = (await listCardsOf(tx, [card.nik])).filter(({ id }) => id !== card.id);
  const inForce = others.filter(({ state }) => state === 'VALID' || state === 'SUSPENDED');
  if (inForce.length > 0)
    await advanceCards(
      tx,
      actor,
      'card.superseded',
      inForce.map(({ nik, id }) => ({ nik, cardId: id, to: 'INVALID', cause: 'superseded' })),
    );
  const old =
    inForce[0] ?? others.find(({ state, stranded }) => !stranded && (state === 'INVALID' || state === 'LOST'));
  if (!old) return null;
  if (taken) await takeIn(tx, actor, old, card.kind === 'damage' ? 'damaged' : 'superseded');
  return old.id;
}

async function takeIn(tx: Tx, actor: Actor, { nik, id }: CardRow, cause: Cause): Promise<void> {
  await advanceCards(tx, actor, 'card.taken_in', [{ nik, cardId: id, to: 'TAKEN_IN', cause }]);
  await run(
    tx,
    sql`update card.card set office_id = ${actor.officeId}::uuid, bound_for = null where nik = ${nik}::bigint and id = ${id}`,
  );
}

/** A damaged or invalid card is given back at this office, by itself. */
export async function takeInCard(tx: Tx, actor: Actor, input: { id: string; cause: Cause }): Promise<void> {
  await elevated(tx, async () => {
    const card = await findCard(tx, input.id, 'change');
    if (!card) throw refuse('card.not_found');
    // Nobody brings such a card: it is taken in where it lies, or where it arrives.
    if (card.stranded && (card.boundFor ?? card.officeId) !== actor.officeId) throw refuse('card.elsewhere');
    await takeIn(tx, actor, card, input.cause);
  });
}
