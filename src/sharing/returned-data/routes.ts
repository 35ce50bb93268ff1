import { may, partner } from '../../core/access/index.ts';
import { route, writes } from '../../core/http/index.ts';
import * as contracts from './contract.ts';
import { decideHint, listHints, openHint } from './hint.ts';
import { giveBack } from './receive.ts';

export const routes = [
  route(contracts.giveBackContract, { access: partner, ledger: writes('returned_data.received'), handle: giveBack }),
  route(contracts.listHintsContract, {
    access: may('returned_data.read'),
    ledger: writes('returned_data.hints_listed'),
    handle: listHints,
  }),
  route(contracts.openHintContract, {
    access: may('returned_data.read'),
    ledger: writes('returned_data.hint_opened'),
    handle: openHint,
  }),
  route(contracts.decideHintContract, {
    access: may('returned_data.decide'),
    ledger: writes('returned_data.accepted', 'returned_data.dismissed'),
    handle: decideHint,
  }),
];
