/**
 * Idempotency (draft-ietf-httpapi-idempotency-key-header). An act sent twice under one key is done once; the second
 * sender gets the first answer. (actor, key, hash of what was sent, sealed answer) stand in the act's own transaction.
 * Always holds: one key, one act; refusals are kept, faults of ours are not, so that they may be tried again.
 */
export { idempotencyRefusals } from './refusals.ts';
export * from './answer.ts';
export * from './hash.ts';
export { idempotencyRoom } from './room.ts';
