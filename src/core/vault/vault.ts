import { createHmac, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Nik } from '../id/index.ts';
import { openWith, sealWith } from './aead.ts';
import { fileHolder, holderOf, KEY_FILE, type KeyHolder } from './key-holder.ts';
import { keyRing } from './key-ring.ts';
import type { Salts } from './salts.ts';
import { openStore, STORE_FILE } from './store.ts';
import { addTombstones, keepTombstones, readTombstones, TOMBSTONE_FILE } from './tombstones.ts';

/** Where a sealed value stands. A value that was moved to another place does not open. */
export interface Place {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

export interface VaultGiven {
  readonly dir: string;
  /** 32 bytes, or a holder such as a token; without it the key file in `dir`. */
  readonly masterKey?: Buffer | KeyHolder;
  /** A second list of tombstones, outside the vault's folder, for the day when that folder is lost. */
  readonly tombstonesOutside?: string;
}

const REWRAPS_AT_ONCE = 500;

export type Vault = ReturnType<typeof openVault>;

/** Opens the vault in `dir`, making it if there is none. Tombstones are applied before anything else. */
export function openVault(given: VaultGiven) {
  const { dir, masterKey } = given;
  const holder =
    masterKey === undefined ? fileHolder(dir) : Buffer.isBuffer(masterKey) ? holderOf(masterKey) : masterKey;
  const store = openStore(dir, holder);
  const lists = [join(dir, TOMBSTONE_FILE), ...(given.tombstonesOutside ? [given.tombstonesOutside] : [])];
  const bury = keepTombstones(store, lists);
  const ring = keyRing(store);

  return {
    /** Seals under the class's newest key: 29 bytes more than `plain`. A row's fields together cost one seal. */
    seal(keyClass: string, place: Place, plain: Buffer | string): Buffer {
      const version = ring.newestVersion(keyClass);
      return sealAt(ring.classKey(keyClass, version), version, place, plain);
    },
    /** Throws `SealBroken` where the bytes, the place or the class are others. */
    unseal: (keyClass: string, place: Place, sealed: Buffer): Buffer =>
      openAt(ring.classKey(keyClass, sealed[0] ?? 0), place, sealed),
    /** From now on the class is sealed under a new key; what is sealed stays readable. Gives the version, at most 255. */
    renewClassKey: (keyClass: string): number => ring.renewClass(keyClass),
    /** Seals under the person's own key, made at first use. Throws `KeyDestroyed` for somebody who was erased. */
    sealForPerson: (nik: Nik, place: Place, plain: Buffer | string): Buffer =>
      sealAt(ring.personKey(nik), 1, place, plain),
    unsealForPerson: (nik: Nik, place: Place, sealed: Buffer): Buffer => openAt(ring.personKey(nik), place, sealed),
    /** Makes the keys of many people in one go, before each of them is sealed for. */
    makePersonKeys: (niks: readonly Nik[]): void => ring.makePersonKeys(niks),
    /** Destroys the person's key: nothing sealed under it opens again, here or from any backup. */
    erasePerson(nik: Nik): void {
      bury({ kind: 'person', id: ring.personId(nik) });
      ring.forgetPerson(nik);
    },
    isErased: (nik: Nik): boolean => store.isBuried('person', ring.personId(nik)),
    /** HMAC-SHA-256 under a key of the index's own, cut to `bytes`: equal texts are found, nothing is read. */
    blindIndex: (name: string, text: string, bytes: 8 | 16 = 8): Buffer =>
      createHmac('sha256', ring.indexKey(name)).update(text).digest().subarray(0, bytes),
    /** The salts of a month (`2026-11`, UTC), or `null` when its key was destroyed. */
    saltsOf: (month: string): Salts | null => ring.salts(month),
    destroyMonth(month: string): void {
      bury({ kind: 'month', id: month });
      ring.forgetMonth(month);
    },
    /** 32 bytes for a use of the server's own (`personRef`, cookies), made at first use. */
    serverKey: (name: string): Buffer => Buffer.from(ring.serverKey(name)),
    /** 32 bytes for one matter that ends, made at first use. Throws `KeyDestroyed` once it has ended. */
    passingKey: (name: string): Buffer => ring.passingKey(name),
    /** The same, where it was made and has not ended; a vault that was restored may never have had it. */
    findPassingKey: (name: string): Buffer | null => ring.findPassingKey(name),
    /** What was sealed under it opens nowhere any more. */
    destroyPassingKey(name: string): void {
      if (!store.isBuried('passing', name)) bury({ kind: 'passing', id: name });
    },
    /** Ed25519. The private key never leaves the vault. */
    sign: (name: string, message: Buffer): Buffer => sign(null, message, ring.signingKey(name)),
    /** 32 bytes, RFC 8032. */
    publicKey(name: string): Buffer {
      const { x } = createPublicKey(ring.signingKey(name)).export({ format: 'jwk' });
      return Buffer.from(x!, 'base64url');
    },
    /** What was last noted under `name`, or `null`. */
    noted: (name: string): string | null => store.noted(name),
    /** Replaces what is noted under `name`, alone among all processes. `next` sees the last value and may throw. */
    advance(name: string, next: (last: string | null) => string): void {
      store.alone(() => store.note(name, next(store.noted(name))));
    },
    /** Wraps every key anew under a new wrapping key and destroys the old one; calls go on meanwhile. */
    async rotate(): Promise<{ rewrapped: number }> {
      const version = store.beginRotation();
      let rewrapped = 0;
      for (;;) {
        const n = store.rewrap(version, REWRAPS_AT_ONCE);
        if (n === 0) break;
        rewrapped += n;
        await new Promise((resolve) => setImmediate(resolve));
      }
      store.endRotation(version);
      return { rewrapped };
    },
    /** Copies the store, and the key file where there is one, into `to`: apart from the database's backup, and kept briefly. */
    backup(to: string): void {
      mkdirSync(to, { recursive: true, mode: 0o700 });
      rmSync(join(to, STORE_FILE), { force: true });
      store.copyTo(join(to, STORE_FILE));
      chmodSync(join(to, STORE_FILE), 0o600);
      for (const name of [KEY_FILE, TOMBSTONE_FILE]) {
        if (existsSync(join(dir, name))) copyFileSync(join(dir, name), join(to, name));
      }
    },
    close: (): void => store.close(),
  };
}

/**
 * Puts a backup of a vault in the place of the one in `dir`, which must be closed. The tombstones of both are kept, and
 * applied when the vault is opened.
 */
export function restoreVault(given: { readonly from: string; readonly dir: string }): void {
  const { from, dir } = given;
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  addTombstones(join(dir, TOMBSTONE_FILE), readTombstones(join(from, TOMBSTONE_FILE)));
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(dir, `${STORE_FILE}${suffix}`), { force: true });
  for (const name of [STORE_FILE, KEY_FILE]) {
    if (!existsSync(join(from, name))) continue;
    copyFileSync(join(from, name), join(dir, name));
    chmodSync(join(dir, name), 0o600);
  }
}

function aboutPlace(place: Place, version: number): Buffer {
  return Buffer.from(`${place.table}\0${place.row}\0${place.column}\0${version}`);
}

function sealAt(key: KeyObject, version: number, place: Place, plain: Buffer | string): Buffer {
  const bytes = typeof plain === 'string' ? Buffer.from(plain) : plain;
  return sealWith(key, aboutPlace(place, version), bytes, Buffer.of(version));
}

function openAt(key: KeyObject, place: Place, sealed: Buffer): Buffer {
  return openWith(key, aboutPlace(place, sealed[0] ?? 0), sealed.subarray(1));
}
