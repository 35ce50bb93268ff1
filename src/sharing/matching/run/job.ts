/**
 * A file compared as a chain of jobs: each commits one batch and adds the next in the same transaction, so that it goes on wherever a
 * worker is, after any stop. The thread that reads the file is kept between two jobs of one process; another process, or a
 * failed job, begins a new one behind the last row that is committed.
 */
import { z } from 'zod';
import { systemActor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import { addJobs, job, livingKeys } from '../../../core/jobs/index.ts';
import { recordLarge } from '../../../core/ledger/index.ts';
import { meetCanariesIn, stoppedBy, type CanaryPerson, type Grant, type Partner } from '../../verification/index.ts';
import { ATTRIBUTE_NAMES } from '../../verification/schema.ts';
import { attributesIn } from '../columns.ts';
import type { BatchAsked, BatchWritten, Comparer, WhyFailed } from '../compare/thread.ts';
import { moveMatching } from '../notice.ts';
import { KEPT_DAYS, signalsOf } from '../rules.ts';
import { holdMatching, listParts, type MatchingRow } from '../sql.ts';
import { countBatch, countBatches, forgetAsked, insertAsked, peopleOf, readFound } from './sql.ts';

const payload = z.object({ matchingId: z.string().transform((text) => text as Uuid) });

/** So many rows are asked about and compared together. */
const BATCH_ROWS = 25_000;
/** And so many batches are committed together: what a stop loses. */
const BATCHES = 4;
const DAY_MS = 86_400_000;
const self = systemActor('matching');

interface Reading {
  readonly comparer: Comparer;
  /** The last row that was handed over. */
  position: number;
}

/** `batchRows` differs in tests only. */
export function matchingJob(batchRows = BATCH_ROWS) {
  const readings = new Map<string, Reading>();
  const made = {
    name: 'matching.compare_batch',
    payload,
    maxAttempts: 8,
    async run(tx: Tx, { matchingId }: z.output<typeof payload>): Promise<void> {
      const row = await holdMatching(tx, matchingId);
      if (row?.state !== 'running') {
        await forgetAsked(tx, matchingId);
        return leave(tx, readings, matchingId);
      }
      const may = await mayGoOn(tx, row);
      if (may === null) return end(tx, row, 'cut_off');
      try {
        const reading = await readingOf(tx, readings, row, { grant: may.grant, batchRows });
        const last = await compareBatches(tx, row, may, reading);
        if (last === 'end') return await finish(tx, (await holdMatching(tx, matchingId))!, may.partner);
        if (last !== 'more') return await end(tx, row, last);
      } catch (fault) {
        await discard(tx, readings, matchingId);
        throw fault;
      }
      await addJobs(tx, made, [{ matchingId }], { key: keyOf(matchingId) });
    },
  };

  async function end(tx: Tx, row: MatchingRow, why: WhyFailed | 'cut_off'): Promise<void> {
    await moveMatching(tx, self, row, { state: 'failed', why, finished: true });
    await forgetAsked(tx, row.id);
    await leave(tx, readings, row.id);
    const { shelf } = tx.ground.matching;
    tx.afterCommit(() => void shelf.drop(row.id).catch(() => {}));
  }

  /** All rows are compared: the entry about everybody, then the result; or somebody looks first. */
  async function finish(tx: Tx, row: MatchingRow, partner: Partner): Promise<void> {
    const signals = signalsOf(row);
    const { entryId } = await recordLarge(
      tx,
      { ...partner.actor, purpose: row.purpose },
      { label: 'matching.compared', niks: peopleOf(row.id), facts: factsOf(row, signals) },
    );
    await forgetAsked(tx, row.id);
    const deleteAt = new Date(tx.ground.clock.now().getTime() + KEPT_DAYS * DAY_MS);
    await moveMatching(
      tx,
      self,
      row,
      signals.length > 0
        ? { state: 'held', signals, entryId }
        : { state: 'done', signals, entryId, finished: true, deleteAt },
    );
    await leave(tx, readings, row.id);
    const { shelf } = tx.ground.matching;
    tx.afterCommit(() => void shelf.dropFile(row.id).catch(() => {}));
  }

  return made;
}

const runJob = matchingJob();
export const compareJob = job(runJob);

const keyOf = (matchingId: string): string => `matching:${matchingId}`;

/** The next batch is compared once this transaction is committed. */
export async function carryOn(tx: Tx, matchingId: Uuid): Promise<void> {
  await addJobs(tx, runJob, [{ matchingId }], { key: keyOf(matchingId) });
}

/** Those whose job was given up, as after many kills, go on: they would stand as running for ever. Gives how many. */
export async function resume(tx: Tx, running: readonly Uuid[]): Promise<number> {
  const living = await livingKeys(tx, running.map(keyOf));
  const stranded = running.filter((id) => !living.has(keyOf(id)));
  for (const id of stranded) await carryOn(tx, id);
  return stranded.length;
}

/** No value, and no number of a person. */
function factsOf(row: MatchingRow, signals: readonly string[]) {
  const { basis, unit, endUser, reference, grantId, rows, matched, partial, mismatched } = row;
  return {
    basis,
    endUser,
    fields: attributesIn(row.columns!).join(','),
    grant: grantId,
    matched,
    matching: row.id,
    mismatched,
    partial,
    reference,
    rows,
    ...(signals.length > 0 && { signals: signals.join(',') }),
    unit,
  };
}

/** The grant under which the file was opened, while it is in force; the hour and the network were those of the handing-in. */
async function mayGoOn(tx: Tx, row: MatchingRow): Promise<{ partner: Partner; grant: Grant } | null> {
  const { book } = tx.ground.verification;
  await book.open();
  const partner = book.partner(row.institutionId);
  const grant = partner?.grant(row.grantId);
  if (!partner || !grant) return null;
  const now = partner.grantFor(row.purpose, { now: tx.ground.clock.now(), address: row.askedFrom });
  const inForce =
    typeof now === 'string'
      ? now === 'partner.outside_hours' || now === 'partner.network_unknown'
      : now.id === grant.id;
  return inForce ? { partner, grant } : null;
}

async function readingOf(
  tx: Tx,
  readings: Map<string, Reading>,
  row: MatchingRow,
  { grant, batchRows }: { grant: Grant; batchRows: number },
): Promise<Reading> {
  const kept = readings.get(row.id);
  if (kept && kept.position === row.lastRow) return kept;
  if (kept) await discard(tx, readings, row.id);
  const comparer = tx.ground.matching.take();
  const reading = { comparer, position: row.lastRow };
  readings.set(row.id, reading);
  const attributes = attributesIn(row.columns!);
  await comparer.begin({
    id: row.id,
    parts: await listParts(tx, row.id),
    columns: row.columns!,
    attributes,
    consent: row.basis === 'consent',
    // A file has no bodies.
    elements: ATTRIBUTE_NAMES.flatMap((name) => {
      const method = grant.leave.elements.get(name);
      return method === undefined ? [] : [[name, method] as const];
    }),
    threshold: grant.leave.threshold,
    tells: [...grant.leave.tells],
    region: grant.region,
    language: row.language,
    expectedRows: row.expectedRows,
    lastRow: row.lastRow,
    n: await countBatches(tx, row.id),
    batchRows,
  });
  return reading;
}

/**
 * Batch after batch: while the register is asked about one the thread compares the one before it. Gives why it stopped.
 */
async function compareBatches(
  tx: Tx,
  row: MatchingRow,
  { partner, grant }: { partner: Partner; grant: Grant },
  reading: Reading,
): Promise<'more' | 'end' | WhyFailed> {
  const { comparer } = reading;
  const attributes = attributesIn(row.columns!);
  const { kind, sector } = partner;
  const { purpose, basis } = row;
  const named = Object.fromEntries(attributes.map((name) => [name, true]));
  const bounds = {
    region: grant.region,
    attributes,
    stoppedBy: stoppedBy({ kind, sector, purpose, basis, attributes: named }),
    now: tx.ground.clock.now(),
  };
  let before: { batch: BatchAsked; written: Promise<BatchWritten> } | null = null;
  const settle = async () => {
    if (!before) return;
    const { batch, written } = before;
    before = null;
    await countBatch(tx, row.id, { n: batch.n, lastRow: batch.lastRow, ...(await written) });
    reading.position = batch.lastRow;
  };
  for (let n = 0; n < BATCHES; n++) {
    const batch = await comparer.next();
    if (typeof batch === 'string') {
      await settle();
      return batch;
    }
    let invented: CanaryPerson[] = [];
    if (batch.count > 0) {
      await insertAsked(tx, row.id, batch.n, batch.niks);
      invented = meetCanariesIn(tx, { partner, why: row, reference: row.reference }, batch.niks);
      const { found, back } = await readFound(tx, { niks: batch.niks, ...bounds });
      for await (const piece of found as AsyncIterable<Buffer>) comparer.found(batch.n, piece);
      await back();
    }
    await settle();
    const written = comparer.compare(batch.n, invented);
    // Its fault is heard when it is waited for.
    written.catch(() => {});
    before = { batch, written };
  }
  await settle();
  return 'more';
}

/** The thread goes back to those that wait. */
async function leave(tx: Tx, readings: Map<string, Reading>, matchingId: string): Promise<void> {
  const reading = readings.get(matchingId);
  readings.delete(matchingId);
  if (!reading) return;
  await reading.comparer.leave();
  tx.ground.matching.giveBack(reading.comparer);
}

/** After a fault nobody knows what the thread holds. */
async function discard(tx: Tx, readings: Map<string, Reading>, matchingId: string): Promise<void> {
  const reading = readings.get(matchingId);
  readings.delete(matchingId);
  if (reading) await tx.ground.matching.drop(reading.comparer);
}
