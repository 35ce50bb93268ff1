import { may } from '../../../core/access/index.ts';
import { route, silent, writes } from '../../../core/http/route.ts';
import * as contracts from './contract.ts';
import {
  applyImport,
  cancelImport,
  changeMapping,
  openFaults,
  openImport,
  openReport,
  openImports,
  uploadImport,
} from './upload.ts';

const importing = may('import.run');

export const routes = [
  route(contracts.uploadImportContract, { access: importing, ledger: writes('import.started'), handle: uploadImport }),
  route(contracts.listImportsContract, {
    access: importing,
    ledger: silent('names of files and counts only'),
    handle: openImports,
  }),
  route(contracts.openImportContract, {
    access: importing,
    ledger: silent('headers and counts only'),
    handle: openImport,
  }),
  route(contracts.listImportFaultsContract, {
    access: importing,
    ledger: writes('import.report_opened'),
    handle: openFaults,
  }),
  route(contracts.openImportReportContract, {
    access: importing,
    ledger: writes('import.report_opened'),
    handle: openReport,
  }),
  route(contracts.changeMappingContract, {
    access: importing,
    ledger: writes('import.mapped'),
    handle: changeMapping,
  }),
  route(contracts.applyImportContract, { access: importing, ledger: writes('import.applied'), handle: applyImport }),
  route(contracts.cancelImportContract, {
    access: importing,
    ledger: writes('import.cancelled'),
    handle: cancelImport,
  }),
];
