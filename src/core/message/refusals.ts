import { refuser, type RefusalTable } from '../refusal/index.ts';

export const refusals = {
  'message.address_malformed': { status: 422, when: 'a mail address or telephone number that cannot be one' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
