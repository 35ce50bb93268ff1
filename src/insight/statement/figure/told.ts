/**
 * What was said in public of the nation's coverage in the months around the statement of 11 December 2018, with the numerator and the
 * denominator where they were said: data, to show how official figures of the same weeks come to differ. No figure of this register.
 */
export interface Told {
  readonly percent: number;
  readonly saidOn: string;
  readonly numerator: number | null;
  /** The day up to which the recorded were counted. */
  readonly recordedUntil: string | null;
  readonly denominator: number | null;
  /** The day of the list of those obliged. */
  readonly obligedOn: string | null;
  /** Only in millions. */
  readonly rounded: boolean;
}

export const TOLD: Readonly<Record<string, readonly Told[]>> = {
  'enrolment.coverage': [
    {
      percent: 97.3,
      saidOn: '2018-12-11',
      numerator: null,
      recordedUntil: null,
      denominator: null,
      obligedOn: null,
      rounded: false,
    },
    {
      percent: 97.58,
      saidOn: '2018-12-26',
      numerator: 186_870_000,
      recordedUntil: '2018-12-24',
      denominator: 191_510_000,
      obligedOn: '2018-06-30',
      rounded: true,
    },
    {
      percent: 97.21,
      saidOn: '2019-01-10',
      numerator: 187_293_030,
      recordedUntil: '2018-12-31',
      denominator: 192_676_863,
      obligedOn: '2018-12-31',
      rounded: false,
    },
  ],
};
