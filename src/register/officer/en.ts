import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  'officer.sign_in_failed': 'User name or password does not match. Check them and try again.',
  'officer.wait': 'Too many failed attempts. Try again in {seconds, plural, one {# second} other {# seconds}}.',
  'officer.no_signatory':
    'This office has no head of office who can sign documents. Ask an administrator to appoint one.',
  'officer.password_needed':
    "The officer's password was not given. Type it on a terminal, or set the variable JATIDIRI_PASSWORD.",
  'officer.no_post': 'You are not, or no longer, assigned to any office. Contact your office administrator.',
  'officer.code_wrong': 'This code is unknown, used or expired. Ask for a new one.',
  'officer.link_not_here': 'This sign-in link only works on the computer on which the system runs.',
  'officer.first_run_over': 'Both first administrators are registered. Please sign in.',
  'officer.not_found': 'This officer was not found.',
  'officer.username_taken': 'This user name is taken. Choose another.',
  'officer.employee_number_shape': 'An employee number (NIP) has 18 digits. Check it, or leave it empty.',
  'officer.username_shape': 'Use 3-40 small letters, digits, dots or dashes; begin with a letter.',
  'officer.password_weak':
    'This password is easily guessed. Use several words that have nothing to do with one another.',
  'officer.password_wrong': 'Your present password does not match. Check it and try again.',
  'officer.passkey_refused': 'The passkey could not be checked. Start again; if it still fails, use your password.',
  'officer.passkey_last': 'This is your only way to sign in. Make a password or another passkey first.',
  'officer.wrong_state': "This officer's account has changed. Reload the page.",
  'officer.oneself': 'Only another administrator can disable your own account.',
  'officer.last_administrator': 'Two administrators of the centre must remain. Appoint a successor first.',
  'officer.still_serves':
    '{count, plural, one {# officer still serves} other {# officers still serve}} here. Move them first.',
  'officer.post_not_found': 'This post does not exist or has ended.',
  'officer.post_held': 'The officer holds this role at that office in that time already.',
  'officer.post_dates': 'The last day must not lie before the first.',
  'officer.delegation_role': 'You can only lend a role of your own at this office.',
  'officer.delegation_to': 'Choose a colleague who serves at the same office.',
  'officer.delegation_dates': 'A delegation begins today or later and lasts at most 90 days.',
  'officer.delegation_not_found': 'This delegation does not exist or has ended.',
  'officer.session_not_found': 'This session does not exist or has ended.',
  'officer.proposal.grant':
    'Give {name} the role {role, select, operator {Operator} verifier {Verifier} section_head {Head of section} office_head {Head of office} administrator {Administrator (ADB)} store_keeper {Store keeper} ministry_officer {Ministry officer} auditor {Auditor} leadership {Leadership} other {{role}}} at {office}, from {day}',
  'officer.proposal.end':
    'End the role {role, select, operator {Operator} verifier {Verifier} section_head {Head of section} office_head {Head of office} administrator {Administrator (ADB)} store_keeper {Store keeper} ministry_officer {Ministry officer} auditor {Auditor} leadership {Leadership} other {{role}}} of {name} at {office}, until {day}',
  'officer.proposal.move':
    'Move {name} ({role, select, operator {Operator} verifier {Verifier} section_head {Head of section} office_head {Head of office} administrator {Administrator (ADB)} store_keeper {Store keeper} ministry_officer {Ministry officer} auditor {Auditor} leadership {Leadership} other {{role}}}) to {office}, from {day}',
  'officer.role.operator': 'Operator',
  'officer.role.verifier': 'Verifier',
  'officer.role.section_head': 'Head of section',
  'officer.role.office_head': 'Head of office',
  'officer.role.administrator': 'Administrator (ADB)',
  'officer.role.store_keeper': 'Store keeper',
  'officer.role.ministry_officer': 'Ministry officer',
  'officer.role.auditor': 'Auditor',
  'officer.role.leadership': 'Leadership',
};
