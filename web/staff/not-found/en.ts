import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  'notFound.title': 'There is no such page',
  'notFound.why': 'The address may be mistyped, or the page has moved. No data is lost.',
  'notFound.home': 'To Home',
};
