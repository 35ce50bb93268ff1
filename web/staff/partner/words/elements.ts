import { byMethod, type ElementAsked } from '../../../../src/sharing/partner/rules.ts';
import type { Say } from '../../../kit/text.tsx';
import type { words } from './texts.ts';

/** One line a method: `Sesuai atau tidak: NIK, tanggal lahir`. */
export function elementsInWords(elements: readonly ElementAsked[], say: Say<keyof typeof words.id>): string[] {
  return byMethod(elements).map(
    ([method, those]) =>
      `${say(`partner.method.${method}`)}: ${those.map((element) => say(`partner.element.${element}`)).join(', ')}`,
  );
}

/** 480 is `08.00`. */
export function clock(minute: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}.${two(minute % 60)}`;
}

/** `8.00`, `08:00` or `24.00` as minutes of the day; `null` for anything else. */
export function readClock(text: string): number | null {
  const match = /^([0-9]{1,2})[.:]([0-5][0-9])$/.exec(text.trim());
  if (!match) return null;
  const minute = Number(match[1]) * 60 + Number(match[2]);
  return minute <= 1440 ? minute : null;
}
