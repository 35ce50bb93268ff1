/** Makes the snapshot of a day, or makes it again and compares. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { speak } from '../../../core/notice/index.ts';
import { dayIn, parseCivilDate, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { openEngine } from '../engine/engine.ts';
import { snapshotsMade } from '../notice.ts';
import { removeFolder } from '../place.ts';
import { refuse } from '../refusals.ts';
import { filesIn, FORMAT, manifestRoot, type Manifest } from './manifest.ts';
import { findSnapshot, insertSnapshot, isMine, standStill } from './sql.ts';
import type { At } from './people.ts';
import { writeSnapshot } from './write.ts';

export interface SnapshotMade {
  readonly asOf: CivilDate;
  readonly knownAt: string;
  /** False where it was there already and was only compared. */
  readonly made: boolean;
  /** Made again it came out the same, byte by byte; true for a new one. */
  readonly same: boolean;
  readonly people: number;
  readonly files: number;
  readonly bytes: number;
  readonly root: string;
  readonly seconds: number;
}

const MEMORY_MB = 1536;

/**
 * The register as it was on `asOf`, as known at this moment, in files by province, with a root that stands in the ledger. What is there is
 * made again as it was known then and compared; files that were lost come back so. The first statement of its transaction; role `system`.
 * Refuses a day that has not ended, and a cut-off at which another process is at work.
 */
export async function makeSnapshot(tx: Tx, actor: Actor, input: { readonly asOf: string }): Promise<SnapshotMade> {
  const began = performance.now();
  await standStill(tx);
  const asOf = cutOff(tx, input.asOf);
  if (!(await isMine(tx, asOf))) throw refuse('warehouse.being_made', { values: { asOf } });
  const before = await findSnapshot(tx, asOf);
  const at = { asOf, knownAt: before?.knownAt ?? tx.ground.clock.now() };
  const { warehouse } = tx.ground;
  const way = join(warehouse.dir, `.making-${newId()}`);
  try {
    const { manifest, people } = await write(tx, at, way);
    const root = manifestRoot(manifest.files);
    const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
    if (!before) await enter(tx, actor, { at, manifest, people, bytes, root });
    const same = before === undefined || before.root === root;
    if (!before || (same && !existsSync(warehouse.folderOf(asOf))))
      await put(join(way, 'snapshot'), warehouse.folderOf(asOf));
    const seconds = (performance.now() - began) / 1000;
    const facts = { people, files: manifest.files.length, bytes, root, seconds };
    return { asOf, knownAt: at.knownAt.toISOString(), made: before === undefined, same, ...facts };
  } finally {
    await removeFolder(way);
  }
}

function cutOff(tx: Tx, text: string): CivilDate {
  const asOf = parseCivilDate(text);
  if (!asOf) throw refuse('warehouse.no_such_day', { faults: [{ path: 'asOf', code: 'warehouse.no_such_day' }] });
  if (asOf >= dayIn(ZONES.WIB, tx.ground.clock.now()))
    throw refuse('warehouse.day_not_over', { faults: [{ path: 'asOf', code: 'warehouse.day_not_over' }] });
  return asOf;
}

async function write(tx: Tx, at: At, way: string): Promise<{ manifest: Manifest; people: number }> {
  const to = join(way, 'snapshot');
  await mkdir(to, { recursive: true, mode: 0o700 });
  const engine = await openEngine({ folders: [way], overflow: join(way, 'overflow'), memoryMb: MEMORY_MB });
  try {
    await writeSnapshot(tx, engine, { at, key: tx.ground.warehouse.snapshotKey(), to, way });
    const [{ writer }] = (await engine.rows('select version() as writer')) as [{ writer: string }];
    const files = await filesIn(to);
    const people = files.some(({ path }) => path.startsWith('resident/')) ? await countPeople(engine, to) : 0;
    const manifest: Manifest = {
      format: FORMAT,
      asOf: at.asOf,
      knownAt: at.knownAt.toISOString(),
      writer: `DuckDB ${writer}`,
      files,
    };
    await writeFile(join(to, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    return { manifest, people };
  } finally {
    engine.close();
  }
}

async function countPeople(engine: Awaited<ReturnType<typeof openEngine>>, to: string): Promise<number> {
  const [row] = await engine.rows(
    `select count(*) as n from read_parquet('${join(to, 'resident').replaceAll("'", "''")}/*.parquet')`,
  );
  return Number(row!['n']);
}

interface Entered {
  readonly at: At;
  readonly manifest: Manifest;
  readonly people: number;
  readonly bytes: number;
  readonly root: string;
}

async function enter(tx: Tx, actor: Actor, { at, manifest, ...sums }: Entered): Promise<void> {
  const { entryId } = await record(tx, actor, {
    label: 'warehouse.snapshot_made',
    facts: {
      asOf: at.asOf,
      knownAt: at.knownAt.toISOString(),
      people: sums.people,
      files: manifest.files.length,
      root: sums.root,
    },
  });
  await insertSnapshot(tx, { ...at, ...sums, manifest, madeAt: tx.ground.clock.now(), entryId });
  await speak(tx, actor, snapshotsMade, [{ asOf: at.asOf }]);
}

/** In one step: nobody sees half a snapshot. What lies there without a row is of a process that died before its commit. */
async function put(from: string, to: string): Promise<void> {
  await removeFolder(to);
  await rename(from, to);
}
