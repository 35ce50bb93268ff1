import { refuser, type RefusalTable } from '../../core/refusal/index.ts';

export const refusals = {
  'webhook.address_https': {
    status: 422,
    when: 'an address that is none, not https, with a user, a port or a fragment',
  },
  'webhook.address_internal': { status: 422, when: 'an address whose host is a number or a name of an inner network' },
  'webhook.address_known': {
    status: 409,
    when: 'an institution names an address twice',
    constraints: ['endpoint_url'],
  },
  'webhook.no_events': { status: 422, when: 'no event was chosen, or one that is none' },
  'webhook.endpoints_full': { status: 409, when: 'a sixth endpoint of one institution' },
  'webhook.endpoint_not_found': { status: 404, when: 'no endpoint of the institution has this id' },
  'webhook.endpoint_not_on': { status: 409, when: 'something is to be sent to an endpoint that is off' },
  'webhook.secret_turning': { status: 409, when: 'a secret is replaced while the one before it is still good' },
  'webhook.institution_stopped': { status: 403, when: 'an institution that may not ask tries an endpoint' },
  'webhook.nothing_to_replay': { status: 409, when: 'nothing that was told, or that failed, is there to be sent anew' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
