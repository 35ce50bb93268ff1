/**
 * Cards of the years before come in by table. Batch after batch is looked up and entered as a whole; whoever stops it may start
 * it again, and every row is counted once.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Actor } from '../../../core/access/index.ts';
import type { Database, Ground, Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { record, recordStaged } from '../../../core/ledger/index.ts';
import type { TableSource } from '../../../core/table/index.ts';
import { refuse } from '../refusals.ts';
import { readCards, type FaultyRow, type GivenRow, type ImportFault, type ReadBatch } from './read.ts';
import * as statements from './sql.ts';

export interface CardImportDone {
  readonly importId: Uuid;
  readonly read: number;
  readonly created: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly seconds: number;
}

export interface CardImportOptions {
  readonly actor: Actor;
  /** Looks everything up and enters nothing; what is left is the report. */
  readonly dryRun?: boolean;
  readonly batchRows?: number;
  /** Called after each batch that is committed; may throw to stop, as a kill would. */
  readonly onBatch?: (read: number) => void;
}

/** One entry stands for so many rows, and a stop loses no more. */
const BATCH_ROWS = 50_000;

export async function importCards(
  house: { readonly database: Database; readonly ground: Ground },
  source: TableSource,
  options: CardImportOptions,
): Promise<CardImportDone> {
  const started = performance.now();
  const { actor, dryRun = false, batchRows = BATCH_ROWS } = options;
  const system = <Result>(work: (tx: Tx) => Promise<Result>) => house.database.transact('system', actor, work);
  const sha256 = await digestOf(source);
  const begun = await system((tx) => begin(tx, actor, { fileName: source.name, sha256, dryRun }));
  const seen = seenRows();
  try {
    for await (const batch of readCards(source, { now: house.ground.clock.now(), batchRows })) {
      const sifted = sift(batch, seen);
      if (batch.last <= begun.position) continue;
      await system((tx) => enterBatch(tx, begun.id, sifted, options));
      options.onBatch?.(batch.last);
    }
    await system((tx) => statements.endImport(tx, begun.id, 'done'));
  } catch (fault) {
    await system((tx) => statements.endImport(tx, begun.id, 'failed'));
    throw fault;
  }
  const done = await system((tx) => statements.findImportForUpdate(tx, begun.id));
  const { id: importId, read, created, unchanged, refused } = done;
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
    label: 'card.import_started',
    facts: { import: id, dryRun: given.dryRun, file: given.sha256 },
  });
  return statements.findImportForUpdate(tx, id);
}

interface Seen {
  readonly rows: Set<string>;
  readonly serials: Set<bigint>;
  readonly valid: Set<string>;
}
const seenRows = (): Seen => ({ rows: new Set(), serials: new Set(), valid: new Set() });

interface Sifted {
  readonly batch: ReadBatch;
  readonly good: readonly GivenRow[];
  readonly bad: readonly FaultyRow[];
  /** The same said twice. */
  readonly again: number;
}

/** What stands in the file twice: the same again is counted once; one serial for two cards and two cards in force are refused. */
function sift(batch: ReadBatch, seen: Seen): Sifted {
  const good: GivenRow[] = [];
  const bad: FaultyRow[] = [...batch.bad];
  let again = 0;
  for (const row of batch.good) {
    const { nik, serial, uid, printedOn, state } = row;
    const said = `${nik} ${serial} ${uid} ${printedOn} ${state}`;
    const refused = (column: string, code: ImportFault) => bad.push({ row: row.row, column, code, given: null });
    if (seen.rows.has(said)) again += 1;
    else if (serial !== null && seen.serials.has(serial)) refused('serial', 'serial_twice');
    else if (state === 'VALID' && seen.valid.has(nik)) refused('nik', 'twice');
    else {
      seen.rows.add(said);
      if (serial !== null) seen.serials.add(serial);
      if (state === 'VALID') seen.valid.add(nik);
      good.push(row);
    }
  }
  return { batch, good, bad, again };
}

const COLUMN_OF: Partial<Record<string, string>> = {
  before_birth: 'printed_on',
  serial_taken: 'serial',
  office_unknown: 'office',
};

async function enterBatch(tx: Tx, importId: Uuid, sifted: Sifted, options: CardImportOptions): Promise<void> {
  const { actor, dryRun = false } = options;
  const { batch, good, again } = sifted;
  const now = await statements.findImportForUpdate(tx, importId);
  if (now.state === 'done' || now.position >= batch.last) throw refuse('card.import_running');
  await statements.stage(tx, good);
  await statements.judge(tx);
  const verdicts = await statements.listVerdicts(tx);
  const same = verdicts.filter(({ verdict }) => verdict === 'same').length;
  const faults: FaultyRow[] = [
    ...sifted.bad,
    ...verdicts
      .filter(({ verdict }) => verdict !== 'same')
      .map(({ row, verdict }) => ({
        row,
        column: COLUMN_OF[verdict] ?? 'nik',
        code: verdict as ImportFault,
        given: null,
      })),
  ];
  const created = good.length - verdicts.length;
  if (!dryRun && created > 0) {
    const { entryId } = await recordStaged(tx, actor, {
      label: 'card.imported',
      facts: { import: importId, cards: created },
      niks: statements.stagedNiks,
    });
    const officerId = actor.kind === 'officer' ? actor.id : null;
    await statements.enterStaged(tx, { entryId, knownAt: tx.ground.clock.now(), officerId });
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

async function digestOf(source: TableSource): Promise<string> {
  const hash = createHash('sha256');
  if ('bytes' in source) return hash.update(source.bytes).digest('hex');
  for await (const chunk of createReadStream(source.path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
