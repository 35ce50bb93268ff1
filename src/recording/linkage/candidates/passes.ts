/**
 * Which pairs are compared at all. Each pass names columns that both records must have in common; whoever meets in any pass
 * is compared. A record with two slips is lost only where every pass rests on one of them. Data; the SQL reads it.
 */

/** Whole numbers a record is known by in DuckDB: years, and keys of 32 bits of what is longer. Null where it is silent. */
export const KEY_COLUMNS = [
  'name',
  'birth_year',
  /** Day and month, the smaller first: an exchange changes nothing. */
  'birth_day',
  'number',
  /** The first fifteen digits of a NIK: the last is lost in spreadsheets. */
  'stem',
  /** Spans of four years, the second begun two years later: who is at most two years apart meets in one of them. */
  'span',
  'shifted',
  /** The halves of a number that is no NIK: one wrong digit leaves one of them. */
  'head',
  'tail',
  'card',
  'mother',
  'father',
  'place',
  'home',
] as const;

export type KeyColumn = (typeof KEY_COLUMNS)[number];

/** `word` stands for each word of the name. */
export type Pass = readonly (KeyColumn | 'word')[];

export const PASSES: readonly Pass[] = [
  ['number'],
  ['stem'],
  ['name', 'birth_year'],
  ['name', 'birth_day'],
  ['word', 'birth_year', 'birth_day'],
  ['word', 'birth_day', 'span'],
  ['word', 'birth_day', 'shifted'],
  ['word', 'place'],
  ['word', 'home'],
  ['word', 'card'],
  ['word', 'mother', 'span'],
  ['word', 'mother', 'shifted'],
  ['word', 'father', 'span'],
  ['word', 'father', 'shifted'],
  ['word', 'tail'],
  ['head', 'birth_year'],
  ['head', 'birth_day'],
  ['tail', 'birth_year'],
  ['tail', 'birth_day'],
  ['mother', 'birth_day'],
  ['father', 'birth_day'],
  ['mother', 'father', 'span'],
  ['mother', 'father', 'shifted'],
  ['card', 'birth_day'],
  ['card', 'birth_year'],
  ['home', 'birth_year'],
  ['home', 'birth_day'],
  ['place', 'birth_year', 'birth_day'],
];
