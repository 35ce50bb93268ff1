/**
 * Officers: who they are, where they serve in which role and since when, who stands in for whom, and how they sign in.
 * Always holds: two administrators or no house; nobody changes a role alone; whoever holds something in custody neither
 * leaves nor moves; the ledger knows officers by pseudonym; passwords are argon2id, every other secret is a hash.
 * UU 24/2013 art. 79 (access by appointed officers only), Permendagri 57/2021 (security of population administration).
 */
import { z } from 'zod';
import { job } from '../../core/jobs/index.ts';
import { inTransaction } from '../../core/notice/index.ts';
import type { Room } from '../../core/room.ts';
import { officesClose } from '../office/index.ts';
import { officerCommands } from './commands.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { postProposable } from './post.ts';
import { officerRefusals, refuseOfficer } from './refusals.ts';
import { officerRoutes } from './routes.ts';
import { countServing, sweepSignIns } from './sql.ts';

export { addOfficer, enable, findOfficers, takeOut } from './actions.ts';
export { delegate, revoke } from './delegation.ts';
export { electorate } from './electorate.ts';
export { changePost, officersLeave, proposePostChange } from './post.ts';
export { getIssuer, mayAt, type Issuing } from './signatory.ts';
export { ROLES, rolesWith, SCOPES, scopesOf, type Role, type Scope } from './roles.ts';
export { codeHash, issueCode, spokenCode } from './sign-in/code.ts';
export { askPassword } from './sign-in/ask-password.ts';
export { asOfficer, type ActingAs } from './sign-in/as-officer.ts';
export { rememberActors, type RememberingActors } from './sign-in/doorkeeper.ts';
export { forgetFailures, mustNotWait, noteFailure, type Attempting } from './sign-in/delay.ts';
export { firstRunPending, issueFirstRunCodes, newPseudonym, registerFirstAdministrator } from './sign-in/first-run.ts';
export { hashPassword, mustBeStrong, verifyPassword } from './sign-in/password.ts';
export { mustKnowPassword } from './sign-in/sign-in.ts';
export { activate, findAccount, setPassword } from './sql.ts';

export const officerRoom: Room = {
  name: 'officer',
  texts: { id, en },
  refusals: officerRefusals,
  routes: officerRoutes,
  proposables: [postProposable],
  commands: [officerCommands],
  jobs: [job({ name: 'officer.sweep_sign_ins', payload: z.object({}), maxAttempts: 3, run: sweepSignIns })],
  listening: [
    inTransaction(officesClose, 'officer.still_serves', async (tx, _actor, closing) => {
      for (const { officeId } of closing) {
        const count = await countServing(tx, officeId, null);
        if (count > 0) throw refuseOfficer('officer.still_serves', { values: { count } });
      }
    }),
  ],
};
