import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Nik } from '../id/index.ts';
import { openWith, sealWith, SealBroken } from './aead.ts';
import { fileHolder, holderOf, KEY_FILE, type KeyHolder } from './key-holder.ts';
import { saltsUnder, type Salts } from './salts.ts';
import { openStore, STORE_FILE, type KeyKind } from './store.ts';
import { addTombstones, readTombstones, TOMBSTONE_FILE, type Tombstone } from './tombstones.ts';

/** Where a sealed value stands. A value that was moved to another place does not open. */
export interface Place {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

/** The key was destroyed: the person was erased, or the month's retention has ended. */
export class KeyDestroyed extends Error {
  override readonly name = 'KeyDestroyed';
}

export interface VaultGiven {
  readonly dir: string;
  /** 32 bytes, or a holder such as a token; without it the key file in `dir`. */
  readonly masterKey?: Buffer | KeyHolder;
  /** A second list of tombstones, outside the vault's folder, for the day when that folder is lost. */
  readonly tombstonesOutside?: string;
}

const PERSON_KEYS_CACHED = 10_000;
const REWRAPS_AT_ONCE = 500;

export type Vault = ReturnType<typeof openVault>;

/** Opens the vault in `dir`, making it if there is none. Tombstones are applied before anything else. */
export function openVault(given: VaultGiven) {
  const { dir, masterKey } = given;
  const holder =
    masterKey === undefined ? fileHolder(dir) : Buffer.isBuffer(masterKey) ? holderOf(masterKey) : masterKey;
  const store = openStore(dir, holder);
  const lists = [join(dir, TOMBSTONE_FILE), ...(given.tombstonesOutside ? [given.tombstonesOutside] : [])];
  applyTombstones();

  const classKeys = new Map<string, KeyObject>();
  const newestClass = new Map<string, number>();
  const secrets = new Map<string, Buffer>();
  const indexKeys = new Map<string, KeyObject>();
  const signingKeys = new Map<string, KeyObject>();
  const months = new Map<string, Salts>();
  const personKeys = new Map<string, KeyObject>();
  const personIndex = createSecretKey(secret('server', 'vault.person'));
  let seenChanges = store.foreignChanges();

  function applyTombstones(): void {
    const known = new Set(store.buried().map((stone) => `${stone.kind} ${stone.id}`));
    const missing = (stones: readonly Tombstone[]) => stones.filter((stone) => !known.has(`${stone.kind} ${stone.id}`));
    const fresh = lists.flatMap((list) => missing(readTombstones(list)));
    if (fresh.length > 0) store.bury(fresh);
    // Each list learns what only the other, or only the store, has known.
    for (const list of lists) {
      const listed = new Set(readTombstones(list).map((stone) => `${stone.kind} ${stone.id}`));
      addTombstones(
        list,
        store.buried().filter((stone) => !listed.has(`${stone.kind} ${stone.id}`)),
      );
    }
  }

  function bury(stone: Tombstone): void {
    for (const list of lists) addTombstones(list, [stone]);
    store.bury([stone]);
  }

  /** Another process may have erased: what is cached is then no longer to be believed. */
  function heedOthers(): void {
    const changes = store.foreignChanges();
    if (changes === seenChanges) return;
    seenChanges = changes;
    personKeys.clear();
    months.clear();
    newestClass.clear();
  }

  function secret(kind: KeyKind, id: string, make: () => Buffer = () => randomBytes(32)): Buffer {
    const name = { kind, id, version: 1 };
    const found = store.find(name);
    if (found) return found;
    return store.alone(() => {
      if (store.isBuried(kind, id)) throw new KeyDestroyed(`the ${kind} key was destroyed`);
      const made = store.find(name);
      if (made) return made;
      const fresh = make();
      store.insert(name, fresh);
      return fresh;
    });
  }

  function classKey(keyClass: string, version: number): KeyObject {
    const cached = classKeys.get(`${keyClass}\0${version}`);
    if (cached) return cached;
    const bytes = version === 1 ? secret('class', keyClass) : store.find({ kind: 'class', id: keyClass, version });
    if (!bytes) throw new SealBroken('no such version of the class key');
    const key = createSecretKey(bytes);
    classKeys.set(`${keyClass}\0${version}`, key);
    return key;
  }

  function newestVersion(keyClass: string): number {
    let version = newestClass.get(keyClass);
    if (version === undefined) {
      version = store.newestVersion('class', keyClass) ?? 1;
      newestClass.set(keyClass, version);
    }
    return version;
  }

  const personId = (nik: Nik) => createHmac('sha256', personIndex).update(nik).digest('base64url').slice(0, 22);

  function personKey(nik: Nik): KeyObject {
    heedOthers();
    const cached = personKeys.get(nik);
    if (cached) return cached;
    if (personKeys.size >= PERSON_KEYS_CACHED) personKeys.clear();
    const key = createSecretKey(secret('person', personId(nik)));
    personKeys.set(nik, key);
    return key;
  }

  function signingKey(name: string): KeyObject {
    let key = signingKeys.get(name);
    if (!key) {
      const der = secret('signing', name, () =>
        generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' }),
      );
      key = createPrivateKey({ key: der, type: 'pkcs8', format: 'der' });
      signingKeys.set(name, key);
    }
    return key;
  }

  const serverKey = (name: string): Buffer => {
    let key = secrets.get(name);
    if (!key) {
      key = secret('server', name);
      secrets.set(name, key);
    }
    return Buffer.from(key);
  };

  return {
    /** Seals under the class's newest key: 29 bytes more than `plain`. A row's fields together cost one seal. */
    seal(keyClass: string, place: Place, plain: Buffer | string): Buffer {
      const version = newestVersion(keyClass);
      return sealAt(classKey(keyClass, version), version, place, plain);
    },
    /** Throws `SealBroken` where the bytes, the place or the class are others. */
    unseal(keyClass: string, place: Place, sealed: Buffer): Buffer {
      return openAt(classKey(keyClass, sealed[0] ?? 0), place, sealed);
    },
    /** From now on the class is sealed under a new key; what is sealed stays readable. Gives the version, at most 255. */
    renewClassKey(keyClass: string): number {
      classKey(keyClass, 1);
      return store.alone(() => {
        const version = (store.newestVersion('class', keyClass) ?? 0) + 1;
        if (version > 255) throw new RangeError('a class has at most 255 keys');
        store.insert({ kind: 'class', id: keyClass, version }, randomBytes(32));
        newestClass.set(keyClass, version);
        return version;
      });
    },
    /** Seals under the person's own key, made at first use. Throws `KeyDestroyed` for somebody who was erased. */
    sealForPerson: (nik: Nik, place: Place, plain: Buffer | string): Buffer => sealAt(personKey(nik), 1, place, plain),
    unsealForPerson: (nik: Nik, place: Place, sealed: Buffer): Buffer => openAt(personKey(nik), place, sealed),
    /** Makes the keys of many people in one go, before each of them is sealed for. */
    makePersonKeys(niks: readonly Nik[]): void {
      store.alone(() => {
        for (const nik of niks) {
          const name = { kind: 'person', id: personId(nik), version: 1 } as const;
          if (store.find(name) || store.isBuried('person', name.id)) continue;
          store.insert(name, randomBytes(32));
        }
      });
    },
    /** Destroys the person's key: nothing sealed under it opens again, here or from any backup. */
    erasePerson(nik: Nik): void {
      bury({ kind: 'person', id: personId(nik) });
      personKeys.delete(nik);
    },
    isErased: (nik: Nik): boolean => store.isBuried('person', personId(nik)),
    /** HMAC-SHA-256 under a key of the index's own, cut to `bytes`: equal texts are found, nothing is read. */
    blindIndex(name: string, text: string, bytes: 8 | 16 = 8): Buffer {
      let key = indexKeys.get(name);
      if (!key) {
        key = createSecretKey(secret('server', `index.${name}`));
        indexKeys.set(name, key);
      }
      return createHmac('sha256', key).update(text).digest().subarray(0, bytes);
    },
    /** The salts of a month (`2026-11`, UTC), or `null` when its key was destroyed. */
    saltsOf(month: string): Salts | null {
      heedOthers();
      let salts = months.get(month);
      if (!salts) {
        if (store.isBuried('month', month)) return null;
        salts = saltsUnder(secret('month', month));
        months.set(month, salts);
      }
      return salts;
    },
    destroyMonth(month: string): void {
      bury({ kind: 'month', id: month });
      months.delete(month);
    },
    /** 32 bytes for a use of the server's own (`personRef`, cookies), made at first use. */
    serverKey,
    /** Ed25519. The private key never leaves the vault. */
    sign: (name: string, message: Buffer): Buffer => sign(null, message, signingKey(name)),
    /** 32 bytes, RFC 8032. */
    publicKey(name: string): Buffer {
      const { x } = createPublicKey(signingKey(name)).export({ format: 'jwk' });
      return Buffer.from(x!, 'base64url');
    },
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
