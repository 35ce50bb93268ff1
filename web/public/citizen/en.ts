import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  offline: 'You are offline: nothing was sent yet. What you typed stays here; send it again when you are connected.',
  sending: 'Sending',
  recorded: 'That you opened this page is recorded; you see it under "Myself".',
};
