/** A file that has turned up where it should not: whose invented persons are in it. Nothing else of it is kept. */
import { mustCover, type Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import type { UploadedFile } from '../../../core/http/index.ts';
import { newId } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { cellText, digestOf, readTable, type Row } from '../../../core/table/index.ts';
import { numbersIn } from './rules.ts';
import type { TraceShown } from './schema.ts';
import { insertTrace, listTraceable, listTraces, type TraceRow } from './sql.ts';

const SHOWN = 100;
/** What an entry says of; a file with more has them in its finding. */
const IN_FACTS = 200;

/** Refuses with `table.*` what is no table. Every cell is looked at: headers may be missing, and numbers stand in remarks. */
export async function traceFile(tx: Tx, actor: Actor, { file }: { file: UploadedFile }): Promise<TraceShown> {
  mustCover(actor, '');
  const sha256 = await digestOf(file);
  const { lines, found } = await lookThrough(file, await listTraceable(tx), tx);
  const { entryId } = await record(tx, actor, {
    label: 'verification.file_traced',
    facts: {
      file: sha256,
      lines,
      canaries: [...found.values()].reduce((sum, n) => sum + n, 0),
      owners: [...found.keys()].slice(0, IN_FACTS).join(','),
    },
  });
  return shown(await insertTrace(tx, { id: newId(), by: actor.id, entryId, sha256, lines, found }));
}

export async function viewTraces(tx: Tx, actor: Actor): Promise<{ traces: TraceShown[] }> {
  mustCover(actor, '');
  return { traces: (await listTraces(tx, SHOWN)).map(shown) };
}

const shown = ({ at, found, ...trace }: TraceRow): TraceShown => ({
  ...trace,
  at: at.toISOString(),
  found: [...found],
});

/** How many of each institution; one that comes twice counts once. */
async function lookThrough(
  file: UploadedFile,
  owners: ReadonlyMap<string, string>,
  tx: Tx,
): Promise<{ lines: number; found: Map<string, number> }> {
  const { canarySeal } = tx.ground.verification;
  const seen = new Set<string>();
  const look = (row: Row) => {
    for (const cell of row)
      for (const number of numbersIn(cellText(cell))) {
        const index = canarySeal.indexOf(number);
        if (owners.has(index)) seen.add(index);
      }
  };
  const table = await readTable(file);
  look(table.columns);
  let lines = 0;
  for await (const { rows } of table.rows) {
    for (const row of rows) look(row);
    lines += rows.length;
  }
  const found = new Map<string, number>();
  for (const index of seen) {
    const owner = owners.get(index)!;
    found.set(owner, (found.get(owner) ?? 0) + 1);
  }
  return { lines, found };
}
