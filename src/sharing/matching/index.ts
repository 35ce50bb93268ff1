/**
 * Matching of files (pemadanan): a partner hands in up to ten million rows and gets, for each, what a single question would have answered.
 * Always holds: the comparison is the one of single questions; every row is counted once, whoever stops the work; no result can be taken
 * before its entry is durable and every person in it can see it; what looks like guessing waits for a person; seven days later nothing is left.
 * Law: UU 24/2013 art. 58, 79 and 84, Permendagri 102/2019, UU 27/2022 art. 20 and 31, PP 10/2023 (packages).
 */
export { openMatchingDesk, type MatchingDesk } from './desk.ts';
export { filesHandedIn, filesOpened, matchingsMoved, type FileGiven } from './notice.ts';
export { room } from './room.ts';
export { mapColumns } from './columns.ts';
export { usedOfPackages } from './sql.ts';
