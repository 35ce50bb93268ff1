/**
 * Cards (KTP-el): queue, printing, check, hand-over, loss, replacement, and the validity of each card.
 * Always holds: a card is made of one blank and a blank becomes one card at most; every change of state is a step that says who
 * and why; whether a card is valid is what the register says, never what is printed on it; nobody checks his own print.
 * Law: UU 24/2013 art. 63, 64, 101; Permendagri 9/2011 jo. 8/2016; Permendagri 72/2022.
 */
export {
  advanceCards,
  cardsMoved,
  findCard,
  listCardsBySerial,
  listCardsOf,
  type Advance,
  type CardRow,
} from './advance.ts';
export { requestCard, withdrawRequest, type Asked } from './request/request.ts';
export { beginPrinting, printFailed, type Begun } from './print/print.ts';
export { openChip, openFace, type Chip } from './face/face.ts';
export { checkCard, type Checked } from './check/check.ts';
export { checkSample } from './check/sample.ts';
export { arriveCards, shipCards } from './check/ship.ts';
export { handOver, takeInCard, type HandingOver } from './handover/handover.ts';
export { keepProxyLetter, releaseCard, verifyHolder, type Shown } from './handover/verify.ts';
export { askCodeHash, asWasAsked, drawCode, takeAsk, type AskBook, type CodeAsked } from './holder/asking.ts';
export { findContact, keepContact, tellHolder, type GivenContact } from './holder/contact.ts';
export { standingOf } from './holder/standing.ts';
export { cleared, holdCounters, missed, waitLeftMs, type Counter } from './public/counters.ts';
export { declareLost, liftLoss, reportLoss } from './loss/loss.ts';
export { importCards } from './import/import.ts';
export { traceCard } from './trace/trace.ts';
export type { TracedCard } from './schema.ts';
export { issueLetter, type LetterDone } from './letter/letter.ts';
export { printCard, type CardPrinter, type PrintedCard, type PrintJob, type PrintResult } from './print/printer.ts';
export { simulatedPrinter, type SimulatedFaults } from './print/simulator.ts';
export { CARD_STATES, CAUSES, cardStateOf, mayBecome, type CardState, type Cause } from './rules.ts';
export { room } from './room.ts';
