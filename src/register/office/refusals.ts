import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

export const officeRefusals = {
  'office.not_found': { status: 404, when: 'no office has this identifier', constraints: ['office_parent_unknown'] },
  'office.name_taken': { status: 409, when: 'an open office has this name', constraints: ['office_name_taken'] },
  'office.wrong_level': { status: 422, when: 'the kind of office does not answer for regions of this level' },
  'office.wrong_parent': {
    status: 422,
    when: 'the office above is of a kind, or in a region, that it cannot be under',
  },
  'office.closed': { status: 409, when: 'the office is closed already' },
  'office.has_open_parts': { status: 409, when: 'offices under it are still open' },
} as const satisfies RefusalTable;

export const refuseOffice = refuser(officeRefusals);
