/** Who needs blanks first, and how long what lies there lasts. Pure and safe in a browser. */

/**
 * Needs by their priority in a shortage, the most urgent first. What comes after it waits: a region's new name makes no new card, nor
 * does a printed end of validity (UU 24/2013 art. 101), so neither is a need.
 */
export const NEEDS = ['first_card', 'disaster', 'temporary_letter', 'replacement'] as const;
export type Need = (typeof NEEDS)[number];

/** 0 for the most urgent. */
export const rankOf = (needs: readonly Need[]): number => Math.min(...needs.map((need) => NEEDS.indexOf(need)));

/** The days over which use is measured. */
export const USE_DAYS = 60;
/** Fewer days left than this, and somebody should send. */
export const LOW_DAYS = 30;

export interface Supply {
  readonly stock: number;
  /** Sealed and on the way here. */
  readonly coming: number;
  readonly usedIn60Days: number;
  /** People whose recording is print-ready and who have no card: each takes a blank as soon as there is one. */
  readonly backlog: number;
}

export interface Forecast {
  readonly perDay: number;
  /** Days until nothing is left, when the backlog is printed first; `null` where nothing was used. */
  readonly daysLeft: number | null;
  /** Blanks that the backlog and a month's use want beyond what lies there and comes. */
  readonly wanted: number;
  readonly standing: 'short' | 'low' | 'enough' | 'unused';
}

export function forecast({ stock, coming, usedIn60Days, backlog }: Supply): Forecast {
  const perDay = usedIn60Days / USE_DAYS;
  const free = stock - backlog;
  const wanted = Math.max(0, Math.ceil(backlog + perDay * LOW_DAYS) - stock - coming);
  if (free < 0) return { perDay, daysLeft: 0, wanted, standing: 'short' };
  if (usedIn60Days === 0) return { perDay, daysLeft: null, wanted, standing: 'unused' };
  // In whole numbers: 60 / 60 days must be one a day, not a little less.
  const daysLeft = Math.floor((free * USE_DAYS) / usedIn60Days);
  return { perDay, daysLeft, wanted, standing: daysLeft < LOW_DAYS ? 'low' : 'enough' };
}
