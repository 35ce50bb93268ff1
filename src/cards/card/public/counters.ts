/** Wrong guesses, counted by a keyed hash of the number or address they are about: each makes the next wait longer. As `system`. */
import { many, run, sql, type Tx } from '../../../core/db/index.ts';
import { FORGOTTEN_MS, waitMs } from './rules.ts';

export interface Counter {
  readonly of: 'number' | 'address';
  readonly about: Buffer;
  readonly misses: number;
  readonly lastAt: Date;
}

/** A counter, held until the commit, so that many guesses at once are one after the other. */
export async function holdCounter(tx: Tx, of: Counter['of'], given: string): Promise<Counter> {
  const [counter] = await holdCounters(tx, [{ of, given }]);
  return counter!;
}

/** Several counters, held in one order. */
export async function holdCounters(
  tx: Tx,
  asked: readonly { readonly of: Counter['of']; readonly given: string }[],
): Promise<Counter[]> {
  const now = tx.ground.clock.now();
  await run(tx, sql`delete from card.guess where last_at < ${new Date(now.getTime() - FORGOTTEN_MS)}`);
  const sorted = asked
    .map(({ of, given }) => ({ of, about: tx.ground.vault.blindIndex(`card.guess.${of}`, given, 16) }))
    .toSorted((a, b) => Buffer.compare(a.about, b.about));
  const counters: Counter[] = [];
  for (const { of, about } of sorted) {
    const [row] = await many(
      tx,
      sql<{ misses: number; lastAt: Date }>`
        insert into card.guess (about, misses, last_at) values (${about}, 0, ${now})
        on conflict (about) do update set misses = card.guess.misses returning misses, last_at as "lastAt"`,
    );
    counters.push({ of, about, ...row! });
  }
  return counters;
}

export const waitLeftMs = ({ of, misses, lastAt }: Counter, now: Date): number =>
  Math.max(0, lastAt.getTime() + waitMs(misses, of) - now.getTime());

/** A miss makes the next wait longer. */
export async function missed(tx: Tx, { about }: Counter): Promise<void> {
  const now = tx.ground.clock.now();
  await run(tx, sql`update card.guess set misses = misses + 1, last_at = ${now} where about = ${about}`);
}

export async function cleared(tx: Tx, { about }: Counter): Promise<void> {
  await run(tx, sql`delete from card.guess where about = ${about}`);
}
