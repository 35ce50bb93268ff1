import { may, partner } from '../../core/access/index.ts';
import { route, silent, writes } from '../../core/http/index.ts';
import * as contracts from './contract.ts';
import { answerDispute, decideDispute, listDisputes, listOwnDisputes, openDisputeCase } from './dispute/dispute.ts';
import { answerRight, listRights, openRight } from './right/right.ts';
import { assistedRoutes } from './assisted/routes.ts';
import { representationRoutes } from './representation/routes.ts';
import { giveOfficeCode } from './sign-in/code.ts';

export const routes = [
  route(contracts.giveCodeContract, {
    access: may('citizen.code.give', { purpose: 'stated' }),
    ledger: writes('citizen.code_given'),
    handle: giveOfficeCode,
  }),
  route(contracts.listOwnDisputesContract, {
    access: partner,
    ledger: silent('the institution’s own questions by its own references; no person'),
    handle: (tx, actor, { state }) => listOwnDisputes(tx, actor, { all: state === 'all' }),
  }),
  route(contracts.answerDisputeContract, {
    access: partner,
    ledger: writes('citizen.dispute_answered', 'citizen.dispute_admitted'),
    handle: answerDispute,
  }),
  route(contracts.listDisputesContract, {
    access: may('citizen.dispute.read'),
    ledger: silent('cases by number and institution; no person'),
    handle: listDisputes,
  }),
  route(contracts.openDisputeContract, {
    access: may('citizen.dispute.read'),
    ledger: writes('citizen.dispute_seen'),
    handle: openDisputeCase,
  }),
  route(contracts.decideDisputeContract, {
    access: may('citizen.dispute.decide'),
    ledger: writes('citizen.dispute_upheld', 'citizen.dispute_rejected'),
    handle: decideDispute,
  }),
  route(contracts.listRightsContract, {
    access: may('citizen.right.answer'),
    ledger: silent('requests by number, right and place; no person'),
    handle: listRights,
  }),
  route(contracts.openRightContract, {
    access: may('citizen.right.answer'),
    ledger: writes('citizen.right_opened'),
    handle: openRight,
  }),
  route(contracts.answerRightContract, {
    access: may('citizen.right.answer'),
    ledger: writes('citizen.right_answered'),
    handle: answerRight,
  }),
  ...representationRoutes,
  ...assistedRoutes,
];
