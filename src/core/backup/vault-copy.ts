import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTombstones, restoreVault, TOMBSTONE_FILE } from '../vault/index.ts';
import { addTombstones } from '../vault/tombstones.ts';
import type { Identity, Recipient } from './age.ts';
import { readDocument, writeDocument } from './document.ts';
import { checkPart, readPart, writePart, type Part } from './part.ts';
import { refuse } from './refusals.ts';
import { extractTar, writeTar } from './tar.ts';

/**
 * Copies of the vault, apart from what they open and kept briefly: only the newest stays, so that a key that was destroyed is
 * soon in no copy. The list of tombstones beside them only grows.
 */
interface VaultCopy {
  readonly point: string;
  readonly at: string;
  readonly part: Part;
}

const COPY = /^\d{8}T\d{6}Z\.\d{6}$/;

/** Packs the copy that lies in `from` under the name of its point. The older ones stay until `dropOlder`. */
export async function keepVaultCopy(given: {
  readonly vaultDir: string;
  readonly from: string;
  readonly point: string;
  readonly at: Date;
  readonly recipients: readonly Recipient[];
}): Promise<void> {
  const { vaultDir, from, point, at, recipients } = given;
  await mkdir(vaultDir, { recursive: true, mode: 0o700 });
  const stones = readTombstones(join(from, TOMBSTONE_FILE));
  const listed = new Set(readTombstones(join(vaultDir, TOMBSTONE_FILE)).map(({ kind, id }) => `${kind} ${id}`));
  addTombstones(
    join(vaultDir, TOMBSTONE_FILE),
    stones.filter(({ kind, id }) => !listed.has(`${kind} ${id}`)),
  );
  const draft = join(vaultDir, `.${point}.part`);
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  const names = (await readdir(from)).toSorted();
  const source = writeTar(names.map((name) => ({ name, from: join(from, name) })));
  const part = await writePart({ folder: draft, name: 'vault.tar', source, recipients });
  await writeDocument(join(draft, 'manifest'), { point, at: at.toISOString(), part } satisfies VaultCopy);
  await rename(draft, join(vaultDir, point));
}

export async function dropOlder(vaultDir: string, point: string): Promise<void> {
  const older = (await copies(vaultDir)).filter((name) => name < point);
  await Promise.all(older.map((name) => rm(join(vaultDir, name), { recursive: true, force: true })));
}

/** The copy of that point, or else the newest, checked. Refuses `backup.vault_missing` and `backup.damaged`. */
export async function findVaultCopy(vaultDir: string, point: string): Promise<{ folder: string; part: Part }> {
  const names = await copies(vaultDir);
  const name = names.includes(point) ? point : names.at(-1);
  if (name === undefined) throw refuse('backup.vault_missing', { values: { folder: vaultDir } });
  const folder = join(vaultDir, name);
  const { document } = await readDocument<VaultCopy>(join(folder, 'manifest'));
  await checkPart(folder, document.part);
  return { folder, part: document.part };
}

/** Lays the copy out in `dir` with every tombstone that any of the lists holds; they are applied when it is opened. */
export async function layVaultOut(given: {
  readonly copy: { readonly folder: string; readonly part: Part };
  readonly dir: string;
  readonly tombstones: readonly string[];
  readonly identities: readonly Identity[];
}): Promise<void> {
  const { copy, dir, tombstones, identities } = given;
  const scratch = await mkdtemp(join(tmpdir(), 'jatidiri-vault-'));
  try {
    await extractTar(readPart(copy.folder, copy.part, identities), scratch);
    for (const list of tombstones) addTombstones(join(scratch, TOMBSTONE_FILE), readTombstones(list));
    restoreVault({ from: scratch, dir });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function copies(vaultDir: string): Promise<string[]> {
  const names = await readdir(vaultDir).catch(() => []);
  return names.filter((name) => COPY.test(name)).toSorted();
}
