import { may } from '../../../core/access/index.ts';
import { route, writes } from '../../../core/http/index.ts';
import { disputeAssisted, lockAssisted, openAssisted, printAssisted, rightAssisted } from './act.ts';
import * as contracts from './contract.ts';
import { closeAssistance, openAssistance } from './presence.ts';

const assisting = may('citizen.assist', { purpose: 'stated' });

export const assistedRoutes = [
  route(contracts.openAssistanceContract, {
    access: assisting,
    ledger: writes('citizen.assistance_opened'),
    // Serials are not to be tried out.
    rate: { perMinute: 20 },
    handle: openAssistance,
  }),
  route(contracts.openAssistedContract, {
    access: assisting,
    ledger: writes('citizen.page_seen'),
    handle: openAssisted,
  }),
  route(contracts.printAssistedContract, {
    access: assisting,
    ledger: writes('citizen.looks_taken', 'citizen.data_taken'),
    handle: printAssisted,
  }),
  route(contracts.disputeAssistedContract, {
    access: assisting,
    ledger: writes('citizen.dispute_opened'),
    handle: disputeAssisted,
  }),
  route(contracts.lockAssistedContract, {
    access: assisting,
    ledger: writes('verification.lock_set', 'verification.lock_lifted'),
    handle: lockAssisted,
  }),
  route(contracts.rightAssistedContract, {
    access: assisting,
    ledger: writes('citizen.right_asked'),
    handle: rightAssisted,
  }),
  route(contracts.closeAssistanceContract, {
    access: assisting,
    ledger: writes('citizen.assistance_closed'),
    handle: closeAssistance,
  }),
];
