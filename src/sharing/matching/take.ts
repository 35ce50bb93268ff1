/** A result and its report leave: piece by piece, as fast as the line takes them. */
import type { Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import type { DownloadAnswer, RequestFacts } from '../../core/http/index.ts';
import { record } from '../../core/ledger/index.ts';
import { admitCall } from '../verification/index.ts';
import { attributesIn } from './columns.ts';
import { reportHead, resultHead } from './compare/words.ts';
import { refuse } from './refusals.ts';
import { listBatches } from './run/sql.ts';
import type { BatchKind } from './shelf.ts';
import type { MatchingRow } from './sql.ts';
import { getOwn } from './view.ts';

type Facts = Pick<RequestFacts, 'caller'>;

async function doneOne(tx: Tx, actor: Actor, id: string, { caller }: Facts): Promise<MatchingRow> {
  const row = await getOwn(tx, actor, id);
  await admitCall(tx, actor, caller, row.purpose);
  const gone = row.state === 'deleted' || (row.state === 'done' && row.deleteAt! <= tx.ground.clock.now());
  if (gone) throw refuse('matching.result_deleted');
  if (row.state !== 'done') throw refuse('matching.not_done');
  return row;
}

async function download(tx: Tx, row: MatchingRow, kind: BatchKind, head: string): Promise<DownloadAnswer> {
  const batches = await listBatches(tx, row.id, kind);
  const { shelf } = tx.ground.matching;
  async function* pieces(): AsyncGenerator<Buffer> {
    yield Buffer.from(head);
    for (const { n, byteCount } of batches) yield* shelf.readBatch(row.id, kind, n, byteCount);
  }
  return {
    mediaType: 'text/csv; charset=utf-8',
    fileName: `${kind === 'result' ? 'hasil' : 'laporan'}-pemadanan-${row.id}.csv`,
    pieces: pieces(),
    byteCount: batches.reduce((sum, { byteCount }) => sum + byteCount, Buffer.byteLength(head)),
  };
}

/** The rows that were compared, in the order of the file; each look is recorded. */
export async function takeResult(tx: Tx, actor: Actor, { id }: { id: string }, facts: Facts): Promise<DownloadAnswer> {
  const row = await doneOne(tx, actor, id, facts);
  await record(
    tx,
    { ...actor, purpose: row.purpose },
    {
      label: 'matching.result_taken',
      facts: { matching: id, entry: row.entryId, rows: row.rows },
    },
  );
  return download(tx, row, 'result', resultHead(attributesIn(row.columns!), await tells(tx, row)));
}

/** The rows that were refused, cell by cell: numbers of rows, headers and what is wrong, nothing of what stood there. */
export async function takeReport(tx: Tx, actor: Actor, { id }: { id: string }, facts: Facts): Promise<DownloadAnswer> {
  const row = await doneOne(tx, actor, id, facts);
  return download(tx, row, 'report', reportHead(row.language));
}

/** Whether the lines were written with a state: as the grant said under which they were. */
async function tells(tx: Tx, { institutionId, grantId }: MatchingRow): Promise<boolean> {
  const grant = tx.ground.verification.book.partner(institutionId)?.grant(grantId);
  return (grant?.leave.tells.size ?? 0) > 0;
}
