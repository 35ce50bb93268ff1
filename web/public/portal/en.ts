import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  offline: 'You are offline: nothing has been sent. What you typed stays here; send it again once connected.',
  sending: 'Sending',
};
