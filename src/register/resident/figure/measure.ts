/**
 * Residents counted in three ways that agree: from a count that is kept, looking again only at those whom something touched since; over
 * everybody from the current rows; and from every history, taking nothing from either.
 */
import type { Tx } from '../../../core/db/index.ts';
import {
  countedOnce,
  earlier,
  findKeptCount,
  keepCount,
  MOST_TOUCHED,
  settledPoint,
  type KeptCount,
  type Point,
} from '../../../core/kept-count/index.ts';
import {
  countTouched,
  eachHistory,
  listCameOfAge,
  listHistories,
  listNiksTouched,
  listTouched,
  listUntouched,
  type PastAct,
} from './sql.ts';
import { add, addPerson, sumBy, type Tally } from './tally.ts';

const WHAT = 'resident.tally';

export function measureTally(tx: Tx, at: Point): Promise<Tally> {
  return countedOnce(tx, { what: WHAT, at }, async () => {
    const kept = await findKeptCount<[string, number][]>(tx, WHAT);
    return (kept && (await fromKept(tx, kept, at))) ?? overAll(tx, at);
  });
}

/** Counted residents by regency. */
export async function countByRegency(tx: Tx, at: Point): Promise<Record<string, number>> {
  return sumBy(await measureTally(tx, at), 'total', 'regency');
}

/** Where few were touched in the hour that is not settled; else the count before stays. */
export async function keepTally(tx: Tx): Promise<void> {
  const at = settledPoint(tx);
  if ((await countTouched(tx, at, MOST_TOUCHED + 1)) > MOST_TOUCHED) return;
  await keepCount(tx, WHAT, { ...at, content: [...(await overAll(tx, at))] });
}

/** Current rows of whoever no act touched after the cut-off, and the few others folded. */
async function overAll(tx: Tx, at: Point): Promise<Tally> {
  const tally: Tally = new Map();
  for (const { duplicate, regency, year, total, obligated } of await listUntouched(tx, at)) {
    if (duplicate) add(tally, { figure: 'duplicate', regency, year }, total);
    else {
      add(tally, { figure: 'total', regency, year }, total);
      add(tally, { figure: 'obligated', regency, year }, obligated);
    }
  }
  for (const { acts } of await listTouched(tx, at)) addPerson(tally, seenAt(acts, at), at.asOf);
  return tally;
}

/** `null`: too many were touched between the two points. */
async function fromKept(tx: Tx, kept: KeptCount<[string, number][]>, at: Point): Promise<Tally | null> {
  const both = earlier(kept, at);
  const rows = await listNiksTouched(tx, both, MOST_TOUCHED + 1);
  if (rows.length > MOST_TOUCHED) return null;
  const tally: Tally = new Map(kept.content);
  const touched = await listHistories(tx, [...new Set(rows.map(({ nik }) => nik))]);
  for (const { acts } of touched) {
    addPerson(tally, seenAt(acts, kept), kept.asOf, -1);
    addPerson(tally, seenAt(acts, at), at.asOf);
  }
  if (at.asOf === kept.asOf) return tally;
  // Nobody else changes but by growing up, or by being younger on an earlier day.
  const later = at.asOf > kept.asOf;
  const [from, until] = later ? [kept.asOf, at.asOf] : [at.asOf, kept.asOf];
  for (const { regency, year, n } of await listCameOfAge(tx, { from, until, besides: touched.map(({ nik }) => nik) }))
    add(tally, { figure: 'obligated', regency, year }, later ? n : -n);
  return tally;
}

const seenAt = (acts: readonly PastAct[], { asOf, knownAt }: Point): unknown[] =>
  acts.filter(({ on, at }) => on <= asOf && at <= knownAt.getTime()).map(({ delta }) => delta);

/** Another way: every history is folded, nothing is taken from the current rows or from what is kept. */
export async function recountTally(tx: Tx, at: Point): Promise<Tally> {
  const tally: Tally = new Map();
  for await (const deltas of eachHistory(tx, at)) addPerson(tally, deltas, at.asOf);
  return tally;
}
