/**
 * Days within which an event is to be reported, as data (UU 24/2013; domain.md section 3). Late is noted, never refused.
 * Pure.
 */
import { addDays, daysBetween, type CivilDate } from '../../core/time/civil-date.ts';
import type { EventKindName } from './schema.ts';

/** `null`: the law sets none. */
export const DEADLINES = {
  birth: 60,
  death: 30,
  stillbirth: 30,
  marriage: 60,
  // The religious affairs office tells the register within ten days (UU 23/2006 art. 34 (5)).
  marriage_notification: 10,
  divorce: 60,
  divorce_notification: 10,
  adoption: 30,
  recognition: 30,
  legitimation: 30,
  name_change: 30,
  sex_change: 30,
  citizenship: 60,
  biodata_correction: null,
  address_change: null,
  move: null,
  arrival: 30,
  move_abroad: null,
  return_from_abroad: 14,
  other: null,
  undo: null,
} as const satisfies Record<EventKindName, number | null>;

/**
 * Events outside the list above that an office records, by code, with their days; the texts are `civil_event.other.CODE`. They
 * change nobody's data.
 */
export const OTHER_EVENTS = [
  { code: 'marriage_annulment', days: 90 },
  { code: 'divorce_annulment', days: 60 },
  { code: 'dual_nationality_child', days: 30 },
  { code: 'guardianship', days: 30 },
  { code: 'court_ruling', days: 30 },
] as const;

/** Days after the deadline, 0 when in time. `start` is the event, for an arrival the letter. */
export function daysLate(start: CivilDate, reportedOn: CivilDate, days: number | null): number {
  return days === null ? 0 : Math.max(0, daysBetween(addDays(start, days), reportedOn));
}
