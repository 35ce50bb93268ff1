/** How many of a small office's cards are looked at before the rest pass with them. Pure and safe in a browser. */
export const CHECK_WAYS = ['present', 'remote'] as const;
export type CheckWay = (typeof CHECK_WAYS)[number];

/** A tenth, and three at least, and all where there are no more. */
export const sampleOf = (cards: number): number => Math.min(cards, Math.max(3, Math.ceil(cards / 10)));
