/**
 * Checks in the browser what the log claims: that the entry's bytes are the leaf, that the leaf lies under the checkpoint's root,
 * that the log's key signed the checkpoint. The same rules as the server's (`log/rules.ts`), hashed by the browser itself.
 */
import { checkpointLines, keyLine, noteParts, proofSides } from '../../src/core/ledger/log/rules.ts';

export interface Step {
  readonly side: 'left' | 'right';
  /** Base64: the hash beside, and what both make. */
  readonly beside: string;
  readonly makes: string;
}

export interface ProofGiven {
  readonly seq: number;
  /** The entry's very text. */
  readonly text: string;
  /** Base64. */
  readonly proof: readonly string[];
  /** A C2SP checkpoint, as a signed note. */
  readonly checkpoint: string;
}

export interface Proof {
  /** Of the entry's text, hashed here. */
  readonly leaf: string;
  readonly steps: readonly Step[];
  /** What the steps lead to; `null` where the proof has not the length that this place in the log needs. */
  readonly root: string | null;
  readonly claimed: { readonly origin: string; readonly size: number; readonly root: string } | null;
  readonly holds: boolean;
}

/** Walks an inclusion proof (RFC 9162 section 2.1.3.2) from the text itself. */
export async function walkProof(given: ProofGiven): Promise<Proof> {
  const note = noteParts(given.checkpoint);
  const claimed = note && checkpointLines(note.text);
  let node = await sha256(joined(Uint8Array.of(0), new TextEncoder().encode(given.text)));
  const leaf = toBase64(node);
  const sides = claimed && proofSides(given.seq, claimed.size, given.proof.length);
  if (!sides) return { leaf, steps: [], root: null, claimed, holds: false };
  const steps: Step[] = [];
  for (const [place, side] of sides.entries()) {
    const beside = given.proof[place]!;
    const other = fromBase64(beside);
    node = await sha256(joined(Uint8Array.of(1), ...(side === 'left' ? [other, node] : [node, other])));
    steps.push({ side, beside, makes: toBase64(node) });
  }
  const root = toBase64(node);
  return { leaf, steps, root, claimed, holds: root === claimed.root };
}

/** Whether this very key signed the note; `unable` where the browser cannot say. */
export async function isSignedBy(note: string, line: string): Promise<'yes' | 'no' | 'unable'> {
  const parts = noteParts(note);
  const key = keyLine(line);
  if (!parts || !key) return 'no';
  const known = fromBase64(key.key);
  const id = (await sha256(joined(new TextEncoder().encode(`${key.name}\n`), known))).slice(0, 4);
  if (toHex(id) !== key.id || known[0] !== ED25519) return 'no';
  const mine = parts.signatures
    .map(({ name, signature }) => ({ name, bytes: fromBase64(signature) }))
    .find(({ name, bytes }) => name === key.name && toHex(bytes.slice(0, 4)) === key.id);
  if (!mine) return 'no';
  try {
    const imported = await crypto.subtle.importKey('raw', known.slice(1), 'Ed25519', false, ['verify']);
    const holds = await crypto.subtle.verify(
      'Ed25519',
      imported,
      mine.bytes.slice(4),
      new TextEncoder().encode(parts.text),
    );
    return holds ? 'yes' : 'no';
  } catch {
    // An older browser without Ed25519: the published verifier does it.
    return 'unable';
  }
}

/** Signature type of C2SP signed-note. */
const ED25519 = 1;

type Bytes = Uint8Array<ArrayBuffer>;

async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

function joined(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (letter) => letter.codePointAt(0)!);
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCodePoint(...bytes));
}

function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
