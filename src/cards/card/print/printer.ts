/** A card printer as the house sees it, and one card through it with its books. */
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import { beginPrinting, printFailed } from './print.ts';
import type { PrintFault } from './rules.ts';

export interface PrintJob {
  readonly cardId: Uuid;
  readonly serial: bigint;
  /** What the blank's chip must answer with, where its manifest is known. */
  readonly uid: bigint | null;
}

export type PrintResult = { readonly printed: true } | { readonly printed: false; readonly fault: PrintFault };

/** Prints one card and encodes its chip. Rejects when it cannot say what became of the blank (it lost power, its cable was cut). */
export interface CardPrinter {
  readonly name: string;
  print(job: PrintJob): Promise<PrintResult>;
}

export interface PrintedCard {
  readonly cardId: Uuid;
  readonly fault: PrintFault | null;
}

/**
 * One attempt: the books in one transaction, the machine, and in another transaction that it failed, if it did. Killed between
 * them the card stands as printed, and whoever checks it sees whether it is any good.
 */
export async function printCard(
  act: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>,
  actor: Actor,
  printer: CardPrinter,
  given: { readonly id: string; readonly what: string },
): Promise<PrintedCard> {
  const job = await act((tx) => beginPrinting(tx, actor, given));
  const { cardId } = job;
  const result = await printer.print(job).catch((): PrintResult => ({ printed: false, fault: 'power' }));
  if (result.printed) return { cardId, fault: null };
  await act((tx) => printFailed(tx, actor, { id: cardId, fault: result.fault, note: printer.name }));
  return { cardId, fault: result.fault };
}
