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
export { countDown } from './countdown/countdown.ts';
export { ballotOf, freezeElection, getElection } from './election/election.ts';
export { compareLists, type Compared } from './compare/compare.ts';
export { findElectionAt } from './election/sql.ts';
export { importSources } from './source/import.ts';
export { room } from './room.ts';
