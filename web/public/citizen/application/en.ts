import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'My applications',
  lead: 'What you have asked of a civil registry office, and how far it is.',
  none: 'No application yet. What you hand in at a counter appears here.',
  at: '{office}, handed in {at}',
  due: "The office's term: {date}",
  'state.submitted': 'Being checked',
  'state.incomplete': 'Not complete: complete it at that office',
  'state.assigned': 'Being worked at',
  'state.accepted': 'Accepted',
  'state.refused': 'Refused',
  'state.withdrawn': 'Withdrawn',
  follow: 'Follow it step by step with its number',
  correct: 'Is something wrong in your data? Ask for a correction',
};
