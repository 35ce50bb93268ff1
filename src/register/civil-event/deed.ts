/** Numbers of deeds and letters: pure. `3175-LU-11122018-0007` is the seventh birth recorded in Jakarta Timur that day. */
import type { CivilDate } from '../../core/time/civil-date.ts';

/** The two letters in a deed's number: `3175-LU-11122018-0007`. */
export const DEEDS = {
  /** Lahir umum: reported in time. */
  birth: 'LU',
  /** Lahir terlambat. */
  lateBirth: 'LT',
  death: 'KM',
  stillbirth: 'LM',
  marriage: 'KW',
  divorce: 'CR',
  recognition: 'PA',
  legitimation: 'PS',
} as const;
export type Deed = (typeof DEEDS)[keyof typeof DEEDS];

/** Regency, deed and day of recording: what stands before the serial of a deed's number. */
export function deedPrefix(regencyCode: string, deed: Deed, on: CivilDate): string {
  return `${regencyCode}-${deed}-${on.slice(8, 10)}${on.slice(5, 7)}${on.slice(0, 4)}`;
}

/** `SKPWNI/3175/11122018`, before the serial of a move letter. */
export function letterPrefix(regencyCode: string, on: CivilDate): string {
  return `SKPWNI/${regencyCode}/${on.slice(8, 10)}${on.slice(5, 7)}${on.slice(0, 4)}`;
}
