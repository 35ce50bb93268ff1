/**
 * Samples for checking by hand. Which rows are looked at the log's root decides, that stood when the first sample was drawn and has the
 * matching in it: whoever sent the file could not foresee it, nobody picks, and whoever has the list and the root draws the same.
 */
import { createHash } from 'node:crypto';
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { awaitEntry, latestCheckpoint, record } from '../../../core/ledger/index.ts';
import { refuse } from '../refusals.ts';
import { getMatched } from './list.ts';
import { linesInOrder, subjectsOf, viewLines } from './look.ts';
import {
  drawKeys,
  findSample,
  keepFinding,
  keepSample,
  listFindings,
  listSamples,
  type SampleRow,
  type Which,
} from './look-sql.ts';
import { wilson, type Finding } from './rules.ts';
import type { OpenedSample, SampleView } from './schema.ts';
import { findReturned, holdReturned, noteSeed, type ReturnedRow } from './sql.ts';

export async function viewSamples(tx: Tx, _actor: Actor, { id }: { id: string }): Promise<{ samples: SampleView[] }> {
  if (!(await findReturned(tx, id))) throw refuse('voter.returned_not_found');
  return { samples: (await elevated(tx, () => listSamples(tx, id))).map(viewOf) };
}

function viewOf(row: SampleRow): SampleView {
  return { ...row, n: Math.min(row.n, row.of), between: wilson(row.right, row.right + row.wrong) };
}

/** Draws `n` rows of a reason; asked for more the sample grows and keeps what was drawn. */
export async function drawSample(tx: Tx, actor: Actor, { n, ...which }: Which & { n: number }): Promise<SampleView> {
  const list = await getMatched(tx, actor, which.id);
  const { entryId } = await record(tx, actor, {
    label: 'voter.returned_sampled',
    facts: { list: list.id, side: which.side, reason: which.reason, n },
  });
  return elevated(tx, async () => {
    const held = await holdReturned(tx, list.id);
    if (!held?.seedRoot) await noteSeed(tx, list.id, await rootBehind(tx, list));
    await keepSample(tx, which, n, { at: tx.ground.clock.now(), by: actor.id, entryId });
    const row = await findSample(tx, which);
    if (!row || row.of === 0) throw refuse('voter.returned_nothing');
    return viewOf(row);
  });
}

/** A root of the log that has the matching in it. */
async function rootBehind(tx: Tx, { matchedEntry }: ReturnedRow): Promise<{ size: number; root: Buffer }> {
  await awaitEntry(tx, matchedEntry!);
  return (await latestCheckpoint(tx))!.checkpoint;
}

const seedOf = (root: Buffer, { id, side, reason }: Which): Buffer =>
  createHash('sha256').update(root).update(`${id} ${side} ${reason}`).digest();

/** The rows of a sample with what was found out about each. */
export async function openSample(tx: Tx, actor: Actor, which: Which): Promise<OpenedSample> {
  const list = await getMatched(tx, actor, which.id);
  return elevated(tx, async () => {
    const sample = await findSample(tx, which);
    if (!sample) throw refuse('voter.returned_not_sampled');
    const keys = await drawKeys(tx, which, { seed: seedOf(list.seedRoot!, which), n: sample.n });
    const rows = await linesInOrder(tx, which, keys);
    await record(tx, actor, {
      label: 'voter.returned_rows_opened',
      facts: { list: list.id, side: which.side, reason: which.reason, rows: rows.length },
      subjects: subjectsOf(rows),
    });
    const findings = new Map((await listFindings(tx, which)).map((finding) => [finding.place, finding]));
    const nameOf = await tx.ground.approvals.electorate.namesOf(tx, [
      ...new Set([...findings.values()].map(({ by }) => by)),
    ]);
    const lines = await viewLines(tx, list.electionId, rows);
    return {
      ...viewOf(sample),
      lines: lines.map((line, n) => {
        const found = findings.get(n + 1);
        return {
          place: n + 1,
          line,
          finding: found
            ? { finding: found.finding, note: found.note, at: found.at.toISOString(), by: nameOf(found.by) }
            : null,
        };
      }),
    };
  });
}

/** What somebody found out about one row. */
export async function enterFinding(
  tx: Tx,
  actor: Actor,
  { place, finding, note, ...which }: Which & { place: number; finding: Finding; note: string },
): Promise<SampleView> {
  const list = await getMatched(tx, actor, which.id);
  if (finding !== 'right' && note.length < 10)
    throw refuse('voter.returned_note', { faults: [{ path: 'note', code: 'voter.returned_note' }] });
  const { entryId } = await record(tx, actor, {
    label: 'voter.returned_finding',
    facts: { list: list.id, side: which.side, reason: which.reason, place, finding },
  });
  return elevated(tx, async () => {
    const sample = await findSample(tx, which);
    if (!sample || place > Math.min(sample.n, sample.of)) throw refuse('voter.returned_not_sampled');
    await keepFinding(tx, which, { place, finding, note }, { at: tx.ground.clock.now(), by: actor.id, entryId });
    return viewOf((await findSample(tx, which))!);
  });
}
