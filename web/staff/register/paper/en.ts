import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  making: 'Preparing the paper',
  there: 'The paper was handed to the browser. Look among the downloads.',
};
