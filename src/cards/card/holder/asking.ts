/**
 * An ask for a code by message, wherever it is made (decision 15): the page looks at nothing but how often was asked, so what it answers, and
 * how fast, is the same for a number that exists and one that does not. What was typed is kept sealed for the job that sends, or does not.
 */
import { randomInt } from 'node:crypto';
import { elevated, run, sql, type Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { askWaitMs, CODE_DIGITS, hourBefore } from './rules.ts';

export type CodeAsked = { readonly is: 'asked'; readonly ticket: Uuid } | { readonly is: 'wait'; readonly ms: number };

export interface NewAsk {
  readonly id: Uuid;
  /** Keyed hashes of the number that was typed, and of the address that asked. */
  readonly about: Buffer;
  readonly source: Buffer;
  readonly askedAt: Date;
  readonly sealed: Buffer;
}

/** Where a room keeps its asks. */
export interface AskBook {
  /** `card.ask`: the table, the class key of what is sealed in it, and the beginning of its blind indexes. */
  readonly table: string;
  /** When this number, or this address, asked since then; the newest first. */
  readonly list: (tx: Tx, of: 'about' | 'source', key: Buffer, since: Date) => Promise<Date[]>;
  readonly insert: (tx: Tx, ask: NewAsk) => Promise<void>;
}

const placeOf = ({ table }: AskBook, id: string) => ({ table, row: id, column: 'sealed' });

/** Keeps the ask, or says how long to wait; the caller leaves the rest to his job. */
export async function takeAsk(
  tx: Tx,
  book: AskBook,
  asking: { readonly number: string },
  address: string,
): Promise<CodeAsked> {
  return elevated(tx, async () => {
    const { vault, clock } = tx.ground;
    const { table } = book;
    const about = vault.blindIndex(`${table}.number`, asking.number, 16);
    const source = vault.blindIndex(`${table}.address`, address, 16);
    for (const key of [about, source].map((each) => each.toString('hex')).toSorted())
      await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`${table} ${key}`}, 0))`);
    const now = clock.now();
    const since = hourBefore(now);
    const ms = Math.max(
      askWaitMs('number', await book.list(tx, 'about', about, since), now),
      askWaitMs('address', await book.list(tx, 'source', source, since), now),
    );
    if (ms > 0) return { is: 'wait', ms };
    const id = newId();
    const sealed = vault.seal(table, placeOf(book, id), JSON.stringify(asking));
    await book.insert(tx, { id, about, source, askedAt: now, sealed });
    return { is: 'asked', ticket: id };
  });
}

/** What was typed, as it was given to `takeAsk`. */
export const asWasAsked = (tx: Tx, book: AskBook, { id, sealed }: { id: string; sealed: Buffer }): unknown =>
  JSON.parse(tx.ground.vault.unseal(book.table, placeOf(book, id), sealed).toString());

export const drawCode = (): string => String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');

/** The keyed hash of a code, good for this ask alone. */
export const askCodeHash = (tx: Tx, { table }: AskBook, id: string, code: string): Buffer =>
  tx.ground.vault.blindIndex(`${table}.code`, `${id} ${code}`, 16);
