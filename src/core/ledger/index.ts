/**
 * The ledger: what was done, by whom, why, and to whom, as a log that nobody can rewrite unseen (RFC 6962, C2SP tlog-tiles).
 * Always holds: an entry commits with its act or not at all; every subject has an access row that his entry commits to; no
 * entry holds personal data; what was signed once stays the beginning of the log.
 * UU 27/2022 art. 31 and 37 (records of processing), UU 24/2013 art. 79, 86 (who may look).
 */
import type { Ledger } from './ledger.ts';

export { record, recordEach, recordLarge, recordStaged, type Act } from './record.ts';
export type { EntryBody, Facts, Subject } from './entry.ts';
export { openLedger, PATIENCE_MS, type Ledger, type LedgerGiven } from './ledger.ts';
export {
  inclusionPaths,
  inclusionRanges,
  leafHash,
  openCheckpoint,
  parseVerifierLine,
  provesInclusion,
  rightEdge,
  rootOf,
  rootOfPacked,
} from './log/index.ts';
export { notedCheckpoint } from './publish.ts';
export { startSequencer, type Sequencer } from './sequencer.ts';
export { beginNewLog } from './begin.ts';
export { resumeAfterRestore } from './resume.ts';
export { ledgerRoom } from './room.ts';
export { proveLook, type LookProof } from './proof-file.ts';
export { verifyLedger } from './verify-ledger.ts';
export type { Verdict } from './verify.ts';
export type { BadKind, FirstBad } from './finding.ts';
export { exportLog } from './export.ts';
export {
  awaitEntry,
  findLook,
  getEntry,
  getLook,
  ledgerStanding,
  holdsHistory,
  latestCheckpoint,
  listEntries,
  proveConsistency,
  publishedCheckpoint,
  whoLooked,
  type Look,
  type LooksPage,
} from './read.ts';
export { TAMPER_ACTS, TAMPER_KINDS, tamper, type Deed, type TamperKind } from './tamper.ts';
export { tryTampering, type Trial } from './tamper-demonstration.ts';

declare module '../db/tx.ts' {
  interface Ground {
    readonly ledger: Ledger;
  }
}
