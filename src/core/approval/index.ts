/**
 * Approval: acts that can do great harm are proposals with the hash of exactly what will happen; a different person
 * approves within 24 hours, from another office where his own is small.
 * Always holds: nobody approves his own proposal; what runs is what was hashed; an expired proposal never runs.
 */
import { en } from './en.ts';
import { id } from './id.ts';
import { approvalRefusals } from './refusals.ts';
import { approvalRoutes } from './routes.ts';

export * from './proposable.ts';
export { approve, getProposal, listWaiting, propose, reject, retract, withdraw, type ProposalView } from './actions.ts';
export { refuseApproval } from './refusals.ts';

export const approvalRoom = { name: 'approval', texts: { id, en }, refusals: approvalRefusals, routes: approvalRoutes };
