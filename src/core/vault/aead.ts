import { createCipheriv, createDecipheriv, randomFillSync, type KeyObject } from 'node:crypto';

/** AES-256-GCM (NIST SP 800-38D): nonce, ciphertext, tag. Keys are `KeyObject`s: with a Buffer each call costs four times as much. */
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

/** What was sealed cannot be opened: other bytes, another place, another key. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

const random = Buffer.alloc(NONCE_BYTES * 512);
let used = random.length;

function nonce(): Buffer {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  used += NONCE_BYTES;
  return random.subarray(used - NONCE_BYTES, used);
}

/** Seals `plain` behind `head`, which is written in front and not encrypted. */
export function sealWith(key: KeyObject, about: Buffer, plain: Buffer, head: Buffer = NOTHING): Buffer {
  const iv = nonce();
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(about);
  const body = cipher.update(plain);
  cipher.final();
  return Buffer.concat([head, iv, body, cipher.getAuthTag()]);
}

const NOTHING = Buffer.alloc(0);

/** Opens what `sealWith` made, without its head. Throws `SealBroken`. */
export function openWith(key: KeyObject, about: Buffer, sealed: Buffer): Buffer {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new SealBroken('too short to be sealed');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(about);
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const plain = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
  try {
    decipher.final();
  } catch {
    throw new SealBroken('the seal does not hold');
  }
  return plain;
}
