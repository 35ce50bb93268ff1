/** Assisted access at the counter: UU 27/2022 art. 26 (people with disabilities), UU 25/2009 art. 29 (services for who needs help). Pure. */

export const ASSIST_REASONS = ['blind', 'illiterate', 'no_telephone', 'unwell', 'other'] as const;
export type AssistReason = (typeof ASSIST_REASONS)[number];

export const ASSIST_MINUTES = 15;

export const assistanceEnds = (opened: Date): Date => new Date(opened.getTime() + ASSIST_MINUTES * 60_000);

/** How somebody without a card was known, in words that say something. */
export const KNOWN = { least: 10, most: 300 } as const;
