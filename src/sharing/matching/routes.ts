import { may, partner } from '../../core/access/index.ts';
import { route, silent, streamed, writes } from '../../core/http/index.ts';
import * as contracts from './contract.ts';
import { decideMatching } from './decide.ts';
import { cancelMatching, createMatching, handIn, openPart, takePart } from './hand-in.ts';
import { takeReport, takeResult } from './take.ts';
import { listMatchings, listStaffMatchings, viewMatching, viewStaffMatching } from './view.ts';

const counts = silent('how far a file is: counts, nobody’s data');

export const routes = [
  route(contracts.createMatchingContract, {
    access: partner,
    ledger: writes('matching.opened'),
    handle: createMatching,
  }),
  route(contracts.listMatchingsContract, { access: partner, ledger: counts, handle: listMatchings }),
  streamed(contracts.sendPartContract, {
    access: partner,
    ledger: silent('a part of a file that is compared with nothing yet; its handing-in is recorded'),
    open: openPart,
    handle: takePart,
  }),
  route(contracts.handInMatchingContract, { access: partner, ledger: writes('matching.handed_in'), handle: handIn }),
  route(contracts.viewMatchingContract, { access: partner, ledger: counts, handle: viewMatching }),
  route(contracts.takeResultContract, {
    access: partner,
    ledger: writes('matching.result_taken'),
    handle: takeResult,
  }),
  route(contracts.takeReportContract, {
    access: partner,
    ledger: silent('numbers of rows and what is wrong with them; nobody’s data'),
    handle: takeReport,
  }),
  route(contracts.cancelMatchingContract, {
    access: partner,
    ledger: writes('matching.cancelled'),
    handle: cancelMatching,
  }),
  route(contracts.listStaffMatchingsContract, {
    access: may('partner.read'),
    ledger: counts,
    handle: listStaffMatchings,
  }),
  route(contracts.viewStaffMatchingContract, {
    access: may('partner.read'),
    ledger: counts,
    handle: viewStaffMatching,
  }),
  route(contracts.decideMatchingContract, {
    access: may('partner.manage'),
    ledger: writes('matching.approved', 'matching.stopped'),
    handle: decideMatching,
  }),
];
