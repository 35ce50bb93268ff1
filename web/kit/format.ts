import type { Language } from '../../src/core/text/index.ts';

/** The locales of the two languages. English is the British one: day before month, as an Indonesian reader expects. */
export const LOCALE = { id: 'id-ID', en: 'en-GB' } as const;

const WIB = 'Asia/Jakarta';
const ZONE_NAMES: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** `1.378.146`; up to `decimals` digits after the comma. */
export function formatNumber(language: Language, value: number, decimals = 0): string {
  return numberFormat(language, { maximumFractionDigits: decimals }).format(value);
}

/** `97,21 %` of a percentage such as 97.21 (not of a fraction), always with `decimals` digits. */
export function formatPercent(language: Language, percent: number, decimals = 2): string {
  const number = numberFormat(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return `${number.format(percent)}\u00a0%`;
}

/** `0,10` of a difference between percentages, in points: as many digits as the percentages have. */
export function formatPoints(language: Language, points: number): string {
  return numberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(points);
}

/** `5 Agustus 1990` of a civil date (`YYYY-MM-DD`), which has no zone. */
export function formatDate(language: Language, date: string): string {
  return dateFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/** `November 2018` of a month (`YYYY-MM`). */
export function formatMonth(language: Language, month: string): string {
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return dateFormat(language, options).format(new Date(`${month}-01T00:00:00Z`));
}

/** `Rp1.378.146` of whole rupiah; less than nothing with its sign before. */
export function formatRupiah(language: Language, rupiah: number): string {
  return `${rupiah < 0 ? '\u2212' : ''}Rp${formatNumber(language, Math.abs(rupiah))}`;
}

/** `05-08-1990`, as on cards and in tables. */
export function formatDateShort(date: string): string {
  const [year, month, day] = date.split('-');
  return `${day}-${month}-${year}`;
}

/** `14.30 WIB` (in English `14:30 WIB`) of an instant, in the office's zone. */
export function formatTime(language: Language, instant: Date | string, zone: string = WIB): string {
  const time = dateFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone });
  return `${time.format(new Date(instant))} ${ZONE_NAMES[zone] ?? zoneOffset(new Date(instant), zone)}`;
}

/** `11 Februari 2016 14.22 WIB`. */
export function formatInstant(language: Language, instant: Date | string, zone: string = WIB): string {
  const day = dateFormat(language, { dateStyle: 'long', timeZone: zone }).format(new Date(instant));
  return `${day} ${formatTime(language, instant, zone)}`;
}

/** How long ago, in the largest whole unit: `4 menit`, `2 jam`, `3 hari`; under a minute in seconds. */
export function formatAge(language: Language, sinceMs: number, nowMs: number): string {
  const seconds = Math.max(0, Math.floor((nowMs - sinceMs) / 1000));
  if (seconds < 60) return unit(language, seconds, 'second');
  if (seconds < 3600) return unit(language, Math.floor(seconds / 60), 'minute');
  if (seconds < 86_400) return unit(language, Math.floor(seconds / 3600), 'hour');
  return unit(language, Math.floor(seconds / 86_400), 'day');
}

/** `1,2 MB`, in thousands as disks are sold. */
export function formatBytes(language: Language, bytes: number): string {
  if (bytes < 1000) return `${formatNumber(language, bytes)} B`;
  if (bytes < 1_000_000) return `${formatNumber(language, bytes / 1000)} kB`;
  return `${formatNumber(language, bytes / 1_000_000, 1)} MB`;
}

/** An identifier in groups of four for reading aloud: `3175 0745 0890 9001`. */
export function inFours(identifier: string): string {
  return identifier.replace(/(.{4})(?=.)/g, '$1 ');
}

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

// Making an Intl formatter costs more than using it a hundred times, so each is made once.
function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  let format = numberFormats.get(key);
  if (!format) numberFormats.set(key, (format = new Intl.NumberFormat(LOCALE[language], options)));
  return format;
}

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  let format = dateFormats.get(key);
  if (!format) dateFormats.set(key, (format = new Intl.DateTimeFormat(LOCALE[language], options)));
  return format;
}

function unit(language: Language, value: number, name: 'second' | 'minute' | 'hour' | 'day'): string {
  return numberFormat(language, { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);
}

function zoneOffset(instant: Date, zone: string): string {
  const parts = dateFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(instant);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}
