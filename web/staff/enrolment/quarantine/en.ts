import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'Packets held',
  about:
    'Packets that are well made but odd through no fault of the resident. Nothing is thrown away: you decide, with a reason.',
  list: 'Packets that wait for a decision',
  empty:
    'No packet is held. Packets of a station with a wrong clock, or of a station or officer revoked after the recording, appear here.',
  elsewhere: 'resident of another region',
  unknown: 'a NIK not known yet',
  back: 'Back to the list',
  gone: 'This packet waits no more',
  'gone.how': 'Another officer may have decided on it, or its station was asked to send it again.',
  person: 'Open the data of this person',
  reasons: 'Why it is held',
  lives: 'Dwelling',
  station: 'Station',
  office: 'Office',
  captured: 'Recorded, as the station says',
  arrived: 'Arrived here',
  clock: "The station's clock",
  'clock.ahead': "{age} ahead of the server's",
  'clock.behind': "{age} behind the server's",
  'clock.right': "the same as the server's",
  decide: 'Decision',
  question: 'What is to be done with this packet?',
  take: 'Take it',
  'take.effect':
    'The packet is taken and the person counts as recorded from {on}. Nobody has to come again. The recording goes on to the centre, or first to a supervisor where there are exceptions.',
  'take.already':
    'There is a recording already. This second one is tested against the first, usually becomes a duplicate, and is settled by two officers; the card waits until then.',
  'take.move': 'The move goes on, and the recording follows to the new dwelling.',
  'take.absent':
    'While the register says dead, abroad or not valid, the person is not counted and gets no card. If the person is there, correct the data first.',
  'take.young': 'The card can only be printed once the person is entitled to it.',
  'take.unknown':
    'Cannot be taken yet: this NIK is not in the register. Enter the biodata first, then come back; the packet keeps waiting.',
  'take.newPerson': 'Enter a new resident',
  refuse: 'Refuse it',
  'refuse.effect':
    'The packet is refused for good and its station shows your reason. The person remains unrecorded and has to come again; make sure that the recording office invites them.',
  'refuse.already':
    'The packet is refused for good and its station shows your reason. The recording that is there stays valid; nobody has to come again.',
  'decision.missing': 'Choose one.',
  reason: 'Reason',
  'reason.hint': 'It is noted, and read by the recording officer on the station.',
  submit: 'Decide on this packet',
  sending: 'Deciding',
  'done.take': 'The packet of {name} is taken',
  'done.refuse': 'The packet of {name} is refused; its station reads the reason',
};
