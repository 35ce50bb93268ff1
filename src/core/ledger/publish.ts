import { dirname, join } from 'node:path';
import type { Vault } from '../vault/index.ts';
import { formerLogs, keyOf, signerName, type FormerLog } from './former.ts';
import {
  checkpointText,
  logFolder,
  openCheckpoint,
  replaceFile,
  signNote,
  syncPath,
  TILE_WIDTH,
  tilePath,
  verifierLine,
  type Checkpoint,
  type LogFolder,
  type NoteKey,
  type TileFile,
} from './log/index.ts';
import { addToWitness, lastWitnessed } from './witness.ts';

/** The database, or a folder, is behind what was already signed. Going on would make a second history. */
export class LogRolledBack extends Error {
  override readonly name = 'LogRolledBack';
}

/** Where a log lives and who signs for it. */
export interface LogPlace {
  readonly folder: LogFolder;
  readonly witnessDir: string | null;
  readonly vault: Vault;
  /** The vault's name of the key. */
  readonly signer: string;
  readonly key: NoteKey;
  /** The logs that were ended before this one, oldest first. */
  readonly former: readonly FormerLog[];
}

export function logPlace(given: Pick<LogPlace, 'vault' | 'witnessDir'> & { readonly dir: string }): LogPlace {
  const { vault, witnessDir, dir } = given;
  const former = formerLogs(vault);
  const signer = signerName(former.length);
  return { folder: logFolder(dir), witnessDir, vault, signer, key: keyOf(vault, signer), former };
}

/**
 * Every checkpoint that this log is known to have signed last: by the vault, by its own file, by the outside folder; and what
 * it began with.
 */
export async function knownCheckpoints(place: LogPlace): Promise<Checkpoint[]> {
  const note = await place.folder.checkpointNote();
  const ended = place.former.at(-1);
  const known = [
    notedCheckpoint(place),
    note === null ? null : openCheckpoint(note, place.key),
    place.witnessDir === null ? null : await lastWitnessed(place.witnessDir, place.key),
    ended ? { origin: place.key.name, size: ended.kept, root: ended.keptRoot } : null,
  ];
  return known.filter((checkpoint) => checkpoint !== null);
}

const noteName = (key: NoteKey) => `checkpoint ${key.name}`;

/** What the vault remembers to have signed last, or `null`. */
export function notedCheckpoint(place: Pick<LogPlace, 'vault' | 'key'>): Checkpoint | null {
  const noted = place.vault.noted(noteName(place.key));
  if (noted === null) return null;
  const [size, root] = noted.split(' ') as [string, string];
  return { origin: place.key.name, size: Number(size), root: Buffer.from(root, 'base64') };
}

/** Signs; refuses with `LogRolledBack` whatever does not follow what the vault has signed before. */
export function signCheckpoint(place: LogPlace, size: number, root: Buffer): string {
  const { vault, key } = place;
  // Remembered before anybody sees the signature: a crash in between leaves a checkpoint that is merely not yet published.
  vault.advance(noteName(key), (last) => {
    const [lastSize, lastRoot] = last?.split(' ') ?? ['0', null];
    const same = Number(lastSize) === size && lastRoot === root.toString('base64');
    if (Number(lastSize) > size || (last !== null && Number(lastSize) === size && !same)) {
      throw new LogRolledBack(`${lastSize} entries were signed before; now there are ${size}`);
    }
    return `${size} ${root.toString('base64')}`;
  });
  const text = checkpointText({ origin: key.name, size, root });
  return signNote(text, key, (message) => vault.sign(place.signer, message));
}

const FILES_AT_ONCE = 32;

/** Writes a log's files; remembers which may still be lost with the power. */
export function publisher(place: LogPlace, onFault: (fault: Error) => void) {
  const { dir } = place.folder;
  const unsynced = new Set<string>();
  let written = new Set<string>();

  async function inGroups<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
    for (let i = 0; i < items.length; i += FILES_AT_ONCE) {
      await Promise.all(items.slice(i, i + FILES_AT_ONCE).map(work));
    }
  }

  return {
    async writeTiles(full: readonly TileFile[], partial: readonly TileFile[]): Promise<void> {
      const fresh = [...full, ...partial].filter((tile) => !written.has(tilePath(tile)));
      await inGroups(fresh, async (tile) => {
        const path = join(dir, tilePath(tile));
        await replaceFile(path, tile.bytes, { sync: false });
        unsynced.add(path);
      });
      written = new Set(partial.map(tilePath));
      await inGroups(full, (tile) => place.folder.dropPartials(tile.level, tile.index));
      for (const tile of full) {
        const stem = `${join(dir, tilePath({ ...tile, width: TILE_WIDTH }))}.p/`;
        for (const path of unsynced) if (path.startsWith(stem)) unsynced.delete(path);
      }
    },
    /** Publishes the checkpoint of the log as it stands in its tiles. */
    async checkpoint(size: number, root: Buffer, now: Date): Promise<void> {
      const note = signCheckpoint(place, size, root);
      await replaceFile(join(dir, 'checkpoint'), note, { sync: false });
      if (place.witnessDir === null) return;
      // An outside folder that is away for a while stops nobody; the next checkpoint covers what it missed.
      await addToWitness(place.witnessDir, note, now).catch(onFault);
    },
    writeKey: () => replaceFile(join(dir, 'key'), `${verifierLine(place.key)}\n`, { sync: true }),
    /** Makes every file written so far survive a loss of power. */
    async settle(): Promise<void> {
      const files = [...unsynced];
      const folders = [...new Set(files.map(dirname))];
      await inGroups(files, syncPath);
      await inGroups(folders, syncPath);
      for (const file of files) unsynced.delete(file);
    },
  };
}
