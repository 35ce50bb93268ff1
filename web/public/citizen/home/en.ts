import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'My card',
  'title.represented': 'Overview',
  waiting: 'Waiting for you',
  'waiting.none': 'There is nothing that you must do now.',
  'waiting.choose': 'Choose how you sign in next time: with a password or a code by message.',
  'waiting.choose.act': 'Choose now',
  'waiting.case': 'Case {number}: {institution} has answered. Accept or object.',
  'waiting.case.act': 'Open case {number}',
  looks: 'Last to look at your data',
  'looks.none': 'Nobody has looked at your data yet.',
  'looks.all': 'Who looked at my data',
  'look.at': '{who}, {at}',
  card: 'Your identity card',
  'card.lost': 'Report a lost identity card',
  more: 'More',
  cases: 'Your cases of "not me" ({n})',
  sessions: 'Where I am signed in',
  way: 'Change how I sign in',
};
