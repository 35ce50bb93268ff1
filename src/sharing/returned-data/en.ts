import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  'returned_data.not_agreed': 'Your PKS does not name {element} as data to be given back. Send what was agreed only.',
  'returned_data.learned_ahead': 'The day on which it was learned ({day}) has not come yet. Check learnedOn.',
  'returned_data.hint_not_found': "This hint was not found in your office's region.",
  'returned_data.hint_decided': 'This hint was decided or forgotten meanwhile. Load the list again.',
  'returned_data.field.nothing': 'Name at least one thing about this person.',
  'returned_data.field.reason': 'Write the reason, at least 10 letters.',
  'returned_data.application_reason': 'Data given back by {institution}, learned on {day}',
};
