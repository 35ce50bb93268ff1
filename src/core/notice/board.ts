import { z } from 'zod';
import type { Actor } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { newId } from '../id/index.ts';
import { addJobs, job, type Job } from '../jobs/index.ts';
import type { AfterCommitListener, InTransactionListener, Listening, Notice } from './index.ts';

declare module '../db/tx.ts' {
  interface Ground {
    readonly notices: NoticeBoard;
  }
}

/** Who listens to what, known before the first act. */
export interface NoticeBoard {
  listenersOf(notice: Notice<unknown>): Listeners;
  /** One job a listener after the commit; the workers must know them. */
  readonly jobs: readonly Job[];
}

interface Listeners {
  readonly inTransaction: readonly InTransactionListener<unknown>[];
  readonly afterCommit: readonly Job<Heard>[];
}

interface Heard {
  noticeId: string;
  items: unknown[];
}

const heard = z.object({ noticeId: z.string(), items: z.array(z.unknown()) });
const NOBODY: Listeners = { inTransaction: [], afterCommit: [] };

/** Connects listeners in the order of the rooms. Refuses two of the same name on one notice. */
export function noticeBoard(listening: readonly Listening[]): NoticeBoard {
  const boards = new Map<string, { inTransaction: InTransactionListener<unknown>[]; afterCommit: Job<Heard>[] }>();
  const names = new Set<string>();
  for (const { notice, listener, inTransaction, afterCommit } of listening) {
    const name = `notice.${notice.name}.${listener}`;
    if (names.has(name)) throw new Error(`${listener} listens twice to ${notice.name}`);
    names.add(name);
    const board = boards.get(notice.name) ?? { inTransaction: [], afterCommit: [] };
    boards.set(notice.name, board);
    if (inTransaction) board.inTransaction.push(inTransaction);
    if (afterCommit) board.afterCommit.push(listenerJob(name, afterCommit));
  }
  return {
    listenersOf: (notice) => boards.get(notice.name) ?? NOBODY,
    jobs: [...boards.values()].flatMap((board) => board.afterCommit.map((each) => job(each))),
  };
}

/**
 * Says what happened, inside the act's transaction: those who listen in it run now, in order, and may refuse the act; those
 * who listen after it get one job each. Saying nothing (no items) wakes nobody.
 */
export async function speak<Item>(tx: Tx, actor: Actor, of: Notice<Item>, items: readonly Item[]): Promise<void> {
  if (items.length === 0) return;
  const listeners = tx.ground.notices.listenersOf(of);
  for (const listen of listeners.inTransaction) await listen(tx, actor, items);
  const noticeId = newId();
  for (const each of listeners.afterCommit) await addJobs(tx, each, [{ noticeId, items: [...items] }]);
}

function listenerJob(name: string, listen: AfterCommitListener<unknown>): Job<Heard> {
  return { name, payload: heard, maxAttempts: 20, run: (tx, { noticeId, items }) => listen(tx, noticeId, items) };
}
