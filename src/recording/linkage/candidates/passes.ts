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
  ['name', 'place'],
  ['name', 'home'],
  ['word', 'birth_year', 'birth_day'],
  ['word', 'birth_day'],
  ['word', 'home'],
  ['word', 'mother'],
  ['word', 'card'],
  ['mother', 'birth_day'],
  ['mother', 'father'],
  ['card', 'birth_day'],
  ['card', 'birth_year'],
  ['home', 'birth_year'],
  ['home', 'birth_day'],
  ['place', 'birth_year', 'birth_day'],
];
