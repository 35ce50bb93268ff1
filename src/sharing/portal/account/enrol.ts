/** Who was invited redeems his code: it proves that he reads the mail of his address, and he sets his password. */
import { publicActor } from '../../../core/access/index.ts';
import { elevated, exists, sql, type Tx } from '../../../core/db/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { codeHash, hashPassword, mustBeStrong, mustNotWait, noteFailure } from '../../../register/officer/index.ts';
import { refuse } from '../refusals.ts';
import { startSession } from './session.ts';
import { activate, endSessions, findPerson, redeemCode } from './sql.ts';

export type Enrolled =
  | { readonly is: 'in'; readonly token: string }
  | { readonly is: 'wrong' }
  | { readonly is: 'refused'; readonly refusal: Refusal };

/** What is answered of a wrong code depends on nothing but the address's earlier ones. */
export async function enrol(tx: Tx, given: { code: string; password: string; ip: string }): Promise<Enrolled> {
  const attempting = { account: null, address: given.ip };
  try {
    await mustNotWait(tx, attempting);
    mustBeStrong(given.password, 'jatidiri');
  } catch (fault) {
    if (fault instanceof Refusal) return { is: 'refused', refusal: fault };
    throw fault;
  }
  const password = await hashPassword(given.password);
  const token = await elevated(tx, async () => {
    const personId = await redeemCode(tx, codeHash(given.code));
    const person = personId === null ? undefined : await findPerson(tx, personId);
    if (!person || person.state === 'ended') return null;
    // Only to whoever reads the mail of the address.
    if (await worksElsewhere(tx, person.id, person.mail)) return refuse('portal.mail_elsewhere');
    const { id, institutionId, pseudonym } = person;
    await activate(tx, id, password);
    await endSessions(tx, { institutionId, personId: id, by: id });
    await record(tx, publicActor('id'), {
      label: 'portal.enrolled',
      facts: { institution: institutionId, person: pseudonym },
    });
    return startSession(tx, person, { ip: given.ip, method: 'invitation' });
  });
  if (token instanceof Refusal) return { is: 'refused', refusal: token };
  if (token !== null) return { is: 'in', token };
  await noteFailure(tx, attempting);
  await record(tx, publicActor('id'), { label: 'portal.sign_in_failed', facts: { person: null } });
  return { is: 'wrong' };
}

function worksElsewhere(tx: Tx, id: string, mail: string): Promise<boolean> {
  return exists(tx, sql`select 1 from portal.person where mail = ${mail} and state = 'active' and id <> ${id}`);
}
