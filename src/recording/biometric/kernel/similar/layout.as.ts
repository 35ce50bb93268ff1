// Where things lie in the memory of the kernel `similar`, and what else its parts have in common.

/** As in `cylinder.ts`, in bytes: the words of one cylinder, its bits, the planes that count them cell by cell, mask, set bits, direction. */
export const CYLINDER: usize = 88;
export const WORDS: i32 = 22;
export const BIT_WORDS: usize = 10;
export const PLANES: usize = 10;
export const MASK: usize = 16;
export const SET_BITS: usize = 18;
export const X: usize = 19;
export const Y: usize = 20;
export const ANGLE: usize = 21;
/** A mask of all 52 cells. */
export const ALL_LOW: i32 = -1;
export const ALL_HIGH: i32 = 0xfffff;

// A place that a finger is held in has its cylinders one after the other; then four by four, word by word, one from each; then the nearest neighbours
// of each minutia; then how far it reaches.
export const MOST: usize = 64;
export const FOURS: usize = MOST * CYLINDER;
export const NEAREST: usize = 2 * FOURS;
export const NEIGHBOURS: i32 = 9;
export const LEFTMOST: usize = NEAREST + 4 * NEIGHBOURS * MOST;
export const RIGHTMOST: usize = LEFTMOST + 8;
export const LOWEST: usize = RIGHTMOST + 8;
export const HIGHEST: usize = LOWEST + 8;

// What lies where in memory, in bytes; `similar.ts` knows what is told of pairs and of agreements, and where places of fingers begin.
export const SIMILARITY: usize = 1024;
export const LEFT: usize = SIMILARITY + 8 * MOST;
export const RIGHT: usize = LEFT + 4 * MOST;
export const TURN: usize = RIGHT + 4 * MOST;
/** Where the minutiae of the pairs lie: the left finger's, then the right one's. */
export const ROW: usize = 4 * MOST;
export const LEFT_X: usize = TURN + ROW;
export const LEFT_Y: usize = LEFT_X + ROW;
export const RIGHT_X: usize = LEFT_Y + ROW;
export const RIGHT_Y: usize = RIGHT_X + ROW;
export const ONE_SET: usize = RIGHT_Y + ROW;
export const OTHER_SET: usize = ONE_SET + 16;
export const DIFFERING: usize = OTHER_SET + 16;
/** Which minutiae of the right finger one of the left lies on. */
export const TAKEN: usize = DIFFERING + 16;
export const BINS: usize = 4096;
/** Of each 256th of a turn, cosine and sine. */
export const DIRECTIONS: usize = 8448;
export const MOST_AGREEMENTS: usize = (MOST * (MOST - 1)) / 2;
export const APART: usize = 16_384;
export const ALONG: usize = APART + 8 * MOST_AGREEMENTS;
export const ACROSS: usize = ALONG + 8 * MOST_AGREEMENTS;
export const ONE: usize = ACROSS + 8 * MOST_AGREEMENTS;
export const OTHER: usize = ONE + 4 * MOST_AGREEMENTS;
export const TURNED: usize = OTHER + 4 * MOST_AGREEMENTS;
export const LIKELY_SIMILARITY: usize = 98_304;
export const LIKELY_LEFT: usize = LIKELY_SIMILARITY + 8 * MOST * MOST;
export const LIKELY_RIGHT: usize = LIKELY_LEFT + 4 * MOST * MOST;

/** More than single precision is off by. */
export const SLACK: f32 = 1e-6;
