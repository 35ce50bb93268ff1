import { may } from '../../core/access/index.ts';
import { route, silent } from '../../core/http/index.ts';
import { openOverviewContract, openOverviewTableContract } from './contract.ts';
import { openOverview, openOverviewTable } from './view.ts';

const overseeing = may('card.oversee');
const noPerson = silent('figures of regions; no person');

export const routes = [
  route(openOverviewContract, { access: overseeing, ledger: noPerson, handle: openOverview }),
  route(openOverviewTableContract, { access: overseeing, ledger: noPerson, handle: openOverviewTable }),
];
