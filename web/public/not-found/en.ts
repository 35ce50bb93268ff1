import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'There is no such page',
  why: 'The address may be mistyped or the link old. Check the address, or begin at the front page.',
  front: 'To the front page',
};
