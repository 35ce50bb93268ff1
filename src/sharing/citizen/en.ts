import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  'citizen.not_signed_in': 'Your session has ended. Sign in again, then repeat.',
  'citizen.card_missing':
    'This person holds no valid identity card, and the first sign-in needs one. Hand over or replace the card first.',
  'citizen.look_not_found': 'There is no such entry about you.',
  'citizen.look_not_disputable':
    'Only what an institution asked can be said to be "not me". About an officer, complain to the office.',
  'citizen.dispute_not_found': 'This case was not found.',
  'citizen.dispute_not_now':
    'This step cannot be taken now: the case has moved on, or its time has not come. Open the case again.',
  'citizen.right_not_found': 'This request was not found, or the ministry answers it.',
  'citizen.right_answered': 'This request was answered before.',
  'citizen.exception_wrong':
    'What is not granted whole must name an article that fits the right; what is granted names none.',
  'citizen.basis_missing': 'Name the legal basis of the question (basis).',
  'citizen.measures_missing': 'Say what is done about the mistake (measures).',

  'citizen.asked': 'Compared your data',
  'citizen.others_case': "In somebody else's case",
  'citizen.basis.consent': 'Your consent',
  'citizen.basis.contract': 'A contract with you',
  'citizen.basis.legal_obligation': 'A legal obligation',
  'citizen.basis.vital_interest': 'A vital interest',
  'citizen.basis.public_duty': 'A public duty',
  'citizen.basis.legitimate_interest': 'Another legitimate interest',

  'citizen.column.at': 'When',
  'citizen.column.who': 'Who',
  'citizen.column.unit': 'Unit',
  'citizen.column.what': 'What',
  'citizen.column.purpose': 'Purpose',
  'citizen.column.basis': 'Basis',
  'citizen.column.fields': 'Data and results',
  'citizen.column.way': 'Way',
  'citizen.column.entry': 'Entry number',
  'citizen.result.match': 'match',
  'citizen.result.no_match': 'no match',
  'citizen.result.not_granted': 'not answered',
  'citizen.who.institution': 'An institution',
  'citizen.who.office': 'A civil registry office',
  'citizen.who.system': 'The system, without an officer',
  'citizen.who.self': 'You yourself',
  'citizen.who.public': 'A public page',
  'citizen.who.closed': 'An officer of the civil registry',
  'citizen.way.api': "One question by the institution's system",
  'citizen.way.batch': 'A batch of many questions',
  'citizen.way.file': 'Matching of a file',
  'citizen.way.counter': 'An officer',
  'citizen.way.system': 'By itself',
  'citizen.way.self': 'Citizen services',
  'citizen.way.public': 'A public page',
  'citizen.paper.title': 'Who Looked at My Data',
  'citizen.paper.name': 'Name (initials)',
  'citizen.paper.made': 'Made',
  'citizen.paper.log': 'Log, number of entries, root',
  'citizen.paper.none': 'Nobody has looked at this data yet.',
  'citizen.paper.more': 'Older ones are in the CSV file.',

  'citizen.message.code.subject': 'Code for the citizen services',
  'citizen.message.code.text':
    'Citizen services code: {code}. Good for {minutes} minutes. Give it to nobody; officers never ask for it. You did not ask? Ignore this.',
  'citizen.message.password_chosen.subject': 'A password was set for the citizen services',
  'citizen.message.password_chosen.text':
    'A password was just set for your citizen services. If it was not you, call the civil registry office at once.',
  'citizen.message.message_chosen.subject': 'Codes by message for the citizen services',
  'citizen.message.message_chosen.text':
    'From now on you sign in to the citizen services with codes sent to this contact. If it was not you, call the civil registry office at once.',
  'citizen.message.right_answered.subject': 'An answer to your request {number}',
  'citizen.message.right_answered.text': 'Your request {number} was answered. Read it at {address}.',
  'citizen.message.dispute_opened.subject': 'Case of "not me" {number}',
  'citizen.message.dispute_opened.text':
    'A citizen says that your question with the reference {reference} was not because of him. Answer by {due} through /v1/disputes (number {number}): explain with its legal basis, or admit the mistake. What is not answered counts in public.',
  'citizen.message.dispute_reminded.subject': 'Reminder: case of "not me" {number}',
  'citizen.message.dispute_reminded.text':
    'Case {number} (reference {reference}) is not answered yet. It is due on {due}; after that it counts in public as unanswered.',
  'citizen.message.dispute_overdue.subject': 'Late: case of "not me" {number}',
  'citizen.message.dispute_overdue.text':
    'Case {number} (reference {reference}) was not answered by {due}. It counts in public now, and the ministry may decide without your answer. Answer at once.',
  'citizen.message.dispute_decided.subject': 'Decision on the case of "not me" {number}',
  'citizen.message.dispute_decided.text':
    'The ministry has decided case {number} (reference {reference}). See /v1/disputes.',
  'citizen.message.case_answered.subject': 'An answer to your case {number}',
  'citizen.message.case_answered.text':
    'The institution has answered your case {number}. Read it and reply at {address}.',
  'citizen.message.case_overdue.subject': 'Your case {number} was not answered',
  'citizen.message.case_overdue.text':
    'The institution did not answer your case {number} within 3 x 24 hours. The ministry has been told, and the case counts in public. See {address}.',
  'citizen.message.case_decided.subject': 'A decision on your case {number}',
  'citizen.message.case_decided.text': 'The ministry has decided your case {number}. Read it at {address}.',

  'citizen.did.resident': 'Resident data opened or changed',
  'citizen.did.family': 'Family data opened or changed',
  'citizen.did.civil_event': 'Civil event recorded or opened',
  'citizen.did.application': 'Application worked on',
  'citizen.did.document': 'Document opened or printed',
  'citizen.did.file': 'File opened',
  'citizen.did.enrolment': 'Recording worked on or opened',
  'citizen.did.uniqueness': 'Uniqueness check',
  'citizen.did.linkage': 'Check for duplicates',
  'citizen.did.card': 'Identity card worked on or opened',
  'citizen.did.disposal': 'Old card worked on',
  'citizen.did.blank': 'Blank checked',
  'citizen.did.verification': 'Lock of data',
  'citizen.did.citizen': 'Citizen services',
  'citizen.did.ledger': 'Log entry',
  'citizen.did.other': 'Data opened or changed',
};
