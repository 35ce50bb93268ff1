import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  'http.input_invalid':
    '{count, plural, one {One field needs to be corrected.} other {# fields need to be corrected.}} The other fields stay on your screen.',
  'http.body_unreadable': 'What was sent could not be read. Reload the page and send it once more.',
  'http.body_too_large': 'What was sent is too large. Make the file smaller and send it again.',
  'http.body_cut': 'The transfer was cut, or is not what was signed. Send this part again.',
  'http.too_many_streams': 'Too many transfers at once. Wait until one of them has ended.',
  'http.media_type': 'This kind of content is not taken here.',
  'http.not_found': 'There is nothing at this address. Check the address.',
  'http.foreign_page': 'This request came from another site, so it was not carried out. Open the Jatidiri page itself.',
  'http.csrf': "The page's safety mark has expired. Reload the page, then try again.",
  'http.too_many':
    'Too many requests from this network address. Try again in {seconds, plural, one {# second} other {# seconds}}.',
  'http.cursor_invalid': 'The link to the next page is no longer valid. Start again from the first page.',
  'http.not_ready': 'The system is not ready. Nothing was changed; try again shortly.',
  'http.first_run_pending': 'The system cannot be used yet: the first two administrators must register first.',
  'http.fault_of_ours':
    'Something went wrong on our side and nothing was changed. Mention number {requestId} to the administrator.',
  'fault.required': 'Must be filled in.',
  'fault.type': 'This value does not have the right form.',
  'fault.too_short': 'Enter at least {limit, plural, one {# character} other {# characters}}.',
  'fault.too_long': 'At most {limit, plural, one {# character} other {# characters}}.',
  'fault.too_few': 'Choose at least {limit, number}.',
  'fault.too_many': 'At most {limit, number}.',
  'fault.too_small': 'Must not be less than {limit, number}.',
  'fault.too_big': 'Must not be more than {limit, number}.',
  'fault.choice': 'Choose one of those on offer.',
  'fault.format': 'This is not written correctly; check letters and digits.',
  'fault.date': 'This day is not on the calendar.',
  'fault.unknown': 'This field is not known here.',
  'fault.value': 'This value is not accepted; check it.',
  'fault.file': 'Attach one file.',
};
