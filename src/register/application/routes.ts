import { may, open } from '../../core/access/index.ts';
import { route, writes } from '../../core/http/route.ts';
import {
  acceptApplication,
  assignApplication,
  changeDetails,
  checkDocuments,
  FOLLOWED_PER_MINUTE,
  followApplication,
  handInDocument,
  refuseApplication,
  returnApplication,
  submitApplication,
  withdrawApplication,
} from './carry.ts';
import * as contracts from './contract.ts';
import { draftApplication } from './draft.ts';
import { listWork, openApplication, openHandedIn } from './open.ts';

const reading = may('application.read');
const making = may('application.create');
const deciding = may('application.decide');

export const routes = [
  route(contracts.listWorkContract, { access: reading, ledger: writes('application.listed'), handle: listWork }),
  route(contracts.draftApplicationContract, {
    access: making,
    ledger: writes('application.drafted'),
    handle: draftApplication,
  }),
  route(contracts.openApplicationContract, {
    access: reading,
    ledger: writes('application.opened'),
    handle: openApplication,
  }),
  route(contracts.changeDetailsContract, {
    access: making,
    ledger: writes('application.changed'),
    handle: changeDetails,
  }),
  route(contracts.handInDocumentContract, {
    access: making,
    ledger: writes('application.document_handed_in'),
    handle: handInDocument,
  }),
  route(contracts.openHandedInContract, {
    access: reading,
    ledger: writes('application.document_opened'),
    handle: openHandedIn,
  }),
  route(contracts.submitApplicationContract, {
    access: making,
    ledger: writes('application.submitted'),
    handle: submitApplication,
  }),
  route(contracts.checkDocumentsContract, {
    access: deciding,
    ledger: writes('application.documents_checked'),
    handle: checkDocuments,
  }),
  route(contracts.assignApplicationContract, {
    access: deciding,
    ledger: writes('application.assigned'),
    handle: assignApplication,
  }),
  route(contracts.returnApplicationContract, {
    access: deciding,
    ledger: writes('application.incomplete'),
    handle: returnApplication,
  }),
  route(contracts.acceptApplicationContract, {
    access: deciding,
    ledger: writes('application.accepted'),
    handle: acceptApplication,
  }),
  route(contracts.refuseApplicationContract, {
    access: deciding,
    ledger: writes('application.refused'),
    handle: refuseApplication,
  }),
  route(contracts.withdrawApplicationContract, {
    access: making,
    ledger: writes('application.withdrawn'),
    handle: withdrawApplication,
  }),
  route(contracts.followApplicationContract, {
    access: open('whoever has the number and the birth date is the applicant or acts for him; states only'),
    ledger: writes('application.followed'),
    rate: FOLLOWED_PER_MINUTE,
    handle: followApplication,
  }),
];
