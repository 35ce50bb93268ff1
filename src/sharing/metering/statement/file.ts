/** The lines of a statement as a file, part by part: the same bytes whenever it is asked for. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import type { FileAnswer } from '../../../core/http/contract.ts';
import { record } from '../../../core/ledger/index.ts';
import { writeTable, type Row, type WriteColumn } from '../../../core/table/index.ts';
import { refuse } from '../refusals.ts';
import { linesOf } from './lines.ts';
import { callsOfPart, findPart, findStatement, type Part, type StatementRow } from './sql.ts';

const COLUMNS = ['no', 'at', 'reference', 'unit', 'purpose', 'questions', 'price', 'entry', 'amount', 'rows'] as const;
const TEXT: readonly string[] = ['at', 'reference', 'unit', 'purpose', 'entry'];

const MEDIA = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export async function getStatement(tx: Tx, id: string): Promise<StatementRow> {
  const statement = await findStatement(tx, id);
  if (!statement) throw refuse('metering.statement_not_found');
  return statement;
}

/** For whoever may see the institution. The calls themselves are read beyond his region's eyes: they say nothing of people. */
export async function openStatementLines(
  tx: Tx,
  actor: Actor,
  input: { id: string; format?: 'csv' | 'xlsx' | undefined; part?: number | undefined },
): Promise<FileAnswer> {
  const statement = await getStatement(tx, input.id);
  const format = input.format ?? 'csv';
  const n = input.part ?? 1;
  const part = await findPart(tx, statement.id, n);
  if (!part && n > 1) throw refuse('metering.part_not_found');
  await record(tx, actor, { label: 'metering.statement_opened', facts: { statement: statement.id, format, part: n } });
  const say = (key: string) => tx.ground.speaker.say(actor.language, `metering.column.${key}`);
  const columns = COLUMNS.map((name): WriteColumn => ({
    name: say(name),
    kind: TEXT.includes(name) ? 'text' : 'auto',
  }));
  const rows = part ? rowsOf(tx, statement, part) : [];
  const bytes = await elevated(tx, async () => {
    const written: Buffer[] = [];
    for await (const piece of writeTable({ format, columns, rows, sheet: statement.month })) written.push(piece);
    return Buffer.concat(written);
  });
  const fileName = `tagihan-${statement.month}-${statement.number.slice(-5)}-${n}.${format}`;
  return { mediaType: MEDIA[format], fileName, bytes };
}

async function* rowsOf(tx: Tx, { institutionId }: StatementRow, part: Part): AsyncGenerator<Row> {
  let no = part.firstLine;
  for await (const page of callsOfPart(tx, institutionId, part)) {
    for (const call of page)
      for (const { at, reference, unit, purpose, questions, price, entry } of linesOf(call))
        yield [no++, at, reference, unit, purpose, questions, price, entry, questions * price, call.rows];
  }
}
