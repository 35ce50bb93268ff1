import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  'card.not_found': 'This card was not found.',
  'card.wrong_state': 'This card is in another state by now. Reload the page and look at its state.',
};
