import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  question: 'What is this data opened for?',
  why: 'The purpose is recorded and the person concerned can see it. Say it once for this person.',
  open: 'Open',
};
