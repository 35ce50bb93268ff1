/**
 * Backups: the running cluster and its WAL, the ledger's files, sealed files, and apart from them the keys.
 * Always holds: a backup has its name only when it is whole; a changed byte is found; database, log and keys of a point fit
 * one another; who was erased stays unreadable; a backup counts when a trial restore gave the root that was published.
 * PP 71/2019 art. 20 and 21 (continuity, recovery), UU 27/2022 art. 35 and 44 (security, erasure), promises 9, 16 and 17.
 */
export { createBackup } from './create.ts';
export { archiveOnAndOn, archiveOnce, type Archived } from './archive.ts';
export { restoreBackup, type Restored } from './restore.ts';
export { verifyBackup, type Verification } from './verify.ts';
export { listBackups, type BackupSummary } from './list.ts';
export { makeIdentity, parseIdentities, parseRecipient, type Identity, type Recipient } from './age.ts';
export type { BackupGiven } from './session.ts';
export type { Backup } from './places.ts';
export { room } from './room.ts';
