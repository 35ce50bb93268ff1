/** What a grant says, in words. */
import { byMethod, type ElementAsked } from '../../../src/sharing/partner/rules.ts';
import type { id as partnerWords } from '../../../src/sharing/partner/words/id.ts';
import type { Say } from '../text.tsx';

/** One line a method: `Sesuai atau tidak: NIK, tanggal lahir`. */
export function elementsInWords(elements: readonly ElementAsked[], say: Say<keyof typeof partnerWords>): string[] {
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
