/**
 * The import of residents from files: CSV and workbooks as SIAK, village systems and offices write them (domain: SIAK codes).
 * Always holds: every row of a file is counted once, as created, updated, unchanged, refused or a case, also when the import
 * is killed and resumed; nothing is overwritten without a delta in the history; what a file does not say erases nothing; a
 * damaged NIK is refused by name; one NIK of two persons waits for a human.
 */
export { importResidents } from './import.ts';
export type { ImportedAct, ImportedMove, ImportSeats, SeatConflict } from './seats.ts';
export { room } from './room.ts';
