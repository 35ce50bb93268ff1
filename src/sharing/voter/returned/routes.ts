import { may } from '../../../core/access/index.ts';
import { route, silent, writes } from '../../../core/http/index.ts';
import * as contracts from './contract.ts';
import { askMatching, discardReturned, uploadReturned, viewReturned, viewReturnedLists } from './list.ts';
import { exportRows, openRows } from './look.ts';
import { drawSample, enterFinding, openSample, viewSamples } from './sample.ts';

const counts = silent('lists by their numbers, and sums by reason; nobody’s data');
const managing = may('voter.returned.manage');
const looking = may('voter.returned.read', { purpose: 'stated' });

export const routes = [
  route(contracts.listReturnedContract, { access: may('voter.read'), ledger: counts, handle: viewReturnedLists }),
  route(contracts.uploadReturnedContract, {
    access: managing,
    ledger: writes('voter.returned_received'),
    handle: uploadReturned,
  }),
  route(contracts.viewReturnedContract, { access: may('voter.read'), ledger: counts, handle: viewReturned }),
  route(contracts.matchReturnedContract, {
    access: managing,
    ledger: writes('voter.returned_match_asked'),
    handle: askMatching,
  }),
  route(contracts.discardReturnedContract, {
    access: managing,
    ledger: writes('voter.returned_discarded'),
    handle: discardReturned,
  }),
  route(contracts.openReturnedRowsContract, {
    access: looking,
    ledger: writes('voter.returned_rows_opened'),
    handle: openRows,
  }),
  route(contracts.exportReturnedContract, {
    access: looking,
    ledger: writes('voter.returned_exported'),
    handle: exportRows,
  }),
  route(contracts.listSamplesContract, { access: may('voter.read'), ledger: counts, handle: viewSamples }),
  route(contracts.drawSampleContract, {
    access: managing,
    ledger: writes('voter.returned_sampled'),
    handle: drawSample,
  }),
  route(contracts.openSampleContract, {
    access: looking,
    ledger: writes('voter.returned_rows_opened'),
    handle: openSample,
  }),
  route(contracts.enterFindingContract, {
    access: managing,
    ledger: writes('voter.returned_finding'),
    handle: enterFinding,
  }),
];
