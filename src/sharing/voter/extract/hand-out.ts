/** The key file beside the files, once two officers have released them; where the house made them, the files too. */
import { existsSync } from 'node:fs';
import { cp, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Tx } from '../../../core/db/index.ts';
import { isUuid } from '../../../core/id/index.ts';
import { refuse } from '../refusals.ts';
import type { KeyFile } from '../seal/commission-key.ts';
import { findCommissionKeyById } from '../seal/sql.ts';
import { readManifest } from '../verify/verify.ts';
import { KEY_FILE, MANIFEST } from './layout.ts';
import { folderOf } from './shelf.ts';
import { findExtract, findExtractOf, readSealedKey, type ExtractRow } from './sql.ts';

/** `approval` is the proposal's id. As `system`. Refuses one that nobody approved, and a folder with another list. */
export async function handOut(
  tx: Tx,
  given: { readonly approval: string; readonly dir: string },
): Promise<ExtractRow & { readonly dir: string }> {
  const { approval } = given;
  const dir = resolve(given.dir);
  const known = isUuid(approval)
    ? ((await findExtractOf(tx, approval)) ?? (await findExtract(tx, approval)))
    : undefined;
  if (!known) throw refuse('voter.extract_not_found');
  const { id, keyId, root, releasedAt, entryId } = known;
  const sealedKey = await readSealedKey(tx, id);
  const key = keyId === null ? undefined : await findCommissionKeyById(tx, keyId);
  if (!sealedKey || !key || !releasedAt || !entryId || !root) throw refuse('voter.extract_not_released');
  if (!existsSync(join(dir, MANIFEST))) {
    const own = folderOf(tx, id);
    if (!existsSync(join(own, MANIFEST))) throw refuse('voter.extract_elsewhere');
    await cp(own, dir, { recursive: true });
  }
  const { manifest, manifestSha256 } = await readManifest(dir);
  if (manifest.extract !== id || manifestSha256 !== known.manifestSha256)
    throw refuse('voter.extract_other', { values: { folder: dir } });
  const file: KeyFile = {
    format: 'jatidiri/voter/key/1',
    extract: id,
    root,
    thumbprint: key.thumbprint,
    sealedKey: sealedKey.toString('base64'),
    entry: entryId,
    releasedAt: releasedAt.toISOString(),
  };
  await writeFile(join(dir, KEY_FILE), `${JSON.stringify(file, null, 1)}\n`, { mode: 0o600, flush: true });
  return { ...known, dir };
}
