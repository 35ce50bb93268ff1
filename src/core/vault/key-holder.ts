import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { createSecretKey, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openWith, sealWith } from './aead.ts';

/**
 * Holds the master key and never gives it away: a file here, a PKCS#11 token where there is one. It wraps the vault's
 * wrapping keys, a handful, so a slow token is no hindrance.
 */
export interface KeyHolder {
  wrap(plain: Buffer, about: string): Buffer;
  /** Throws where the key is another or `wrapped` was changed. */
  unwrap(wrapped: Buffer, about: string): Buffer;
}

export function holderOf(masterKey: Buffer): KeyHolder {
  if (masterKey.length !== 32) throw new RangeError('a master key has 32 bytes');
  const key = createSecretKey(masterKey);
  return {
    wrap: (plain, about) => sealWith(key, Buffer.from(about), plain),
    unwrap: (wrapped, about) => openWith(key, Buffer.from(about), wrapped),
  };
}

export const KEY_FILE = 'vault.key';

/** The master key in `dir`, made at the first opening. Refuses a file that others than its owner may read. */
export function fileHolder(dir: string): KeyHolder {
  const path = join(dir, KEY_FILE);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  try {
    const file = openSync(path, 'wx', 0o600);
    writeSync(file, `${randomBytes(32).toString('hex')}\n`);
    fsyncSync(file);
    closeSync(file);
    chmodSync(path, 0o600);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  }
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw new Error(`${KEY_FILE} may be read by others than its owner: chmod 600 it`);
  }
  return holderOf(Buffer.from(readFileSync(path, 'utf8').trim(), 'hex'));
}
