/** Checks in the browser itself that a log contains an entry (RFC 9162, 2.1.3.2), so that nobody need take our word for it. */

export interface InclusionGiven {
  readonly seq: number;
  /** Base64, as the server gives them. */
  readonly leafHash: string;
  readonly proof: readonly string[];
  /** A C2SP checkpoint: origin, size and root, one a line, then signatures. */
  readonly checkpoint: string;
}

export interface CheckpointSaid {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
}

export function readCheckpoint(note: string): CheckpointSaid | null {
  const [origin, size, root] = note.split('\n');
  return origin && root && /^\d+$/.test(size ?? '') ? { origin, size: Number(size), root } : null;
}

/** Whether the proof leads from the entry to the checkpoint's root. The signature is for the verifier that we publish. */
export async function isIncluded(given: InclusionGiven): Promise<boolean> {
  const checkpoint = readCheckpoint(given.checkpoint);
  if (!checkpoint || given.seq >= checkpoint.size) return false;
  let node = given.seq;
  let last = checkpoint.size - 1;
  let hash = bytesOf(given.leafHash);
  for (const sibling of given.proof.map(bytesOf)) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = await parentOf(sibling, hash);
      while (node % 2 === 0 && node > 0) [node, last] = [half(node), half(last)];
    } else {
      hash = await parentOf(hash, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && textOf(hash) === checkpoint.root;
}

const half = (n: number) => Math.floor(n / 2);

async function parentOf(left: Uint8Array, right: Uint8Array): Promise<Uint8Array> {
  const joined = new Uint8Array(1 + left.length + right.length);
  joined[0] = 1;
  joined.set(left, 1);
  joined.set(right, 1 + left.length);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', joined));
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0)!);
}

function textOf(bytes: Uint8Array): string {
  return btoa(String.fromCodePoint(...bytes));
}
