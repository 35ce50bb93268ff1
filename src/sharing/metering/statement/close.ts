/**
 * Closing a month: every institution that pays gets a statement with the root over its lines and one entry in the log. What is
 * charged of the month is read once, page by page, however many they are. A statement never changes; what comes late stands in the next one.
 */
import { z } from 'zod';
import { systemActor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { job } from '../../../core/jobs/index.ts';
import { leafHash, recordEach, rightEdge } from '../../../core/ledger/index.ts';
import { speak } from '../../../core/notice/index.ts';
import { addDays } from '../../../core/time/index.ts';
import { holdProgress } from '../count/sql.ts';
import { statementsClosed } from '../notice.ts';
import { firstDay, nextMonth } from '../rules.ts';
import { leafText, linesOf } from './lines.ts';
import {
  callsOfMonth,
  findFirstMonth,
  insertParts,
  insertStatements,
  listMonth,
  markMonth,
  type CallRow,
  type MonthRow,
  type NewStatement,
  type Part,
} from './sql.ts';

/** So many lines a file: what a spreadsheet can hold, and what a process can keep in its memory. */
export const PART_LINES = 100_000;

interface Tally {
  readonly edge: ReturnType<typeof rightEdge>;
  readonly parts: Omit<Part, 'statementId'>[];
  questions: number;
  amount: number;
  calls: number;
  files: number;
}

/** Closes every month that is over and whose days are all closed; gives how many statements were written. */
export async function closeMonths(tx: Tx, partLines: number = PART_LINES): Promise<number> {
  const { closedUntil, monthClosed } = await holdProgress(tx);
  let month = monthClosed === null ? await findFirstMonth(tx) : nextMonth(monthClosed);
  let before = monthClosed;
  let written = 0;
  while (month !== null && closedUntil !== null && closedUntil >= addDays(firstDay(nextMonth(month)), -1)) {
    written += await closeMonth(tx, { month, before, partLines });
    before = month;
    month = nextMonth(month);
  }
  return written;
}

async function closeMonth(
  tx: Tx,
  { month, before, partLines }: { month: string; before: string | null; partLines: number },
): Promise<number> {
  const rows = await listMonth(tx, month, before);
  const tallies = await tally(tx, month, partLines);
  const statements = rows.map((row, n) => {
    const own = tallies.get(row.institutionId) ?? emptyTally();
    mustAgree(row, own);
    const root = own.edge.root().toString('base64');
    const number = `PNBP/${month.replace('-', '/')}/${String(n + 1).padStart(5, '0')}`;
    return { row, own, id: newId(), entryId: newId(), number, root };
  });
  if (statements.length > 0) {
    await recordEach(
      tx,
      statements.map(({ row, own, id, entryId, root }) => ({
        id: entryId,
        actor: self,
        label: 'metering.statement_closed',
        facts: {
          institution: row.institutionId,
          statement: id,
          month,
          lines: own.edge.size,
          charged: row.charged,
          closing: closingOf(row),
          root,
        },
      })),
    );
    await insertStatements(
      tx,
      statements.map(({ row, own, id, entryId, number, root }): NewStatement => ({
        ...row,
        id,
        month,
        number,
        lines: own.edge.size,
        root,
        entryId,
      })),
      tx.ground.clock.now(),
    );
    await insertParts(
      tx,
      statements.flatMap(({ own, id: statementId }) => own.parts.map((part) => ({ ...part, statementId }))),
    );
    await speak(
      tx,
      self,
      statementsClosed,
      statements.map(({ row, id: statementId, number }) => {
        const { institutionId, charged } = row;
        return { institutionId, statementId, number, month, charged, closing: closingOf(row) };
      }),
    );
  }
  await markMonth(tx, month);
  return statements.length;
}

const self = systemActor('metering');
const closingOf = ({ opening, paid, reversed, charged }: MonthRow) => opening + paid - reversed - charged;

/** What was counted day by day and what stands in the lines come from one source by two ways; where they differ nothing is closed. */
function mustAgree({ institutionId, charged, questions, calls, files }: MonthRow, own: Tally): void {
  if (own.amount === charged && own.questions === questions && own.calls === calls && own.files === files) return;
  throw new Error(
    `${institutionId}: ${calls} calls with ${questions} questions and ${files} files for ${charged} were counted, ${own.calls} with ${own.questions} and ${own.files} for ${own.amount} stand in the lines`,
  );
}

const emptyTally = (): Tally => ({ edge: rightEdge(), parts: [], questions: 0, amount: 0, calls: 0, files: 0 });

async function tally(tx: Tx, month: string, partLines: number): Promise<ReadonlyMap<string, Tally>> {
  const tallies = new Map<string, Tally>();
  for await (const page of callsOfMonth(tx, month)) {
    for (const call of page) {
      let own = tallies.get(call.institutionId);
      if (!own) tallies.set(call.institutionId, (own = emptyTally()));
      add(own, call, partLines);
    }
  }
  return tallies;
}

function add(own: Tally, call: CallRow, partLines: number): void {
  const lines = linesOf(call);
  const last = own.parts.at(-1);
  const at = call.at.toISOString();
  const end = { untilAt: at, untilEntry: call.entry };
  if (last && last.lines + lines.length <= partLines) {
    own.parts[own.parts.length - 1] = { ...last, ...end, lines: last.lines + lines.length };
  } else {
    const part = own.parts.length + 1;
    own.parts.push({
      part,
      firstLine: own.edge.size + 1,
      lines: lines.length,
      fromAt: at,
      fromEntry: call.entry,
      ...end,
    });
  }
  for (const line of lines) own.edge.push(leafHash(leafText(line)));
  own.amount += call.refs.length * call.price;
  if (call.rows !== null) own.files += 1;
  else {
    own.questions += call.refs.length;
    own.calls += 1;
  }
}

export const closeJob = job({
  name: 'metering.close_months',
  payload: z.object({}),
  maxAttempts: 5,
  // 02.20 WIB each day: the month is closed on the first day on which it can be.
  timetable: { cron: '20 19 * * *', catchUpHours: 24 },
  async run(tx) {
    await closeMonths(tx);
  },
});
