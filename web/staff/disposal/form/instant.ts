import { TIME } from './field.tsx';

/** Indonesia's zones have no summer time. */
const OFFSETS: Readonly<Record<string, string>> = { 'Asia/Makassar': '+08:00', 'Asia/Jayapura': '+09:00' };

/** A day and a time as they are typed (`14.30`), by the office's clock. */
export function instantOf(date: string, time: string, zone: string): string {
  const [, hours, minutes] = TIME.exec(time.trim()) ?? [];
  return `${date}T${hours!.padStart(2, '0')}:${minutes}:00${OFFSETS[zone] ?? '+07:00'}`;
}
