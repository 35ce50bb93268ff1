import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

export const refusals = {
  'region.not_found': { status: 404, when: 'no list, of today or of former days, has this code' },
  'region.search_too_short': { status: 422, when: 'fewer than three letters or two digits are searched for' },
  'region.map_unreadable': { status: 422, when: 'a map file is no TopoJSON that we can decode; `reason` says why' },
  'region.map_matches_nothing': { status: 422, when: 'none of the shapes of a map has a code that we know' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
