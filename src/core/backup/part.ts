import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { decryptStream, encryptStream, type Identity, type Recipient } from './age.ts';
import { refuse } from './refusals.ts';

/** One file of a backup as it lies there: compressed, and encrypted where the backup is. */
export interface Part {
  /** Below the backup's folder, with slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes one part, durably: `name` gets the endings that say how to read it. */
export async function writePart(given: {
  readonly folder: string;
  readonly name: string;
  readonly source: AsyncIterable<Buffer>;
  readonly recipients: readonly Recipient[];
}): Promise<Part> {
  const { folder, recipients } = given;
  const path = `${given.name}.zst${recipients.length > 0 ? '.age' : ''}`;
  await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 });
  const compress = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 1 } });
  const encrypt = recipients.length > 0 ? [encryptStream(recipients)] : [];
  const digest = createHash('sha256');
  let bytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digest.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const sink = createWriteStream(join(folder, path), { flags: 'wx', mode: 0o600, flush: true });
  await pipeline([Readable.from(given.source, { objectMode: false }), compress, ...encrypt, meter, sink]);
  return { path, bytes, sha256: digest.digest('hex') };
}

/** The content of a part. Its sum must have been checked before: `checkPart`. */
export async function* readPart(
  folder: string,
  part: Part,
  identities: readonly Identity[],
): AsyncGenerator<Buffer, void, undefined> {
  const file = createReadStream(join(folder, part.path), { highWaterMark: 1 << 20 });
  const plain = part.path.endsWith('.age')
    ? Readable.from(decryptStream(file, identities), { objectMode: false })
    : file;
  const content = createZstdDecompress();
  const done = pipeline(plain, content);
  done.catch(() => {});
  yield* content as AsyncIterable<Buffer>;
  await done;
}

/** Refuses `backup.damaged` unless the part is there, byte for byte as it was written. */
export async function checkPart(folder: string, part: Part): Promise<void> {
  const path = join(folder, part.path);
  const found = await stat(path).catch(() => null);
  if (!found) throw refuse('backup.damaged', { values: { file: part.path }, detail: 'missing' });
  if (found.size !== part.bytes || (await sumOfFile(path)) !== part.sha256) {
    throw refuse('backup.damaged', { values: { file: part.path }, detail: 'other bytes' });
  }
}

export async function sumOfFile(path: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) digest.update(chunk as Buffer);
  return digest.digest('hex');
}
