import { open, signedIn } from '../../../core/access/index.ts';
import { route, silent, writes, type Route } from '../../../core/http/route.ts';
import {
  beginPasskey,
  changeLanguage,
  changeOffice,
  changePassword,
  describeSession,
  dropPasskey,
  endOtherSessions,
  endSession,
  findPasskeys,
  findSessions,
  keepPasskey,
  signOut,
} from '../me.ts';
import * as contracts from './contract.ts';
import { countAdministrators, FIRST_ADMINISTRATORS, registerFirstAdministrator } from './first-run.ts';
import { signInOptions } from './passkey.ts';
import { enrol, signInWithLink, signInWithPasskey, signInWithPassword } from './sign-in.ts';

const door = open('nobody is signed in before he signs in');
const often = { perMinute: 60 };
const own = silent('shows an officer his own account only');

export const signInRoutes: readonly Route[] = [
  route(contracts.firstRunContract, {
    access: open('says only whether the house is open'),
    ledger: silent('shows a number, nobody'),
    beforeFirstRun: true,
    handle: async (tx) => ({ missing: Math.max(0, FIRST_ADMINISTRATORS - (await countAdministrators(tx))) }),
  }),
  route(contracts.firstAdministratorContract, {
    access: open('the one-time code is the key'),
    ledger: writes('officer.first_administrator'),
    rate: { perMinute: 20 },
    beforeFirstRun: true,
    handle: (tx, _actor, input) => registerFirstAdministrator(tx, input),
  }),
  route(contracts.signInContract, {
    access: door,
    ledger: writes('officer.signed_in'),
    rate: often,
    handle: async (tx, actor, input, request) =>
      describeSession(tx, await signInWithPassword(tx, actor, input, request)),
  }),
  route(contracts.passkeyOptionsContract, {
    access: door,
    ledger: silent('gives a random challenge'),
    rate: often,
    handle: (tx, _actor, _input, request) => signInOptions(tx, request.origin),
  }),
  route(contracts.passkeySignInContract, {
    access: door,
    ledger: writes('officer.signed_in'),
    rate: often,
    handle: async (tx, actor, { challengeId, response }, request) =>
      describeSession(tx, await signInWithPasskey(tx, actor, { challengeId, response }, request)),
  }),
  route(contracts.linkSignInContract, {
    access: door,
    ledger: writes('officer.signed_in'),
    rate: often,
    handle: async (tx, actor, input, request) => describeSession(tx, await signInWithLink(tx, actor, input, request)),
  }),
  route(contracts.enrolContract, {
    access: door,
    ledger: writes('officer.enrolled'),
    rate: often,
    handle: async (tx, actor, input, request) => describeSession(tx, await enrol(tx, actor, input, request)),
  }),
  route(contracts.getSessionContract, { access: signedIn, ledger: own, handle: describeSession }),
  route(contracts.changeOfficeContract, {
    access: signedIn,
    ledger: writes('officer.office_changed'),
    handle: async (tx, actor, { officeId }) => {
      await changeOffice(tx, actor, officeId);
      return { officeId };
    },
  }),
  route(contracts.changeLanguageContract, {
    access: signedIn,
    ledger: own,
    handle: async (tx, actor, { language }) => {
      await changeLanguage(tx, actor, language);
      return { language };
    },
  }),
  route(contracts.signOutContract, {
    access: signedIn,
    ledger: writes('officer.signed_out'),
    handle: (tx, actor, _input, request) => signOut(tx, actor, request).then(nothing),
  }),
  route(contracts.listSessionsContract, { access: signedIn, ledger: own, handle: findSessions }),
  route(contracts.endSessionContract, {
    access: signedIn,
    ledger: writes('officer.session_ended'),
    handle: (tx, actor, input) => endSession(tx, actor, input.sessionId).then(nothing),
  }),
  route(contracts.endOtherSessionsContract, {
    access: signedIn,
    ledger: writes('officer.session_ended'),
    handle: endOtherSessions,
  }),
  route(contracts.changePasswordContract, {
    access: signedIn,
    ledger: writes('officer.password_changed'),
    rate: { perMinute: 20 },
    handle: (tx, actor, input, request) => changePassword(tx, actor, input, request).then(nothing),
  }),
  route(contracts.listPasskeysContract, { access: signedIn, ledger: own, handle: findPasskeys }),
  route(contracts.beginPasskeyContract, {
    access: signedIn,
    ledger: silent('gives a random challenge'),
    handle: (tx, actor, _input, request) => beginPasskey(tx, actor, request),
  }),
  route(contracts.keepPasskeyContract, {
    access: signedIn,
    ledger: writes('officer.passkey_added'),
    handle: (tx, actor, { challengeId, response, label }, request) =>
      keepPasskey(tx, actor, { challengeId, response, label }, request),
  }),
  route(contracts.dropPasskeyContract, {
    access: signedIn,
    ledger: writes('officer.passkey_removed'),
    handle: (tx, actor, input) => dropPasskey(tx, actor, input.passkeyId).then(nothing),
  }),
];

function nothing(): undefined {
  return undefined;
}
