/** What shows to a third person that an answer is ours: a signature of its own, or a path to a root that is signed. Pure but for `sign`. */
import { inclusionPaths, leafHash } from '../../../core/ledger/index.ts';

export interface Signer {
  /** The key's name in the published set. */
  readonly key: string;
  /** Ed25519. */
  sign(message: Buffer): Buffer;
}

/** What is signed says what it is, so that no signature can be taken for another's. */
const OWN = 'jatidiri-answer-v1\n';
const TREE = 'jatidiri-answers-v1\n';

/** What an own signature is over. */
export function ownMessage(answer: string): Buffer {
  return Buffer.from(OWN + answer);
}

/** What the signature of a tree is over; the root in base64. */
export function treeMessage(size: number, root: string): Buffer {
  return Buffer.from(`${TREE}${size}\n${root}\n`);
}

/** The proof of one answer as JSON text. */
export function ownProof(answer: string, signer: Signer): string {
  return `{"key":"${signer.key}","kind":"own","signature":"${signer.sign(ownMessage(answer)).toString('base64')}"}`;
}

/** One proof for each answer, in their order: all under one signature (RFC 6962 hashing). */
export function treeProofs(answers: readonly string[], signer: Signer): string[] {
  if (answers.length === 0) return [];
  const { root, paths } = inclusionPaths(answers.map((answer) => leafHash(Buffer.from(answer))));
  const size = answers.length;
  const rootText = root.toString('base64');
  const signature = signer.sign(treeMessage(size, rootText)).toString('base64');
  const tail = `],"root":"${rootText}","signature":"${signature}","size":${size}}`;
  return paths.map((path, index) => {
    const hashes = path.length === 0 ? '' : `"${path.join('","')}"`;
    return `{"index":${index},"key":"${signer.key}","kind":"tree","path":[${hashes}${tail}`;
  });
}
