/** A card reported lost from afar. Pure and safe in a browser. */
/** So long its holder may say that he found it again, without coming. */
export const LIFT_HOURS = 72;

export const liftUntil = (reported: Date): Date => new Date(reported.getTime() + LIFT_HOURS * 3_600_000);
