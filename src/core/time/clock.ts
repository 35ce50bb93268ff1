import { asCivilDate, type CivilDate } from './civil-date.ts';

/** Indonesia's zones; offices abroad carry the IANA name of their city. */
export const ZONES = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' } as const;
/** An IANA zone name. */
export type Zone = string;

export interface Clock {
  /** The instant of the act. */
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved: tests, and the demo's story. */
export interface StoryClock extends Clock {
  moveTo(instant: Date): void;
}

export function storyClock(start: Date): StoryClock {
  let instant = start;
  return {
    now: () => instant,
    moveTo(next) {
      instant = next;
    },
  };
}

const dayFormats = new Map<Zone, Intl.DateTimeFormat>();
// Formatting costs microseconds and a day lasts long: the last quarter of an hour of each zone is remembered. Zones change
// their offset at full quarters only.
const QUARTER_MS = 15 * 60_000;
const lastDays = new Map<Zone, { quarter: number; day: CivilDate }>();

/** The civil date that `instant` has in `zone`. */
export function dayIn(zone: Zone, instant: Date): CivilDate {
  const quarter = Math.floor(instant.getTime() / QUARTER_MS);
  const last = lastDays.get(zone);
  if (last?.quarter === quarter) return last.day;
  let format = dayFormats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    dayFormats.set(zone, format);
  }
  const day = asCivilDate(format.format(instant));
  lastDays.set(zone, { quarter, day });
  return day;
}

/** Today in `zone` by `clock`. */
export function today(clock: Clock, zone: Zone): CivilDate {
  return dayIn(zone, clock.now());
}

/** A story's clock that, once let go, runs on at the speed of true time from where it stood. */
export interface RunningStoryClock extends StoryClock {
  letRun(): void;
}

export function runningStoryClock(start: Date): RunningStoryClock {
  let instant = start;
  let since: number | null = null;
  return {
    now: () => (since === null ? instant : new Date(instant.getTime() + (performance.now() - since))),
    moveTo(next) {
      instant = next;
      if (since !== null) since = performance.now();
    },
    letRun() {
      since ??= performance.now();
    },
  };
}
