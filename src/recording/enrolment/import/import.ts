/**
 * Existing recordings come in by table, with their templates and pictures. Batch after batch is looked up and entered as a
 * whole; whoever stops it may start it again, and every row is counted once.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Actor } from '../../../core/access/index.ts';
import type { Database, Ground, Tx } from '../../../core/db/index.ts';
import { inspect, storeFiles } from '../../../core/file/index.ts';
import { asNik, newId, type Uuid } from '../../../core/id/index.ts';
import { record, recordStaged } from '../../../core/ledger/index.ts';
import { speak } from '../../../core/notice/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import type { TableSource } from '../../../core/table/index.ts';
import type { Modality, TemplateFormat } from '../../biometric/schema.ts';
import { packetsReceived, recordingsImported } from '../notices.ts';
import { refuse } from '../refusals.ts';
import { insertItems, type NewItem } from '../sql.ts';
import { templateFault, templatePlace } from '../template.ts';
import type { Files } from './archive.ts';
import { readRecordings, type FaultyRow, type GivenRow, type ImportFault, type ReadBatch } from './read.ts';
import * as statements from './sql.ts';

export interface ImportDone {
  readonly importId: Uuid;
  readonly read: number;
  readonly created: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly seconds: number;
}

export interface ImportOptions {
  readonly actor: Actor;
  /** Looks everything up and enters nothing; what is left is the report. */
  readonly dryRun?: boolean;
  /** Where the files lie that the rows name. */
  readonly files?: Files | null;
  readonly batchRows?: number;
  /** Called after each batch that is committed; may throw to stop, as a kill would. */
  readonly onBatch?: (read: number) => void;
}

/** One entry stands for so many rows, and a stop loses no more. */
const BATCH_ROWS = 50_000;
/** What a template of each is written as. */
const TEMPLATES: Partial<Record<Modality, TemplateFormat>> = { face: 'jatidiri-face-1', finger: 'iso-19794-2:2005' };
/** So many people's files are in memory at a time. */
const FILED_AT_ONCE = 100;

export async function importRecordings(
  house: { readonly database: Database; readonly ground: Ground },
  source: TableSource,
  options: ImportOptions,
): Promise<ImportDone> {
  const started = performance.now();
  const { actor, dryRun = false, batchRows = BATCH_ROWS } = options;
  const system = <Result>(work: (tx: Tx) => Promise<Result>) => house.database.transact('system', actor, work);
  const sha256 = await digestOf(source);
  const begun = await system((tx) => begin(tx, actor, { fileName: source.name, sha256, dryRun }));
  // Rows of this file that were seen, to find a NIK that stands in it twice. 10 million take about 1 GB.
  const seen = new Map<string, string>();
  try {
    for await (const batch of readRecordings(source, { now: house.ground.clock.now(), batchRows })) {
      const sifted = sift(batch, seen);
      if (batch.last <= begun.position) continue;
      await system((tx) => enterBatch(tx, begun.id, sifted, options));
      options.onBatch?.(batch.last);
    }
    await system((tx) => statements.endImport(tx, begun.id, 'done'));
    if (!dryRun) await system((tx) => statements.analyzeRecordings(tx));
  } catch (fault) {
    await system((tx) => statements.endImport(tx, begun.id, 'failed'));
    throw fault;
  }
  const {
    id: importId,
    read,
    created,
    unchanged,
    refused,
  } = await system((tx) => statements.findImportForUpdate(tx, begun.id));
  return { importId, read, created, unchanged, refused, seconds: (performance.now() - started) / 1000 };
}

/** A file that was finished is read again from its beginning, and finds itself here; an unfinished one goes on. */
async function begin(
  tx: Tx,
  actor: Actor,
  given: { fileName: string; sha256: string; dryRun: boolean },
): Promise<statements.ImportRow> {
  const known = given.dryRun ? undefined : await statements.findImportOfFile(tx, given.sha256);
  const at = tx.ground.clock.now();
  const id = known?.id ?? newId();
  if (!known) await statements.insertImport(tx, { ...given, id, by: actor.id, at });
  else if (known.state === 'done') await statements.rewindImport(tx, id, at);
  await record(tx, actor, {
    label: 'enrolment.import_started',
    facts: { import: id, dryRun: given.dryRun, file: given.sha256 },
  });
  return statements.findImportForUpdate(tx, id);
}

interface Sifted {
  readonly batch: ReadBatch;
  readonly good: readonly GivenRow[];
  readonly bad: readonly FaultyRow[];
  /** The same said twice. */
  readonly again: number;
}

function sift(batch: ReadBatch, seen: Map<string, string>): Sifted {
  const good: GivenRow[] = [];
  const bad: FaultyRow[] = [...batch.bad];
  let again = 0;
  for (const row of batch.good) {
    const said = `${row.status} ${row.recordedOn}`;
    const before = seen.get(row.nik);
    if (before === undefined) {
      seen.set(row.nik, said);
      good.push(row);
    } else if (before === said) again += 1;
    else bad.push({ row: row.row, column: 'nik', code: 'twice', given: null });
  }
  return { batch, good, bad, again };
}

async function enterBatch(tx: Tx, importId: Uuid, sifted: Sifted, options: ImportOptions): Promise<void> {
  const { actor, dryRun = false, files = null } = options;
  const { batch, good, again } = sifted;
  const now = await statements.findImportForUpdate(tx, importId);
  if (now.state === 'done' || now.position >= batch.last) throw refuse('enrolment.import_running');
  const rows = good.map((row) => ({ ...row, packet: newId(), filed: row.files.length > 0 }));
  await statements.stage(tx, rows);
  await statements.judge(tx);
  const items = await readFiles(tx, actor, new Map(rows.map((row) => [row.row, row])), { files, dryRun });
  const verdicts = await statements.listVerdicts(tx);
  const same = verdicts.filter(({ verdict }) => verdict === 'same').length;
  const faults: FaultyRow[] = [
    ...sifted.bad,
    ...verdicts
      .filter(({ verdict }) => verdict !== 'same')
      .map(({ row, verdict }) => ({
        row,
        column: verdict.startsWith('file') ? 'files' : verdict === 'before_birth' ? 'recorded_on' : 'nik',
        code: verdict as ImportFault,
        given: null,
      })),
  ];
  const created = rows.length - verdicts.length;
  if (!dryRun && created > 0) {
    const { entryId } = await recordStaged(tx, actor, {
      label: 'enrolment.imported',
      facts: { import: importId, recordings: created },
      niks: statements.stagedNiks,
    });
    const officerId = actor.kind === 'officer' ? actor.id : null;
    await statements.enterStaged(tx, { entryId, knownAt: tx.ground.clock.now(), officerId });
    await insertItems(tx, items);
    const received = await statements.listReceived(tx);
    await speak(
      tx,
      actor,
      packetsReceived,
      received.map((one) => ({ ...one, nik: asNik(one.nik) })),
    );
    await speak(tx, actor, recordingsImported, [{ recordings: created }]);
  }
  await statements.insertFaults(tx, importId, faults);
  await statements.countBatch(tx, importId, {
    last: batch.last,
    read: batch.rows,
    created,
    unchanged: same + again,
    refused: faults.length,
  });
}

/** Reads, checks and seals what new rows name; turns rows down whose files are not there or are not what they say. */
async function readFiles(
  tx: Tx,
  actor: Actor,
  rows: ReadonlyMap<number, GivenRow>,
  given: { files: Files | null; dryRun: boolean },
): Promise<NewItem[]> {
  const filed = await statements.listFiled(tx);
  if (filed.length === 0) return [];
  if (!given.dryRun) tx.ground.vault.makePersonKeys(filed.map(({ nik }) => asNik(nik)));
  const items: NewItem[] = [];
  const down: { row: number; code: ImportFault }[] = [];
  for (let from = 0; from < filed.length; from += FILED_AT_ONCE) {
    for (const one of filed.slice(from, from + FILED_AT_ONCE)) {
      const read = await readFilesOf(tx, actor, one, rows.get(one.row)!, given);
      if (typeof read === 'string') down.push({ row: one.row, code: read });
      else items.push(...read);
    }
  }
  await statements.turnDown(tx, down);
  return items;
}

async function readFilesOf(
  tx: Tx,
  actor: Actor,
  { nik: digits, packet, villageCode }: statements.NewFiled,
  row: GivenRow,
  { files, dryRun }: { files: Files | null; dryRun: boolean },
): Promise<NewItem[] | ImportFault> {
  const nik = asNik(digits);
  const items: NewItem[] = [];
  const pictures: { item: number; kind: string; name: string; bytes: Buffer }[] = [];
  for (const { item, names } of row.files) {
    const [modality, place] = item.split(':') as [Modality, string];
    const position = Number(place);
    let template: Buffer | null = null;
    let picture = false;
    for (const name of names) {
      const bytes = files && (await files.read(name));
      if (!bytes) return 'file_missing';
      if (/\.(png|jpe?g)$/i.test(name)) {
        pictures.push({ item: items.length, kind: `recording.${modality}`, name: name.replace(/^.*[/\\]/, ''), bytes });
        picture = true;
      } else {
        const format = TEMPLATES[modality];
        if (!format || templateFault(format, bytes, position) !== null) return 'file_unreadable';
        template = bytes;
      }
    }
    const sealed =
      template && !dryRun
        ? tx.ground.vault.sealForPerson(nik, templatePlace({ packet, modality, position }), template)
        : null;
    const format = (template && TEMPLATES[modality]) ?? null;
    // Only a finger's record says it.
    const quality = template && modality === 'finger' ? Math.min(100, template[26]!) : null;
    if (template || picture)
      items.push({
        nik,
        packet,
        modality,
        position,
        quality,
        tries: 1,
        template: sealed,
        format,
        fileId: null,
        exception: null,
      });
  }
  const fileIds = await keepPictures(tx, actor, { nik, villageCode, dryRun }, pictures);
  if (fileIds === null) return 'file_unreadable';
  pictures.forEach(({ item }, n) => {
    items[item] = { ...items[item]!, fileId: fileIds[n] ?? null };
  });
  return items;
}

async function keepPictures(
  tx: Tx,
  actor: Actor,
  of: { nik: ReturnType<typeof asNik>; villageCode: string; dryRun: boolean },
  pictures: readonly { kind: string; name: string; bytes: Buffer }[],
): Promise<Uuid[] | null> {
  const { nik, villageCode, dryRun } = of;
  const allowed = ['image/jpeg', 'image/png'] as const;
  try {
    if (dryRun) {
      for (const { name, bytes } of pictures) await inspect(name, bytes, allowed);
      return [];
    }
    return await storeFiles(
      tx,
      actor,
      pictures.map(({ kind, name, bytes }) => ({ nik, villageCode, kind, name, bytes, allowed })),
    );
  } catch (fault) {
    if (fault instanceof Refusal && fault.code.startsWith('file.')) return null;
    throw fault;
  }
}

async function digestOf(source: TableSource): Promise<string> {
  const hash = createHash('sha256');
  if ('bytes' in source) return hash.update(source.bytes).digest('hex');
  for await (const chunk of createReadStream(source.path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
