/** From the opening of a matching to the moment at which its file is whole: opened, sent in parts, handed in. */
import type { Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import type { RequestFacts, Sink } from '../../core/http/index.ts';
import { newId } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { speak } from '../../core/notice/index.ts';
import { readTable } from '../../core/table/index.ts';
import { admitCall } from '../verification/index.ts';
import { isAnchor } from '../verification/schema.ts';
import { attributesIn, mapColumns, type Columns } from './columns.ts';
import { filesHandedIn, filesOpened, moveMatching, type FileGiven } from './notice.ts';
import { refuse } from './refusals.ts';
import { CANCELLABLE, MOST_FILE_BYTES, MOST_OPEN } from './rules.ts';
import { carryOn } from './run/job.ts';
import type { MatchingGiven, MatchingView } from './schema.ts';
import { FileGone, type ReceivedPart } from './shelf.ts';
import { addPart, countOpen, insertMatching, listParts, packageLeft, type MatchingRow } from './sql.ts';
import { getOwn, viewMatching } from './view.ts';

type Facts = Pick<RequestFacts, 'caller'>;

/** Opens a matching: under which grant, why, and how large it will be. Nothing is compared yet. */
export async function createMatching(
  tx: Tx,
  actor: Actor,
  { columns, ...input }: MatchingGiven,
  { caller }: Facts,
): Promise<MatchingView> {
  const { grant } = await admitCall(tx, actor, caller, input.purpose);
  if ((await countOpen(tx, actor.id)) >= MOST_OPEN)
    throw refuse('matching.too_many_open', { values: { most: MOST_OPEN } });
  const id = newId();
  await insertMatching(tx, {
    ...input,
    id,
    institutionId: actor.id,
    grantId: grant.id,
    language: actor.language,
    givenColumns: columns as Columns,
    askedFrom: caller.ip,
    createdAt: tx.ground.clock.now(),
  });
  const file: FileGiven = { matchingId: id, institutionId: actor.id, expectedRows: input.expectedRows };
  await speak(tx, actor, filesOpened, [file]);
  await record(
    tx,
    { ...actor, purpose: input.purpose },
    {
      label: 'matching.opened',
      facts: {
        matching: id,
        grant: grant.id,
        basis: input.basis,
        unit: input.unit,
        endUser: input.endUser,
        reference: input.reference,
        expected: input.expectedRows,
      },
    },
  );
  return viewMatching(tx, actor, { id });
}

interface PartInput {
  readonly id: string;
  readonly offset: number;
  readonly sha256: string;
}

/** Where the next part goes. One that has come already is heard again and not kept twice: what it gives is `null`. */
export async function openPart(
  tx: Tx,
  actor: Actor,
  { id, offset, sha256 }: PartInput,
  { caller }: Facts,
): Promise<Sink<ReceivedPart | null>> {
  const row = await getOwn(tx, actor, id);
  await admitCall(tx, actor, caller, row.purpose);
  const known = (await listParts(tx, id)).find(({ atByte }) => atByte === offset);
  if (known?.sha256 === sha256) return { write: async () => {}, end: async () => null, drop: async () => {} };
  mustContinue(row, offset);
  return tx.ground.matching.shelf.receive(id, offset);
}

export async function takePart(
  tx: Tx,
  actor: Actor,
  { id, offset, sha256, received }: PartInput & { received: ReceivedPart | null },
): Promise<MatchingView> {
  if (received === null) return viewMatching(tx, actor, { id });
  const row = await getOwn(tx, actor, id, 'hold');
  // Another part may have come meanwhile.
  mustContinue(row, offset);
  const { byteCount } = received;
  if (byteCount === 0) throw refuse('matching.part_empty');
  if (received.sha256 !== sha256) throw refuse('matching.part_differs');
  if (offset + byteCount > MOST_FILE_BYTES) throw refuse('matching.file_too_large');
  await received.keep();
  await addPart(tx, id, { atByte: offset, byteCount, sha256 });
  return viewMatching(tx, actor, { id });
}

function mustContinue({ state, byteCount }: MatchingRow, offset: number): void {
  if (state !== 'uploading') throw refuse('matching.not_uploading');
  if (offset !== byteCount) throw refuse('matching.offset', { values: { received: byteCount } });
}

/** The file is whole: its columns are read, and it is compared at once where the grant's package covers it. */
export async function handIn(tx: Tx, actor: Actor, { id }: { id: string }, { caller }: Facts): Promise<MatchingView> {
  const row = await getOwn(tx, actor, id, 'hold');
  const { grant } = await admitCall(tx, actor, caller, row.purpose);
  if (row.state !== 'uploading') throw refuse('matching.not_uploading');
  if (row.byteCount === 0) throw refuse('matching.file_empty');
  const columns = columnsIn(await headersOf(tx, row), row);
  const attributes = attributesIn(columns);
  if (!attributes.some(isAnchor)) throw refuse('matching.no_anchor_column');
  if (attributes.filter((name) => grant.leave.elements.has(name)).length < 2) throw refuse('matching.too_few_granted');
  const left = await packageLeft(tx, row);
  const covered = left !== null && row.expectedRows <= left;
  await record(
    tx,
    { ...actor, purpose: row.purpose },
    {
      label: 'matching.handed_in',
      facts: { matching: id, covered, fields: attributes.join(','), bytes: row.byteCount },
    },
  );
  const { institutionId, expectedRows } = row;
  await speak(tx, actor, filesHandedIn, [{ matchingId: row.id, institutionId, expectedRows }]);
  await moveMatching(tx, actor, row, { state: covered ? 'running' : 'approval', columns, covered });
  if (covered) await carryOn(tx, row.id);
  return viewMatching(tx, actor, { id });
}

async function headersOf(tx: Tx, { id }: MatchingRow): Promise<readonly string[]> {
  const { shelf } = tx.ground.matching;
  const stored = await shelf.file(id, await listParts(tx, id)).catch((fault: unknown) => {
    throw fault instanceof FileGone ? refuse('matching.file_empty') : fault;
  });
  try {
    const head = (await stored.read(0, 4)).toString('latin1');
    // Archives and old workbooks; everything else is looked at by whoever reads tables.
    if (head.startsWith('PK\x03\x04') || head === '\xd0\xcf\x11\xe0') throw refuse('matching.not_csv');
    return (await readTable({ name: 'CSV', stored })).columns;
  } finally {
    await stored.close();
  }
}

function columnsIn(headers: readonly string[], { givenColumns, basis }: MatchingRow): Columns {
  const need = ['nik', 'reference', ...(basis === 'consent' ? (['consent'] as const) : [])] as const;
  const { columns, absent, missing } = mapColumns(headers, givenColumns, need);
  if (absent.length > 0) throw refuse('matching.columns_absent', { values: { columns: absent.join(', ') } });
  if (missing.length > 0) throw refuse('matching.columns_missing', { values: { columns: missing.join(', ') } });
  return columns;
}

/** Whatever has come is deleted; a batch under way is thrown away. */
export async function cancelMatching(
  tx: Tx,
  actor: Actor,
  { id }: { id: string },
  { caller }: Facts,
): Promise<MatchingView> {
  const row = await getOwn(tx, actor, id, 'hold');
  await admitCall(tx, actor, caller, row.purpose);
  if (!CANCELLABLE.includes(row.state)) throw refuse('matching.ended');
  await record(
    tx,
    { ...actor, purpose: row.purpose },
    { label: 'matching.cancelled', facts: { matching: id, state: row.state } },
  );
  await moveMatching(tx, actor, row, { state: 'cancelled', finished: true });
  const { shelf } = tx.ground.matching;
  tx.afterCommit(() => void shelf.drop(id).catch(() => {}));
  return viewMatching(tx, actor, { id });
}
