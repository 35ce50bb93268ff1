/**
 * Verification: institutions ask whether what they were told of a person agrees with the register, and get yes or no, field by field.
 * Always holds: no answer leaves before its entry is durable; no value leaves; who is absent, dead, sealed or somebody else looks the
 * same where the agreement does not tell them apart; what is cut off is cut within a second.
 * Law: UU 24/2013 art. 58, 79 and 84, Permendagri 102/2019 and 17/2023, UU 27/2022 art. 20 and 31.
 */
export { answerOtherwise, type AnsweredOtherwise, type Otherwise } from './answer/otherwise.ts';
export { admitCall } from './answer/admit.ts';
export { verifyBatch } from './answer/verify.ts';
export { isAnchor, isScored, type Attribute } from './attribute.ts';
export { fillPurse, settlePrepaid, type ChargedMethod, type PriceOf } from './budget/prepaid.ts';
export { openMonths } from './budget/watch.ts';
export { namesRegion, type RegionLevel } from './compare/region.ts';
export { batchShape, type Batch } from './schema.ts';
export { viewAlarms } from './watch/alarms.ts';
export { slowUnusual } from './signal/watch.ts';
export { makeCanaries } from './canary/make.ts';
export { meetCanariesIn } from './canary/meet.ts';
export type { CanaryPerson } from './canary/person.ts';
export { raiseTouched } from './canary/raise.ts';
export { handOutCanaries, listInventedNumbers } from './canary/view.ts';
export { addKey, endKey, viewKeys, type KeysView } from './token/keys.ts';
export { setKeySet } from './token/key-set.ts';
export { jwkOf } from './token/key.ts';
export { tryHere, type TriedHere } from './trial/here.ts';
export { countTrials } from './trial/sql.ts';
export {
  countTerms,
  hasAsked,
  listCalls,
  listDays,
  listRefused,
  listTaken,
  listThrottles,
  type CallFilter,
  type CallRow,
  type TermAsked,
  type TermCount,
} from './usage/sql.ts';
export { keysChanged, pacesChanged } from './notice.ts';
export { openDesk, type VerificationDesk } from './desk.ts';
export { readDetail, type Detail } from './answer/detail.ts';
export { liftLock, listLocks, setLock } from './lock/lock.ts';
export { stoppedBy } from './lock/rules.ts';
export { sayPartnersChanged } from './book/change.ts';
export { refusals as verificationRefusals } from './refusals.ts';
export { PURPOSE as KEY_SET_PURPOSE } from './token/key-set.ts';
export type { Grant, Partner } from './book/partner.ts';
export { room } from './room.ts';
