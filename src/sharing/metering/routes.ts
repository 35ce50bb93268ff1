import { may } from '../../core/access/index.ts';
import { route, silent, writes } from '../../core/http/index.ts';
import * as contracts from './contract.ts';
import { enterPayment, orderBalance, proposeReversal } from './payment/payment.ts';
import { openStatementLines } from './statement/file.ts';
import { openStatementPaper } from './statement/paper.ts';
import { viewAccount } from './view/account.ts';
import { viewUsage } from './view/usage.ts';

const reading = may('metering.read');
const managing = may('metering.manage');
const noPerson = silent('what institutions use and pay; nobody’s data');

export const routes = [
  route(contracts.viewUsageContract, { access: reading, ledger: noPerson, handle: viewUsage }),
  route(contracts.viewAccountContract, { access: reading, ledger: noPerson, handle: viewAccount }),
  route(contracts.orderContract, { access: managing, ledger: writes('metering.ordered'), handle: orderBalance }),
  route(contracts.payContract, { access: managing, ledger: writes('metering.paid'), handle: enterPayment }),
  route(contracts.proposeReversalContract, {
    access: may('metering.reversal.propose'),
    ledger: writes('approval.proposed'),
    handle: proposeReversal,
  }),
  route(contracts.statementLinesContract, {
    access: reading,
    ledger: writes('metering.statement_opened'),
    handle: openStatementLines,
  }),
  route(contracts.statementPaperContract, {
    access: reading,
    ledger: writes('metering.statement_opened'),
    handle: openStatementPaper,
  }),
];
