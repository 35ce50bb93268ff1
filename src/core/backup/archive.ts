import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterFolder } from '../db/embedded/cluster.ts';
import { makeBackup, writePoint } from './create.ts';
import { backupNames, openBackup, type Backup } from './places.ts';
import { withSession, type BackupGiven, type Session } from './session.ts';
import { parseLsn, segmentsBetween } from './wal.ts';

/** A page header stands at the beginning of a WAL file in which nothing has been written yet. */
const EMPTY_SEGMENT_BYTES = 0x28n;

export interface Archived {
  readonly backup: Backup;
  /** `begun`: a new backup; `added`: a point of the newest; `idle`: nothing has happened since the last. */
  readonly did: 'begun' | 'added' | 'idle';
}

/**
 * Keeps the newest backup up to date: everything that was committed up to now is in it when a round ends. Begins a new one
 * where there is none, or where WAL between has been lost.
 */
export async function archiveOnce(given: BackupGiven): Promise<Archived> {
  return withSession(given, async (session) => oneRound(session, await continuable(session)));
}

/**
 * Rounds without end, so that at most `everyMs` of work is ever lost. While the register is served it keeps the WAL that it
 * has not copied yet; a register that is stopped, or a folder that is away, is tried again.
 */
export async function archiveOnAndOn(
  given: BackupGiven & {
    readonly everyMs: number;
    readonly stopping: AbortSignal;
    readonly onRound: (round: Archived) => void;
    readonly onFault: (fault: unknown) => void;
  },
): Promise<void> {
  const { everyMs, stopping, onRound, onFault } = given;
  const pause = () => sleep(everyMs, undefined, { signal: stopping }).catch(() => {});
  while (!stopping.aborted) {
    await withSession(given, async (session) => {
      let backup = await continuable(session);
      for (;;) {
        const round = await oneRound(session, backup);
        backup = round.backup;
        onRound(round);
        // A server that we started ourselves would be in the way of whoever wants to serve.
        if (!session.visits) return;
        await pause();
        if (stopping.aborted) return;
      }
    }).catch(onFault);
    await pause();
  }
}

async function oneRound(session: Session, backup: Backup | null): Promise<Archived> {
  if (!backup) return { backup: await makeBackup(session), did: 'begun' };
  if (session.embedded && (await isIdle(session, backup))) return { backup, did: 'idle' };
  const { point, settle } = await writePoint(session, backup);
  await settle();
  return { backup: { ...backup, points: [...backup.points, point] }, did: 'added' };
}

/** The newest backup, if its points can be joined with what the server still has. */
async function continuable(session: Session): Promise<Backup | null> {
  const name = (await backupNames(session.root)).at(-1);
  if (!name || !session.embedded) return null;
  const backup = await openBackup(session.root, name);
  const { database, encryptedTo, vault } = backup.manifest;
  const last = backup.points.at(-1)!;
  const sameKeys = encryptedTo.join() === session.recipients.map((recipient) => recipient.text).join();
  if (!database || !last.lsn || !sameKeys || vault !== session.vaultPlace) return null;
  const { rows } = await session.client.query<{ system: string; timeline: number }>(
    `select s.system_identifier::text as system, c.timeline_id as timeline from pg_control_system() s, pg_control_checkpoint() c`,
  );
  if (rows[0]!.system !== database.system || rows[0]!.timeline !== database.timeline) return null;
  const [next] = segmentsBetween(last.lsn, last.lsn, database);
  return existsSync(join(clusterFolder(session.embedded.dataDir), 'pg_wal', next!)) ? backup : null;
}

async function isIdle(session: Session, backup: Backup): Promise<boolean> {
  const { rows } = await session.client.query<{ lsn: string }>('select pg_current_wal_insert_lsn()::text as lsn');
  return parseLsn(rows[0]!.lsn) - parseLsn(backup.points.at(-1)!.lsn!) <= EMPTY_SEGMENT_BYTES;
}
