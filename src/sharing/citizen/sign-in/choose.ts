/** How somebody signs in from now on: by a password of his own, or by codes to the contact that the office has. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { findContact, tellHolder } from '../../../cards/card/index.ts';
import { maskedContact } from '../../../cards/card/holder/rules.ts';
import { hashPassword, mustBeStrong, verifyPassword } from '../../../register/officer/index.ts';
import { SELF } from '../hand.ts';
import { PASSWORD_LEAST, PASSWORD_MOST } from './rules.ts';
import type { ChoosePage } from './schema.ts';
import { endSessions, findAccount, setWay, type SessionRow } from './sql.ts';

export type Standing = Pick<ChoosePage, 'way' | 'contact' | 'asksOld'>;

export async function wayOf(tx: Tx, session: SessionRow): Promise<Standing> {
  const account = await elevated(tx, () => findAccount(tx, session.nik));
  const contact = await findContact(tx, session.nik);
  const way = account?.way ?? null;
  return {
    way,
    contact: contact && maskedContact(contact),
    // Who came with a new code of the office may have forgotten it.
    asksOld: way === 'password' && session.way !== 'office_code',
  };
}

export interface PasswordGiven {
  readonly old: string;
  readonly password: string;
  readonly again: string;
}

/** Gives what is wrong with it; nothing, where it is in force from now on. Other sessions of the person end. */
export async function choosePassword(
  tx: Tx,
  actor: Actor,
  session: SessionRow,
  given: PasswordGiven,
): Promise<ChoosePage['faults']> {
  const { old, password, again } = given;
  const { asksOld } = await wayOf(tx, session);
  const account = await elevated(tx, () => findAccount(tx, session.nik));
  if (asksOld && !(await verifyPassword(old, account?.password ?? null))) return ['old'];
  if (password.length < PASSWORD_LEAST || password.length > PASSWORD_MOST) return ['password'];
  if (isWeak(password, session.nik)) return ['weak'];
  if (password !== again) return ['again'];
  await choose(tx, actor, session, { way: 'password', password: await hashPassword(password) });
  return [];
}

/** Only who has given a contact may leave it at codes by message. */
export async function chooseMessages(tx: Tx, actor: Actor, session: SessionRow): Promise<boolean> {
  const { contact, way } = await wayOf(tx, session);
  if (contact === null) return false;
  if (way !== 'message') await choose(tx, actor, session, { way: 'message', password: null });
  return true;
}

async function choose(
  tx: Tx,
  actor: Actor,
  { nik, id }: SessionRow,
  of: { way: 'password' | 'message'; password: string | null },
): Promise<void> {
  await record(tx, actor, {
    label: 'citizen.way_chosen',
    subjects: [{ nik, detail: SELF }],
    facts: { way: of.way },
  });
  await elevated(tx, async () => {
    await setWay(tx, nik, { ...of, at: tx.ground.clock.now() });
    await endSessions(tx, nik, { allBut: id });
    await tellHolder(tx, nik, `citizen.message.${of.way}_chosen`, () => ({}));
  });
}

function isWeak(password: string, nik: string): boolean {
  try {
    mustBeStrong(password, nik);
    return false;
  } catch (fault) {
    if (fault instanceof Refusal) return true;
    throw fault;
  }
}
