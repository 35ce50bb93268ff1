import { may } from '../../core/access/index.ts';
import { route, silent, writes } from '../../core/http/index.ts';
import * as contracts from './contract.ts';
import { viewCountdown } from './countdown/countdown.ts';
import { changeElection, closeElection, planElection, viewElection, viewElections } from './election/election.ts';
import { acceptExtract } from './acceptance/accept.ts';
import { abandonExtract, orderExtract } from './extract/order.ts';
import { proposeRelease } from './extract/release.ts';
import { viewExtracts } from './extract/view.ts';
import { registerCommissionKey } from './seal/register-key.ts';
import { openVerdict } from './person/verdict.ts';
import { checkAtPoll, openPollingFile, pollingStanding, sendPollingChecks } from './polling/polling.ts';
import { uploadSources } from './source/import.ts';
import { takeBackSource, viewLists } from './source/source.ts';

const noPerson = silent('elections and counts; nobody’s data');
const atPoll = may('voter.polling.check');
const planning = writes('voter.election_planned');

export const routes = [
  route(contracts.listElectionsContract, { access: may('voter.read'), ledger: noPerson, handle: viewElections }),
  route(contracts.viewElectionContract, { access: may('voter.read'), ledger: noPerson, handle: viewElection }),
  route(contracts.planElectionContract, {
    access: may('voter.election.propose'),
    ledger: planning,
    handle: planElection,
  }),
  route(contracts.changeElectionContract, {
    access: may('voter.election.propose'),
    ledger: planning,
    handle: changeElection,
  }),
  route(contracts.closeElectionContract, {
    access: may('voter.election.propose'),
    ledger: writes('voter.election_held'),
    handle: closeElection,
  }),
  route(contracts.countdownContract, { access: may('voter.read'), ledger: noPerson, handle: viewCountdown }),
  route(contracts.listExtractsContract, { access: may('voter.read'), ledger: noPerson, handle: viewExtracts }),
  route(contracts.orderExtractContract, {
    access: may('voter.extract.propose'),
    ledger: writes('voter.extract_ordered'),
    handle: orderExtract,
  }),
  route(contracts.registerKeyContract, {
    access: may('voter.extract.propose'),
    ledger: writes('voter.key_registered'),
    handle: registerCommissionKey,
  }),
  route(contracts.proposeReleaseContract, {
    access: may('voter.extract.propose'),
    ledger: silent('a proposal writes its own entry, and one that waits is given again'),
    handle: proposeRelease,
  }),
  route(contracts.abandonExtractContract, {
    access: may('voter.extract.propose'),
    ledger: writes('voter.extract_abandoned'),
    handle: abandonExtract,
  }),
  route(contracts.acceptExtractContract, {
    access: may('voter.extract.propose'),
    ledger: writes('voter.extract_accepted'),
    handle: acceptExtract,
  }),
  route(contracts.listSourcesContract, { access: may('voter.source.manage'), ledger: noPerson, handle: viewLists }),
  route(contracts.uploadSourcesContract, {
    access: may('voter.source.manage'),
    ledger: writes('voter.import_started'),
    handle: uploadSources,
  }),
  route(contracts.takeBackSourceContract, {
    access: may('voter.source.manage', { purpose: 'stated' }),
    ledger: writes('voter.source_withdrawn'),
    handle: takeBackSource,
  }),
  route(contracts.openVerdictContract, {
    access: may('voter.person.read', { purpose: 'stated' }),
    ledger: writes('voter.verdict_opened'),
    handle: openVerdict,
  }),
  route(contracts.pollingStandingContract, { access: atPoll, ledger: noPerson, handle: pollingStanding }),
  route(contracts.checkAtPollContract, {
    access: atPoll,
    ledger: writes('voter.polling_checked'),
    handle: checkAtPoll,
  }),
  route(contracts.pollingFileContract, {
    access: atPoll,
    ledger: writes('voter.polling_file_opened'),
    handle: openPollingFile,
  }),
  route(contracts.sendPollingChecksContract, {
    access: atPoll,
    ledger: writes('voter.polling_checked'),
    handle: sendPollingChecks,
  }),
];
