import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

export const refusals = {
  'dashboard.no_region': { status: 404, when: 'no list of regions has the code as a province or regency on that day' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
