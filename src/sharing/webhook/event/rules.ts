/** What institutions are told: the kinds of events, and who hears which. Pure, safe in a browser. */

/** In the order in which they are chosen and documented. Names are as Standard Webhooks has them: from the whole to the part. */
export const GROUPS = {
  access: ['access.suspended', 'access.restored', 'access.granted', 'access.grant_ended', 'access.ended'],
  pace: ['pace.slowed', 'pace.held', 'pace.lifted', 'quota.near_end'],
  term: ['agreement.expiring', 'grant.expiring', 'key.expiring'],
  key: ['key.added', 'key.ended'],
  matching: ['matching.waiting', 'matching.ready', 'matching.failed'],
  dispute: ['dispute.opened', 'dispute.due_soon', 'dispute.overdue', 'dispute.decided', 'dispute.closed'],
  money: ['balance.low', 'balance.empty', 'payment.entered', 'statement.closed'],
  report: ['report.due', 'report.warned', 'report.cut_due'],
  maintenance: ['maintenance.announced', 'maintenance.ended'],
} as const;
export type Group = keyof typeof GROUPS;
export const GROUP_NAMES = Object.keys(GROUPS) as Group[];

/** What an endpoint may choose. */
export type Chosen = (typeof GROUPS)[Group][number];
export const CHOICES: readonly Chosen[] = GROUP_NAMES.flatMap((group): readonly Chosen[] => GROUPS[group]);
export const isChoice = (text: string): text is Chosen => (CHOICES as readonly string[]).includes(text);

/** `ping` comes to whoever asks for it, chosen or not. */
export type Kind = Chosen | 'ping';

/** Whoever may not ask is told this and nothing else. */
export const ALWAYS_TOLD: readonly Kind[] = GROUPS.access;

/** So many days before an end it is said, and again when so many are left. */
export const REMIND_DAYS = [30, 7] as const;

/** The reminder that is due: the number of days within which the end lies, or `null`. */
export function reminderOf(days: number, first: number): number | null {
  if (days < 0) return null;
  return [first, ...REMIND_DAYS].filter((step) => step <= first && days <= step).at(-1) ?? null;
}

/** Of a day's quota. */
export const NEAR_END = 0.8;

/**
 * An institution's own words for a thing, where they cannot be a number of a person: what it hands in as a reference or as the name of a
 * key is its own to choose, and no event shall carry on what should not have stood there.
 */
export const ownWords = (text: string | null): string | null =>
  text === null || /\d{16}/.test(text.replaceAll(/[\s.-]/g, '')) ? null : text;
