import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  'blank.find_not_found': 'There is no such report of found blanks. Reload the list.',
  'blank.find_decided': 'This report has been decided on. Reload the list.',
  'blank.find_own': 'You reported it or keep the store. Another officer decides.',
  'blank.find_not_missing':
    'Serial {serial} is not missing on the account of this store. Trace it before you report it.',
  'blank.find_waits': 'Some of these serials are reported as found already and wait for a decision.',
  'blank.find_future': 'The day on which they were found lies between the day they were declared missing and today.',
  'blank.find_photo_here': 'This report has its photo already.',
  'blank.find_no_photo': 'This report came without a photo.',
  'blank.field.place': 'Write where they were found, at least 3 letters.',
  'blank.field.words': 'Write who found them and how you made sure, at least 10 letters.',
};
