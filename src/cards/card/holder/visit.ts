/**
 * A right code opens a visit: a quarter of an hour in which whoever has it sees his own cards and acts on them. It lies in the page alone,
 * in a form's hidden field; no cookie, no address.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { elevated, type Tx } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import type { Language } from '../../../core/text/index.ts';
import { holdCounter, missed, waitLeftMs } from '../public/counters.ts';
import { holderActor } from './actor.ts';
import { codeHash } from './ask.ts';
import { codeEnds, isTicket, MOST_TRIES, PRESSED_TWICE_MS, visitEnds } from './rules.ts';
import { countTry, findAsk, setVisit, type AskRow } from './sql.ts';

export interface Visit {
  readonly nik: Nik;
  /** For the next form of the page. */
  readonly key: string;
}

export type Entered =
  | { readonly is: 'open'; readonly visit: Visit }
  | { readonly is: 'wrong'; readonly left: number }
  | { readonly is: 'over' }
  | { readonly is: 'wait'; readonly ms: number };

const visitHash = (tx: Tx, id: string, token: string): Buffer =>
  tx.ground.vault.blindIndex('card.ask.visit', `${id} ${token}`, 16);

/**
 * A code for a ticket. What is answered of a wrong one depends on nothing but the ticket's age and its tries, so a number that nobody has
 * looks like any other. Wrong codes make the address wait, as at the public check of a card.
 */
export async function enterCode(
  tx: Tx,
  given: { ticket: string; code: string; address: string; language: Language },
): Promise<Entered> {
  return elevated(tx, async () => {
    const counter = await holdCounter(tx, 'address', given.address);
    const now = tx.ground.clock.now();
    const ms = waitLeftMs(counter, now);
    if (ms > 0) return { is: 'wait', ms };
    const ask = isTicket(given.ticket) ? await findAsk(tx, given.ticket) : undefined;
    if (!ask || now > codeEnds(ask.askedAt) || ask.tries >= MOST_TRIES || spent(ask, now)) return { is: 'over' };
    const hash = codeHash(tx, ask.id, given.code);
    const right = ask.code !== null && timingSafeEqual(ask.code, hash);
    const subjects = ask.nik ? [{ nik: ask.nik, detail: 'card' }] : [];
    await record(tx, holderActor(given.language), { label: 'card.code_entered', subjects, facts: { right } });
    if (!right || !ask.nik) {
      await countTry(tx, ask.id);
      await missed(tx, counter);
      const left = MOST_TRIES - ask.tries - 1;
      return left > 0 ? { is: 'wrong', left } : { is: 'over' };
    }
    // Of two presses the second gets a key of its own, and the first one's dies with it.
    const token = randomBytes(24).toString('base64url');
    const openedAt = ask.openedAt ?? now;
    await setVisit(tx, ask.id, { visit: visitHash(tx, ask.id, token), until: visitEnds(openedAt), openedAt });
    return { is: 'open', visit: { nik: ask.nik, key: `${ask.id}.${token}` } };
  });
}

const spent = ({ openedAt }: AskRow, now: Date): boolean =>
  openedAt !== null && now.getTime() - openedAt.getTime() > PRESSED_TWICE_MS;

/** The visit of a page's hidden field, while it lasts. */
export async function findVisit(tx: Tx, key: string): Promise<Visit | null> {
  const [id = '', token = ''] = key.split('.');
  if (!isTicket(id) || token === '') return null;
  const ask = await elevated(tx, () => findAsk(tx, id));
  if (!ask?.nik || !ask.visit || !ask.visitUntil || tx.ground.clock.now() > ask.visitUntil) return null;
  return timingSafeEqual(ask.visit, visitHash(tx, id, token)) ? { nik: ask.nik, key } : null;
}
