import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

export const officerRefusals = {
  'officer.sign_in_failed': { status: 401, when: 'unknown account, wrong secret, or an account that may not sign in' },
  'officer.wait': { status: 429, when: 'too many failures for the account or the address; grows, and ends by itself' },
  'officer.no_signatory': { status: 409, when: 'a paper is to be signed and nobody heads the office today' },
  'officer.password_needed': {
    status: 422,
    when: 'a command acts as an officer, and neither the environment nor a terminal gives the password',
  },
  'officer.no_post': { status: 403, when: 'the officer serves nowhere today' },
  'officer.code_wrong': { status: 422, when: 'a one-time code or link that is unknown, used or expired' },
  'officer.link_not_here': { status: 403, when: 'a sign-in link is opened from another machine' },
  'officer.first_run_over': { status: 409, when: 'the two first administrators exist' },
  'officer.not_found': { status: 404, when: 'no officer has this identifier' },
  'officer.username_taken': {
    status: 409,
    when: 'another officer signs in by this name',
    constraints: ['officer_username_taken'],
  },
  'officer.password_weak': { status: 422, when: 'the password holds the user name or is one that everybody tries' },
  'officer.password_wrong': { status: 403, when: 'the present password does not match when it is changed' },
  'officer.passkey_refused': { status: 422, when: "the browser's answer does not fit the challenge" },
  'officer.passkey_last': { status: 409, when: 'the only way to sign in would be removed' },
  'officer.wrong_state': { status: 409, when: 'the officer is not in the state that the act needs' },
  'officer.oneself': { status: 409, when: 'an administrator disables or retires himself' },
  'officer.last_administrator': { status: 409, when: 'fewer than two administrators of the nation would remain' },
  'officer.still_serves': { status: 409, when: 'an office is closed where officers still serve' },
  'officer.post_not_found': { status: 404, when: 'the officer has no such post, or it has ended' },
  'officer.post_held': {
    status: 409,
    when: 'the officer holds the role there in that time',
    constraints: ['post_held_already'],
  },
  'officer.post_dates': {
    status: 422,
    when: 'a post ends before it begins',
    constraints: ['post_ends_before_it_begins'],
  },
  'officer.delegation_role': { status: 403, when: 'somebody lends a role that is not his own at this office' },
  'officer.delegation_to': {
    status: 422,
    when: 'the delegate does not serve at this office, or is the officer himself',
  },
  'officer.delegation_dates': {
    status: 422,
    when: 'a delegation ends before it begins, is past, or lasts over 90 days',
  },
  'officer.delegation_not_found': { status: 404, when: 'no such delegation in force of or under this officer' },
  'officer.session_not_found': { status: 404, when: 'no such living session of this officer' },
} as const satisfies RefusalTable;

export const refuseOfficer = refuser(officerRefusals);
