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
  whereCard: 'Where is my card?',
  correct: 'Ask for a correction',
};
