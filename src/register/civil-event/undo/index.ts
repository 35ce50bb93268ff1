/**
 * Taking events back (contrarius actus; Perpres 96/2018 art. 60).
 * Always holds: what an event changed is as it was, or the undoing is refused and names what stands in its way; a card
 * that ended is not opened again; a certificate says that it was cancelled. See docs/decisions/0006-undo.md.
 */
export { mayUndo, undoEvent, type UndoInput } from './undo.ts';
