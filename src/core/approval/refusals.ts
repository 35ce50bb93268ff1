import { refuser, type RefusalTable } from '../refusal/index.ts';

export const approvalRefusals = {
  'approval.not_found': { status: 404, when: 'no proposal has this identifier, or it lies out of sight' },
  'approval.own': {
    status: 403,
    when: 'the proposer approves his own proposal',
    constraints: ['proposal_decided_by_another'],
  },
  'approval.not_entitled': { status: 403, when: 'the officer lacks the scope, or serves elsewhere' },
  'approval.decided': { status: 409, when: 'the proposal was approved, rejected or withdrawn before' },
  'approval.expired': { status: 410, when: 'the proposal is older than 24 hours' },
  'approval.stale': { status: 409, when: 'what the proposal touches has changed since it was made' },
  'approval.not_yours': { status: 403, when: 'somebody else withdraws a proposal' },
  'approval.not_asserted': { status: 403, when: 'the fresh password or passkey over the hash does not hold' },
} as const satisfies RefusalTable;

export const refuseApproval = refuser(approvalRefusals);
