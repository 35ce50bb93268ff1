import { refuseApproval, type Electorate } from '../../core/approval/index.ts';
import { Refusal } from '../../core/refusal/index.ts';
import { getOffice } from '../office/index.ts';
import { rolesWith } from './roles.ts';
import { approvalOptions, answeredBy } from './sign-in/passkey.ts';
import { verifyPassword } from './sign-in/password.ts';
import { findAccountById, listNames, listServing } from './sql.ts';

/** What approval asks of officers: who may decide at an office, and the fresh proof over a hash. */
export const electorate: Electorate = {
  async holders(tx, officeIds) {
    const serving = await listServing(tx, officeIds);
    return (officeId, scope) => {
      const roles = rolesWith(scope);
      const there = serving.filter((row) => row.officeId === officeId && roles.includes(row.role));
      return new Set(there.map((row) => row.officerId)).size;
    };
  },
  regionOf: async (tx, officeId) => (await getOffice(tx, officeId)).regionCode,
  async namesOf(tx, officerIds) {
    const names = await listNames(tx, officerIds);
    return (officerId) => names.get(officerId) ?? null;
  },
  challenge: (tx, actor, hash, origin) => approvalOptions(tx, actor.id, hash, origin),
  async mustAssert(tx, actor, hash, assertion, origin) {
    if (assertion.method === 'password') {
      // The session stands already, so a wrong password here only needs to be wrong; guessing is bounded by the rate.
      const account = await findAccountById(tx, actor.id);
      if (await verifyPassword(assertion.password, account?.passwordHash ?? null)) return;
      throw refuseApproval('approval.not_asserted');
    }
    const { challengeId, response } = assertion;
    await answeredBy(tx, { purpose: 'approve', officerId: actor.id, challengeId, response, origin, hash }).catch(
      (fault: unknown) => {
        throw fault instanceof Refusal ? refuseApproval('approval.not_asserted') : fault;
      },
    );
  },
};
