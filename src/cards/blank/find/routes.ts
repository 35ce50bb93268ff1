import { may } from '../../../core/access/index.ts';
import { route, silent, writes } from '../../../core/http/index.ts';
import * as contracts from './contract.ts';
import { addFindPhoto, reportFind, settleFind } from './find.ts';
import { openFind, openFindPhoto, viewFinds } from './view.ts';

export const findRoutes = [
  route(contracts.reportFindContract, {
    access: may('blank.keep'),
    ledger: writes('blank.find_reported'),
    handle: reportFind,
  }),
  route(contracts.listFindsContract, {
    access: may('blank.read'),
    ledger: silent('blanks that are missing, and where some were found; no person'),
    handle: viewFinds,
  }),
  route(contracts.openFindContract, {
    access: may('blank.read'),
    ledger: writes('blank.find_opened'),
    handle: openFind,
  }),
  route(contracts.addFindPhotoContract, {
    access: may('blank.keep'),
    ledger: writes('blank.find_photo_added'),
    handle: addFindPhoto,
  }),
  route(contracts.openFindPhotoContract, {
    access: may('blank.read'),
    ledger: writes('blank.find_photo_opened'),
    handle: openFindPhoto,
  }),
  route(contracts.decideFindContract, {
    access: may('blank.settle'),
    ledger: writes('blank.find_decided'),
    handle: settleFind,
  }),
];
