import { refuser, type RefusalTable } from '../refusal/index.ts';

export const idempotencyRefusals = {
  'idempotency.key_missing': { status: 400, when: 'a write came without an Idempotency-Key of 16 to 200 characters' },
  'idempotency.in_progress': { status: 409, when: 'the same key is being worked on at this moment' },
  'idempotency.other_payload': { status: 422, when: 'the key was used before, for something else' },
} as const satisfies RefusalTable;

export const refuseIdempotency = refuser(idempotencyRefusals);
