import { createPublicKey, hash, verify } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Vault } from '../vault/index.ts';
import { refuse } from './refusals.ts';

/** A document as it was read: with its sum, and with the register's signature over that where there is one. */
export interface Read<Document> {
  readonly document: Document;
  readonly sum: string;
  readonly signature: string;
}

/**
 * Writes a document with its own sum, durably and whole: a changed byte in it is found like one in any other file. Gives the
 * sum. Whoever can write the folder can make the sum anew; the signature he cannot, as its key lies apart.
 */
export async function writeDocument(path: string, document: unknown, signer?: Vault): Promise<string> {
  const body = JSON.stringify(document);
  const sum = hash('sha256', body);
  const signature = signer ? signer.sign(KEY, Buffer.from(sum)).toString('base64') : '';
  const file = await open(`${path}.new`, 'w', 0o600);
  try {
    await file.writeFile(`${body}\n${sum}\n${signature}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
  return sum;
}

const KEY = 'backup';

/** Makes the key there is, so that every copy of the vault from now on holds it. */
export function prepareSigning(vault: Vault): void {
  vault.publicKey(KEY);
}

/** Reads what `writeDocument` wrote; refuses `backup.damaged`. */
export async function readDocument<Document>(path: string): Promise<Read<Document>> {
  const text = await readFile(path, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return '';
    throw fault;
  });
  const [body = '', sum = '', signature = ''] = text.split('\n');
  if (text !== `${body}\n${sum}\n${signature}\n` || hash('sha256', body) !== sum) {
    throw refuse('backup.damaged', { values: { file: basename(path) }, detail: 'a manifest with another sum' });
  }
  return { document: JSON.parse(body) as Document, sum, signature };
}

/** Refuses `backup.damaged` where the register whose vault this is has not signed that sum. */
export function mustBeSigned(vault: Vault, file: string, read: { sum: string; signature: string }): void {
  const x = vault.publicKey(KEY).toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  if (!verify(null, Buffer.from(read.sum), key, Buffer.from(read.signature, 'base64'))) {
    throw refuse('backup.damaged', { values: { file }, detail: "not signed with the key in the register's vault" });
  }
}
