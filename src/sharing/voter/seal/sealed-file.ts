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
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

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

/** Takes the bytes of one file. `bytes` may be written over once `write` has settled. */
export interface FileWriter {
  write(bytes: Buffer): Promise<void>;
  /** Durable when it has settled. */
  end(): Promise<Written>;
  /** After a fault: nothing more is written. */
  drop(): Promise<void>;
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

async function opened(to: string): Promise<FileHandle> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  return open(to, 'wx', 0o600);
}

/** A new file at `to`; refuses one that is there. */
export async function sealedWriter(to: string, place: Place): Promise<FileWriter> {
  const file = await opened(to);
  const salt = randomBytes(SALT_BYTES);
  const key = keyOf(place, salt);
  const aad = about(place);
  const plain = createHash('sha256');
  const sealed = createHash('sha256');
  const waiting = Buffer.allocUnsafe(PIECE_BYTES);
  let filled = 0;
  let piece = 0;
  let plainBytes = 0;
  let bytes = 0;

  async function put(out: Buffer): Promise<void> {
    sealed.update(out);
    bytes += out.length;
    await file.writeFile(out);
  }

  async function flush(last: boolean): Promise<void> {
    const cipher = createCipheriv(CIPHER, key, nonceOf(piece, last));
    cipher.setAAD(aad);
    const body = cipher.update(waiting.subarray(0, filled));
    cipher.final();
    plain.update(waiting.subarray(0, filled));
    piece += 1;
    filled = 0;
    await put(Buffer.concat([body, cipher.getAuthTag()]));
  }

  await put(Buffer.concat([MAGIC, salt]));
  return {
    async write(given) {
      plainBytes += given.length;
      for (let at = 0; at < given.length;) {
        // A full piece waits until it is known not to be the last.
        if (filled === PIECE_BYTES) await flush(false);
        const taken = given.copy(waiting, filled, at);
        filled += taken;
        at += taken;
      }
    },
    async end() {
      await flush(true);
      await file.sync();
      await file.close();
      return { bytes, sha256: sealed.digest('hex'), plainBytes, plainSha256: plain.digest('hex') };
    },
    drop: () => file.close().catch(() => undefined),
  };
}

/** For files that tell nothing of anybody. */
export async function plainWriter(to: string): Promise<FileWriter> {
  const file = await opened(to);
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    async write(given) {
      hash.update(given);
      bytes += given.length;
      await file.writeFile(given);
    },
    async end() {
      await file.sync();
      await file.close();
      const sha256 = hash.digest('hex');
      return { bytes, sha256, plainBytes: bytes, plainSha256: sha256 };
    },
    drop: () => file.close().catch(() => undefined),
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
