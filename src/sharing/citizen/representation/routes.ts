import { may } from '../../../core/access/index.ts';
import { route, writes } from '../../../core/http/index.ts';
import * as contracts from './contract.ts';
import { endAuthority, exclude } from './end.ts';
import { enterAuthority, representation } from './enter.ts';
import { openAuthorityPaper, openRepresentation } from './view.ts';

const reading = may('citizen.representation.read', { purpose: 'stated' });
const ending = may('citizen.representation.end', { purpose: 'stated' });

export const representationRoutes = [
  route(contracts.openRepresentationContract, {
    access: reading,
    ledger: writes('citizen.representation_opened'),
    handle: openRepresentation,
  }),
  route(contracts.enterAuthorityContract, {
    access: may(`${representation.act}.propose`, { purpose: 'stated' }),
    ledger: writes('citizen.authority_entered'),
    handle: enterAuthority,
  }),
  route(contracts.openAuthorityPaperContract, {
    access: reading,
    ledger: writes('citizen.authority_paper_opened'),
    handle: openAuthorityPaper,
  }),
  route(contracts.endAuthorityContract, {
    access: ending,
    ledger: writes('citizen.authority_ended'),
    handle: endAuthority,
  }),
  route(contracts.excludeContract, { access: ending, ledger: writes('citizen.exclusion_entered'), handle: exclude }),
];
