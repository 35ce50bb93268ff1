import { may } from '../../core/access/index.ts';
import { route, writes } from '../../core/http/route.ts';
import { formFamily, joinFamily, replaceHead, splitFamily } from './change.ts';
import * as contracts from './contract.ts';
import { findFamily, listHeadless, openFamily, openFamilyOf } from './open.ts';

const looking = may('family.read', { purpose: 'stated' });
const changing = may('family.change', { purpose: 'stated' });

export const routes = [
  route(contracts.listHeadlessContract, {
    access: may('family.read'),
    ledger: writes('family.headless_listed'),
    handle: (tx, actor) => listHeadless(tx, actor),
  }),
  route(contracts.findFamilyContract, { access: looking, ledger: writes('family.opened'), handle: findFamily }),
  route(contracts.openFamilyContract, { access: looking, ledger: writes('family.opened'), handle: openFamily }),
  route(contracts.openFamilyOfContract, { access: looking, ledger: writes('family.opened'), handle: openFamilyOf }),
  route(contracts.formFamilyContract, { access: changing, ledger: writes('family.formed'), handle: formFamily }),
  route(contracts.joinFamilyContract, { access: changing, ledger: writes('family.joined'), handle: joinFamily }),
  route(contracts.splitFamilyContract, { access: changing, ledger: writes('family.formed'), handle: splitFamily }),
  route(contracts.replaceHeadContract, {
    access: changing,
    ledger: writes('family.head_replaced'),
    handle: replaceHead,
  }),
];
