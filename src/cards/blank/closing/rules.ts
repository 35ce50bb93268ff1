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

/** The hold that keeps a region's row of a day back as of today, if one does. When it has ended the row is public for ever. */
export function holdOver(holds: readonly Hold[], of: { region: string; day: string; today: string }): Hold | null {
  return (
    holds.find(
      ({ regionCode, fromOn, untilOn }) =>
        of.region.startsWith(regionCode) && of.day >= fromOn && of.day <= untilOn && of.today <= untilOn,
    ) ?? null
  );
}

/** The longest time for which a region's stock may be held back. */
export const MOST_HOLD_DAYS = 90;

export const noBlanks = (): Record<(typeof CLOSING_NUMBERS)[number], number> =>
  Object.fromEntries(CLOSING_NUMBERS.map((name) => [name, 0])) as never;
