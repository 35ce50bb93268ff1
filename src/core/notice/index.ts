/**
 * Notices. A lower room says what happened, always as an array (`residentsDied`); a higher room listens, either in the
 * same transaction (and may refuse) or after the commit, as a job that may run more than once.
 * Always holds: a notice is spoken inside the act's transaction, and listeners are known before the first act.
 */
import type { Tx } from '../db/index.ts';
import type { Actor } from '../access/index.ts';

export interface Notice<Item> {
  readonly name: string;
  /** Never read: carries the item's type. */
  readonly item?: Item;
}

/** Declares a notice; `Item` must be plain JSON, as a listener after the commit gets it from a job. */
export function notice<Item>(name: string): Notice<Item> {
  return { name };
}

export type InTransactionListener<Item> = (tx: Tx, actor: Actor, items: readonly Item[]) => Promise<void>;
/** Runs in a transaction of its own, at least once; `noticeId` is the same each time. */
export type AfterCommitListener<Item> = (tx: Tx, noticeId: string, items: readonly Item[]) => Promise<void>;

export interface Listening {
  readonly notice: Notice<unknown>;
  readonly listener: string;
  readonly inTransaction?: InTransactionListener<unknown>;
  readonly afterCommit?: AfterCommitListener<unknown>;
}

/** `listener` names who listens (room and act), unique per notice; it stands in the job's name. */
export function inTransaction<Item>(of: Notice<Item>, listener: string, run: InTransactionListener<Item>): Listening {
  return { notice: of, listener, inTransaction: run as InTransactionListener<unknown> };
}

export function afterCommit<Item>(of: Notice<Item>, listener: string, run: AfterCommitListener<Item>): Listening {
  return { notice: of, listener, afterCommit: run as AfterCommitListener<unknown> };
}

export * from './board.ts';
