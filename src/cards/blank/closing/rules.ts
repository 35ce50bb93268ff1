/** The day's end: what a row says, byte for byte, so that anybody can make the day's root again. Pure. */

export const CLOSING_NUMBERS = [
  'received',
  'handedOn',
  'inStock',
  'inTransit',
  'personalised',
  'spoiled',
  'missing',
  'destroyed',
  'difference',
  'disputed',
] as const;
export type ClosingNumbers = Readonly<Record<(typeof CLOSING_NUMBERS)[number], number>>;

/**
 * The line of a store: `day store region numbers salt`, the numbers in the order above, the salt in hexadecimal, with one space between.
 * The leaf is SHA-256 over a zero byte and this line (RFC 6962); leaves stand in the order of the stores' ids.
 */
export function closingLine(
  row: ClosingNumbers & { day: string; store: string; region: string; salt: string },
): string {
  const numbers = CLOSING_NUMBERS.map((name) => row[name]).join(' ');
  return `${row.day} ${row.store} ${row.region || '-'} ${numbers} ${row.salt}`;
}

export interface Hold {
  readonly regionCode: string;
  readonly fromOn: string;
  readonly untilOn: string;
}

export interface KeptBack {
  /** `held`: the hold is about it. `beside`: it is kept back with it, as the held numbers could be reckoned from its own. */
  readonly why: 'held' | 'beside';
  readonly untilOn: string;
}

/**
 * Why a region's row of a day is kept back as of today, if it is; when the last of its holds has ended the row is public for ever.
 *
 * Blanks neither appear nor vanish: what all stores were given is what all have handed on or still have, so one row that is
 * missing from a whole day is the rest of the sum. Therefore the stores of the whole province are kept back with the one in question, and
 * the centre, from which everything comes. What went between those is told nowhere, and the rest of the sum is theirs together.
 */
export function keptBack(holds: readonly Hold[], of: { region: string; day: string; today: string }): KeptBack | null {
  const over = holds.filter(
    ({ fromOn, untilOn, ...hold }) =>
      of.day >= fromOn && of.day <= untilOn && of.today <= untilOn && reaches(hold, of.region),
  );
  if (over.length === 0) return null;
  const untilOn = over.map((hold) => hold.untilOn).reduce((a, b) => (a > b ? a : b));
  return { why: over.some(({ regionCode }) => of.region.startsWith(regionCode)) ? 'held' : 'beside', untilOn };
}

const CENTRE = '';

function reaches({ regionCode }: Pick<Hold, 'regionCode'>, region: string): boolean {
  return regionCode === '' || region === CENTRE || region.slice(0, 2) === regionCode.slice(0, 2);
}

/** Figures that tell how many blanks lie somewhere: by region they obey the holds. */
export const TELLS_BLANKS: readonly string[] = ['blank.in_stock', 'voter.blanks_missing'];

/** The longest time for which a region's stock may be held back. */
export const MOST_HOLD_DAYS = 90;

export const noBlanks = (): Record<(typeof CLOSING_NUMBERS)[number], number> =>
  Object.fromEntries(CLOSING_NUMBERS.map((name) => [name, 0])) as never;
