import { refuser, type RefusalTable } from '../../../core/refusal/index.ts';

export const supplyRefusals = {
  'blank.not_rebalancing': {
    status: 409,
    when: 'a rebalancing between stores that are not neighbours of one province',
  },
  'blank.request_not_found': { status: 404, when: 'no request has this id, or none that the officer may see' },
  'blank.request_ended': { status: 409, when: 'the request was answered or withdrawn' },
  'blank.request_own': { status: 409, when: 'whoever asked answers himself' },
  'blank.request_other_store': {
    status: 409,
    when: 'a request is met by a shipment to another store, or one that came back',
  },
} as const satisfies RefusalTable;

export const refuse = refuser(supplyRefusals);
