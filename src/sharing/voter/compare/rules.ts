/**
 * How two lists of voters disagree, each person under one reason. Never a total called "double": a number that stands twice, a person with two
 * numbers and two people under one number are three different faults, of whoever keeps the list. Pure, with the SQL that says the same to DuckDB.
 */

/** Of people: each of the first list stands under exactly one of those that name it, and so does each of the second. */
export const REASONS = [
  /** The same number, name and day of birth. */
  'same',
  /** The same number and one person: the name is written otherwise, or the day of birth differs. */
  'same_written_otherwise',
  /** One number, two people: name and day of birth are others. */
  'one_nik_two_people',
  /** One person, two numbers. */
  'one_person_two_niks',
  /** The number is hidden in part; what is left of it, the name and the day of birth agree. */
  'same_by_mask',
  /** Name and day of birth agree with several of the other list: nobody can say which. Counted in both lists. */
  'several_alike',
  'only_first',
  'only_second',
] as const;
export type Reason = (typeof REASONS)[number];

/** Of rows that are not another person's: what a list says twice. */
export const TWICE = ['row_twice', 'nik_twice_two_people'] as const;
export type Twice = (typeof TWICE)[number];

/** From this likeness (Jaro-Winkler) on two names under one number are one name. */
export const LIKE_NAME = 0.88;

/**
 * What is compared of a name: capitals, letters of the Latin alphabet alone, titles left out that one list has and another has not. The
 * words stay in their order.
 */
export function nameKeySql(column: string): string {
  const capitals = `upper(strip_accents(coalesce(${column}, '')))`;
  const slow = `trim(regexp_replace(regexp_replace(regexp_replace(${capitals}, ',.*$', ''), '[^A-Z ]', '', 'g'), '^(H|HJ|DR|DRS|DRA|IR|RADEN|R)\\s+|\\s+', ' ', 'g'))`;
  return `case when ${isPlainSql(column)} then ${column} else ${slow} end`;
}

/** Written as it is compared already, as most names are: the regular expressions cost ten times as much as the rest. */
const isPlainSql = (column: string): string =>
  `regexp_full_match(${column}, '[A-Z]+( [A-Z]+)*') and split_part(${column}, ' ', 1) not in ('H', 'HJ', 'DR', 'DRS', 'DRA', 'IR', 'RADEN', 'R')`;

/** Days as lists write them; the commission parts them with a bar. What is no day is none. */
export const daySql = (column: string): string =>
  `case when substr(${column}, 5, 1) = '-' and length(${column}) = 10 then try_cast(${column} as date)
        when substr(${column}, 3, 1) = '-' and length(${column}) = 10 then try_strptime(${column}, '%d-%m-%Y')::date
        else coalesce(try_strptime(trim(${column}), ['%Y-%m-%d', '%d-%m-%Y', '%d/%m/%Y', '%d.%m.%Y', '%d|%m|%Y', '%Y%m%d', '%d %m %Y']))::date end`;

/**
 * A number without what is written to group it; hidden digits are stars. `null` where it is no number of a person: cut, rounded by a
 * spreadsheet (3,17507E+15, or ending in 0000), or sixteen times one digit.
 */
export function nikSql(column: string): string {
  const bare = `regexp_replace(translate(coalesce(${column}, ''), 'xX•#', '****'), '[^0-9*]', '', 'g')`;
  const damaged = `regexp_matches(coalesce(${column}, ''), '^\\s*[0-9]([.,][0-9]+)?[eE][+]?[0-9]+\\s*$')`;
  // Read as a number, which costs a tenth of looking at its letters: sixteen signs that make so great a number are digits.
  const number = `try_cast(${column} as ubigint)`;
  const plain = `length(${column}) = 16 and not contains(${column}, 'e') and not contains(${column}, 'E') and ${number} >= 1000000000000000
                 and ${number} % 10000 <> 0 and ${number} % 1111111111111111 <> 0`;
  return `case when ${plain} then ${column} when ${damaged} or length(${bare}) <> 16 or ${bare} like '%0000' or regexp_matches(${bare}, '^0[0-8]')
                or replace(${bare}, substr(${bare}, 1, 1), '') = '' then null else ${bare} end`;
}

/** Whether two numbers, of which either may have stars, can be one: every digit that both show is the same. */
export function maskedAlikeSql(one: string, other: string): string {
  const places = Array.from({ length: 16 }, (_, at) => at + 1);
  return `(${places
    .map((at) => {
      const [a, b] = [`substr(${one}, ${at}, 1)`, `substr(${other}, ${at}, 1)`];
      return `(${a} = ${b} or ${a} = '*' or ${b} = '*')`;
    })
    .join(' and ')})`;
}
