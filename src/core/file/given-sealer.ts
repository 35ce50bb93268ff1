import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Place, Sealer } from './sealer.ts';

/** For tests of rooms that seal: real AES-256-GCM with the place bound in, keys in memory, persons can be erased. */
export function givenSealer(): Sealer & { erase(nik: string): void } {
  const keys = new Map<string, Buffer>();
  const erased = new Set<string>();
  const keyOf = (name: string) => {
    if (erased.has(name)) throw new Error('the key is gone');
    if (!keys.has(name)) keys.set(name, randomBytes(32));
    return keys.get(name)!;
  };
  const seal = (name: string, place: Place, plain: Buffer) => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', keyOf(name), nonce).setAAD(Buffer.from(JSON.stringify(place)));
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  };
  const unseal = (name: string, place: Place, sealed: Buffer) => {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(name), sealed.subarray(0, 12), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(JSON.stringify(place))).setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
  };
  return {
    sealForPerson: (nik, place, plain) => seal(`person ${nik}`, place, plain),
    unsealForPerson: (nik, place, sealed) => unseal(`person ${nik}`, place, sealed),
    seal: (keyClass, place, plain) => seal(`class ${keyClass}`, place, plain),
    unseal: (keyClass, place, sealed) => unseal(`class ${keyClass}`, place, sealed),
    erase: (nik) => void erased.add(`person ${nik}`),
  };
}
