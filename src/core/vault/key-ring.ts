import {
  createHmac,
  createPrivateKey,
  createSecretKey,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import type { Nik } from '../id/index.ts';
import { SealBroken } from './aead.ts';
import { saltsUnder, type Salts } from './salts.ts';
import type { KeyKind, openStore } from './store.ts';

/** The key was destroyed: the person was erased, or the month's retention has ended. */
export class KeyDestroyed extends Error {
  override readonly name = 'KeyDestroyed';
}

const PERSON_KEYS_CACHED = 10_000;

/** The opened keys of one process: made at first use, cached, and forgotten when another process has changed the store. */
export function keyRing(store: ReturnType<typeof openStore>) {
  const classKeys = cache<KeyObject>();
  const newestClass = cache<number>();
  const secrets = cache<Buffer>();
  const indexKeys = cache<KeyObject>();
  const signingKeys = cache<KeyObject>();
  const months = cache<Salts>();
  const personKeys = cache<KeyObject>(PERSON_KEYS_CACHED);
  const personIndex = createSecretKey(secret('server', 'vault.person'));
  let seenChanges = store.foreignChanges();

  /** Another process may have erased: what is cached is then no longer to be believed. */
  function heedOthers(): void {
    const changes = store.foreignChanges();
    if (changes === seenChanges) return;
    seenChanges = changes;
    personKeys.clear();
    months.clear();
    newestClass.clear();
  }

  /** The secret's bytes, made if there are none. Throws `KeyDestroyed` for one that was erased. */
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
    return classKeys.get(`${keyClass}\0${version}`, () => {
      const bytes = version === 1 ? secret('class', keyClass) : store.find({ kind: 'class', id: keyClass, version });
      if (!bytes) throw new SealBroken('no such version of the class key');
      return createSecretKey(bytes);
    });
  }

  const personId = (nik: Nik) => createHmac('sha256', personIndex).update(nik).digest('base64url').slice(0, 22);

  return {
    classKey,
    /** The version under which the class is sealed now. */
    newestVersion: (keyClass: string): number =>
      newestClass.get(keyClass, () => store.newestVersion('class', keyClass) ?? 1),
    renewClass(keyClass: string): number {
      classKey(keyClass, 1);
      newestClass.clear();
      return store.alone(() => {
        const version = (store.newestVersion('class', keyClass) ?? 0) + 1;
        if (version > 255) throw new RangeError('a class has at most 255 keys');
        store.insert({ kind: 'class', id: keyClass, version }, randomBytes(32));
        return version;
      });
    },
    /** Under what a person's key is kept: a keyed hash, so that the store does not name him. */
    personId,
    personKey(nik: Nik): KeyObject {
      heedOthers();
      return personKeys.get(nik, () => createSecretKey(secret('person', personId(nik))));
    },
    makePersonKeys(niks: readonly Nik[]): void {
      store.alone(() => {
        for (const nik of niks) {
          const name = { kind: 'person', id: personId(nik), version: 1 } as const;
          if (store.find(name) || store.isBuried('person', name.id)) continue;
          store.insert(name, randomBytes(32));
        }
      });
    },
    forgetPerson: (nik: Nik): void => personKeys.drop(nik),
    indexKey: (name: string): KeyObject =>
      indexKeys.get(name, () => createSecretKey(secret('server', `index.${name}`))),
    signingKey: (name: string): KeyObject =>
      signingKeys.get(name, () => {
        const make = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' });
        return createPrivateKey({ key: secret('signing', name, make), type: 'pkcs8', format: 'der' });
      }),
    /** Never cached: it is rarely asked for, and once another process has destroyed it nobody may have it. */
    passingKey(name: string): Buffer {
      if (store.isBuried('passing', name)) throw new KeyDestroyed('the key was destroyed');
      return secret('passing', name);
    },
    findPassingKey: (name: string): Buffer | null => store.find({ kind: 'passing', id: name, version: 1 }),
    serverKey: (name: string): Buffer => secrets.get(name, () => secret('server', name)),
    salts(month: string): Salts | null {
      heedOthers();
      if (store.isBuried('month', month)) return null;
      return months.get(month, () => saltsUnder(secret('month', month)));
    },
    forgetMonth: (month: string): void => months.drop(month),
  };
}

/** What was made once is kept; past `most`, all is made anew. */
function cache<Value>(most = Infinity) {
  const kept = new Map<string, Value>();
  return {
    get(name: string, make: () => Value): Value {
      const known = kept.get(name);
      if (known !== undefined) return known;
      const made = make();
      if (kept.size >= most) kept.clear();
      kept.set(name, made);
      return made;
    },
    drop: (name: string): void => void kept.delete(name),
    clear: (): void => kept.clear(),
  };
}
