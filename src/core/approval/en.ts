import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  'approval.not_found': 'This proposal was not found, or is not for your office.',
  'approval.own': 'Your own proposal must be approved by somebody else. Ask a colleague who may to open it.',
  'approval.not_entitled': 'You may not decide this proposal. The proposal says who may.',
  'approval.decided': 'This proposal was decided or withdrawn already. Reload to see the decision.',
  'approval.expired':
    'This proposal is older than 24 hours and can no longer run. Make a new one if it is still needed.',
  'approval.stale':
    'The data changed since the proposal was made, so it did not run. Check again and make a new proposal.',
  'approval.not_yours': 'Only the proposer can withdraw this proposal.',
  'approval.not_asserted':
    'The password or passkey does not match, so the proposal is not approved yet. Try once more.',
};
