import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto';
import { sixteenDigits, type FamilyCardNumber, type Nik } from './nik.ts';

declare const reference: unique symbol;
/** Sixteen digits as one AES block under a server key, base64url, 22 characters. */
export type Reference<Of> = string & { readonly [reference]: Of };
/** The only form in which a URL carries a person. */
export type PersonRef = Reference<Nik>;
export type FamilyRef = Reference<FamilyCardNumber>;

const SHAPE = /^[A-Za-z0-9_-]{22}$/;
const CHECK = Buffer.from('jatidiri');

export interface References<Of extends string> {
  of(digits: Of): Reference<Of>;
  /** Gives the number, or `null` for anything that this server did not make. */
  read(text: string): Of | null;
}

/**
 * Turns numbers of 16 digits into references and back. `key` is 32 bytes, one per kind of number; the block's second half
 * is constant, so a forged reference is recognised without a look-up (probability of a miss 2^-64).
 */
function references<Of extends string>(secret: Buffer): References<Of> {
  // Blocks of ECB do not depend on one another, so one cipher serves them all: starting one costs more than its block.
  const key = createSecretKey(secret);
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const decipher = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  return {
    of(digits) {
      const block = Buffer.alloc(16);
      block.writeBigUInt64BE(BigInt(digits), 0);
      CHECK.copy(block, 8);
      return cipher.update(block).toString('base64url') as Reference<Of>;
    },
    read(text) {
      if (!SHAPE.test(text)) return null;
      const block = Buffer.from(text, 'base64url');
      if (block.length !== 16) return null;
      const plain = decipher.update(block);
      if (!plain.subarray(8).equals(CHECK)) return null;
      return sixteenDigits(plain.readBigUInt64BE(0)) as Of;
    },
  };
}

export type PersonRefs = References<Nik>;
export type FamilyRefs = References<FamilyCardNumber>;

export const personRefs = (key: Buffer): PersonRefs => references<Nik>(key);
export const familyRefs = (key: Buffer): FamilyRefs => references<FamilyCardNumber>(key);

declare module '../db/tx.ts' {
  interface Ground {
    /** NIKs as URLs carry them. */
    readonly personRefs: PersonRefs;
    /** Family card numbers as URLs carry them, under a key of their own. */
    readonly familyRefs: FamilyRefs;
  }
}
