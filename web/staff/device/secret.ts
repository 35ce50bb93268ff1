/**
 * Names and NIKs that wait on this device lie under a key that no script can read out and that never leaves the browser:
 * whoever copies the disk's files alone reads nothing.
 */
import { asked, reading, writing } from './store.ts';

const KEY = 'label';
const IV_BYTES = 12;

export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

/** Seals a value for one place; under the name of another place it does not open. */
export function seal(place: string, value: unknown): Promise<Sealed> {
  return sealBytes(place, new TextEncoder().encode(JSON.stringify(value)));
}

/** `null` where it does not open: another browser's disk, or the key is gone. */
export async function unseal<T>(place: string, sealed: Sealed): Promise<T | null> {
  const plain = await unsealBytes(place, sealed);
  return plain && (JSON.parse(new TextDecoder().decode(plain)) as T);
}

export async function sealBytes(place: string, bytes: Uint8Array<ArrayBuffer>): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  return { iv, bytes: await crypto.subtle.encrypt(cipher(iv, place), await keyOf(), bytes) };
}

/** `null` as with `unseal`. */
export async function unsealBytes(place: string, sealed: Sealed): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(cipher(sealed.iv, place), await keyOf(), sealed.bytes));
  } catch {
    return null;
  }
}

const cipher = (iv: Uint8Array<ArrayBuffer>, place: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(place),
});

async function keyOf(): Promise<CryptoKey> {
  const kept = await reading(['secret'], (store) =>
    asked(store('secret').get(KEY) as IDBRequest<CryptoKey | undefined>),
  );
  if (kept) return kept;
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  return writing(['secret'], async (store) => {
    // Another tab may have been first: its key holds.
    const first = await asked(store('secret').get(KEY) as IDBRequest<CryptoKey | undefined>);
    if (first) return first;
    await asked(store('secret').put(fresh, KEY));
    return fresh;
  });
}
