/** The shape of the tree of RFC 6962 without its hashing, so that a browser walks a proof as the server does. Pure. */

export type Side = 'left' | 'right';

/**
 * On which side each hash of an inclusion proof is joined, from the leaf up (RFC 9162 section 2.1.3.2), or `null` where the
 * proof has not the length that a leaf `index` in a tree of `size` must have.
 *
 * @example
 * proofSides(2, 3, 1); // ['left']: the third leaf is the right edge
 */
export function proofSides(index: number, size: number, length: number): Side[] | null {
  if (!isCount(index) || !isCount(size) || index >= size) return null;
  const sides: Side[] = [];
  let at = index;
  let last = size - 1;
  for (let i = 0; i < length; i++) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      sides.push('left');
      while (at % 2 === 0 && at !== 0) {
        at /= 2;
        last = Math.floor(last / 2);
      }
    } else sides.push('right');
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? sides : null;
}

/** The three lines of a checkpoint's text (C2SP tlog-checkpoint); the root still in base64. */
export interface CheckpointLines {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
}

const SIZE = /^(0|[1-9]\d{0,15})$/;

/** Reads the three lines; extension lines are accepted and left out. `null` for another shape. */
export function checkpointLines(text: string): CheckpointLines | null {
  const [origin, size, root, ...rest] = text.split('\n');
  const extensions = rest.slice(0, -1);
  if (!text.endsWith('\n') || !origin || !SIZE.test(size ?? '') || !root || extensions.includes('')) return null;
  return Number.isSafeInteger(Number(size)) ? { origin, size: Number(size), root } : null;
}

export interface NoteSignature {
  readonly name: string;
  readonly signature: string;
}

/** A signed note (C2SP signed-note) as the text that is signed and its signatures, still in base64; `null` for another shape. */
export function noteParts(
  note: string,
): { readonly text: string; readonly signatures: readonly NoteSignature[] } | null {
  const cut = note.lastIndexOf('\n\n');
  if (cut < 0 || !note.endsWith('\n')) return null;
  const signatures: NoteSignature[] = [];
  for (const line of note.slice(cut + 2, -1).split('\n')) {
    const parts = /^— ([^\s+]+) (\S+)$/u.exec(line);
    if (!parts) return null;
    signatures.push({ name: parts[1]!, signature: parts[2]! });
  }
  return { text: note.slice(0, cut + 1), signatures };
}

export interface KeyLine {
  readonly name: string;
  readonly id: string;
  /** One byte for the kind of signature, then the public key; in base64. */
  readonly key: string;
}

/** `name+id+base64` as it is handed to whoever verifies; `null` for another shape. */
export function keyLine(line: string): KeyLine | null {
  const parts = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(line.trim());
  return parts ? { name: parts[1]!, id: parts[2]!, key: parts[3]! } : null;
}

function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}
