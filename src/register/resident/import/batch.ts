/**
 * One batch of a file, in one transaction: staged by COPY, compared with the register, entered by statements over the whole
 * batch, with one act and one ledger entry. Its last row becomes the import's position, so that it is counted once.
 */
import type { Actor } from '../../../core/access/index.ts';
import { copyInto, type Tx } from '../../../core/db/index.ts';
import { newId, type Nik, type Uuid } from '../../../core/id/index.ts';
import { recordStaged } from '../../../core/ledger/index.ts';
import { speak } from '../../../core/notice/index.ts';
import { changeResidents, type ResidentChange } from '../act.ts';
import { blindMother, sealPlain } from '../protected.ts';
import { takeReserved } from '../reserve.ts';
import { insertAct } from '../sql.ts';
import { compareWithRegister, type Compared } from './compare.ts';
import { openCases, openLikely } from './open-cases.ts';
import type { Fault } from './faults.ts';
import { residentsImported } from './notices.ts';
import type { PreparedBatch } from './prepare.ts';
import type { Counts } from './schema.ts';
import {
  advanceImport,
  concernedNiks,
  emptyStaging,
  insertBatch,
  insertFaults,
  insertStaged,
  listLikely,
  setVerdicts,
  type ImportRow,
  type Likely,
  type Verdict,
} from './sql.ts';
import type { ImportedMove, SeatConflict } from './seats.ts';
import { STAGING_COLUMNS } from './staging.ts';

/** Where the columns stand about which the register itself has something to say. */
export interface ReportColumns {
  readonly nik: Pick<Fault, 'column' | 'letter'>;
  readonly familyCard: Pick<Fault, 'column' | 'letter'>;
  readonly relation: Pick<Fault, 'column' | 'letter'>;
}

/** Carries out (or, in a dry run, only judges) one batch; gives its counts. `of` is the import, locked, at the batch's beginning. */
export async function importBatch(
  tx: Tx,
  actor: Actor,
  of: ImportRow,
  batch: PreparedBatch,
  columns: ReportColumns,
): Promise<Counts> {
  await emptyStaging(tx);
  await copyInto(tx, 'resident.staging', STAGING_COLUMNS, sealedLines(tx, batch));
  const compared = await compareWithRegister(tx, batch, of.region);
  const verdicts = new Map<number, Verdict>(compared.verdicts);
  await setVerdicts(tx, verdicts);
  const seats = await seatsOf(tx, verdicts);
  const counts = countsOf(batch, verdicts);
  // A dry run enters nobody, so it finds those of the register and of one batch, not those of two batches.
  const likely = counts.created > 0 ? await listLikely(tx) : [];
  if (!of.dryRun) await enter(tx, actor, of, batch, { compared, verdicts, seats, likely, counts });
  await insertFaults(tx, of.id, [
    ...batch.faults,
    ...compared.faults.map(({ row, code, given }) => ({ row, code, given, ...columns.nik })),
    ...likely.map(({ row }) => ({ row, code: 'import.likely_duplicate' as const, given: null, ...columns.nik })),
    ...seats.conflicts.map(({ row, kind }) => ({
      row,
      given: null,
      ...(kind === 'second_head'
        ? { code: 'import.second_head' as const, ...columns.relation }
        : { code: 'import.card_not_in_force' as const, ...columns.familyCard }),
    })),
  ]);
  await advanceImport(tx, of.id, { ...counts, position: batch.last, share: batch.share });
  return counts;
}

/** Lines with their last two columns, some hundred at a time: the event loop turns in between. */
async function* sealedLines(tx: Tx, batch: PreparedBatch): AsyncGenerator<string> {
  const mothers = new Map<string, string>([['', '\\N']]);
  for (let from = 0; from < batch.lines.length; from += LINES_AT_ONCE) {
    let text = '';
    const to = Math.min(from + LINES_AT_ONCE, batch.lines.length);
    for (let i = from; i < to; i++) {
      const phonetic = batch.mothers[i]!;
      let mother = mothers.get(phonetic);
      if (mother === undefined) mothers.set(phonetic, (mother = blindMother(tx, phonetic).toString()));
      const sealed = sealPlain(tx, batch.niks[i] as Nik, batch.plains[i]!);
      text += `${batch.lines[i]!}\t${mother}\t\\\\x${sealed.toString('hex')}\n`;
    }
    yield text;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const LINES_AT_ONCE = 500;

interface Seats {
  readonly moves: readonly ImportedMove[];
  readonly conflicts: readonly SeatConflict[];
}

/** Who is seated otherwise than before; somebody in whom nothing else differs becomes `moved`. */
async function seatsOf(tx: Tx, verdicts: Map<number, Verdict>): Promise<Seats> {
  const conflicts = await tx.ground.importSeats.listConflicts(tx);
  const closed = new Set(conflicts.filter((conflict) => conflict.kind === 'not_in_force').map((one) => one.row));
  const known = [...verdicts.values()].some((verdict) => verdict === 'same' || verdict === 'update');
  const listed = known ? await tx.ground.importSeats.listMoves(tx) : [];
  const moves = listed.filter((move) => !closed.has(move.row));
  const changed = new Map<number, Verdict>();
  for (const { row } of moves) if (verdicts.get(row) === 'same') changed.set(row, 'moved');
  await setVerdicts(tx, changed);
  for (const [row, verdict] of changed) verdicts.set(row, verdict);
  return { moves, conflicts: [...conflicts, ...(await tx.ground.importSeats.secondHeads(tx, moves))] };
}

function countsOf(batch: PreparedBatch, verdicts: ReadonlyMap<number, Verdict>): Counts {
  const of = { same: 0, update: 0, moved: 0, case: 0, refuse: 0 };
  for (const verdict of verdicts.values()) of[verdict] += 1;
  return {
    read: batch.read,
    created: batch.niks.length - verdicts.size,
    updated: of.update + of.moved,
    unchanged: of.same + batch.repeated,
    refused: of.refuse + batch.refused,
    cases: of.case,
  };
}

interface Judged {
  readonly compared: Compared;
  readonly verdicts: ReadonlyMap<number, Verdict>;
  readonly seats: Seats;
  readonly likely: readonly Likely[];
  readonly counts: Counts;
}

async function enter(tx: Tx, actor: Actor, of: ImportRow, batch: PreparedBatch, judged: Judged): Promise<void> {
  const { compared, seats, counts } = judged;
  const id = newId();
  const act = { id, occurredOn: of.startedOn, recordedAt: tx.ground.clock.now(), officerId: actor.id };
  if (compared.changes.length > 0) await change(tx, actor, act.occurredOn, compared.changes);
  const concerned = counts.created + counts.cases + seats.moves.length;
  if (concerned === 0) return;
  const { entryId } = await recordStaged(tx, actor, {
    label: 'resident.imported',
    niks: concernedNiks,
    facts: { act: id, import: of.id, created: counts.created, cases: counts.cases, moved: seats.moves.length },
  });
  await insertAct(tx, {
    ...act,
    kind: 'imported',
    officeId: actor.officeId,
    legalBasis: null,
    reason: null,
    entryId,
    undoes: null,
    people: counts.created,
  });
  if (counts.created > 0) await takeReserved(tx, actor, createdIn(batch, judged.verdicts));
  await insertStaged(tx, act);
  await tx.ground.importSeats.seat(tx, act, seats.conflicts);
  await tx.ground.importSeats.move(tx, actor, act, seats);
  await openCases(tx, of.id, compared.cases);
  await openLikely(tx, of.id, judged.likely);
  await insertBatch(tx, { importId: of.id, lastRow: batch.last, actId: id, entryId, created: counts.created });
  if (counts.created > 0)
    await speak(tx, actor, residentsImported, [{ importId: of.id, actId: id, count: counts.created }]);
}

function createdIn({ rows, niks }: PreparedBatch, verdicts: ReadonlyMap<number, Verdict>): Nik[] {
  return (niks as readonly Nik[]).filter((_, at) => !verdicts.has(rows[at]!));
}

/** Residents whom the file describes otherwise: an act of their own, through the one way in which a resident changes. */
async function change(
  tx: Tx,
  actor: Actor,
  occurredOn: ImportRow['startedOn'],
  changes: readonly ResidentChange[],
): Promise<Uuid> {
  const done = await changeResidents(tx, actor, { kind: 'imported', label: 'resident.imported', occurredOn }, changes);
  return done.actId;
}
