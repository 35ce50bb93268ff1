/**
 * How often somebody may be wrong. A number can be guessed from birthplace and birthday, so guessing must not pay: each question
 * that does not match in every granted field costs the partner one of its allowance. Pure.
 */

/** Of one partner about one number within a day; another partner's mistakes do not count, so nobody can block a person. */
export const MISSES_PER_PERSON = 10;
/** Of one partner about all numbers, at once. */
export const MOST_MISSES = 150;
/** A match gives a part of one back: who is right two times in three can go on for ever. */
export const BACK_PER_MATCH = 0.5;
/** And time gives back this many a minute. */
export const BACK_PER_MINUTE = 1;

/** So many partners' mistakes about one number within an hour are worth somebody's look. It blocks nobody. */
export const ALARMING_MISSES = 20;

/** What one process holds of a partner's allowance at most. */
export const PORTION = 20;
