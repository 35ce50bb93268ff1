import { may } from '../../../core/access/index.ts';
import { route, silent, writes } from '../../../core/http/index.ts';
import * as contracts from './contract.ts';
import { endCanary, makeCanaries } from './make.ts';
import { traceFile, viewTraces } from './trace.ts';
import { handOutCanaries, viewCanaries } from './view.ts';

const reading = may('partner.canary.read');
const managing = may('partner.canary.manage');

export const canaryRoutes = [
  route(contracts.viewCanariesContract, {
    access: reading,
    ledger: silent('invented persons, masked; nobody’s data'),
    handle: viewCanaries,
  }),
  route(contracts.makeCanariesContract, {
    access: managing,
    ledger: writes('verification.canaries_made'),
    handle: makeCanaries,
  }),
  route(contracts.handOutCanariesContract, {
    access: managing,
    ledger: writes('verification.canaries_handed_out'),
    handle: handOutCanaries,
  }),
  route(contracts.endCanaryContract, {
    access: managing,
    ledger: writes('verification.canary_retired'),
    handle: endCanary,
  }),
  route(contracts.traceFileContract, {
    access: managing,
    ledger: writes('verification.file_traced'),
    handle: traceFile,
  }),
  route(contracts.viewTracesContract, {
    access: reading,
    ledger: silent('counts of invented persons in files'),
    handle: viewTraces,
  }),
];
