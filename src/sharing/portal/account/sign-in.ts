/**
 * Signing in: address and password, then a code by message or of an application. Whether an account exists shows nowhere: every way to
 * fail says the same words, takes as long, and is counted for the account and the address from which it came.
 */
import { randomInt, timingSafeEqual } from 'node:crypto';
import { publicActor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { isUuid, newId } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { leaveMessages } from '../../../core/message/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import type { Language } from '../../../core/text/index.ts';
import { systemClock } from '../../../core/time/index.ts';
import {
  forgetFailures,
  mustNotWait,
  noteFailure,
  verifyPassword,
  type Attempting,
} from '../../../register/officer/index.ts';
import { CODE_AGAIN_SECONDS, CODE_MINUTES, CODE_TRIES } from './rules.ts';
import { startSession } from './session.ts';
import {
  countTry,
  findActive,
  findPerson,
  holdChallenge,
  insertChallenge,
  useChallenge,
  useStep,
  type ChallengeRow,
  type PersonRow,
} from './sql.ts';
import { stepOf } from './totp.ts';

export type Second = 'message' | 'totp';

export type Entered =
  | { readonly is: 'code'; readonly ticket: string; readonly by: Second }
  | { readonly is: 'in'; readonly token: string }
  | { readonly is: 'wrong'; readonly left?: number }
  | { readonly is: 'over' }
  | { readonly is: 'wait'; readonly seconds: number };

/** Officers of the same name are somebody else. */
const accountOf = (mail: string) => `mitra ${mail}`;

export async function enterPassword(
  tx: Tx,
  given: { mail: string; password: string; ip: string; language: Language },
): Promise<Entered> {
  const mail = given.mail.trim().toLowerCase().slice(0, 200);
  const attempting = { account: accountOf(mail), address: given.ip };
  const seconds = await waitOf(tx, attempting);
  if (seconds > 0) return { is: 'wait', seconds };
  const person = await elevated(tx, () => findActive(tx, mail));
  const right = await verifyPassword(given.password.slice(0, 200), person?.password ?? null);
  if (!person || !right) {
    await failed(tx, attempting, person ?? null);
    return { is: 'wrong' };
  }
  return challenge(tx, person, given.language);
}

async function challenge(tx: Tx, person: PersonRow, language: Language): Promise<Entered> {
  const ticket = newId();
  const by = person.totp ? 'totp' : 'message';
  const code = by === 'message' ? String(randomInt(1_000_000)).padStart(6, '0') : null;
  const hash = code === null ? null : hashOf(tx, ticket, code);
  await elevated(tx, () => insertChallenge(tx, { id: ticket, personId: person.id, hash }));
  if (code !== null)
    await leaveMessages(tx, [
      { channel: 'mail', to: person.mail, language, key: 'portal.mail.code', values: { code, minutes: CODE_MINUTES } },
    ]);
  return { is: 'code', ticket, by };
}

export async function enterCode(tx: Tx, given: { ticket: string; code: string; ip: string }): Promise<Entered> {
  return elevated(tx, async () => {
    const asked = isUuid(given.ticket) ? await holdChallenge(tx, given.ticket) : undefined;
    const person = asked && (await findPerson(tx, asked.personId));
    if (!asked || person?.state !== 'active' || asked.tries >= CODE_TRIES) return { is: 'over' };
    const attempting = { account: accountOf(person.mail), address: given.ip };
    const seconds = await waitOf(tx, attempting);
    if (seconds > 0) return { is: 'wait', seconds };
    if (!(await isRight(tx, asked, person, given.code))) {
      await countTry(tx, asked.id);
      await failed(tx, attempting, person);
      const left = CODE_TRIES - asked.tries - 1;
      return left > 0 ? { is: 'wrong', left } : { is: 'over' };
    }
    await useChallenge(tx, asked.id);
    await forgetFailures(tx, attempting.account);
    const method = asked.hash ? 'message' : 'totp';
    return { is: 'in', token: await startSession(tx, person, { ip: given.ip, method }) };
  });
}

/** Another code for somebody whose password was right; not more often than once a minute. */
export async function sendAgain(tx: Tx, given: { ticket: string; language: Language }): Promise<Entered> {
  return elevated(tx, async () => {
    const asked = isUuid(given.ticket) ? await holdChallenge(tx, given.ticket) : undefined;
    const person = asked && (await findPerson(tx, asked.personId));
    // Who had all his tries begins anew, with the password.
    if (!asked?.hash || person?.state !== 'active' || asked.tries >= CODE_TRIES) return { is: 'over' };
    const seconds = Math.ceil(CODE_AGAIN_SECONDS - asked.ageSeconds);
    if (seconds > 0) return { is: 'wait', seconds };
    await useChallenge(tx, asked.id);
    return challenge(tx, person, given.language);
  });
}

async function isRight(tx: Tx, asked: ChallengeRow, person: PersonRow, code: string): Promise<boolean> {
  if (asked.hash) return timingSafeEqual(asked.hash, hashOf(tx, asked.id, code));
  if (!person.totp) return false;
  const secret = tx.ground.vault.unseal('portal.totp', totpPlace(person.id), person.totp);
  const step = stepOf(secret, code, { now: systemClock.now(), after: Number(person.totpStep) });
  return step !== null && useStep(tx, person.id, step);
}

/** Where the secret of somebody's application lies. */
export const totpPlace = (personId: string) => ({ table: 'portal.person', row: personId, column: 'totp' });

/** Six digits are guessed from an unkeyed hash in a moment. */
const hashOf = (tx: Tx, ticket: string, code: string): Buffer =>
  tx.ground.vault.blindIndex('portal.challenge', `${ticket} ${code}`, 16);

async function waitOf(tx: Tx, attempting: Attempting): Promise<number> {
  try {
    await mustNotWait(tx, attempting);
    return 0;
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.code !== 'officer.wait') throw fault;
    return Number(fault.values['seconds']);
  }
}

async function failed(tx: Tx, attempting: Attempting, person: PersonRow | null): Promise<void> {
  await noteFailure(tx, attempting);
  const facts = { institution: person?.institutionId ?? null, person: person?.pseudonym ?? null };
  await record(tx, publicActor('id'), { label: 'portal.sign_in_failed', facts });
}
