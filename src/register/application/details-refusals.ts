import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

export const detailsRefusals = {
  'application.details_invalid': {
    status: 422,
    when: 'the details lack what the service needs, or name what it cannot use; `errors` says which field',
  },
  'application.no_card': {
    status: 409,
    when: 'a lost family card is asked for by somebody who is in no card of the region',
  },
} as const satisfies RefusalTable;

export const refuseDetails = refuser(detailsRefusals);
