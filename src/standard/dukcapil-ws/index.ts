/**
 * The web service of before, for partners' clients that were written for it: off unless the operator switches it on.
 * Always holds: it compares nothing itself, and what it lets through has passed every bound of `/v1/verifications` and stands under the
 * same entry; no value leaves; a credential is one grant's, network-bound, kept as argon2id; what a body holds is never logged.
 */
export { openGate } from './gate/gate.ts';
export { room } from './room.ts';
