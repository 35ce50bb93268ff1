import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  'portal.role_lacking':
    'Your role does not cover this. Your institution’s administrator can do it, or change your role by a new invitation.',
  'portal.institution_not_found': 'This institution is not there or is closed.',
  'portal.person_not_found': 'Nobody of your institution is this. Load the page again.',
  'portal.person_known': 'Your institution has this address already. Send a new code from the list of people.',
  'portal.people_full': 'This institution has 30 people already. End access that nobody uses first.',
  'portal.person_ended': 'This person’s access has ended. Invite again if need be.',
  'portal.mail_elsewhere':
    'Your address is in use at another institution. Ask for an invitation to another address, or have the old access ended first.',
  'portal.last_administrator': 'This is the last administrator. Invite another one first, then try again.',
  'portal.session_not_found': 'This session has ended already.',

  'portal.field.mail': 'The address is incomplete. Example: name@institution.example',
  'portal.fault.nama': 'Fill in the name, 2 to 120 letters.',
  'portal.fault.surel': 'Fill in the mail address, example: name@institution.example',
  'portal.fault.peran': 'Choose a role.',
  'portal.fault.kode': 'Copy the code from the invitation, like ABCDE-FGHJK-MNPQR-STVWX.',
  'portal.fault.sandi': 'The password has 12 letters at least. A short sentence that only you know is better.',
  'portal.fault.sandi-lagi': 'The two passwords are not the same. Type them again.',
  'portal.fault.kode-aplikasi':
    'That code does not fit. Check your telephone’s clock, then type the six digits shown now.',

  'portal.sign_in.wrong':
    'Address or password do not match. If it is forgotten, your institution’s administrator sends a new code.',
  'portal.sign_in.code_wrong': 'That code does not match. {left, plural, one {# try is} other {# tries are}} left.',
  'portal.sign_in.over': 'That code is no longer valid. Sign in again with address and password.',
  'portal.sign_in.again': 'A new code is on its way. The one before is no longer valid.',

  'portal.mail.invitation.subject': 'Invitation to the Jatidiri partner services',
  'portal.mail.invitation.text':
    'You are invited to use the partner services for {institution}.\n\nOpen {address} and fill in this code:\n\n    {code}\n\nIt is valid for {hours} hours, once. If you do not expect this invitation, leave it: without the code nothing happens.\n',
  'portal.mail.code.subject': 'Sign-in code for the partner services',
  'portal.mail.code.text':
    'Your sign-in code: {code}\n\nValid for {minutes} minutes. Give it to nobody, not even an officer. If it was not you, somebody knows your password: ask your institution’s administrator to send a new code.\n',

  'portal.people.diundang': 'The invitation is on its way to the address.',
  'portal.people.diundang-lagi': 'A new code is on its way. The one before is no longer valid.',
  'portal.people.diakhiri': 'The access has ended, and so have all sessions.',
  'portal.people.sesi-diakhiri': 'The session has ended.',
  'portal.people.aplikasi': 'The code application is set up. From now on your codes come from there.',
  'portal.people.pesan': 'Your codes come by mail again.',

  'portal.keys.ditambah': 'The key is taken and counts at once.',
  'portal.keys.diakhiri': 'The key has ended. Tokens made with it are no longer valid.',
  'portal.keys.alamat': 'The address is entered. Its keys are read in a moment.',
  'portal.keys.alamat-dihapus': 'The address is gone. Only keys handed in here count.',
  'portal.refused.http.input_invalid':
    'Some input was wrong; the answer names each field, what is wrong and what to do.',
  'portal.refused.metering.package_not_covered':
    'The balance did not cover the largest price of the file; the answer says how much was missing.',
  'portal.report.filed': 'The report is filed and entered. Thank you.',
  'portal.appeal.filed':
    'The appeal has come and waits for the decision of two officers. Its term stands below; the suspension holds until it is decided.',
  'portal.fault.uraian': 'Write the reasons, 10 to 1,000 letters.',
  'portal.fault.berkas': 'Choose the signed file (PDF).',
  'portal.fault.nomor': 'Enter the number of the letter.',
  'portal.fault.tanggal': 'Fill in the day on which it was signed.',
  'portal.fault.penanda': 'Fill in who signed it.',
  'portal.fault.jabatan': 'Fill in the position.',
  'portal.report_not_found': 'This semester report was not found.',
  'portal.maintenance_over': 'The end has passed already. Check the date and the time.',
  'portal.maintenance_not_found': 'This notice is not there, or is over already.',
  'portal.field.maintenance_term': 'The end must come after the beginning.',
  'portal.webhook.salah': 'Nothing is kept yet. Mend the field that is marked below.',
  'portal.webhook.ditambah': 'The address is added. Keep its secret now.',
  'portal.webhook.diganti': 'A new secret is made. Keep it now.',
  'portal.webhook.peristiwa': 'The choice of events is kept and counts at once.',
  'portal.webhook.dimatikan':
    'The address is off. What waited is noted as failed and can be sent anew once it is on again.',
  'portal.webhook.dihidupkan': 'The address is on. What failed before can be sent anew below.',
  'portal.webhook.dihapus': 'The address is deleted, with its secret and the log of its deliveries.',
  'portal.webhook.uji': 'The trial is on its way. What your system answers is noted below.',
  'portal.webhook.ulang': 'That event is sent anew under the same id.',
  'portal.webhook.ulang-gagal': '{n, plural, one {# event is} other {# events are}} sent anew, the oldest first.',
  'portal.fault.sejak': 'Choose a day of the calendar. What failed since then is sent anew.',
  'portal.webhook.status': 'answered {status}',
  'portal.webhook.outcome.endpoint_own': 'switched off before it was sent',
  'portal.webhook.outcome.endpoint_gone': 'the address takes nothing any more (410)',
  'portal.webhook.outcome.endpoint_failing': 'switched off after five days without success',
  'portal.webhook.outcome.endpoint_broken': 'the address is off after five days without success',
  'portal.webhook.outcome.institution_stopped': 'not sent: access is suspended',
  'portal.mail.webhook_failing.subject': 'The webhook address at {host} was switched off',
  'portal.mail.webhook_failing.text':
    'Your system at {host} has not taken our notices for five days, so the address was switched off.\n\nMend it, then open {address}: switch the address on, try it, and send anew whatever failed. Events are kept for thirty days.\n',
  'portal.mail.webhook_gone.subject': 'The webhook address at {host} was switched off',
  'portal.mail.webhook_gone.text':
    'Your system at {host} answered 410 (it takes nothing any more), so the address was switched off at once.\n\nIf that was not meant, mend it and switch it on again at {address}.\n',
};
