import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

export const refusals = {
  'warehouse.no_such_day': { status: 422, when: 'asOf is not a day on the calendar' },
  'warehouse.day_not_over': { status: 422, when: 'a snapshot is asked for a day that has not ended' },
  'warehouse.being_made': { status: 409, when: 'another process is making the snapshot of this day' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
