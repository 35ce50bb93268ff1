import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  offline: 'You are offline: nothing was sent yet. What you typed stays here; send it again when you are connected.',
  sending: 'Sending',
  recorded: 'That you opened this page is recorded; you see it under "Myself".',
  'recorded.represented': 'That you opened this page is recorded; the person sees it under "Parents and guardians".',
  'acting.mother': 'You are looking at the data of {name} as the mother.',
  'acting.father': 'You are looking at the data of {name} as the father.',
  'acting.guardian': 'You are looking at the data of {name} as the guardian.',
  'acting.curator': 'You are looking at the data of {name} as the curator.',
  'acting.you': '"I" and "you" on this page mean {name}.',
  'acting.back': 'Back to my own data',
  'acting.change': 'Somebody else',
};
