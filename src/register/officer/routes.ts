import { may, signedIn } from '../../core/access/index.ts';
import { route, silent, writes, type Route } from '../../core/http/route.ts';
import { addOfficer, enable, findOfficers, openOfficer, reissueCode, takeOut } from './actions.ts';
import * as contracts from './contract.ts';
import { delegate, findDelegations, revoke } from './delegation.ts';
import { proposePostChange } from './post.ts';
import { signInRoutes } from './sign-in/routes.ts';

const nothing = (): undefined => undefined;

export const officerRoutes: readonly Route[] = [
  ...signInRoutes,
  route(contracts.listOfficersContract, {
    access: signedIn,
    ledger: silent('who serves where is known to every colleague; no resident is shown'),
    handle: findOfficers,
  }),
  route(contracts.getOfficerContract, {
    access: signedIn,
    ledger: silent('who serves where is known to every colleague; no resident is shown'),
    handle: openOfficer,
  }),
  route(contracts.addOfficerContract, {
    access: may('officer.manage'),
    ledger: writes('officer.added'),
    handle: addOfficer,
  }),
  route(contracts.reissueCodeContract, {
    access: may('officer.manage'),
    ledger: writes('officer.code_issued'),
    handle: (tx, actor, input) => reissueCode(tx, actor, input.officerId),
  }),
  route(contracts.disableOfficerContract, {
    access: may('officer.manage'),
    ledger: writes('officer.disabled'),
    handle: (tx, actor, input) => takeOut(tx, actor, { ...input, how: 'disable' }).then(nothing),
  }),
  route(contracts.enableOfficerContract, {
    access: may('officer.manage'),
    ledger: writes('officer.enabled'),
    handle: (tx, actor, input) => enable(tx, actor, input).then(nothing),
  }),
  route(contracts.retireOfficerContract, {
    access: may('officer.manage'),
    ledger: writes('officer.retired'),
    handle: (tx, actor, input) => takeOut(tx, actor, { ...input, how: 'retire' }).then(nothing),
  }),
  route(contracts.changePostContract, {
    access: may('officer.manage.propose'),
    ledger: writes('approval.proposed'),
    handle: (tx, actor, input) => proposePostChange(tx, actor, input.change),
  }),
  route(contracts.listDelegationsContract, {
    access: signedIn,
    ledger: silent('who stands in for whom is known to colleagues'),
    handle: findDelegations,
  }),
  route(contracts.delegateContract, { access: signedIn, ledger: writes('officer.delegated'), handle: delegate }),
  route(contracts.revokeDelegationContract, {
    access: signedIn,
    ledger: writes('officer.delegation_revoked'),
    handle: (tx, actor, input) => revoke(tx, actor, input.delegationId).then(nothing),
  }),
];
