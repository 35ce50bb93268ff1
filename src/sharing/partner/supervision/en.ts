import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  'partner.report_not_found': 'This semester report was not found.',
  'partner.report_filed': '{institution}: this semester report is entered already.',
  'partner.report_ahead': 'That day has not come yet, or lies before the end of the semester. Check the date.',
  'partner.spare_not': 'No proposal to suspend waits for this report. Reload the page.',
  'partner.warning_not_printed': 'The warning is not printed yet. Wait a moment and reload.',
  'partner.cut_twice': 'An institution is named twice.',
  'partner.cut_not_live': '{institution}: it is not connected. Reload the page.',
  'partner.cut_already': '{institution}: its access is suspended for this cause already.',
  'partner.substitute_missing':
    '{institution}: health, disaster relief and elections must go on. Name who serves instead.',
  'partner.suspension_not_found': 'This suspension was not found or has ended. Reload the page.',
  'partner.appeal_ahead': 'That day has not come yet, or lies before the suspension. Check the date.',
  'partner.appeal_open': 'An appeal against this suspension waits for its decision.',
  'partner.appeal_not_found': 'This appeal was not found or is decided.',
  'partner.appeal_party': 'You had a part in the suspension, or entered the appeal. Other officers decide.',
  'partner.field.substitute': 'Name the substitute in at least 5 letters.',
  'proposal.partner.cut_one': 'Suspend the access of {institution}: {cause}',
  'proposal.partner.cut_many': 'Suspend the access of {n, number} institutions: {cause}',
  'proposal.partner.restore_one': 'Restore the access of {institution}: {reason}',
  'proposal.partner.restore_many': 'Restore the access of {n, number} institutions: {reason}',
  'proposal.partner.appeal_granted': 'Grant the appeal of {institution} and restore its access: {why}',
  'proposal.partner.appeal_refused': 'Refuse the appeal of {institution}: {why}',
  'partner.warning_mail.subject': 'Warning {level, number}: the report for {semester} has not come ({number})',
  'partner.warning_mail.text':
    'To {institution},\n\nThe report for {semester} has not come; it was due on {dueOn}. This is written warning {level, number} of three. If it has not come by {cutOn}, a suspension of access will be proposed.\n\nThe letter itself, number {number}, is at the Ditjen Dukcapil.',
};
