/**
 * Voters: elections, who votes in them and why others do not, what is known beside the register, and whether every voter will hold a card.
 * Always holds: the register decides what it knows and dated sources what it does not; an occupation takes no vote from anybody; who moved
 * after the cut-off votes where he was; the rules for one person and the statement over everybody say the same.
 * Law: UU 7/2017 art. 198 to 204, 348; UU 10/2016; Constitutional Court 20/PUU-XVII/2019.
 */
export { votersQuery } from './eligibility/sql.ts';
export {
  bitOf,
  judge,
  REASONS,
  reasonsOf,
  type Ballot,
  type Candidate,
  type DatedSource,
  type Reason,
  type Verdict,
} from './eligibility/rules.ts';
export { countDown, viewCountdown } from './countdown/countdown.ts';
export { ballotOf, freezeElection, getElection, planElection, viewElections } from './election/election.ts';
export { findReleased, findPlace, eachPlace, indexIn, leafAt, listPlaces, type ExtractRow } from './extract/sql.ts';
export { FIELDS, headerOf } from './extract/layout.ts';
export { makeExtract, type ExtractMade } from './extract/make.ts';
export { orderExtract } from './extract/order.ts';
export { proposeRelease } from './extract/release.ts';
export { viewExtracts } from './extract/view.ts';
export { handOut } from './extract/hand-out.ts';
export { registerCommissionKey } from './seal/register-key.ts';
export { acceptExtract } from './acceptance/accept.ts';
export { proveVoter, standingIn } from './proof/prove.ts';
export { verifyExtract, type Verified } from './verify/verify.ts';
export { compareLists, type Compared } from './compare/compare.ts';
export { viewReturned } from './returned/list.ts';
export { importReturned, type ReturnedLetter, type ReturnedOptions } from './returned/reading.ts';
export { differ, type Differences } from './difference/differ.ts';
export { findElectionAt } from './election/sql.ts';
export { importSources } from './source/import.ts';
export type { Letter as SourceLetter } from './source/sql.ts';
export { room } from './room.ts';
