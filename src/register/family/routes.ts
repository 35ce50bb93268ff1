import { may } from '../../core/access/index.ts';
import { route, writes } from '../../core/http/route.ts';
import { formFamily, joinFamily, replaceHead, splitFamily } from './change.ts';
import * as contracts from './contract.ts';
import {
  listResidentPapers,
  openBiodataPaper,
  openFamilyCardPaper,
  printBiodata,
  printFamilyCard,
} from './paper/index.ts';
import { findFamily, listHeadless, openFamily, openFamilyOf } from './open.ts';

const looking = may('family.read', { purpose: 'stated' });
const changing = may('family.change', { purpose: 'stated' });
// A paper holds parents' names: whoever opens it may issue it.
const issuing = may('document.issue', { purpose: 'stated' });

export const routes = [
  route(contracts.listHeadlessContract, {
    access: may('family.read'),
    ledger: writes('family.headless_listed'),
    handle: (tx, actor) => listHeadless(tx, actor),
  }),
  route(contracts.findFamilyContract, { access: looking, ledger: writes('family.opened'), handle: findFamily }),
  route(contracts.openFamilyContract, { access: looking, ledger: writes('family.opened'), handle: openFamily }),
  route(contracts.openFamilyOfContract, { access: looking, ledger: writes('family.opened'), handle: openFamilyOf }),
  route(contracts.formFamilyContract, { access: changing, ledger: writes('family.formed'), handle: formFamily }),
  route(contracts.joinFamilyContract, { access: changing, ledger: writes('family.joined'), handle: joinFamily }),
  route(contracts.splitFamilyContract, { access: changing, ledger: writes('family.formed'), handle: splitFamily }),
  route(contracts.replaceHeadContract, {
    access: changing,
    ledger: writes('family.head_replaced'),
    handle: replaceHead,
  }),
  route(contracts.printFamilyCardContract, {
    access: issuing,
    ledger: writes('family.card_printed'),
    handle: printFamilyCard,
  }),
  route(contracts.openFamilyCardPaperContract, {
    access: issuing,
    ledger: writes('family.card_paper_opened'),
    handle: openFamilyCardPaper,
  }),
  route(contracts.printBiodataContract, {
    access: issuing,
    ledger: writes('resident.biodata_printed'),
    handle: printBiodata,
  }),
  route(contracts.openBiodataPaperContract, {
    access: issuing,
    ledger: writes('resident.biodata_paper_opened'),
    handle: openBiodataPaper,
  }),
  route(contracts.listResidentPapersContract, {
    access: may('resident.read', { purpose: 'stated' }),
    ledger: writes('resident.papers_listed'),
    handle: listResidentPapers,
  }),
];
