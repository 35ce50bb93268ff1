/** Publishes the tables of a snapshot, once; published again, files that were lost come back, the same byte by byte. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { parseCivilDate } from '../../../core/time/index.ts';
import { removeFolder } from '../place.ts';
import { answerOf } from '../query/ask.ts';
import { answerBytes } from '../query/export.ts';
import { FORMATS, MEDIA_TYPES } from '../query/formats.ts';
import { queryShape, type Answer } from '../query/schema.ts';
import { refuse } from '../refusals.ts';
import { manifestRoot } from '../snapshot/manifest.ts';
import { OPEN_TABLES, type OpenTable } from './rules.ts';
import type { OpenFile, PublishedTable } from './schema.ts';
import { insertRelease, listReleases } from './sql.ts';

export interface Published {
  readonly asOf: string;
  readonly tables: number;
  readonly files: number;
  readonly root: string;
  /** False where it was published before. */
  readonly made: boolean;
}

/** In which language words stand beside codes; the codes and the titles are for both. */
const WORDS = { language: 'id' } as const;

export function openFolder(tx: Tx, asOf: string): string {
  return join(tx.ground.warehouse.dir, `${asOf}-open`);
}

/** Refuses a cut-off that has no snapshot, and one whose tables came out otherwise than they were published. */
export async function publishOpenData(tx: Tx, actor: Actor, input: { readonly asOf: string }): Promise<Published> {
  const asOf = parseCivilDate(input.asOf);
  if (!asOf) throw refuse('warehouse.no_such_day', { faults: [{ path: 'asOf', code: 'warehouse.no_such_day' }] });
  const before = (await listReleases(tx)).find((release) => release.asOf === asOf);
  const way = join(tx.ground.warehouse.dir, `.publishing-${newId()}`);
  try {
    await mkdir(way, { recursive: true, mode: 0o700 });
    const tables: PublishedTable[] = [];
    for (const table of OPEN_TABLES) tables.push(await write(tx, table, { asOf, way }));
    const files = tables.flatMap((table) => table.files);
    const root = manifestRoot(files.map(({ name, bytes, sha256 }) => ({ path: name, bytes, sha256 })));
    if (before && before.root !== root) throw refuse('warehouse.published_otherwise', { values: { asOf } });
    if (!before) {
      const facts = { asOf, files: files.length, root };
      const { entryId } = await record(tx, actor, { label: 'warehouse.open_published', facts });
      await insertRelease(tx, { asOf, publishedAt: tx.ground.clock.now(), root, tables, entryId });
    }
    const folder = openFolder(tx, asOf);
    if (!before || !existsSync(folder)) {
      await removeFolder(folder);
      await rename(way, folder);
    }
    return { asOf, tables: tables.length, files: files.length, root, made: before === undefined };
  } finally {
    await removeFolder(way);
  }
}

async function write(tx: Tx, table: OpenTable, to: { asOf: string; way: string }): Promise<PublishedTable> {
  const answer = await answered(tx, table, to.asOf);
  if (answer === null) return { id: table.id, rows: 0, files: [] };
  const files: OpenFile[] = [];
  for (const format of FORMATS) {
    const bytes = await answerBytes(tx, answer, format);
    const name = `${table.id}.${format}`;
    await writeFile(join(to.way, name), bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    files.push({ format, name, mediaType: MEDIA_TYPES[format], bytes: bytes.length, sha256 });
  }
  return { id: table.id, rows: answer.cells.length, files };
}

/** Null where the table is spread too thin: of a small nation some are. */
async function answered(tx: Tx, { table, dimensions }: OpenTable, asOf: string): Promise<Answer | null> {
  try {
    return await answerOf(tx, WORDS, queryShape.parse({ table, asOf, dimensions: [...dimensions] }));
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === 'warehouse.too_thin') return null;
    throw fault;
  }
}
