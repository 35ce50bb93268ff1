import { join, resolve } from 'node:path';
import { backupNames, openBackup, type Backup } from './places.ts';
import { readDocument } from './document.ts';
import { Refusal } from '../refusal/index.ts';

export interface BackupSummary {
  readonly name: string;
  readonly madeAt: Date;
  /** Up to which instant it can bring the register back. */
  readonly until: Date | null;
  readonly points: number;
  readonly bytes: number;
  readonly encrypted: boolean;
  readonly withDatabase: boolean;
  /** False where its manifest is not the one that was written. */
  readonly readable: boolean;
  /** The last time that it was verified, and whether it held. */
  readonly verified: {
    readonly at: Date;
    readonly ok: boolean;
    readonly size: number;
    readonly root: string | null;
  } | null;
}

/** The whole backups in a folder, newest first. Reads manifests only. */
export async function listBackups(dir: string): Promise<BackupSummary[]> {
  const root = resolve(dir);
  return Promise.all((await backupNames(root)).toReversed().map((name) => summaryOf(root, name)));
}

async function summaryOf(root: string, name: string): Promise<BackupSummary> {
  const verified = await lastVerification(root, name);
  try {
    const backup = await openBackup(root, name);
    const { manifest, points } = backup;
    return {
      name,
      madeAt: new Date(manifest.madeAt),
      until: new Date(points.at(-1)!.at),
      points: points.length,
      bytes: bytesOf(backup),
      encrypted: manifest.encryptedTo.length > 0,
      withDatabase: manifest.database !== null,
      readable: true,
      verified,
    };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    const madeAt = new Date(name.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, '$1-$2-$3:$4:$5'));
    return {
      name,
      madeAt,
      until: null,
      points: 0,
      bytes: 0,
      encrypted: false,
      withDatabase: false,
      readable: false,
      verified,
    };
  }
}

export function bytesOf({ manifest, points }: Backup): number {
  const parts = [
    ...manifest.parts,
    ...points.flatMap((point) => [...point.parts, ...point.wal.map(({ part }) => part), point.files.list]),
  ];
  return parts.reduce((sum, part) => sum + part.bytes, 0) + points.reduce((sum, point) => sum + point.files.bytes, 0);
}

async function lastVerification(root: string, name: string): Promise<BackupSummary['verified']> {
  try {
    const { document } = await readDocument<{ verifiedAt: string; ok: boolean; size: number; root: string | null }>(
      join(root, `${name}.verified`),
    );
    const { verifiedAt, ok, size, root: hash } = document;
    return { at: new Date(verifiedAt), ok, size, root: hash };
  } catch {
    return null;
  }
}
