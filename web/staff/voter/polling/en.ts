import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'Voting day',
  about:
    'For somebody who brings a card or a temporary letter and stands in no list of voters. He votes at the polling station of the address on his card.',
  none: 'Checks will appear here when an election is open.',
  for: '{name}, {day}',
  early:
    'The voting day has not come. Answers here are for that day, by what is known now; use them to practise and prepare.',
  village: 'Village where you check',
  'village.wrong': 'Choose the village.',
  document: 'Document',
  'document.card': 'Identity card (KTP-el)',
  'document.letter': 'Temporary letter (Suket)',
  nik: 'NIK',
  'nik.wrong': 'A NIK has 16 digits. Copy it from the document.',
  'number.card': 'Serial number',
  'number.card.hint': 'The digits on the back of the card',
  'number.card.wrong': 'Enter the serial number on the back of the card, digits only.',
  'number.letter': 'Number of the letter',
  'number.letter.hint': 'As printed, such as 470/SKT/…/2018',
  'number.letter.wrong': 'Enter the number of the letter as printed.',
  check: 'Check',
  checking: 'Checking…',
  another: 'Check somebody else',
  'answer.here': 'May vote here',
  'answer.here.more':
    'Compare the face with the photo. The person votes at the station of the RT/RW on the document, in the hour for additional voters.',
  'answer.elsewhere': 'Not here: votes elsewhere',
  'answer.elsewhere.more': 'By the register this person lives in {place}, and votes there.',
  'answer.at_mission': 'Not here: registered to vote abroad',
  'answer.at_mission.more': 'Registered with {mission}.',
  'answer.not_voter': 'Not entitled to vote',
  'answer.not_voter.more': 'Because:',
  'answer.document_void': 'This document does not hold',
  'answer.document_void.more':
    'The card was reported lost, replaced or cancelled. If there is a newer one, check that one.',
  'answer.letter_ended': 'This letter held until {day}, before the voting day.',
  'answer.document_unknown': 'Document not known',
  'answer.document_unknown.more':
    'There is no document with this NIK and number. Check both and try again. This does not mean that it is false.',
  'answer.again': 'Already checked today',
  'answer.again.more':
    'At {at} in {place} it was said that this person may vote. Ask whether the vote was cast, and look for ink on the finger.',
  'answer.file.here': 'May vote here (by the file)',
  'answer.file.here.more':
    'The document stands in the file of {place} taken at {at}. Compare the face with the photo. The check is sent when there is a connection.',
  'answer.file.not_in_file': 'Not in the file of this village',
  'answer.file.not_in_file.more':
    'Check the NIK and the number. If they are right, this person did not vote in {place} as of {at}, or the document is newer: ask the civil registry office by telephone.',
  along: 'Prepare for a place without a network',
  'along.about':
    'The file of a village holds a mark of each document that is good there. No NIK, name or number can be read from it. Take it by the morning of the voting day; it goes by itself afterwards.',
  'along.empty': 'Files of villages that you take will appear here.',
  'along.village': 'Village',
  'along.take': 'Take the file',
  'along.taking': 'Taking…',
  'along.taken': 'File of {place} taken: {n, plural, one {# document} other {# documents}}.',
  'along.kept': '{place}: {n, plural, one {# document} other {# documents}}, taken {at}.',
  'along.drop': 'Delete the file of {place}',
  'along.failing.full': 'The storage of this device is full. Delete other files and try again.',
  'along.failing.closed': 'This browser keeps nothing (a private window?). Open an ordinary window.',
  'along.missing':
    'Not connected, and the file of this village was not taken. Choose a village whose file is here, or wait for the network.',
  waiting: 'Checks that were not sent',
  'waiting.n':
    '{n, plural, one {# check is} other {# checks are}} not sent, the first of {since}. Sent by itself when connected.',
  'waiting.send': 'Send now',
  'waiting.safe': 'The checks stay on this device.',
  'waiting.otherwise':
    '{n, plural, one {# check} other {# checks}} made without a network differ from the register. Tell the head of the polling station:',
  'waiting.differs': 'NIK ending in {nik}, {at}: {now}',
};
