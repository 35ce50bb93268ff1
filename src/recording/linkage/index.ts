/**
 * Linkage: do two records speak of one person? By biodata alone, after Fellegi and Sunter (1969), for files and for one person.
 * Always holds: each pair is explained comparison by comparison, in words and bits that sum up to its posterior; twins,
 * brothers and sisters are kept apart; a damaged NIK is no agreement; a chain of weak links makes no person; what is likely
 * is never decided here (UU 24/2013 art. 58, 64: uniqueness is of the body, and a human judges).
 */
export { linkRecords, THRESHOLD, type Linked, type LinkedPair, type LinkOptions } from './link.ts';
export { runLinkage, type RunDone, type RunGiven } from './run.ts';
export {
  likelyRecordsOf,
  prepareLinkage,
  type LikelyRecord,
  type PersonOnPaper,
  type PreparedLinkage,
} from './one-person.ts';
export { nameComparer, type NameComparer } from './compare/name.ts';
export { formMaker, type FormMaker, type NameForm } from './record/record.ts';
export { explainPair, type RecordOfPair } from './pair.ts';
export { explainer, reasonsOf, type Explainer, type Reason } from './model/explain.ts';
export { readRecords } from './record/read.ts';
export type { LinkageRecord } from './record/record.ts';
export type { Judged, LinkageModel } from './model/model.ts';
export type { Trap } from './model/trap.ts';
export { room } from './room.ts';
