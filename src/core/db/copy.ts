import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from, to } from 'pg-copy-streams';
import { escapeIdentifier } from 'pg';
import type { Tx } from './tx.ts';

/**
 * Copies rows in PostgreSQL's text format (see `copyLine`) into a table without row-level security (COPY into a table with
 * policies is refused by the server: staging only). Gives the number of rows.
 */
export async function copyInto(
  tx: Tx,
  relation: string,
  columns: readonly string[],
  rows: AsyncIterable<Buffer | string> | Iterable<Buffer | string>,
): Promise<number> {
  const target = `${quoted(relation)} (${columns.map(escapeIdentifier).join(', ')})`;
  const stream = tx.client.query(from(`copy ${target} from stdin`, { highWaterMark: 1 << 18 }));
  await pipeline(Readable.from(rows, { objectMode: true }), stream);
  return stream.rowCount;
}

/**
 * The rows of a statement in CSV or text format, as they come. The statement is ours, never a user's text. Whoever stops reading in the middle
 * ends the connection: what it still has to say would be waited for for ever, and `rollback` behind it.
 */
export function copyOut(tx: Tx, statement: string, format: 'text' | 'csv' = 'text'): Readable {
  const rows = tx.client.query(to(`copy (${statement}) to stdout (format ${format})`));
  const { stream } = (tx.client as unknown as { readonly connection: { readonly stream: Socket } }).connection;
  rows.once('close', () => {
    // While it copies, nobody else listens on the line; at its end, or at an error of the server's, the client does again.
    if (stream.listenerCount('data') === 0) stream.destroy();
  });
  return rows;
}

export type CopyValue = string | number | bigint | boolean | Date | Buffer | null;

/** One row in COPY's text format, newline included. */
export function copyLine(values: readonly CopyValue[]): string {
  return `${values.map(field).join('\t')}\n`;
}

const SPECIAL = /[\\\t\n\r]/;

function field(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return SPECIAL.test(value) ? value.replace(/[\\\t\n\r]/g, escapeOf) : value;
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  return String(value);
}

function escapeOf(character: string): string {
  return { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }[character]!;
}

function quoted(relation: string): string {
  return relation.split('.').map(escapeIdentifier).join('.');
}
