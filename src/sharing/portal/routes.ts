import { may, mustCover } from '../../core/access/index.ts';
import { route, silent, writes } from '../../core/http/index.ts';
import { endPerson, invite, inviteAgain, peopleOf } from './account/person.ts';
import * as contracts from './contract.ts';
import { viewReportCounts } from './report/count.ts';
import { announce, endMaintenance, listMaintenance } from './status/status.ts';

const managing = may('partner.manage');

export const routes = [
  route(contracts.reportCountsContract, {
    access: may('partner.read'),
    ledger: silent('how an institution used its access, in numbers; nobody’s data'),
    handle: viewReportCounts,
  }),
  route(contracts.listMaintenanceContract, {
    access: may('partner.read'),
    ledger: silent('public notices'),
    handle: async (tx) => ({ maintenance: await listMaintenance(tx) }),
  }),
  route(contracts.announceContract, {
    access: managing,
    ledger: writes('portal.maintenance_announced'),
    handle: announce,
  }),
  route(contracts.endMaintenanceContract, {
    access: managing,
    ledger: writes('portal.maintenance_ended'),
    handle: endMaintenance,
  }),
  route(contracts.listPeopleContract, {
    access: may('partner.read'),
    ledger: silent('who works with an institution’s agreement; no resident’s data'),
    handle: async (tx, _, { id }) => ({ people: await peopleOf(tx, id) }),
  }),
  route(contracts.inviteContract, {
    access: managing,
    ledger: writes('portal.invited'),
    handle: (tx, actor, { id: institutionId, ...person }, { origin }) => {
      mustCover(actor, '');
      return invite(tx, actor, { ...person, institutionId, origin });
    },
  }),
  route(contracts.inviteAgainContract, {
    access: managing,
    ledger: writes('portal.invited'),
    handle: async (tx, actor, { id }, { origin }) => {
      mustCover(actor, '');
      await inviteAgain(tx, actor, { id, origin });
      return {};
    },
  }),
  route(contracts.endPersonContract, {
    access: managing,
    ledger: writes('portal.person_ended'),
    handle: async (tx, actor, { id }) => {
      mustCover(actor, '');
      await endPerson(tx, actor, { id });
      return {};
    },
  }),
];
