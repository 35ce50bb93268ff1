import { hash } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { basename } from 'node:path';
import { refuse } from './refusals.ts';

/** Writes a document with its own sum, durably and whole: a changed byte in it is found like one in any other file. */
export async function writeDocument(path: string, document: unknown): Promise<string> {
  const body = JSON.stringify(document);
  const sha256 = hash('sha256', body);
  const file = await open(`${path}.new`, 'w', 0o600);
  try {
    await file.writeFile(`${body}\n${sha256}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
  return sha256;
}

/** Reads what `writeDocument` wrote; refuses `backup.damaged`. */
export async function readDocument<Document>(path: string): Promise<{ document: Document; sha256: string }> {
  const text = await readFile(path, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return '';
    throw fault;
  });
  const [body = '', sha256 = ''] = text.split('\n');
  if (text !== `${body}\n${sha256}\n` || hash('sha256', body) !== sha256) {
    throw refuse('backup.damaged', { values: { file: basename(path) }, detail: 'a manifest with another sum' });
  }
  return { document: JSON.parse(body) as Document, sha256 };
}
