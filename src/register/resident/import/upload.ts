/** Imports that come by upload: checked first, looked at, then applied; the work itself runs in jobs (see `job.ts`). */
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import type { FileAnswer, UploadedFile } from '../../../core/http/contract.ts';
import type { Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { digestOf } from '../../../core/table/index.ts';
import { FAULTS } from './faults.ts';
import { enterImport, mustFit, restartImport } from './import.ts';
import { carryOnLater } from './job.ts';
import { HEADERS } from './fields.ts';
import { missingFields, proposeMapping, type Mapping } from './mapping.ts';
import { refuse } from './refusals.ts';
import { reportBytes, sentenceOf } from './report.ts';
import type { ImportView } from './schema.ts';
import { headersOf } from './source.ts';
import {
  countFaults,
  findImport,
  findImportForUpdate,
  findImportOfFile,
  listFaults,
  listImports,
  updateImport,
  type ImportRow,
} from './sql.ts';
import { dropUpload, keepUpload } from './kept-upload.ts';

const IMPORTS_SHOWN = 100;

/** Keeps the file and begins to check it; waits for a mapping where the headers do not tell enough. */
export async function uploadImport(tx: Tx, actor: Actor, input: { file: UploadedFile; dryRun: 'true' | 'false' }) {
  const source = { name: input.file.name, bytes: input.file.bytes };
  const sha256 = await digestOf(source);
  if ((await findImportOfFile(tx, sha256))?.state === 'done') throw refuse('import.file_known');
  const headers = await headersOf(source);
  const { mapping, missing } = proposeMapping(headers);
  const waits = missing.length > 0;
  const dryRun = waits || input.dryRun === 'true';
  const row = await enterImport(tx, actor, { fileName: source.name, sha256, headers, mapping, dryRun });
  await keepUpload(tx, row.id, source.bytes);
  if (waits) await updateImport(tx, row.id, { state: 'waiting' });
  else await carryOnLater(tx, row.id);
  return detail(tx, actor, row.id);
}

/** The officer's own imports; whoever acts for the nation sees all. */
export async function openImports(tx: Tx, actor: Actor): Promise<{ imports: ImportView[] }> {
  const rows = await listImports(tx, seesAll(actor) ? null : actor.id, IMPORTS_SHOWN);
  return { imports: rows.map(viewOf) };
}

export async function openImport(tx: Tx, actor: Actor, input: { id: string }) {
  return detail(tx, actor, input.id as Uuid);
}

const FAULTS_A_PAGE = 100;

/** A page of the report in the order of the file, of one code when given. */
export async function openFaults(
  tx: Tx,
  actor: Actor,
  input: { id: string; code?: string | undefined; after: number },
) {
  const row = await getImport(tx, actor, input.id as Uuid);
  await record(tx, actor, { label: 'import.report_opened', facts: { import: row.id } });
  const found = await listFaults(tx, row.id, input.after, FAULTS_A_PAGE + 1, input.code ?? null);
  const lines = found.slice(0, FAULTS_A_PAGE).map((fault) => ({
    ...fault,
    severity: FAULTS[fault.code],
    text: sentenceOf(tx.ground.speaker, actor.language, fault),
  }));
  return { lines, next: found.length > FAULTS_A_PAGE ? input.after + FAULTS_A_PAGE : null };
}

export async function openReport(tx: Tx, actor: Actor, input: { id: string }): Promise<FileAnswer> {
  const row = await getImport(tx, actor, input.id as Uuid);
  await record(tx, actor, { label: 'import.report_opened', facts: { import: row.id } });
  const bytes = await reportBytes(tx, row.id, actor.language);
  return { mediaType: 'text/csv; charset=utf-8', fileName: `laporan-impor-${row.id}.csv`, bytes };
}

/** Takes what the officer says the columns mean, and checks the file from its beginning. */
export async function changeMapping(tx: Tx, actor: Actor, input: { id: string } & Mapping) {
  const row = await getForUpdate(tx, actor, input.id as Uuid);
  if (!row.dryRun || row.state === 'cancelled') throw refuse('import.not_changeable');
  const mapping = { columns: input.columns, constants: input.constants };
  mustFit(mapping, row.headers);
  await record(tx, actor, { label: 'import.mapped', facts: { import: row.id } });
  await restartImport(tx, actor, row, { dryRun: true, mapping });
  await carryOnLater(tx, row.id);
  return detail(tx, actor, row.id);
}

/** Enters the people of a checked file; also takes up again an import that failed on the way. */
export async function applyImport(tx: Tx, actor: Actor, input: { id: string }) {
  const row = await getForUpdate(tx, actor, input.id as Uuid);
  const again = !row.dryRun && (row.state === 'failed' || row.state === 'applying');
  if (!again && !(row.dryRun && row.state === 'checked')) throw refuse('import.not_checked');
  await record(tx, actor, { label: 'import.applied', facts: { import: row.id } });
  if (again) await updateImport(tx, row.id, { state: 'applying' });
  else await restartImport(tx, actor, row, { dryRun: false });
  await carryOnLater(tx, row.id);
  return detail(tx, actor, row.id);
}

/** Stops an import after the batch under way; who was entered stays entered, with his act in the history. */
export async function cancelImport(tx: Tx, actor: Actor, input: { id: string }) {
  const row = await getForUpdate(tx, actor, input.id as Uuid);
  if (row.state === 'done' || row.state === 'cancelled') throw refuse('import.nothing_to_cancel');
  await record(tx, actor, { label: 'import.cancelled', facts: { import: row.id, read: row.read } });
  await updateImport(tx, row.id, { state: 'cancelled', finishedAt: tx.ground.clock.now() });
  dropUpload(tx, row.id);
  return detail(tx, actor, row.id);
}

const seesAll = (actor: Actor): boolean => actor.jurisdiction?.code === '';

async function getImport(tx: Tx, actor: Actor, id: Uuid): Promise<ImportRow> {
  return mustSee(actor, await findImport(tx, id));
}

async function getForUpdate(tx: Tx, actor: Actor, id: Uuid): Promise<ImportRow> {
  return mustSee(actor, await findImportForUpdate(tx, id));
}

function mustSee(actor: Actor, row: ImportRow | undefined): ImportRow {
  if (row && (seesAll(actor) || row.officerId === actor.id)) return row;
  throw refuse('import.not_found');
}

function viewOf(row: ImportRow): ImportView {
  const { id, fileName, state, dryRun, read, created, updated, unchanged, refused, cases, share, failure, seconds } =
    row;
  return {
    id,
    fileName,
    state,
    dryRun,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    read,
    created,
    updated,
    unchanged,
    refused,
    cases,
    share,
    failure,
    seconds,
  };
}

async function detail(tx: Tx, actor: Actor, id: Uuid) {
  const row = await getImport(tx, actor, id);
  const read = new Set(Object.values(row.mapping.columns));
  const faults = await countFaults(tx, id);
  return {
    ...viewOf(row),
    headers: [...row.headers],
    mapping: { columns: { ...row.mapping.columns }, constants: { ...row.mapping.constants } },
    unread: row.headers.filter((header) => !read.has(header)),
    missing: missingFields(row.mapping).map((field) => HEADERS[field]),
    faults: faults.map((fault) => ({
      code: fault.code,
      n: fault.n,
      severity: FAULTS[fault.code],
      text: sentenceOf(tx.ground.speaker, actor.language, fault),
    })),
  };
}
