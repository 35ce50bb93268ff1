import { statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';

const MEMORY = '/dev/shm';
const ROOM = 6 * 2 ** 30;

/**
 * Where a run's databases and folders lie: in memory where there is plenty of it, as all of it is thrown away and a fifth of the time
 * went into writing it down; else in the temporary folder.
 */
export function scratchFolder(): string {
  if (process.platform !== 'linux' || freemem() < ROOM) return tmpdir();
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize < ROOM ? tmpdir() : MEMORY;
  } catch {
    return tmpdir();
  }
}
