/** What an alarm is, how much it presses, and how it may end. Pure, safe in a browser. */

/** In the order in which they press: the first is looked at first. */
export const ALARM_KINDS = ['canary_touched', 'nik_misses', 'misses_spent', 'canary_own'] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];

/** `explained`: as it should be, for a reason; `corrected`: a mistake of the institution that it has mended; `misused`: a suspension
 * was proposed or the police were told; `nothing`: looked at, nothing found. */
export const OUTCOMES = ['explained', 'corrected', 'misused', 'nothing'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const ALARM_STATES = ['open', 'taken', 'closed'] as const;
export type AlarmState = (typeof ALARM_STATES)[number];

/** A person may hold a pace so long from now on, no longer: then somebody looks again. */
export const MOST_HOLD_HOURS = 72;
/** What an officer has lifted does not come back by itself for the same signal within an hour. */
export const LIFTED_MINUTES = 60;
