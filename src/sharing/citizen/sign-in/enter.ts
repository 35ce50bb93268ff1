/**
 * The two ways in that need no message: the code of the office with the card, and the password. What is answered of a wrong one depends on
 * nothing but how often was guessed: the same statements run, and the same hash is computed, whether the number exists or not.
 */
import { timingSafeEqual } from 'node:crypto';
import { elevated, type Tx } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import type { Language } from '../../../core/text/index.ts';
import { cleared, holdCounters, listCardsOf, missed, waitLeftMs, type Counter } from '../../../cards/card/index.ts';
import { PRESSED_TWICE_MS } from '../../../cards/card/holder/rules.ts';
import { uidText } from '../../../cards/blank/index.ts';
import { verifyPassword } from '../../../register/officer/index.ts';
import { findResident } from '../../../register/resident/index.ts';
import { SELF } from '../hand.ts';
import { officeCodeHash } from './code.ts';
import type { CardSign } from './rules.ts';
import { citizenActor, openSession, type OpenedSession, type Proof } from './session.ts';
import { findAccount, findOfficeCode, markCodeUsed, openAccount } from './sql.ts';

export type Entered =
  | { readonly is: 'open'; readonly session: OpenedSession }
  | { readonly is: 'wrong' }
  | { readonly is: 'wait'; readonly ms: number };

interface Trying {
  readonly nik: Nik;
  readonly address: string;
  readonly language: Language;
}

/** The first time: number, card and the code from the counter. The same press again within two minutes opens the same again. */
export function enterFirst(tx: Tx, given: Trying & { card: CardSign; code: string }): Promise<Entered> {
  return guarded(tx, given, async (lives) => {
    const { nik, card } = given;
    const now = tx.ground.clock.now();
    const kept = await findOfficeCode(tx, nik);
    const cards = await listCardsOf(tx, [nik]);
    const holds = cards.some(({ state, serial, uid }) => {
      if (state !== 'VALID') return false;
      return card.serial !== null ? serial === card.serial : uid !== null && uidText(uid) === card.uid;
    });
    const hash = officeCodeHash(tx, nik, given.code);
    const same = timingSafeEqual(hash, kept?.code ?? Buffer.alloc(16));
    const usedAt = kept?.usedAt ?? null;
    const fresh = usedAt === null || now.getTime() - usedAt.getTime() <= PRESSED_TWICE_MS;
    if (!kept || !same || !fresh || now > kept.endsAt || !holds || !lives) return null;
    await markCodeUsed(tx, kept.id, now);
    return { nik, way: 'office_code', id: kept.id };
  });
}

export function enterByPassword(tx: Tx, given: Trying & { password: string }): Promise<Entered> {
  return guarded(tx, given, async (lives) => {
    const account = await findAccount(tx, given.nik);
    const hash = account?.way === 'password' ? account.password : null;
    const right = await verifyPassword(given.password, hash);
    return right && lives ? { nik: given.nik, way: 'password', id: null } : null;
  });
}

/** Wrong guesses make the number wait, and the address from which they come. */
async function guarded(
  tx: Tx,
  { nik, address, language }: Trying,
  prove: (lives: boolean) => Promise<Proof | null>,
): Promise<Entered> {
  return elevated(tx, async () => {
    const counters = await holdCounters(tx, [
      { of: 'number', given: `citizen ${nik}` },
      { of: 'address', given: address },
    ]);
    const now = tx.ground.clock.now();
    const ms = Math.max(...counters.map((counter) => waitLeftMs(counter, now)));
    if (ms > 0) return { is: 'wait', ms };
    const resident = await findResident(tx, nik);
    const proof = await prove(resident?.state === 'HIDUP');
    if (!proof) return fail(tx, { known: resident !== undefined, nik, language, counters });
    for (const counter of counters) if (counter.of === 'number') await cleared(tx, counter);
    const session = await openSession(tx, proof, language);
    if (proof.way === 'office_code') await openFor(tx, nik);
    return { is: 'open', session };
  });
}

async function fail(
  tx: Tx,
  given: { known: boolean; nik: Nik; language: Language; counters: readonly Counter[] },
): Promise<Entered> {
  await record(tx, citizenActor(given.language, null), {
    label: 'citizen.sign_in_failed',
    subjects: given.known ? [{ nik: given.nik, detail: SELF }] : [],
  });
  for (const counter of given.counters) await missed(tx, counter);
  return { is: 'wrong' };
}

async function openFor(tx: Tx, nik: Nik): Promise<void> {
  const actor = citizenActor('id', null);
  const { entryId } = await record(tx, actor, { label: 'citizen.account_opened', subjects: [{ nik, detail: SELF }] });
  await openAccount(tx, { nik, at: tx.ground.clock.now(), entryId });
}
