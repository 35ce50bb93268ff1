/**
 * Carrying out an import: the same for the command line, an upload and the demo. Batch after batch is prepared beside the
 * database and committed; whoever stops it at any moment, by whatever means, may start it again and nobody is counted twice.
 */
import type { Actor } from '../../../core/access/index.ts';
import type { Ground, Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { ahead, type ImportHouse } from '../../../core/staged-import/index.ts';
import { digestOf } from '../../../core/table/index.ts';
import { today } from '../../../core/time/index.ts';
import { importBatch, type ReportColumns } from './batch.ts';
import { columnLetter } from './faults.ts';
import { HEADERS, type Field } from './fields.ts';
import { columnPositions, missingFields, proposeMapping, type Mapping } from './mapping.ts';
import { prepare, type PreparedBatch, type PrepareGiven } from './prepare.ts';
import { refuse } from './refusals.ts';
import { regionsOn } from './regions.ts';
import type { Counts } from './schema.ts';
import { headersOf, openTable, sizeOf, type ImportSource } from './source.ts';
import {
  findImport,
  findImportForUpdate,
  findImportOfFile,
  insertImport,
  rewindImport,
  updateImport,
  type ImportRow,
} from './sql.ts';
import { prepareInThread } from './thread.ts';

export interface ImportOptions {
  readonly actor: Actor;
  /** Reads, checks and compares everything and enters nobody; what is left is the report. */
  readonly dryRun?: boolean;
  /** Without it the proposal from the headers. */
  readonly mapping?: Mapping;
  /** Values that stand for every row, such as the village of a village's sheet. */
  readonly constants?: Mapping['constants'];
  readonly batchRows?: number;
  /** Stops after the batch that is under way; the import can be resumed. */
  readonly signal?: AbortSignal;
}

export interface ImportProgress extends Counts {
  readonly importId: Uuid;
  /** 0 to 1; `null` where the length is not known. */
  readonly share: number | null;
}

export interface ImportDone extends Counts {
  readonly importId: Uuid;
  readonly seconds: number;
  /** Counted before: the rows with which an interrupted import had come so far. */
  readonly resumedAfter: number;
}

/** Large enough that one entry stands for many, small enough that a stop loses a second. */
const BATCH_ROWS = 25_000;
/** Smaller files are read before a thread has started. */
const OWN_THREAD_FROM_BYTES = 4 << 20;

/**
 * Imports a file of residents. Refuses a file that was imported before (an unfinished one is resumed), and one that lacks
 * columns. Rows that cannot go in do not stop it: they are counted and reported.
 *
 * @example
 * const done = await importResidents(house, { name: 'desa.csv', path }, { actor }, ({ share }) => bar.update(share ?? 0));
 */
export async function importResidents(
  house: ImportHouse,
  source: ImportSource,
  options: ImportOptions,
  onProgress: (progress: ImportProgress) => void = () => {},
): Promise<ImportDone> {
  const started = performance.now();
  const row = await beginImport(house, source, options);
  const done = await carryOn(house, source, row.id, options, onProgress);
  return { ...done, importId: row.id, resumedAfter: row.position, seconds: (performance.now() - started) / 1000 };
}

async function beginImport(house: ImportHouse, source: ImportSource, options: ImportOptions): Promise<ImportRow> {
  const { actor, dryRun = false } = options;
  const sha256 = await digestOf(source);
  const headers = await headersOf(source);
  const mapping = options.mapping ?? proposeMapping(headers, options.constants).mapping;
  mustFit(mapping, headers);
  return house.database.transact('system', actor, async (tx) => {
    const earlier = dryRun ? undefined : await findImportOfFile(tx, sha256);
    if (earlier?.state === 'done') throw refuse('import.file_known');
    if (earlier) {
      await updateImport(tx, earlier.id, { state: 'applying' });
      return earlier;
    }
    return enterImport(tx, actor, { fileName: source.name, sha256, headers, mapping, dryRun });
  });
}

export interface ImportGiven {
  readonly fileName: string;
  readonly sha256: string;
  readonly headers: readonly string[];
  readonly mapping: Mapping;
  readonly dryRun: boolean;
}

/** Writes down that an import begins, and says so in the ledger. */
export async function enterImport(tx: Tx, actor: Actor, given: ImportGiven): Promise<ImportRow> {
  const id = newId();
  await record(tx, actor, { label: 'import.started', facts: { import: id, dryRun: given.dryRun, file: given.sha256 } });
  await insertImport(tx, {
    ...given,
    id,
    state: given.dryRun ? 'checking' : 'applying',
    officerId: actor.id,
    officeId: actor.officeId,
    region: actor.jurisdiction?.code ?? NOWHERE,
    startedOn: today(tx.ground.clock, actor.zone),
    startedAt: tx.ground.clock.now(),
  });
  return (await findImport(tx, id))!;
}

/** No village begins so: whoever acts nowhere imports nobody. */
const NOWHERE = 'none';

/** Refuses a mapping that lacks needed fields or names columns that are not there, or one twice. */
export function mustFit(mapping: Mapping, headers: readonly string[]): void {
  const missing = missingFields(mapping);
  if (missing.length > 0) {
    throw refuse('import.columns_missing', { values: { columns: missing.map((field) => HEADERS[field]).join(', ') } });
  }
  const named = Object.values(mapping.columns);
  const unknown = named.filter((header) => !headers.includes(header));
  if (unknown.length > 0) throw refuse('import.column_unknown', { values: { columns: unknown.join(', ') } });
  const twice = named.filter((header, at) => named.indexOf(header) !== at);
  if (twice.length > 0) throw refuse('import.column_twice', { values: { columns: [...new Set(twice)].join(', ') } });
}

/**
 * Carries on an import that was begun, from its position to the end of the file. What goes wrong is written down with it, and
 * thrown; it can be carried on again.
 */
export async function carryOn(
  house: ImportHouse,
  source: ImportSource,
  importId: Uuid,
  options: Pick<ImportOptions, 'actor' | 'batchRows' | 'signal'>,
  onProgress: (progress: ImportProgress) => void = () => {},
): Promise<Counts> {
  const { actor, signal } = options;
  const system = <Result>(work: (tx: Tx) => Promise<Result>) => house.database.transact('system', actor, work);
  const begun = await system((tx) => findImport(tx, importId));
  if (!begun) throw refuse('import.not_found');
  const total: { -readonly [K in keyof Counts]: number } = countsOf(begun);
  const columns = reportColumns(begun);
  try {
    for await (const batch of ahead(preparing(house.ground, source, begun, options))) {
      const counts = await system(async (tx) => {
        const now = await mustBeNext(tx, importId, batch);
        return importBatch(tx, actor, now, batch, columns);
      });
      for (const key of COUNTED) total[key] += counts[key];
      onProgress({ ...total, importId, share: batch.share });
      signal?.throwIfAborted();
    }
    await system(async (tx) => {
      const now = await findImportForUpdate(tx, importId);
      if (!now || now.state === 'cancelled') throw refuse('import.cancelled');
      await finishImport(tx, now);
    });
    return total;
  } catch (error) {
    await system((tx) => noteFailure(tx, importId, error));
    throw error;
  }
}

const COUNTED = [
  'read',
  'created',
  'updated',
  'unchanged',
  'refused',
  'cases',
] as const satisfies readonly (keyof Counts)[];

const countsOf = ({ read, created, updated, unchanged, refused, cases }: Counts): Counts => ({
  read,
  created,
  updated,
  unchanged,
  refused,
  cases,
});

/** The import as it is now, locked. Refuses when another process has carried it further, and one that was cancelled. */
async function mustBeNext(tx: Tx, importId: Uuid, batch: PreparedBatch): Promise<ImportRow> {
  const now = await findImportForUpdate(tx, importId);
  if (!now) throw refuse('import.not_found');
  if (now.state === 'cancelled') throw refuse('import.cancelled');
  if (now.position !== batch.follows) throw refuse('import.running_elsewhere');
  return now;
}

/** Every row is counted. */
export async function finishImport(tx: Tx, row: ImportRow): Promise<void> {
  await updateImport(tx, row.id, { state: row.dryRun ? 'checked' : 'done', finishedAt: tx.ground.clock.now() });
}

async function noteFailure(tx: Tx, importId: Uuid, error: unknown): Promise<void> {
  const code = error instanceof Refusal ? error.code : 'import.failed';
  // Another process goes on with it, or somebody has ended it: that is no failure of the import.
  if (code === 'import.running_elsewhere' || code === 'import.cancelled') return;
  await updateImport(tx, importId, { state: 'failed', failure: code, finishedAt: tx.ground.clock.now() });
}

/** The batches of a file behind the import's position. */
export function preparing(
  ground: Ground,
  source: ImportSource,
  row: ImportRow,
  options: Pick<ImportOptions, 'batchRows'> = {},
): AsyncGenerator<PreparedBatch> {
  const given: Omit<PrepareGiven, 'regions'> = {
    mapping: row.mapping,
    day: row.startedOn,
    jurisdiction: row.region,
    after: row.position,
    batchRows: options.batchRows ?? BATCH_ROWS,
  };
  if (sizeOf(source) >= OWN_THREAD_FROM_BYTES) return prepareInThread({ source, given });
  return prepareHere(source, { ...given, regions: regionsOn(ground.regions, row.startedOn) });
}

async function* prepareHere(source: ImportSource, given: PrepareGiven): AsyncGenerator<PreparedBatch> {
  yield* prepare(await openTable(source), given);
}

/** Back to the beginning: an import that was only checked is applied, or checked again with another mapping. */
export async function restartImport(
  tx: Tx,
  actor: Actor,
  row: ImportRow,
  to: { dryRun: boolean; mapping?: Mapping },
): Promise<void> {
  await rewindImport(tx, row.id, today(tx.ground.clock, actor.zone));
  await updateImport(tx, row.id, { state: to.dryRun ? 'checking' : 'applying', ...to });
}

export function reportColumns(row: ImportRow): ReportColumns {
  const at = columnPositions(row.mapping, row.headers);
  const column = (field: Field) => ({
    column: row.mapping.columns[field] ?? HEADERS[field],
    letter: at && at[field] >= 0 ? columnLetter(at[field]) : '',
  });
  return { nik: column('nik'), familyCard: column('familyCard'), relation: column('relation') };
}
