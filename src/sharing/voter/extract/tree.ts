/**
 * What makes a list provable: a leaf for every voter, a tree for every place, one root over the places (RFC 6962). Pure.
 *
 *     salt   AES-256(key of the extract, the sixteen digits of the NIK)
 *     leaf   RFC 6962 leaf hash of salt, then the bytes of the row without its newline
 *     line   `place,n,male,female,root of its leaves in hexadecimal`: as it stands in the file of places
 *     root   RFC 6962 root over the lines, in the order of places
 *
 * A NIK is one block of the cipher and no two are alike, so that a salt tells nothing of the next, and nothing of the key.
 */
import { createCipheriv, hash } from 'node:crypto';
import { leafHash, rootOf } from '../../../core/ledger/index.ts';
import { csvField } from './layout.ts';

export const SALT_BYTES = 16;
export const LEAF_BYTES = 32;
export const NIK_BYTES = 8;

/** The salts of many, from their sixteen digits one behind the other. */
export function saltsUnder(key: Buffer): (digits: Buffer) => Buffer {
  if (key.length !== 32) throw new RangeError('the key of an extract has 32 bytes');
  // One block each, never the same twice: the bare permutation is what is wanted.
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  return (digits) => {
    if (digits.length % SALT_BYTES !== 0) throw new RangeError('sixteen digits each');
    return cipher.update(digits);
  };
}

/** Makes leaves one after the other in one piece of memory: `write` puts the leaf of a row into `out` at `to`. */
export function leafWriter(): (salt: Buffer, saltAt: number, row: Buffer, from: number, to: number) => Buffer {
  let message = Buffer.alloc(4096);
  return (salt, saltAt, row, from, to) => {
    const length = 1 + SALT_BYTES + to - from;
    if (length > message.length) message = Buffer.alloc(2 * length);
    // The first byte stays 0: it says that this is a leaf.
    salt.copy(message, 1, saltAt, saltAt + SALT_BYTES);
    row.copy(message, 1 + SALT_BYTES, from, to);
    return hash('sha256', message.subarray(0, length), 'buffer');
  };
}

/** The leaf of one row. */
export const leafOf = (salt: Buffer, row: Buffer): Buffer => leafHash(Buffer.concat([salt, row]));

/** The leaves that lie one behind the other. */
export function* leavesIn(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += LEAF_BYTES) yield bytes.subarray(at, at + LEAF_BYTES);
}

export const placeRoot = (leaves: Buffer): Buffer => rootOf(leavesIn(leaves));

export interface PlaceLine {
  readonly place: string;
  readonly n: number;
  readonly male: number;
  readonly female: number;
  /** 64 hex digits. */
  readonly root: string;
}

/** Without its newline. */
export const lineOf = ({ place, n, male, female, root }: PlaceLine): string =>
  [csvField(place), n, male, female, root].join(',');

export const lineLeaf = (line: string): Buffer => leafHash(Buffer.from(line));

/** Of no place: the root of nothing. 64 hex digits. */
export const extractRoot = (lines: readonly string[]): string => rootOf(lines.map(lineLeaf)).toString('hex');
