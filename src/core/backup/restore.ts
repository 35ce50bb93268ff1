import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { foldersOf, type Config } from '../config/index.ts';
import { refuse as refuseDatabase } from '../db/refusals.ts';
import { livingOwner } from '../db/embedded/owner.ts';
import { openVault, TOMBSTONE_FILE } from '../vault/index.ts';
import { knownCheckpoints, logPlace } from '../ledger/publish.ts';
import type { Identity } from './age.ts';
import { checkTarget, layOut, targetOf } from './lay-out.ts';
import { findBackups, vaultFolder } from './places.ts';
import { refuse } from './refusals.ts';

export interface Restored {
  readonly backup: string;
  readonly point: string;
  /** The instant that the register was brought back to. */
  readonly at: string;
  readonly dataDir: string;
  readonly size: number;
  /** Where erasures were looked up that the copy of the vault may not know yet. */
  readonly tombstoneLists: readonly string[];
  /** False where more was signed than was brought back: the register can be read, its ledger does not go on. */
  readonly ledgerGoesOn: boolean;
}

/**
 * Brings a backup back into an empty data folder. Every byte is checked before anything is written; who was erased since
 * stays unreadable, as the tombstones are in place before the vault opens. Refuses a folder that is used
 * (`db.data_in_use`) or not empty (`backup.folder_in_use`).
 */
export async function restoreBackup(given: {
  /** Names the data folder. */
  readonly config: Config;
  readonly dir: string;
  readonly to?: Date | undefined;
  readonly identities: readonly Identity[];
  readonly vaultDir?: string | undefined;
  readonly tombstones: readonly string[];
}): Promise<Restored> {
  const { config, identities } = given;
  const dataDir = resolve(config.dataDir);
  await mustBeFree(dataDir);
  const target = targetOf(await findBackups(given.dir), given.to ?? null);
  await checkTarget(target, identities);
  const { backup, points } = target;
  const lists = tombstoneLists({
    given: given.tombstones,
    folders: [given.vaultDir ?? vaultFolder(backup), foldersOf(config).witness, backup.manifest.witness],
  });
  // Laid out inside and moved up when it is whole: half a register must not be taken for one.
  const draft = join(dataDir, DRAFT);
  await rm(draft, { recursive: true, force: true });
  try {
    const { embedded, size } = await layOut({
      target,
      dataDir: draft,
      identities,
      vaultDir: given.vaultDir,
      tombstones: lists,
      purpose: 'keep',
    });
    await embedded.stop();
    await rm(join(draft, 'postgresql.log'), { force: true });
    const names = (await readdir(draft)).toSorted((a, b) => Number(a === 'pg') - Number(b === 'pg'));
    for (const name of names) await rename(join(draft, name), join(dataDir, name));
    await rm(draft, { recursive: true });
    return {
      backup: backup.manifest.name,
      point: points.at(-1)!.name,
      at: (target.to ?? new Date(points.at(-1)!.at)).toISOString(),
      dataDir,
      size,
      tombstoneLists: lists,
      ledgerGoesOn: await goesOn(config, size),
    };
  } catch (fault) {
    await rm(draft, { recursive: true, force: true });
    throw fault;
  }
}

const DRAFT = '.restoring';

async function mustBeFree(dataDir: string): Promise<void> {
  const owner = livingOwner(dataDir);
  if (owner) throw refuseDatabase('db.data_in_use', { values: { name: owner.name, pid: owner.pid, folder: dataDir } });
  const names = await readdir(dataDir).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return [];
    throw fault;
  });
  if (names.some((name) => name !== DRAFT)) throw refuse('backup.folder_in_use', { values: { folder: dataDir } });
}

/** The lists of tombstones that there are: given ones must be, the others may. */
export function tombstoneLists(places: { given: readonly string[]; folders: readonly string[] }): string[] {
  const found = places.folders.map((folder) => join(folder, TOMBSTONE_FILE)).filter((path) => existsSync(path));
  for (const path of places.given) {
    if (!existsSync(path)) throw refuse('backup.damaged', { values: { file: path }, detail: 'no such list' });
  }
  return [...new Set([...places.given.map((path) => resolve(path)), ...found])];
}

/** Whether the sequencer will go on: nothing larger was ever signed, as far as is known here. */
async function goesOn(config: Config, size: number): Promise<boolean> {
  const folders = foldersOf(config);
  const vault = openVault({ dir: folders.vault, tombstonesOutside: join(folders.witness, TOMBSTONE_FILE) });
  try {
    const place = logPlace({ vault, dir: folders.ledger, witnessDir: folders.witness });
    return (await knownCheckpoints(place)).every((checkpoint) => checkpoint.size <= size);
  } finally {
    vault.close();
  }
}
