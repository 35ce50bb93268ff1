import { createHash } from 'node:crypto';

/** JSON with sorted keys: the same value gives the same text. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${sorted.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** What binds a code to its paper: a salted hash of all that stands on it, cut to 16 bytes. The salt stays with us, so that
 * nobody can guess the person from a photographed code. */
export function contentHash(salt: Buffer, kind: string, documentId: string, data: unknown): Buffer {
  const hash = createHash('sha256').update('jatidiri/paper/v1\n').update(salt);
  return hash
    .update(`${kind}\n${documentId}\n${canonicalJson(data)}`)
    .digest()
    .subarray(0, 16);
}
