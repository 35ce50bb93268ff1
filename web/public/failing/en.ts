import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'This page cannot be shown yet',
  'title.refused': 'This cannot be done as asked',
  'title.forbidden': 'This is not allowed here',
  'title.tooMany': 'Too often from this address',
  'title.notReady': 'Not ready to serve yet',
  why: 'There is a fault on our side and no data has changed. Try again in a little while.',
  request: 'Request number:',
  front: 'To the front page',
};
