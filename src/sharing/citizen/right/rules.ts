/** The rights of a person over his data: the article, the clock, who answers, and on what it may be refused. Pure. */

/** Three days of 24 hours where the law says so; a service standard of our own where it gives no term. */
export const RIGHTS = {
  access: {
    law: 'UU 27/2022 ps. 7',
    hours: 72,
    clock: 'UU 27/2022 ps. 32',
    to: 'office',
    exceptions: ['safety', 'others', 'defence'],
  },
  correction: {
    law: 'UU 27/2022 ps. 6',
    hours: 72,
    clock: 'UU 27/2022 ps. 30',
    to: 'office',
    exceptions: ['unproved'],
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
    clock: 'UU 27/2022 ps. 41',
    to: 'office',
    exceptions: ['administration', 'enforcement', 'defence'],
  },
  objection: {
    law: 'UU 27/2022 ps. 8 dan 11',
    hours: 14 * 24,
    clock: null,
    to: 'ministry',
    exceptions: ['administration', 'enforcement', 'defence'],
  },
  review: {
    law: 'UU 27/2022 ps. 10',
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
  defence: 'UU 27/2022 ps. 15 ayat (1) huruf a',
  enforcement: 'UU 27/2022 ps. 15 ayat (1) huruf b',
  administration: 'UU 27/2022 ps. 15 ayat (1) huruf c',
  unproved: 'UU 24/2013 ps. 3 dan 71',
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
