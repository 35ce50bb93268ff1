/** What leaves the register for the store carries a key in the place of whoever it is about. */
import { hash } from 'node:crypto';

const KEY_BYTES = 32;
const LONGEST_IDENTITY = 128;

/**
 * Lines of COPY's text format with their first field replaced by two halves of a keyed hash: SHA-256 over the key and the identity, cut to
 * 64 bits. The key has a fixed length and stands first, and the hash is cut, so that nothing can be appended to it. The numbers themselves go no further than
 * this process's memory.
 */
export async function* keyedLines(pieces: AsyncIterable<Buffer>, key: Buffer): AsyncGenerator<Buffer> {
  const keyOf = keyer(key);
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece.toString('latin1')).split('\n');
    rest = lines.pop()!;
    let out = '';
    for (const line of lines) {
      const at = line.indexOf('\t');
      out += `${keyOf(line.slice(0, at))}${line.slice(at)}\n`;
    }
    yield Buffer.from(out, 'latin1');
  }
  if (rest !== '') throw new Error('the register stopped in the middle of a line');
}

/** Gives an identity's key as two numbers of 32 bits, with a tab between. */
export function keyer(key: Buffer): (identity: string) => string {
  if (key.length !== KEY_BYTES) throw new RangeError('a snapshot key has 32 bytes');
  const message = Buffer.alloc(KEY_BYTES + LONGEST_IDENTITY);
  key.copy(message);
  return (identity) => {
    if (identity === '' || identity.length > LONGEST_IDENTITY) throw new RangeError('an identity of 1 to 128 signs');
    const length = message.write(identity, KEY_BYTES, 'latin1');
    const digest = hash('sha256', message.subarray(0, KEY_BYTES + length), 'buffer');
    return `${digest.readUInt32BE(0)}\t${digest.readUInt32BE(4)}`;
  };
}
