/** Carrying out a staged import; whoever stops it at any moment may start it again. */
import type { RawBuilder } from 'kysely';
import type { Actor } from '../access/index.ts';
import type { Database, Ground, Tx } from '../db/index.ts';
import { newId, type Uuid } from '../id/index.ts';
import { record, recordStaged } from '../ledger/index.ts';
import type { Refusal } from '../refusal/index.ts';
import { digestOf, type TableSource } from '../table/index.ts';
import { ahead } from './ahead.ts';
import type { FaultyRow, ReadBatch } from './read.ts';
import type { ImportRow, ImportTables } from './tables.ts';

/** What of the house an import needs. */
export interface ImportHouse {
  readonly database: Database;
  readonly ground: Ground;
}

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
  readonly batchRows?: number;
  /** Called after each batch that is committed; may throw to stop, as a kill would. */
  readonly onBatch?: (read: number) => void;
}

/** What a room brings: its tables, its words, how its rows are read, judged and entered. */
export interface StagedImport<Row extends { readonly row: number }, Code extends string, Judged> {
  readonly tables: ImportTables;
  /** The ledger's words for an import that begins and for a batch, and what the batch's facts call the new rows. */
  readonly ledger: { readonly started: string; readonly entered: string; readonly unit: string };
  /** Another process carries on the same file. */
  readonly running: () => Refusal;
  read(source: TableSource, given: { now: Date; batchRows: number }): AsyncGenerator<ReadBatch<Row, Code>>;
  /** Begun once an import: is the row new to it, the same said again, or at odds with an earlier one of the file? */
  sift(): (row: Row) => 'new' | 'again' | { readonly column: string; readonly code: Code };
  /** Stages the rows and looks all of them up at once; what it gives is handed to `enter`. */
  judge(tx: Tx, rows: readonly Row[]): Promise<Judged>;
  /** The column that a verdict is about. */
  columnOf(verdict: string): string;
  /** Whose rows are new: a query over the staging. */
  readonly niks: RawBuilder<{ nik: string }>;
  enter(tx: Tx, actor: Actor, entry: Entered, judged: Judged): Promise<void>;
  /** Once all is entered. */
  finish?(tx: Tx): Promise<void>;
}

export interface Entered {
  readonly entryId: Uuid;
  readonly knownAt: Date;
  /** The officer who imports; `null`: the system. */
  readonly officerId: string | null;
  readonly created: number;
}

/** One entry stands for so many rows, and a stop loses no more. */
const BATCH_ROWS = 50_000;

/** Imports a file: an unfinished one goes on where it was, a finished one is read again and finds itself here. */
export async function importTable<Row extends { readonly row: number }, Code extends string, Judged>(
  house: ImportHouse,
  source: TableSource,
  kind: StagedImport<Row, Code, Judged>,
  options: ImportOptions,
): Promise<ImportDone> {
  const started = performance.now();
  const { actor, dryRun = false, batchRows = BATCH_ROWS } = options;
  const system = <Result>(work: (tx: Tx) => Promise<Result>) => house.database.transact('system', actor, work);
  const sha256 = await digestOf(source);
  const { id, position } = await system((tx) => begin(tx, kind, { actor, fileName: source.name, sha256, dryRun }));
  const sift = sifter(kind);
  try {
    for await (const batch of ahead(kind.read(source, { now: house.ground.clock.now(), batchRows }))) {
      const sifted = sift(batch);
      if (batch.last <= position) continue;
      await system((tx) => enterBatch(tx, kind, { actor, dryRun, id }, sifted));
      options.onBatch?.(batch.last);
    }
    await system((tx) => kind.tables.end(tx, id, 'done'));
    if (!dryRun && kind.finish) await system((tx) => kind.finish!(tx));
  } catch (fault) {
    await system((tx) => kind.tables.end(tx, id, 'failed'));
    throw fault;
  }
  const { read, created, unchanged, refused } = await system((tx) => kind.tables.hold(tx, id));
  return { importId: id, read, created, unchanged, refused, seconds: (performance.now() - started) / 1000 };
}

async function begin(
  tx: Tx,
  { tables, ledger }: { readonly tables: ImportTables; readonly ledger: { readonly started: string } },
  { actor, ...file }: { actor: Actor; fileName: string; sha256: string; dryRun: boolean },
): Promise<ImportRow> {
  const known = file.dryRun ? undefined : await tables.ofFile(tx, file.sha256);
  const at = tx.ground.clock.now();
  const id = known?.id ?? newId();
  if (!known) await tables.begin(tx, { ...file, id, by: actor.id, at });
  else if (known.state === 'done') await tables.rewind(tx, id, at);
  await record(tx, actor, {
    label: ledger.started,
    facts: { import: id, dryRun: file.dryRun, file: file.sha256 },
  });
  return tables.hold(tx, id);
}

interface Sifted<Row, Code extends string> extends ReadBatch<Row, Code> {
  /** The same said twice. */
  readonly again: number;
}

/** What stands in the file twice is sorted out before the register is asked. */
function sifter<Row extends { readonly row: number }, Code extends string, Judged>(
  kind: StagedImport<Row, Code, Judged>,
) {
  const look = kind.sift();
  return (batch: ReadBatch<Row, Code>): Sifted<Row, Code> => {
    const good: Row[] = [];
    const bad = [...batch.bad];
    let again = 0;
    for (const row of batch.good) {
      const seen = look(row);
      if (seen === 'new') good.push(row);
      else if (seen === 'again') again += 1;
      else bad.push({ row: row.row, ...seen, given: null });
    }
    return { ...batch, good, bad, again };
  };
}

async function enterBatch<Row extends { readonly row: number }, Code extends string, Judged>(
  tx: Tx,
  kind: StagedImport<Row, Code, Judged>,
  { actor, dryRun, id }: { actor: Actor; dryRun: boolean; id: Uuid },
  { good, bad, again, last, rows }: Sifted<Row, Code>,
): Promise<void> {
  const { tables, ledger, niks } = kind;
  const now = await tables.hold(tx, id);
  if (now.state === 'done' || now.position >= last) throw kind.running();
  const judged = await kind.judge(tx, good);
  const verdicts = await tables.listVerdicts(tx);
  const turnedDown = verdicts.filter(({ verdict }) => verdict !== 'same');
  const faults: FaultyRow[] = [
    ...bad,
    ...turnedDown.map(({ row, verdict }) => ({ row, column: kind.columnOf(verdict), code: verdict, given: null })),
  ];
  const created = good.length - verdicts.length;
  if (!dryRun && created > 0) {
    const facts = { import: id, [ledger.unit]: created };
    const { entryId } = await recordStaged(tx, actor, { label: ledger.entered, facts, niks });
    const officerId = actor.kind === 'officer' ? actor.id : null;
    await kind.enter(tx, actor, { entryId, knownAt: tx.ground.clock.now(), officerId, created }, judged);
  }
  await tables.report(tx, id, faults);
  const unchanged = verdicts.length - turnedDown.length + again;
  await tables.count(tx, id, { last, read: rows, created, unchanged, refused: faults.length });
}
