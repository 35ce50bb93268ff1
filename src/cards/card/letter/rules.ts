/**
 * The temporary letter (surat keterangan, Suket): to whom, until when. Pure. It is issued no longer after November 2024 (SE of the
 * ministry; the day is configuration), and holds for six months.
 */
import { civilDateOf, daysInMonth, partsOf, type CivilDate } from '../../../core/time/civil-date.ts';
import type { Status } from '../../../recording/enrolment/rules.ts';

export const LETTER_MONTHS = 6;

/** The same day six months on; the last of a month that is shorter. */
export function letterUntil(from: CivilDate): CivilDate {
  const { year, month, day } = partsOf(from);
  const later = month + LETTER_MONTHS;
  const [inYear, inMonth] = later > 12 ? [year + 1, later - 12] : [year, later];
  return civilDateOf(inYear, inMonth, Math.min(day, daysInMonth(inYear, inMonth)))!;
}

/** Statuses of a recording that stand on a letter: it is on its way, and no card has come of it yet. */
const ON_THE_WAY: readonly Status[] = [
  'PROCESSING',
  'SENT_FOR_ENROLLMENT',
  'PACKET_RETRY',
  'RECEIVED_AT_CENTRAL',
  'SEARCH_FAILURE_AT_CENTRAL',
  'ADJUDICATE_RECORD',
  'ADJUDICATE_IN_PROCESS',
  'PRINT_READY_RECORD',
  'ENROLL_FAILURE_AT_CENTRAL',
  'DUPLICATE_RECORD',
  'SENT_FOR_CARD_PRINTING',
  'CARD_PRINTED',
  'CARD_SHIPPED',
];

/** The newest recording that a letter can speak of. */
export function letterFor<P extends { readonly status: Status }>(packets: readonly P[]): P | null {
  return packets.find(({ status }) => ON_THE_WAY.includes(status)) ?? null;
}
