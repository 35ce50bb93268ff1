import { createPublicKey, hash, verify, type KeyObject } from 'node:crypto';
import { HASH_BYTES } from './merkle.ts';
import { checkpointLines, keyLine, noteParts } from './rules.ts';

/** Checkpoints (C2SP tlog-checkpoint) as signed notes (C2SP signed-note) with Ed25519 signatures. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

export interface NoteKey {
  readonly name: string;
  /** 32 bytes, RFC 8032. */
  readonly publicKey: Buffer;
}

const ED25519 = 0x01;
const SIGNATURE_BYTES = 64;

/** The text that is signed, its last newline included. */
export function checkpointText(checkpoint: Checkpoint): string {
  return `${checkpoint.origin}\n${checkpoint.size}\n${checkpoint.root.toString('base64')}\n`;
}

/** Reads the three lines; extension lines are accepted and left out. Refuses another shape with a `RangeError`. */
export function parseCheckpointText(text: string): Checkpoint {
  const lines = checkpointLines(text);
  const root = lines && fromBase64(lines.root);
  if (root?.length !== HASH_BYTES) throw malformed();
  return { origin: lines!.origin, size: lines!.size, root };
}

/** SHA-256(name, newline, signature type, public key), its first four bytes. */
export function keyId(key: NoteKey): Buffer {
  const text = Buffer.concat([Buffer.from(`${key.name}\n`), Buffer.of(ED25519), key.publicKey]);
  return hash('sha256', text, 'buffer').subarray(0, 4);
}

/** The key as one line, `name+id+base64`, for whoever verifies. */
export function verifierLine(key: NoteKey): string {
  const bytes = Buffer.concat([Buffer.of(ED25519), key.publicKey]);
  return `${key.name}+${keyId(key).toString('hex')}+${bytes.toString('base64')}`;
}

/** Reads `verifierLine`; refuses a line whose id does not fit its key. */
export function parseVerifierLine(line: string): NoteKey {
  const parts = keyLine(line);
  const bytes = parts && fromBase64(parts.key);
  if (!parts || bytes?.length !== 33 || bytes[0] !== ED25519) throw malformed();
  const key = { name: parts.name, publicKey: bytes.subarray(1) };
  if (keyId(key).toString('hex') !== parts.id) throw malformed();
  return key;
}

/** Signs `text`, which must end in a newline. `sign` gives the 64 bytes of an Ed25519 signature. */
export function signNote(text: string, key: NoteKey, sign: (message: Buffer) => Buffer): string {
  const signature = Buffer.concat([keyId(key), sign(Buffer.from(text))]);
  return `${text}\n— ${key.name} ${signature.toString('base64')}\n`;
}

/** Gives the text of a note that `key` has signed, or `null`. Signatures of unknown keys are ignored. */
export function openNote(note: string, key: NoteKey): string | null {
  const parts = hasControl(note) ? null : noteParts(note);
  if (!parts) return null;
  const { text } = parts;
  let signed = false;
  for (const { name, signature: written } of parts.signatures) {
    const bytes = fromBase64(written);
    if (!bytes || bytes.length < 5) return null;
    if (name !== key.name || !bytes.subarray(0, 4).equals(keyId(key))) continue;
    const signature = bytes.subarray(4);
    const holds =
      signature.length === SIGNATURE_BYTES && verify(null, Buffer.from(text), publicKeyObject(key), signature);
    if (!holds) return null;
    signed = true;
  }
  return signed ? text : null;
}

/** Gives the checkpoint of a note that `key` has signed for the origin of its own name, or `null`. */
export function openCheckpoint(note: string, key: NoteKey): Checkpoint | null {
  const text = openNote(note, key);
  if (text === null) return null;
  try {
    const checkpoint = parseCheckpointText(text);
    return checkpoint.origin === key.name ? checkpoint : null;
  } catch (fault) {
    if (fault instanceof RangeError) return null;
    throw fault;
  }
}

function publicKeyObject(key: NoteKey): KeyObject {
  return createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: key.publicKey.toString('base64url') },
    format: 'jwk',
  });
}

function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 && code !== 0x0a) return true;
  }
  return false;
}

// Only the one way of writing them: a note has no two forms.
function fromBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}

function malformed(): RangeError {
  return new RangeError('not a checkpoint, or not a key');
}
