/**
 * The rights of a person over his data: the article, the clock, who answers, and on what it may be refused. Pure.
 *
 * Read in public copies of UU 27/2022: art. 6 and 7 (republika.co.id), 11 to 15 and 41 (justisio.com), 30 (pasal.id), 32 and 33 (dntlawyers.com,
 * justisio.com), 10 (suara.com). Art. 30, 32 (2) and 41 (1) give three days of 24 hours. Art. 15 (1) takes exceptions from art. 8, 9, 10 (1), 11 and 13
 * alone. Art. 33 speaks of "access to changes" and is read as of access too: it stands with both. The law knows no objection but that to an
 * automated decision: what is asked here is the end (art. 8) or the limit (art. 11) of a use. Art. 3 and 71 are of UU 23/2006, which UU 24/2013 did
 * not change; no public copy of their text was at hand.
 */

/** Three days of 24 hours where the law says so; a service standard of our own where it gives no term. */
export const RIGHTS = {
  access: {
    law: 'UU 27/2022 ps. 7',
    hours: 72,
    clock: 'UU 27/2022 ps. 32 ayat (2)',
    to: 'office',
    exceptions: ['safety', 'others', 'security'],
  },
  correction: {
    law: 'UU 27/2022 ps. 6',
    hours: 72,
    clock: 'UU 27/2022 ps. 30',
    to: 'office',
    exceptions: ['unproved', 'safety', 'others', 'security'],
  },
  erasure: {
    law: 'UU 27/2022 ps. 8',
    hours: 14 * 24,
    clock: null,
    to: 'office',
    exceptions: ['administration', 'enforcement', 'defence'],
  },
  restriction: {
    law: 'UU 27/2022 ps. 11',
    hours: 72,
    clock: 'UU 27/2022 ps. 41 ayat (1)',
    to: 'office',
    exceptions: ['obligation', 'harm', 'administration', 'enforcement', 'defence'],
  },
  objection: {
    law: 'UU 27/2022 ps. 8 dan 11',
    hours: 14 * 24,
    clock: null,
    to: 'ministry',
    exceptions: ['administration', 'enforcement', 'defence'],
  },
  review: {
    law: 'UU 27/2022 ps. 10 ayat (1)',
    hours: 14 * 24,
    clock: null,
    to: 'ministry',
    exceptions: ['enforcement', 'defence'],
  },
} as const satisfies Record<
  string,
  { law: string; hours: number; clock: string | null; to: 'office' | 'ministry'; exceptions: readonly Exception[] }
>;
export type Right = keyof typeof RIGHTS;
export const RIGHT_NAMES = Object.keys(RIGHTS) as [Right, ...Right[]];

export type Exception = keyof typeof EXCEPTIONS;
/** On what a request may be refused. */
export const EXCEPTIONS = {
  safety: 'UU 27/2022 ps. 33 huruf a',
  others: 'UU 27/2022 ps. 33 huruf b',
  security: 'UU 27/2022 ps. 33 huruf c',
  obligation: 'UU 27/2022 ps. 41 ayat (2) huruf a',
  harm: 'UU 27/2022 ps. 41 ayat (2) huruf b',
  defence: 'UU 27/2022 ps. 15 ayat (1) huruf a',
  enforcement: 'UU 27/2022 ps. 15 ayat (1) huruf b',
  administration: 'UU 27/2022 ps. 15 ayat (1) huruf c',
  unproved: 'UU 23/2006 ps. 3 dan 71',
} as const;
export const EXCEPTION_NAMES = Object.keys(EXCEPTIONS) as [Exception, ...Exception[]];

export const DECISIONS = ['granted', 'partly', 'refused'] as const;
export type Decision = (typeof DECISIONS)[number];

export const dueOf = (right: Right, opened: Date): Date => new Date(opened.getTime() + RIGHTS[right].hours * 3_600_000);

/** What is not granted whole names the article on which it is not; what is granted names none. */
export function exceptionFault(right: Right, decision: Decision, exception: Exception | null): boolean {
  if (decision === 'granted') return exception !== null;
  return exception === null || !(RIGHTS[right].exceptions as readonly Exception[]).includes(exception);
}
