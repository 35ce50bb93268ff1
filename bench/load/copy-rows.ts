/** COPY in its binary form: rows of fields, each of which is bytes as PostgreSQL sends them. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

const HEADER = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const TRAILER = Buffer.from([0xff, 0xff]);
const BLOCK_BYTES = 1 << 20;

/** @example await copyRows(client, 'blank.uid_place (batch_seq, block, pages)', rows()); */
export async function copyRows(client: Client, into: string, rows: Iterable<readonly Buffer[]>): Promise<void> {
  function* blocks(): Generator<Buffer> {
    let parts: Buffer[] = [HEADER];
    let bytes = 0;
    for (const fields of rows) {
      const count = Buffer.allocUnsafe(2);
      count.writeInt16BE(fields.length);
      parts.push(count);
      for (const field of fields) {
        parts.push(int4(field.length), field);
        bytes += field.length + 4;
      }
      if (bytes < BLOCK_BYTES) continue;
      yield Buffer.concat(parts);
      parts = [];
      bytes = 0;
    }
    yield Buffer.concat([...parts, TRAILER]);
  }
  await pipeline(Readable.from(blocks()), client.query(copyFrom(`copy ${into} from stdin (format binary)`)));
}

export function int4(n: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeInt32BE(n);
  return bytes;
}

export function int8(n: bigint): Buffer {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigInt64BE(n);
  return bytes;
}
