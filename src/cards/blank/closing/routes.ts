import { may, open } from '../../../core/access/index.ts';
import { route, silent, writes } from '../../../core/http/index.ts';
import { listHoldsContract, openClosingContract, proposeHoldContract } from './contract.ts';
import { proposeHold, viewHolds } from './hold.ts';
import { openClosing } from './read.ts';

export const closingRoutes = [
  route(openClosingContract, {
    access: open('stock of blanks, public each day'),
    ledger: silent('numbers of blanks; no person'),
    handle: openClosing,
  }),
  route(listHoldsContract, {
    access: may('blank.security_hold.propose'),
    ledger: silent('what is kept back and why; no person'),
    handle: viewHolds,
  }),
  route(proposeHoldContract, {
    access: may('blank.security_hold.propose'),
    ledger: writes('approval.proposed'),
    handle: proposeHold,
  }),
];
