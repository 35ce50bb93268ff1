import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'This page cannot be shown yet',
  why: 'There is a fault on our side and no data has changed. Try again in a little while.',
  request: 'Request number:',
  front: 'To the front page',
};
