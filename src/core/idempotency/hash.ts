import { createHash, hash } from 'node:crypto';

/** JSON with sorted keys (RFC 8785 for the values that we use): equal things have equal text. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'bigint') return JSON.stringify(value.toString());
  if (value instanceof Uint8Array) return JSON.stringify({ sha256: createHash('sha256').update(value).digest('hex') });
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** What one request asks, as 32 bytes: the route and its parsed input, a file by its own hash. */
export function requestHash(route: string, input: unknown): Buffer {
  return hash('sha256', `${route}\n${canonicalJson(input)}`, 'buffer');
}
