/**
 * Data given back (data balikan): what partners have learned of people, beside the register, as hints for the office where each lives.
 * Always holds: only what the PKS names is taken; nothing is ever applied by itself; the partner is not told whether it was right; the
 * person sees who said something about him and what became of it; values are kept no longer than somebody has to decide.
 * Law: Permendagri 102/2019 and 17/2023 (data balikan), UU 24/2013 art. 58 and 79, UU 27/2022 art. 20 and 31.
 */
export { countSaid, type SaidCounts } from './sql.ts';
export { room } from './room.ts';
