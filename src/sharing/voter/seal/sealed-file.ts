/**
 * Files that are sealed while they are written, and opened while they are read: nothing plain ever lies on a disk, and nothing is in memory
 * as a whole. AES-256-GCM in pieces, as STREAM has it (Hoang, Reyhanitabar, Rogaway, Vizár 2015): the nonce counts the pieces and marks the
 * last, so that no piece can be left out, doubled or moved, and no file be cut, unseen.
 *
 *     "JTDVTR1\n" | 16 random bytes | pieces of 262,144 bytes, the last shorter, each with its tag of 16
 *
 * Each file has a key of its own, from the key of the extract, the random bytes, the extract's id and the file's path (HKDF, RFC 5869): a making
 * that was stopped and begun again never seals two texts under one key and nonce.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { closeSync, openSync, writeSync, writevSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Settling } from './settling.ts';

const MAGIC = Buffer.from('JTDVTR1\n');
const SALT_BYTES = 16;
export const HEADER_BYTES = MAGIC.length + SALT_BYTES;
export const PIECE_BYTES = 1 << 18;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

export interface Place {
  /** 32 bytes. */
  readonly key: Buffer;
  readonly extractId: string;
  /** Below the folder of the extract. */
  readonly path: string;
}

export interface Written {
  readonly bytes: number;
  readonly sha256: string;
  /** Of what was sealed; of a file that is not sealed the same. */
  readonly plainBytes: number;
  readonly plainSha256: string;
}

/**
 * Takes the bytes of one file, in this process's own time: a row costs no promise. What is written is durable when the `Settling` that it was
 * given to says so.
 */
export interface FileWriter {
  write(bytes: Buffer): void;
  end(): Written;
  /** After a fault: nothing more is written. */
  drop(): void;
}

function keyOf({ key, extractId, path }: Place, salt: Buffer): KeyObject {
  return createSecretKey(
    Buffer.from(hkdfSync('sha256', key, salt, `jatidiri/voter/file/1\0${extractId}\0${path}`, 32)),
  );
}

const about = ({ extractId, path }: Place): Buffer => Buffer.from(`${extractId}\0${path}`);

function nonceOf(piece: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(piece, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** Its folder is there. */
const opened = (to: string): number => openSync(to, 'wx', 0o600);

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}

/** Thousands of files are written one after the other: each takes up the memory that one before it has left. */
const spare: Buffer[] = [];

/** A new file at `to`; throws where there is one. */
export function sealedWriter(to: string, place: Place, settling: Settling): FileWriter {
  const file = opened(to);
  const salt = randomBytes(SALT_BYTES);
  const key = keyOf(place, salt);
  const aad = about(place);
  const plain = createHash('sha256');
  const sealed = createHash('sha256');
  const waiting = spare.pop() ?? Buffer.allocUnsafe(PIECE_BYTES);
  let filled = 0;
  let piece = 0;
  let plainBytes = 0;
  let bytes = 0;
  let over = false;

  function put(parts: readonly Buffer[]): void {
    let length = 0;
    for (const part of parts) {
      sealed.update(part);
      length += part.length;
    }
    bytes += length;
    if (writevSync(file, parts) < length) throw new Error('the disk took less than it was given');
  }

  function flush(last: boolean): void {
    const cipher = createCipheriv(CIPHER, key, nonceOf(piece, last));
    cipher.setAAD(aad);
    const body = cipher.update(waiting.subarray(0, filled));
    cipher.final();
    plain.update(waiting.subarray(0, filled));
    piece += 1;
    filled = 0;
    const parts = [body, cipher.getAuthTag()];
    put(piece === 1 ? [MAGIC, salt, ...parts] : parts);
  }

  return {
    write(given) {
      plainBytes += given.length;
      for (let at = 0; at < given.length;) {
        // A full piece waits until it is known not to be the last.
        if (filled === PIECE_BYTES) flush(false);
        const taken = given.copy(waiting, filled, at);
        filled += taken;
        at += taken;
      }
    },
    end() {
      flush(true);
      over = true;
      spare.push(waiting);
      settling.take(file);
      return { bytes, sha256: sealed.digest('hex'), plainBytes, plainSha256: plain.digest('hex') };
    },
    drop() {
      // Handed on, its number may be another file's by now.
      if (!over) closeSync(file);
      over = true;
    },
  };
}

/** For files that tell nothing of anybody. */
export function plainWriter(to: string, settling: Settling): FileWriter {
  const file = opened(to);
  const digest = createHash('sha256');
  let bytes = 0;
  let over = false;
  return {
    write(given) {
      digest.update(given);
      bytes += given.length;
      writeAll(file, given);
    },
    end() {
      over = true;
      settling.take(file);
      const sha256 = digest.digest('hex');
      return { bytes, sha256, plainBytes: bytes, plainSha256: sha256 };
    },
    drop() {
      // Handed on, its number may be another file's by now.
      if (!over) closeSync(file);
      over = true;
    },
  };
}

/** What was sealed there does not open: changed, cut, of another place, or under another key. */
export class FileSealBroken extends Error {
  override readonly name = 'FileSealBroken';
}

/** The plain bytes of a sealed file. Throws `FileSealBroken` before it gives anything of the piece that does not open. */
export async function* openSealed(from: string, place: Place): AsyncGenerator<Buffer> {
  const file = await open(from, 'r');
  try {
    const { size } = await file.stat();
    const header = Buffer.alloc(HEADER_BYTES);
    const { bytesRead: there } = await file.read(header, 0, HEADER_BYTES, 0);
    if (there < HEADER_BYTES || !header.subarray(0, MAGIC.length).equals(MAGIC))
      throw new FileSealBroken('not a sealed file');
    const key = keyOf(place, header.subarray(MAGIC.length));
    const aad = about(place);
    const whole = PIECE_BYTES + TAG_BYTES;
    const pieces = Math.max(1, Math.ceil((size - HEADER_BYTES) / whole));
    for (let piece = 0; piece < pieces; piece++) {
      const at = HEADER_BYTES + piece * whole;
      const sealed = Buffer.allocUnsafe(Math.max(0, Math.min(whole, size - at)));
      const { bytesRead } = await file.read(sealed, 0, sealed.length, at);
      if (bytesRead < sealed.length || bytesRead < TAG_BYTES) throw new FileSealBroken('the file ends too early');
      const decipher = createDecipheriv(CIPHER, key, nonceOf(piece, piece === pieces - 1), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(aad);
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      const plain = decipher.update(sealed.subarray(0, -TAG_BYTES));
      try {
        decipher.final();
      } catch {
        throw new FileSealBroken('the seal does not hold');
      }
      yield plain;
    }
  } finally {
    await file.close();
  }
}
