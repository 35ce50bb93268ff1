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
import { leafHash, rootOf, rootOfPacked } from '../../../core/ledger/index.ts';
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

/**
 * Makes leaves one after the other: each is that of a salt and of a row, bytes of larger pieces, and goes into `out` at `at`. No object is made of
 * it: of a nation they would be what most of the time goes into.
 */
export function leafWriter(): (
  salts: Buffer,
  saltAt: number,
  rows: Buffer,
  from: number,
  to: number,
  out: Buffer,
  at: number,
) => void {
  // By length: the first byte of each stays 0, which says that this is a leaf.
  const messages: Buffer[] = [];
  return (salts, saltAt, rows, from, to, out, at) => {
    const length = to - from;
    const message = (messages[length] ??= Buffer.alloc(1 + SALT_BYTES + length));
    salts.copy(message, 1, saltAt, saltAt + SALT_BYTES);
    rows.copy(message, 1 + SALT_BYTES, from, to);
    out.write(hash('sha256', message, 'binary'), at, 'latin1');
  };
}

/** The leaf of one row. */
export const leafOf = (salt: Buffer, row: Buffer): Buffer => leafHash(Buffer.concat([salt, row]));

/** The leaves that lie one behind the other. */
export function* leavesIn(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += LEAF_BYTES) yield bytes.subarray(at, at + LEAF_BYTES);
}

/** The leaves stay as they are. */
export const placeRoot = (leaves: Buffer): Buffer => rootOfPacked(Buffer.from(leaves));

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
