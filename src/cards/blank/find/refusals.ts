import { refuser, type RefusalTable } from '../../../core/refusal/index.ts';

export const findRefusals = {
  'blank.find_not_found': {
    status: 404,
    when: 'no report of found blanks has this id, or none that the officer may see',
  },
  'blank.find_decided': { status: 409, when: 'the report was decided on' },
  'blank.find_own': { status: 409, when: 'whoever reported or keeps the store decides himself' },
  'blank.find_not_missing': { status: 409, when: 'a serial is not missing on the account of the store' },
  'blank.find_waits': {
    status: 409,
    when: 'a serial is in another report that waits for its decision',
    constraints: ['find_waits_once'],
  },
  'blank.find_future': {
    status: 422,
    when: 'blanks are said to have been found in the future, or before they were missing',
  },
  'blank.find_photo_here': { status: 409, when: 'the report has its photo' },
  'blank.find_no_photo': { status: 404, when: 'the report has no photo' },
} as const satisfies RefusalTable;

export const refuse = refuser(findRefusals);
