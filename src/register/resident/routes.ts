import { may } from '../../core/access/index.ts';
import { gathered, route, writes } from '../../core/http/route.ts';
import { decideCase, listCases, openCase } from './case.ts';
import * as contracts from './contract.ts';
import { correctResident } from './correct.ts';
import { announceDeactivation, appealDeactivation, endDeactivation, listAppeals, refuseAppeal } from './deactivate.ts';
import { enterResident } from './enter.ts';
import { proposeErasure, weighErasure } from './erase.ts';
import { findLikelyDuplicates, searchResidents } from './find.ts';
import { proposeMerge, unmergeResidents } from './merge.ts';
import { openHistory, openLookProof, openLooks, openPersons, openProtected } from './person.ts';
import { openStanding } from './standing.ts';

const looking = may('resident.read', { purpose: 'stated' });

export const routes = [
  route(contracts.searchResidentsContract, {
    access: may('resident.read'),
    ledger: writes('resident.searched'),
    handle: searchResidents,
  }),
  route(contracts.checkDuplicatesContract, {
    access: may('resident.create'),
    ledger: writes('resident.duplicates_checked'),
    handle: async (tx, actor, input) => ({
      people: (await findLikelyDuplicates(tx, actor, input)).map((person) => ({
        ...person,
        reasons: [...person.reasons],
      })),
    }),
  }),
  route(contracts.enterResidentContract, {
    access: may('resident.create'),
    ledger: writes('resident.entered'),
    handle: enterResident,
  }),
  route(contracts.listCasesContract, {
    access: may('resident.change'),
    ledger: writes('resident.cases_listed'),
    handle: (tx, actor) => listCases(tx, actor),
  }),
  route(contracts.openCaseContract, {
    access: may('resident.change', { purpose: 'stated' }),
    ledger: writes('resident.case_opened'),
    handle: openCase,
  }),
  route(contracts.decideCaseContract, {
    access: may('resident.change'),
    ledger: writes('resident.case_decided'),
    handle: decideCase,
  }),
  route(contracts.listAppealsContract, {
    access: may('resident.deactivate'),
    ledger: writes('resident.appeals_listed'),
    handle: (tx, actor) => listAppeals(tx, actor),
  }),
  gathered(contracts.openPersonContract, {
    access: looking,
    ledger: writes('resident.opened'),
    handleMany: openPersons,
  }),
  route(contracts.openProtectedContract, {
    access: may('resident.read_protected', { purpose: 'stated' }),
    ledger: writes('resident.protected_opened'),
    handle: openProtected,
  }),
  route(contracts.openHistoryContract, {
    access: looking,
    ledger: writes('resident.history_opened'),
    handle: openHistory,
  }),
  route(contracts.openLooksContract, { access: looking, ledger: writes('resident.looks_opened'), handle: openLooks }),
  route(contracts.openLookProofContract, {
    access: looking,
    ledger: writes('resident.proof_opened'),
    handle: openLookProof,
  }),
  route(contracts.openStandingContract, {
    access: looking,
    ledger: writes('resident.standing_opened'),
    handle: openStanding,
  }),
  route(contracts.correctResidentContract, {
    access: may('resident.change', { purpose: 'stated' }),
    ledger: writes('resident.corrected'),
    handle: correctResident,
  }),
  route(contracts.proposeMergeContract, {
    access: may('resident.merge.propose', { purpose: 'stated' }),
    ledger: writes('approval.proposed'),
    handle: proposeMerge,
  }),
  route(contracts.weighErasureContract, {
    access: may('resident.erase.propose', { purpose: 'stated' }),
    ledger: writes('resident.erasure_weighed'),
    handle: weighErasure,
  }),
  route(contracts.proposeErasureContract, {
    access: may('resident.erase.propose', { purpose: 'stated' }),
    ledger: writes('approval.proposed'),
    handle: proposeErasure,
  }),
  route(contracts.unmergeContract, {
    access: may('resident.merge.propose'),
    ledger: writes('resident.unmerged'),
    handle: unmergeResidents,
  }),
  route(contracts.announceDeactivationContract, {
    access: may('resident.deactivate'),
    ledger: writes('resident.deactivation_announced'),
    handle: announceDeactivation,
  }),
  route(contracts.appealDeactivationContract, {
    access: may('resident.change'),
    ledger: writes('resident.deactivation_appealed'),
    handle: appealDeactivation,
  }),
  route(contracts.refuseAppealContract, {
    access: may('resident.deactivate'),
    ledger: writes('resident.appeal_refused'),
    handle: refuseAppeal,
  }),
  route(contracts.endDeactivationContract, {
    access: may('resident.deactivate'),
    ledger: writes('resident.reactivated', 'resident.deactivation_withdrawn'),
    handle: endDeactivation,
  }),
];
