/**
 * Moves between regencies, one case in two offices (UU 23/2006 art. 15; Perpres 96/2018).
 * Always holds: people underway are counted once, where they left; only the office of destination ends the move, only that
 * of departure cancels it; nobody is underway twice.
 */
export { cancelMove, listMovesUnderway, mustBeAbleToArrive, recordArrival } from './move.ts';
