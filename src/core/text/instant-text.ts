/** Instants as they stand in messages and files. Pure. */
import type { Language } from './index.ts';

const NAMES: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** `13-12-2018 pukul 09.05 WIB`: short enough for a message, and of one zone. */
export function instantText(language: Language, at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const day = `${of('day')}-${of('month')}-${of('year')}`;
  const place = NAMES[zone] ?? zone;
  return language === 'id'
    ? `${day} pukul ${of('hour')}.${of('minute')} ${place}`
    : `${day} at ${of('hour')}:${of('minute')} ${place}`;
}
