/** What papers of blanks share: times as people here write them, and text that the fonts can draw. */
import { dayIn, partsOf, ZONES } from '../../core/time/index.ts';

const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];

/** `13 Maret 2018, 14.30 WIB`. */
export function wibTime(at: Date): string {
  const { year, month, day } = partsOf(dayIn(ZONES.WIB, at));
  const [hours, minutes] = new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(11, 16).split(':');
  return `${day} ${MONTHS[month - 1]} ${year}, ${hours}.${minutes} WIB`;
}

/** As much of a text as a paper can print: other scripts and signs become a question mark. */
export function drawable(text: string, most: number): string {
  const plain = text
    .replace(/[^\u0020-\u007e\u00a0-\u024f\u1e00-\u1eff\u2013\u2014\u2018\u2019\u201c\u201d]/gu, '?')
    .trim();
  return plain.length > most ? `${plain.slice(0, most - 3)}...` : plain || '-';
}

/** `1.378.146`. */
export const pieces = (n: number | bigint) => n.toLocaleString('id-ID');
