/** What leaves the register for the store carries a key in the place of whoever it is about. The numbers go no further than this process's memory. */
import { createCipheriv, hash, hkdfSync } from 'node:crypto';

const KEY_BYTES = 32;
/** Of a NIK, and of the 64 bits that take its place, in hexadecimal: a line keeps its length. */
const NIK_BYTES = 16;
const LONGEST_IDENTITY = 128;
const NEWLINE = 10;
const TAB = 9;

/**
 * Lines of COPY's text format that begin with a NIK, which is overwritten by a key: the NIK is one block of AES-256, of whose cipher text half
 * is kept, so that it cannot be turned back without trying every number, and not at all without the key.
 */
export async function* keyedPeople(pieces: AsyncIterable<Buffer>, key: Buffer): AsyncGenerator<Buffer> {
  mustBeKey(key);
  // A key of its own, so that this way and the one of facts never agree by chance.
  const own = Buffer.from(hkdfSync('sha256', key, '', 'warehouse.nik', KEY_BYTES));
  // One block a person, never the same twice in a snapshot: ECB is the bare permutation that is wanted here.
  const cipher = createCipheriv('aes-256-ecb', own, null).setAutoPadding(false);
  for await (const lines of wholeLines(pieces)) {
    const starts = startsOf(lines);
    const blocks = Buffer.allocUnsafe(starts.length * NIK_BYTES);
    starts.forEach((start, at) => {
      if (lines[start + NIK_BYTES] !== TAB) throw new RangeError('a line begins with a NIK of 16 digits');
      lines.copy(blocks, at * NIK_BYTES, start, start + NIK_BYTES);
    });
    const keys = Buffer.from(cipher.update(blocks).toString('hex'), 'latin1');
    starts.forEach((start, at) => keys.copy(lines, start, at * 2 * NIK_BYTES, at * 2 * NIK_BYTES + NIK_BYTES));
    yield lines;
  }
}

/** The same for what has an identity of any length: SHA-256 over the key and the identity, cut. The key has a fixed length and stands first. */
export async function* keyedFacts(pieces: AsyncIterable<Buffer>, key: Buffer): AsyncGenerator<Buffer> {
  mustBeKey(key);
  const message = Buffer.alloc(KEY_BYTES + LONGEST_IDENTITY);
  key.copy(message);
  const keyOf = (identity: string) => {
    if (identity === '' || identity.length > LONGEST_IDENTITY) throw new RangeError('an identity of 1 to 128 signs');
    const length = message.write(identity, KEY_BYTES, 'latin1');
    return hash('sha256', message.subarray(0, KEY_BYTES + length), 'hex').slice(0, NIK_BYTES);
  };
  for await (const lines of wholeLines(pieces)) {
    const keyed = lines.toString('latin1').replace(/^[^\t]*/gm, (identity) => (identity === '' ? '' : keyOf(identity)));
    yield Buffer.from(keyed, 'latin1');
  }
}

/** Pieces cut at the ends of lines; each may be written over. */
async function* wholeLines(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const piece of pieces) {
    const end = piece.lastIndexOf(NEWLINE) + 1;
    if (end === 0) {
      rest = Buffer.concat([rest, piece]);
      continue;
    }
    yield Buffer.concat([rest, piece.subarray(0, end)]);
    rest = Buffer.from(piece.subarray(end));
  }
  if (rest.length > 0) throw new Error('the register stopped in the middle of a line');
}

function startsOf(lines: Buffer): number[] {
  const starts: number[] = [];
  for (let start = 0; start < lines.length; start = lines.indexOf(NEWLINE, start) + 1) starts.push(start);
  return starts;
}

function mustBeKey({ length }: Buffer): void {
  if (length !== KEY_BYTES) throw new RangeError('a snapshot key has 32 bytes');
}
