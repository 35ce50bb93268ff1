import type { Messages } from '../text/index.ts';

export const en = {
  'message.address_malformed':
    'The mail address or telephone number is not a right one. Example: name@example.id or +628120000000.',
} as const satisfies Messages;
