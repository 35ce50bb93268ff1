import { createCipheriv, createDecipheriv } from 'node:crypto';
import { type Nik, sixteenDigits } from './nik.ts';

declare const personRef: unique symbol;
/** A NIK as one AES block under a server key, base64url, 22 characters: the only form in which a URL carries a person. */
export type PersonRef = string & { readonly [personRef]: true };

const SHAPE = /^[A-Za-z0-9_-]{22}$/;
const CHECK = Buffer.from('jatidiri');

/** Turns NIKs into references and back. `key` is 32 bytes; the block's second half is constant, so a forged reference
 * is recognised without a look-up (probability of a miss 2^-64). */
export function personRefs(key: Buffer) {
  return {
    of(nik: Nik): PersonRef {
      const block = Buffer.alloc(16);
      block.writeBigUInt64BE(BigInt(nik), 0);
      CHECK.copy(block, 8);
      const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
      return Buffer.concat([cipher.update(block), cipher.final()]).toString('base64url') as PersonRef;
    },
    /** Gives the NIK, or `null` for anything that this server did not make. */
    read(text: string): Nik | null {
      if (!SHAPE.test(text)) return null;
      const block = Buffer.from(text, 'base64url');
      if (block.length !== 16) return null;
      const decipher = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false);
      const plain = Buffer.concat([decipher.update(block), decipher.final()]);
      if (!plain.subarray(8).equals(CHECK)) return null;
      return sixteenDigits(plain.readBigUInt64BE(0)) as Nik;
    },
  };
}

export type PersonRefs = ReturnType<typeof personRefs>;
