import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'This register is not open yet',
  why: 'Its first two administrators must sign up first. Until then nobody can see or change anything.',
  setUp: 'If you hold one of the one-time codes, sign up',
};
