/** Lists of who serves, whom a court took the vote and who votes abroad come in by table, with the letter they came with. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import type { UploadedFile } from '../../../core/http/contract.ts';
import {
  importTable,
  importTables,
  type ImportDone,
  type ImportHouse,
  type ImportOptions,
  type StagedImport,
} from '../../../core/staged-import/index.ts';
import type { TableSource } from '../../../core/table/index.ts';
import { today, ZONES } from '../../../core/time/index.ts';
import { refuse } from '../refusals.ts';
import { readSources, type GivenSource } from './read.ts';
import type { SourceFault } from './rules.ts';
import type { SourceList, ImportReport } from './schema.ts';
import { enterStaged, judgeStaged, keepLetter, stagedNiks, stagingLine, STAGING, type Letter } from './sql.ts';

export const tables = importTables('voter');

/** Imports a list. Refuses one without its columns; rows that cannot go in are counted and reported. */
export function importSources(
  house: ImportHouse,
  source: TableSource,
  letter: Letter,
  options: ImportOptions,
): Promise<ImportDone> {
  return importTable(house, source, listOf(letter), options);
}

const listOf = (letter: Letter): StagedImport<GivenSource, SourceFault, void> => ({
  tables,
  ledger: { started: 'voter.import_started', entered: 'voter.sources_imported', unit: 'sources' },
  running: () => refuse('voter.import_running'),
  read: (source, given) => readSources(letter.kind, source, given),
  sift,
  async judge(tx, rows) {
    await tables.stage(tx, STAGING, rows, stagingLine);
    await judgeStaged(tx);
  },
  columnOf: (verdict) => (verdict === 'before_birth' ? 'sejak' : 'nik'),
  niks: stagedNiks,
  enter: async (tx, actor, entry) => enterStaged(tx, entry, await keepLetter(tx, letter, entry.officerId ?? actor.id)),
});

/** One beginning with two ends is refused: which of them holds nobody can tell. */
function sift() {
  const ends = new Map<string, string | null>();
  return ({ nik, kind, body, number, since, until }: GivenSource) => {
    const said = [nik, kind, body, number, since].join('|');
    const before = ends.get(said);
    if (before === undefined) {
      ends.set(said, until);
      return 'new';
    }
    return before === until ? 'again' : ({ column: 'nik', code: 'twice' } as const);
  };
}

/** So many refused rows are named; the rest are counted. */
const NAMED = 100;

/** A list that an officer of the ministry uploads: checked, or entered as a whole in one transaction. */
export async function uploadSources(
  tx: Tx,
  actor: Actor,
  { file, dryRun, ...letter }: SourceList & { file: UploadedFile },
): Promise<ImportReport> {
  if (actor.jurisdiction?.code !== '') throw refuse('voter.centre_only');
  if (letter.datedOn > today(tx.ground.clock, ZONES.WIB))
    throw refuse('voter.document_ahead', { faults: [{ path: 'datedOn', code: 'voter.document_ahead' }] });
  return elevated(tx, async () => {
    // Batch after batch, but none stays without the others: who uploads again after a broken line begins anew.
    const here = { transact: (_role: unknown, _actor: unknown, work: (inner: Tx) => Promise<unknown>) => work(tx) };
    const house = { database: here as ImportHouse['database'], ground: tx.ground };
    const source = { name: file.name, bytes: file.bytes };
    const done = await importSources(house, source, letter, { actor, dryRun: dryRun === 'true' });
    const faults = await tables.listFaults(tx, done.importId, 0, NAMED);
    const { read, created, unchanged, refused } = done;
    return {
      read,
      created,
      unchanged,
      refused,
      faults: faults.map(({ row, column, code }) => ({ row, column, code: code as SourceFault })),
    };
  });
}
