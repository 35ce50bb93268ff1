import { refuser, type RefusalTable } from '../refusal/index.ts';

// Egress runs in jobs and for officers who configure hosts; its refusals name the host, never the path.
export const refusals = {
  'egress.host_not_configured': { status: 403, when: 'the host is not among those configured for this purpose' },
  'egress.address_malformed': {
    status: 422,
    when: 'not an https address, or one with a user name or an unconfigured port',
  },
  'egress.address_not_public': {
    status: 403,
    when: 'the host name leads to an address that is not of the public internet',
  },
  'egress.redirected': { status: 403, when: 'the host answered with a redirect, which is never followed' },
  'egress.answer_too_large': { status: 413, when: 'the answer is larger than allowed' },
  'egress.too_slow': { status: 503, when: 'no complete answer within the time allowed' },
  'egress.unreachable': { status: 503, when: 'the name does not resolve, the connection or its certificate failed' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
