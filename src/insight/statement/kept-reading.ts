import { maybeOne, one, run, sql, type Tx } from '../../core/db/index.ts';
import type { CivilDate } from '../../core/time/index.ts';

/** A reading is shown for twenty times as long as it took: visitors never cost more than a twentieth of one processor. */
const SHOWN_FOR = 20;
const LEAST_MS = 2_000;
const MOST_MS = 600_000;

interface What {
  readonly what: 'figures' | 'provinces' | `past ${string}` | `regencies ${string}`;
  readonly asOf: CivilDate;
  /** As known at an instant that has passed: it will never be otherwise, and is kept until nobody asked for it for an hour. */
  readonly settled?: boolean;
}

interface Kept<Content> {
  readonly content: Content;
  readonly ageMs: number;
  readonly tookMs: number;
}

/**
 * A reading of a day as known now. Of many who ask at once one counts; the others get the last reading, or wait for the first.
 * By the true clock: a story's clock may stand still.
 */
export async function keptReading<Content>(tx: Tx, what: What, read: () => Promise<Content>): Promise<Content> {
  const kept = await findKept<Content>(tx, what);
  if (kept && (what.settled || isFresh(kept))) return kept.content;
  const lock = sql`hashtextextended(${`statement.reading ${what.what} ${what.asOf}`}, 0)`;
  if (kept) {
    const { mine } = await one(tx, sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${lock}) as mine`);
    if (!mine) return kept.content;
  } else {
    await run(tx, sql`select pg_advisory_xact_lock(${lock})`);
    const meanwhile = await findKept<Content>(tx, what);
    if (meanwhile) return meanwhile.content;
  }
  const started = performance.now();
  const content = await read();
  const tookMs = Math.round(performance.now() - started);
  await run(tx, sql`delete from statement.reading where read_at < now() - interval '1 hour'`);
  await run(
    tx,
    sql`insert into statement.reading (what, as_of, read_at, took_ms, content)
        values (${what.what}, ${what.asOf}, clock_timestamp(), ${tookMs}, ${JSON.stringify(content)}::json)
        on conflict (what, as_of) do update set read_at = excluded.read_at, took_ms = excluded.took_ms, content = excluded.content`,
  );
  return content;
}

function isFresh({ ageMs, tookMs }: Kept<unknown>): boolean {
  return ageMs < Math.min(MOST_MS, Math.max(LEAST_MS, tookMs * SHOWN_FOR));
}

function findKept<Content>(tx: Tx, { what, asOf }: What): Promise<Kept<Content> | undefined> {
  return maybeOne(
    tx,
    sql<
      Kept<Content>
    >`select content, took_ms as "tookMs", (extract(epoch from clock_timestamp() - read_at) * 1000)::float8 as "ageMs"
          from statement.reading where what = ${what} and as_of = ${asOf}`,
  );
}
