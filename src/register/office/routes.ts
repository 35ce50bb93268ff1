import { may, signedIn } from '../../core/access/index.ts';
import { route, silent, writes, type Route } from '../../core/http/route.ts';
import { changeOffice, closeOffice, findOffices, getOfficeWithHistory, openOffice } from './actions.ts';
import {
  changeOfficeContract,
  closeOfficeContract,
  getOfficeContract,
  listOfficesContract,
  openOfficeContract,
} from './contract.ts';

const publicKnowledge = silent('where offices are is public knowledge; no person is shown');

export const officeRoutes: readonly Route[] = [
  route(listOfficesContract, { access: signedIn, ledger: publicKnowledge, handle: findOffices }),
  route(getOfficeContract, { access: signedIn, ledger: publicKnowledge, handle: getOfficeWithHistory }),
  route(openOfficeContract, { access: may('office.manage'), ledger: writes('office.opened'), handle: openOffice }),
  route(changeOfficeContract, { access: may('office.manage'), ledger: writes('office.changed'), handle: changeOffice }),
  route(closeOfficeContract, { access: may('office.manage'), ledger: writes('office.closed'), handle: closeOffice }),
];
