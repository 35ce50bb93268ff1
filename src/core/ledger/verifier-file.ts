import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The name of the one dependency-free file with which anybody checks the log. */
export const VERIFIER = 'verifier.mjs';

export function verifierFile(): Promise<Buffer> {
  return readFile(join(import.meta.dirname, VERIFIER));
}
