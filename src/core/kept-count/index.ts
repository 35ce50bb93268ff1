/**
 * Counts of a nation that are kept so that the next need not begin anew: what a figure was at one point, and from there only those whom something
 * touched since are looked at again. A count that is not kept is made over everybody; the same comes out.
 */
import { maybeOne, run, sql, type Tx } from '../db/index.ts';
import { dayIn, ZONES, type CivilDate } from '../time/index.ts';

/** As of a day, as known at an instant. */
export interface Point {
  readonly asOf: CivilDate;
  readonly knownAt: Date;
}

export interface KeptCount<Content> extends Point {
  readonly content: Content;
}

/** More people than this are counted faster over everybody than one by one. */
export const MOST_TOUCHED = 20_000;

const SETTLED_MS = 3_600_000;

/**
 * The point up to which a count can be kept: an hour ago. What was recorded before has been committed by now, however long its transaction
 * took, so that nothing can turn up behind it.
 */
export function settledPoint(tx: Tx): Point {
  const knownAt = new Date(tx.ground.clock.now().getTime() - SETTLED_MS);
  return { asOf: dayIn(ZONES.WIB, knownAt), knownAt };
}

/** Whoever has nothing in the register behind this point is the same at both. */
export function earlier(a: Point, b: Point): Point {
  return { asOf: a.asOf < b.asOf ? a.asOf : b.asOf, knownAt: a.knownAt < b.knownAt ? a.knownAt : b.knownAt };
}

/**
 * Whether the day is not before that of the instant: what was known by then and lies behind the day had been entered before it came about, which
 * hardly anything is, and what is has an index of its own.
 */
export function isOfItsDay({ asOf, knownAt }: Point): boolean {
  return asOf >= dayIn(ZONES.WIB, knownAt);
}

export function findKeptCount<Content>(tx: Tx, what: string): Promise<KeptCount<Content> | undefined> {
  return maybeOne(
    tx,
    sql<KeptCount<Content>>`
      select as_of as "asOf", known_at as "knownAt", content from kept_count.count where what = ${what}`,
  );
}

export async function keepCount(tx: Tx, what: string, { asOf, knownAt, content }: KeptCount<unknown>): Promise<void> {
  await run(
    tx,
    sql`insert into kept_count.count (what, as_of, known_at, content) values (${what}, ${asOf}, ${knownAt}, ${JSON.stringify(content)}::json)
        on conflict (what) do update set as_of = excluded.as_of, known_at = excluded.known_at, content = excluded.content`,
  );
}

const readings = new WeakMap<Tx, Map<string, { at: Point; reading: Promise<unknown> }>>();

/** Several figures of one count, asked for one after the other at one and the same point of one transaction, count once. */
export function countedOnce<Counted>(
  tx: Tx,
  of: { what: string; at: Point },
  count: () => Promise<Counted>,
): Promise<Counted> {
  const own = readings.get(tx) ?? new Map<string, { at: Point; reading: Promise<unknown> }>();
  readings.set(tx, own);
  const found = own.get(of.what);
  if (found?.at === of.at) return found.reading as Promise<Counted>;
  const reading = count();
  own.set(of.what, { at: of.at, reading });
  return reading;
}
