import { may } from '../../../core/access/index.ts';
import { route, silent, writes } from '../../../core/http/index.ts';
import * as contracts from './contract.ts';
import { viewForecast } from './forecast.ts';
import { proposeRebalance } from './rebalance.ts';
import { answerRequest, askBlanks, openRequest, viewRequests, withdrawRequest } from './request.ts';

const noPerson = silent('blanks and where they are wanted; no person');

export const supplyRoutes = [
  route(contracts.proposeRebalanceContract, {
    access: may('blank.rebalance.propose'),
    ledger: writes('approval.proposed'),
    handle: proposeRebalance,
  }),
  route(contracts.askBlanksContract, {
    access: may('blank.keep'),
    ledger: writes('blank.requested'),
    handle: askBlanks,
  }),
  route(contracts.listRequestsContract, { access: may('blank.read'), ledger: noPerson, handle: viewRequests }),
  route(contracts.openRequestContract, { access: may('blank.read'), ledger: noPerson, handle: openRequest }),
  route(contracts.answerRequestContract, {
    access: may('blank.request.answer'),
    ledger: writes('blank.request_answered'),
    handle: answerRequest,
  }),
  route(contracts.withdrawRequestContract, {
    access: may('blank.keep'),
    ledger: writes('blank.request_answered'),
    handle: withdrawRequest,
  }),
  route(contracts.forecastContract, { access: may('blank.read'), ledger: noPerson, handle: viewForecast }),
];
