import { may } from '../../core/access/index.ts';
import { route, silent, writes } from '../../core/http/index.ts';
import {
  answerObjection,
  giveOpinion,
  listPairs,
  openLetter,
  openMinutiae,
  openPair,
  openPersonStanding,
  openSideImage,
  printLetter,
  receiveObjection,
  reopen,
  setWay,
} from './adjudication/index.ts';
import * as contracts from './contract.ts';
import { courtSearch, listCourtSearches, openCourtSearch, proposeCourtSearch } from './court/index.ts';

const judging = may('uniqueness.adjudicate');
const looking = may('uniqueness.adjudicate', { purpose: 'stated' });
const atCounter = may('uniqueness.object');
const ordering = may(`${courtSearch.act}.propose`);

export const routes = [
  route(contracts.listPairsContract, {
    access: judging,
    ledger: writes('uniqueness.adjudications_listed'),
    handle: listPairs,
  }),
  route(contracts.openPairContract, {
    access: looking,
    ledger: writes('uniqueness.adjudication_opened'),
    handle: openPair,
  }),
  route(contracts.openSideImageContract, {
    access: looking,
    ledger: writes('enrolment.image_opened'),
    handle: openSideImage,
  }),
  route(contracts.openMinutiaeContract, {
    access: looking,
    ledger: writes('uniqueness.minutiae_opened'),
    handle: openMinutiae,
  }),
  route(contracts.giveOpinionContract, {
    access: judging,
    ledger: writes('uniqueness.opinion_given'),
    handle: giveOpinion,
  }),
  route(contracts.setWayContract, { access: judging, ledger: writes('uniqueness.way_set'), handle: setWay }),
  route(contracts.printLetterContract, {
    access: judging,
    ledger: writes('uniqueness.letter_printed'),
    handle: printLetter,
  }),
  route(contracts.openLetterContract, {
    access: may('uniqueness.object', { purpose: 'stated' }),
    ledger: writes('uniqueness.letter_opened'),
    handle: openLetter,
  }),
  route(contracts.reopenContract, {
    access: may('uniqueness.reopen'),
    ledger: writes('uniqueness.reopened'),
    handle: reopen,
  }),
  route(contracts.openPersonStandingContract, {
    access: may('uniqueness.object', { purpose: 'stated' }),
    ledger: writes('uniqueness.standing_opened'),
    handle: openPersonStanding,
  }),
  route(contracts.receiveObjectionContract, {
    access: atCounter,
    ledger: writes('uniqueness.objection_received'),
    handle: receiveObjection,
  }),
  route(contracts.answerObjectionContract, {
    access: judging,
    ledger: writes('uniqueness.objection_answered'),
    handle: answerObjection,
  }),
  route(contracts.proposeCourtSearchContract, {
    access: ordering,
    ledger: writes('approval.proposed'),
    handle: proposeCourtSearch,
  }),
  route(contracts.listCourtSearchesContract, {
    access: ordering,
    ledger: silent('orders of courts and counts, no person'),
    handle: listCourtSearches,
  }),
  route(contracts.openCourtSearchContract, {
    access: may(`${courtSearch.act}.propose`, { purpose: 'stated' }),
    ledger: writes('uniqueness.court_result_opened'),
    handle: openCourtSearch,
  }),
];
