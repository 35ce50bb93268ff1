import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  'idempotency.key_missing': 'This request carries no safety number (Idempotency-Key), so it was not carried out.',
  'idempotency.in_progress': 'The same request is being carried out. Wait a moment, then look at its result.',
  'idempotency.other_payload':
    'This safety number was used for another request. Send again from a freshly loaded page.',
};
