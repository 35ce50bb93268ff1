import { refuser, type RefusalTable } from '../refusal/index.ts';

export const refusals = {
  'document.data_malformed': {
    status: 422,
    when: 'what shall stand on the paper lacks a field or has one of another shape',
  },
  'document.press_busy': { status: 503, when: 'more papers wait to be set than the press will queue' },
  'document.not_found': { status: 404, when: 'no paper with this id, or none that the officer may see' },
  'document.not_valid': { status: 409, when: 'a paper is replaced or cancelled that already was' },
  'document.code_unreadable': { status: 422, when: 'the scanned text is not a code of our papers' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
