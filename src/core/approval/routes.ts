import { signedIn, type Actor } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { route, silent, writes, type Route } from '../http/route.ts';
import { approve, challengeFor, getProposal, listWaiting, reject, withdraw, type ProposalView } from './actions.ts';
import {
  approveProposalContract,
  challengeProposalContract,
  getProposalContract,
  listProposalsContract,
  rejectProposalContract,
  withdrawProposalContract,
} from './contract.ts';

const noPerson = silent('a proposal shows its sentence and numbers; persons are opened one by one');

/** Who may decide depends on the proposal's act, so every officer may knock and the use case answers. */
export const approvalRoutes: readonly Route[] = [
  route(listProposalsContract, {
    access: signedIn,
    ledger: noPerson,
    handle: async (tx, actor) => ({ proposals: (await listWaiting(tx, actor)).map((view) => said(tx, actor, view)) }),
  }),
  route(getProposalContract, {
    access: signedIn,
    ledger: noPerson,
    handle: async (tx, actor, input) => said(tx, actor, await getProposal(tx, actor, input.proposalId)),
  }),
  route(challengeProposalContract, {
    access: signedIn,
    ledger: silent('only asks for proof'),
    handle: (tx, actor, input, request) => challengeFor(tx, actor, input.proposalId, request.origin),
  }),
  route(approveProposalContract, {
    access: signedIn,
    ledger: writes('approval.approved'),
    // Each call may carry a password.
    rate: { perMinute: 20 },
    handle: async (tx, actor, { proposalId, assertion }, { origin }) =>
      said(tx, actor, await approve(tx, actor, { id: proposalId, assertion, origin })),
  }),
  route(rejectProposalContract, {
    access: signedIn,
    ledger: writes('approval.rejected'),
    handle: async (tx, actor, input) =>
      said(tx, actor, await reject(tx, actor, { id: input.proposalId, reason: input.reason })),
  }),
  route(withdrawProposalContract, {
    access: signedIn,
    ledger: writes('approval.withdrawn'),
    handle: async (tx, actor, input) => said(tx, actor, await withdraw(tx, actor, input.proposalId)),
  }),
];

function said(tx: Tx, actor: Actor, view: ProposalView) {
  // A sentence, and below it what the second person compares word by word: `root: 7a59...`, a line each.
  const [summary = '', ...details] = tx.ground.speaker
    .say(actor.language, view.summaryKey, view.summaryValues)
    .split('\n');
  return { ...view, summary, details };
}
