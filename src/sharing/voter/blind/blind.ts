/**
 * `voter compare --blind`: two sides compare lists that neither shows. Each blinds its own with a key of its own and sends it; each blinds
 * again what came and sends it back; each then has both lists under both keys, in an order that says nothing, and counts.
 * What this protects, and what not, stands in docs/voters.md.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { readTable, type Table } from '../../../core/table/index.ts';
import { mapColumns } from '../../matching/index.ts';
import { refuse } from '../refusals.ts';
import { countBlind, type BlindCounted } from './count.ts';
import { multiplied, PORTION, type ToThread } from './crew.ts';
import { newKey } from './curve.ts';
import { headOf, mustBeWhole, rowBytes, rowsIn, writeBlind, type BlindHead } from './file.ts';
import { tokensOf } from './tokens.ts';

/** In the folder of one side. Only the two to send leave it. */
export const FILES = { key: 'kunci.json', first: 'kirim-1.blind', second: 'kirim-2.blind' } as const;
/** A list of few people would ask after each of them. */
export const LEAST_ROWS = 1_000;

export interface BlindGiven {
  /** A list, or a file of the other side. */
  readonly file: string;
  readonly dir: string;
  readonly least?: number | undefined;
  readonly onProgress?: (rows: number, of: number | null) => void;
}

interface Sent {
  readonly rows: number;
  /** What goes to the other side, and its sum. */
  readonly send: string;
  readonly sha256: string;
  readonly seconds: number;
  readonly rowsPerSecond: number;
}

export type BlindDone =
  /** Of one's own list also: rows whose number, and whose name or day, is hidden or missing. */
  | ({ readonly step: 'begin'; readonly noNumber: number; readonly noPerson: number } & Sent)
  | ({ readonly step: 'answer' } & Sent)
  | ({ readonly step: 'count'; readonly seconds: number } & BlindCounted);

const kept = z.object({ list: z.uuid(), rows: z.number(), key: z.string() });
type Kept = z.output<typeof kept>;

/** Does the next step, whichever it is: the file says so. Refuses `voter.blind_*`, `voter.list_*`. */
export async function compareBlind(given: BlindGiven): Promise<BlindDone> {
  const { file, dir } = given;
  if (!existsSync(file)) throw refuse('voter.list_missing', { values: { file } });
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const own = await ownOf(dir);
  if ((await headOf(file)) === null) return begin(given, own);
  if (!own) throw refuse('voter.blind_not_begun', { values: { dir } });
  const said = await mustBeWhole(file);
  return said.step === 1 ? answer(given, own, said) : count(given, own, said);
}

async function ownOf(dir: string): Promise<Kept | null> {
  const path = join(dir, FILES.key);
  return existsSync(path) ? kept.parse(JSON.parse(await readFile(path, 'utf8'))) : null;
}

async function begin({ file, dir, onProgress = () => {} }: BlindGiven, own: Kept | null): Promise<BlindDone> {
  if (own) throw refuse('voter.blind_begun', { values: { dir } });
  const began = performance.now();
  const key = newKey();
  const table = await readTable({ name: basename(file), path: file });
  const lacking = { noNumber: 0, noPerson: 0 };
  const pieces = multiplied(key, portionsOf(table, file, lacking));
  const done = await gathered(pieces, { width: rowBytes(1), onProgress });
  const list = randomUUID();
  // The key first: what was sent without it could never be counted.
  await writeFile(join(dir, FILES.key), JSON.stringify({ list, rows: done.rows, key }), { mode: 0o600, flag: 'wx' });
  const send = join(dir, FILES.first);
  const sha256 = await writeBlind(send, { step: 1, list, by: null, rows: done.rows }, done.bytes);
  return { step: 'begin', ...countsOf(done, began), ...lacking, send, sha256 };
}

/** Counts on the way what rows do not say. */
async function* portionsOf(
  table: Table,
  file: string,
  lacking: { noNumber: number; noPerson: number },
): AsyncGenerator<ToThread> {
  const { columns, missing } = mapColumns(table.columns, {}, ['nik', 'name', 'birthDate']);
  const [nik, name, born] = (['nik', 'name', 'birthDate'] as const).map((field) =>
    table.columns.indexOf(columns[field] ?? ''),
  );
  let texts: string[] = [];
  for await (const batch of table.rows) {
    // A loop that is left closes the file.
    if (missing.length > 0) break;
    for (const row of batch.rows) {
      const said = tokensOf([row[nik!] ?? null, row[name!] ?? null, row[born!] ?? null]);
      if (!said.hasNumber) lacking.noNumber += 1;
      if (!said.hasPerson) lacking.noPerson += 1;
      texts.push(said.number, said.person);
      if (texts.length < 2 * PORTION) continue;
      yield { kind: 'texts', texts };
      texts = [];
    }
  }
  if (missing.length > 0) throw refuse('voter.list_columns', { values: { file, columns: missing.join(', ') } });
  if (texts.length > 0) yield { kind: 'texts', texts };
}

async function answer(
  { file, dir, least = LEAST_ROWS, onProgress = () => {} }: BlindGiven,
  own: Kept,
  said: BlindHead & { readonly bytes: number },
): Promise<BlindDone> {
  if (said.list === own.list) throw refuse('voter.blind_own', { values: { file } });
  if (said.rows < least) throw refuse('voter.blind_few', { values: { rows: said.rows, least } });
  const before = await headIn(join(dir, FILES.second));
  if (before && before.list !== said.list) throw refuse('voter.blind_other', { values: { file } });
  const began = performance.now();
  async function* portions(): AsyncGenerator<ToThread> {
    for await (const points of rowsIn(file, said, PORTION)) yield { kind: 'again', points };
  }
  const done = await gathered(multiplied(own.key, portions()), {
    width: rowBytes(2),
    onProgress: (rows) => onProgress(rows, said.rows),
  });
  const send = join(dir, FILES.second);
  const sha256 = await writeBlind(send, { step: 2, list: said.list, by: own.list, rows: done.rows }, done.bytes);
  return { step: 'answer', ...countsOf(done, began), send, sha256 };
}

const headIn = async (path: string) => (existsSync(path) ? headOf(path) : null);

async function count(
  { file, dir }: BlindGiven,
  own: Kept,
  said: BlindHead & { readonly bytes: number },
): Promise<BlindDone> {
  const theirs = join(dir, FILES.second);
  if (said.list !== own.list || said.rows !== own.rows) throw refuse('voter.blind_other', { values: { file } });
  if (!existsSync(theirs)) throw refuse('voter.blind_not_answered', { values: { dir } });
  const other = await mustBeWhole(theirs);
  if (other.list !== said.by) throw refuse('voter.blind_other', { values: { file } });
  const began = performance.now();
  const scratch = mkdtempSync(join(tmpdir(), 'jatidiri-blind-'));
  try {
    const counted = await countBlind(scratch, { path: file, said }, { path: theirs, said: other });
    return { step: 'count', ...counted, seconds: secondsSince(began) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

interface Gathered {
  readonly bytes: Buffer;
  readonly rows: number;
}

/** All rows together: only so can their order be lost. */
async function gathered(
  pieces: ReturnType<typeof multiplied>,
  { width, onProgress }: { width: number; onProgress: (rows: number, of: number | null) => void },
): Promise<Gathered> {
  const all: Uint8Array[] = [];
  let rows = 0;
  for await (const piece of pieces) {
    all.push(piece);
    rows += piece.length / width;
    onProgress(rows, null);
  }
  return { bytes: Buffer.concat(all), rows };
}

const secondsSince = (began: number): number => Number(((performance.now() - began) / 1000).toFixed(3));

function countsOf({ rows }: Gathered, began: number) {
  const seconds = secondsSince(began);
  return { rows, seconds, rowsPerSecond: Math.round(rows / Math.max(seconds, 0.001)) };
}
