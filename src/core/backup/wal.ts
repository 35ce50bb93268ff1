import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { clusterFolder } from '../db/embedded/cluster.ts';

/** The byte of a log sequence number such as `0/3000028`. */
export function parseLsn(lsn: string): bigint {
  const [high, low] = lsn.split('/') as [string, string];
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
}

/** The names of the WAL files that hold `from` up to `to` on one timeline, both included. */
export function segmentsBetween(from: string, to: string, at: { timeline: number; segmentBytes: number }): string[] {
  const size = BigInt(at.segmentBytes);
  const perHigh = 0x1_0000_0000n / size;
  const hex = (n: bigint) => n.toString(16).toUpperCase().padStart(8, '0');
  const names: string[] = [];
  for (let n = parseLsn(from) / size; n <= parseLsn(to) / size; n++) {
    names.push(hex(BigInt(at.timeline)) + hex(n / perHigh) + hex(n % perHigh));
  }
  return names;
}

export async function* readSegment(dataDir: string, name: string): AsyncGenerator<Buffer> {
  yield* createReadStream(join(clusterFolder(dataDir), 'pg_wal', name), { highWaterMark: 1 << 20 });
}
