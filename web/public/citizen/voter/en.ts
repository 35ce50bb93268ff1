import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'As a voter',
  lead: 'Whether you are entitled to vote in the next election by the population data, where, and what can be done if not.',
  none: 'No election has been opened. Come back when the voting day has been announced.',
  election: '{name}, {day}',
  yes: 'Entitled to vote',
  no: 'Not entitled to vote',
  why: 'Why, and what can be done',
  where: 'Votes at',
  mission: 'Votes with',
  cutoff: 'By residence on',
  moved: 'Has moved since that day. Who has moved can ask the election commission to vote at the new place.',
  card: 'Card',
  'card.valid': 'A valid card is there. Take it along to the polling station.',
  'card.waiting': 'A card waits at the office.',
  'card.recorded': 'Recorded; no card is printed yet.',
  'card.none': 'Not recorded. Come to the office before the voting day.',
  list: 'The list of voters is made by the election commission. Who is entitled and not on it can vote with the card at the place of residence.',
  frozen: 'The data were handed over to the election commission. What changes later is passed on to it.',
  handed: 'The list that was handed over',
  'handed.in': 'In the list',
  'handed.out': 'Not in the list',
  'handed.about':
    'The list of {n, number} voters was made of the data as of {at}, and handed over sealed to the election commission. Its root stands in the log.',
  'handed.place': 'Listed in',
  'handed.among': 'Voters there',
  'handed.why': 'The reason stands above.',
  'handed.since':
    'Entitled by the data of now, but not when the list was frozen. Changes are passed on to the commission; bring the card on the voting day.',
  'handed.left':
    'In the list when it was frozen, but not entitled by the data of now. Changes are passed on to the commission.',
  proof: 'A proof to keep',
  'proof.about':
    'This file holds your row as it stands in the list, and proves, without showing any other voter, that it lies under the root that is in the log. It is your own data; keep it well.',
  'proof.get': 'Download the proof',
  'proof.how': 'Check it on any computer with one verifier file, without a network:',
  'proof.page': 'How to check the log, and the verifier file',
  whereCard: 'Where is my card?',
  correct: 'Ask for a correction',
};
