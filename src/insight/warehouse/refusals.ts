import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

export const refusals = {
  'warehouse.no_such_day': { status: 422, when: 'asOf is not a day on the calendar' },
  'warehouse.day_not_over': { status: 422, when: 'a snapshot is asked for a day that has not ended' },
  'warehouse.being_made': { status: 409, when: 'another process is making the snapshot of this day' },
  'warehouse.no_snapshot': { status: 404, when: 'no snapshot of this cut-off, or none at all' },
  'warehouse.files_lost': {
    status: 503,
    when: 'the rows of the database speak of files that are not there, as after a restore',
  },
  'warehouse.too_thin': { status: 422, when: 'the shown cells of a table hold too few on average' },
  'warehouse.too_many_cells': { status: 422, when: 'an answer would have more cells than may leave at once' },
  'warehouse.quota_spent': { status: 429, when: 'somebody has asked as much in a day as one may' },
  'warehouse.too_many_saved': { status: 409, when: 'somebody keeps as many questions as one may' },
  'warehouse.no_such_query': { status: 404, when: 'a saved question is not there, or somebody else’s' },
  'warehouse.sql_unreadable': { status: 422, when: 'a text is no SQL' },
  'warehouse.sql_refused': { status: 422, when: 'SQL asks for more than one table of counts' },
  'warehouse.published_otherwise': {
    status: 409,
    when: 'the tables of a cut-off come out otherwise than they were published',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
