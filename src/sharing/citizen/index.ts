/**
 * The citizen: a person signs in, sees who looked at his data, keeps the proof of it, and says what was not his doing.
 * Always holds: no page tells whether a number exists; what a person sees is what the log holds, within the minute; what concerns somebody
 * else's case is not told; an institution learns nothing from a case that it did not have; each look at a page is an entry too; who acts for another may do so at the moment he does.
 * Law: UU 27/2022 art. 5 to 13, 15, 25, 26, 30 to 33 and 41; UU 24/2013 art. 79 and 85; UU 1/1974 art. 47 to 54.
 */
export { openDispute } from './dispute/dispute.ts';
export { concerning } from './hand.ts';
export { disputesMoved } from './dispute/notice.ts';
export { watchDisputes } from './dispute/watch.ts';
export { noteLook, personPage, type Whose } from './representation/whose.ts';
export { giveOfficeCode } from './sign-in/code.ts';
export { citizenActor } from './sign-in/session.ts';
export { room } from './room.ts';
