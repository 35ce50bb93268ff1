import { may } from '../../core/access/index.ts';
import { route, silent, writes } from '../../core/http/index.ts';
import * as contracts from './contract.ts';
import { endGrant, proposeGrants } from './grant/grant.ts';
import {
  changeInstitution,
  closeInstitution,
  closeUnit,
  openUnit,
  registerInstitutions,
} from './institution/institution.ts';
import { fileDocuments, openPartnerDocument } from './ladder/document.ts';
import { openCooperations, takeBackStep, takeSteps } from './ladder/ladder.ts';
import { fileAppeal, proposeHearing } from './supervision/appeal.ts';
import { fileReports, sparePartner } from './supervision/report.ts';
import { proposeRestoration, proposeSuspension, suspendAtOnce } from './supervision/suspension.ts';
import { viewAppeals } from './view/appeals.ts';
import { viewBoard, viewCounted, viewLadder } from './view/board.ts';
import { viewInstitution, viewInstitutions } from './view/institution.ts';
import { viewReports } from './view/reports.ts';

const reading = may('partner.read');
const managing = may('partner.manage');
const noPerson = silent('institutions and their agreements; nobody’s data');

const institutions = [
  route(contracts.listInstitutionsContract, {
    access: reading,
    ledger: noPerson,
    handle: (tx, actor, { supervisors, ...input }) =>
      viewInstitutions(tx, actor, { ...input, supervisors: supervisors === 'yes' }),
  }),
  route(contracts.registerInstitutionContract, {
    access: managing,
    ledger: writes('partner.institution_registered'),
    handle: async (tx, actor, input) => ({ id: (await registerInstitutions(tx, actor, [input]))[0]! }),
  }),
  route(contracts.viewInstitutionContract, { access: reading, ledger: noPerson, handle: viewInstitution }),
  route(contracts.changeInstitutionContract, {
    access: managing,
    ledger: writes('partner.institution_changed'),
    handle: changeInstitution,
  }),
  route(contracts.closeInstitutionContract, {
    access: managing,
    ledger: writes('partner.institution_closed'),
    handle: closeInstitution,
  }),
  route(contracts.openUnitContract, { access: managing, ledger: writes('partner.unit_opened'), handle: openUnit }),
  route(contracts.closeUnitContract, { access: managing, ledger: writes('partner.unit_closed'), handle: closeUnit }),
];

const ladder = [
  route(contracts.requestContract, {
    access: managing,
    ledger: writes('partner.request_received'),
    handle: async (tx, actor, { id: institutionId, file, ...input }) => {
      const [id] = await openCooperations(tx, actor, [{ ...input, institutionId, copy: { file } }]);
      return { id: id! };
    },
  }),
  route(contracts.fileDocumentContract, {
    access: managing,
    ledger: writes('partner.document_filed'),
    handle: async (tx, actor, { id: cooperationId, file, ...paper }) => {
      const [id] = await fileDocuments(tx, actor, [{ ...paper, cooperationId, copy: { file } }]);
      return { id: id! };
    },
  }),
  route(contracts.openDocumentContract, {
    access: reading,
    ledger: writes('partner.document_opened'),
    handle: openPartnerDocument,
  }),
  route(contracts.takeStepContract, {
    access: managing,
    ledger: writes('partner.step_taken'),
    handle: (tx, actor, { id: cooperationId, ...step }) => takeSteps(tx, actor, [{ ...step, cooperationId }]),
  }),
  route(contracts.takeBackStepContract, {
    access: managing,
    ledger: writes('partner.step_taken_back'),
    handle: takeBackStep,
  }),
  route(contracts.boardContract, { access: reading, ledger: noPerson, handle: viewBoard }),
  route(contracts.ladderContract, { access: reading, ledger: noPerson, handle: viewLadder }),
  route(contracts.countedContract, { access: reading, ledger: noPerson, handle: viewCounted }),
];

const grants = [
  route(contracts.proposeGrantsContract, {
    access: may('partner.grant.propose'),
    ledger: writes('approval.proposed'),
    handle: proposeGrants,
  }),
  route(contracts.endGrantContract, { access: managing, ledger: writes('partner.grant_ended'), handle: endGrant }),
];

const supervision = [
  route(contracts.listReportsContract, {
    access: reading,
    ledger: noPerson,
    handle: (tx, actor, { semester, all }) => viewReports(tx, actor, { semester, all: all === 'yes' }),
  }),
  route(contracts.fileReportContract, {
    access: managing,
    ledger: writes('partner.report_filed'),
    handle: (tx, actor, { file, ...report }) => fileReports(tx, actor, [{ ...report, copy: { file } }]),
  }),
  route(contracts.spareContract, { access: managing, ledger: writes('partner.spared'), handle: sparePartner }),
  route(contracts.proposeSuspensionContract, {
    access: may('partner.suspension.propose'),
    ledger: writes('approval.proposed'),
    handle: proposeSuspension,
  }),
  route(contracts.suspendAtOnceContract, {
    access: may('partner.suspension.propose'),
    ledger: writes('partner.suspended'),
    handle: suspendAtOnce,
  }),
  route(contracts.proposeRestorationContract, {
    access: may('partner.restoration.propose'),
    ledger: writes('approval.proposed'),
    handle: proposeRestoration,
  }),
  route(contracts.listAppealsContract, { access: reading, ledger: noPerson, handle: viewAppeals }),
  route(contracts.fileAppealContract, {
    access: managing,
    ledger: writes('partner.appeal_filed'),
    handle: fileAppeal,
  }),
  route(contracts.proposeHearingContract, {
    access: may('partner.appeal.propose'),
    ledger: writes('approval.proposed'),
    handle: proposeHearing,
  }),
];

export const routes = [...institutions, ...ladder, ...grants, ...supervision];
