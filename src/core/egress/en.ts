import type { Messages } from '../text/index.ts';

export const en = {
  'egress.host_not_configured': 'The system may not call {host}. Ask an administrator to register this address.',
  'egress.address_malformed': 'The address must begin with https:// and carry no user name.',
  'egress.address_not_public': '{host} leads to an internal network and is not called.',
  'egress.redirected': '{host} redirects elsewhere. Register the final address.',
  'egress.answer_too_large': 'The answer of {host} is too large.',
  'egress.too_slow': '{host} did not answer in time. It will be tried again.',
  'egress.unreachable': '{host} cannot be reached. It will be tried again.',
} as const satisfies Messages;
