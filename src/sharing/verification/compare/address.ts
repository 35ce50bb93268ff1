/** How alike two addresses are, in steps of ten: their words and numbers, in whatever order and however abbreviated. Pure. */
import { jaroWinkler } from '../../../register/resident/index.ts';

/** Written out, so that JL. and JALAN are one word; '' where a word says nothing that the number after it does not. */
const WORDS: Readonly<Record<string, string>> = {
  JL: 'JALAN',
  JLN: 'JALAN',
  JALN: 'JALAN',
  GG: 'GANG',
  KP: 'KAMPUNG',
  KAMP: 'KAMPUNG',
  KPG: 'KAMPUNG',
  DSN: 'DUSUN',
  DUS: 'DUSUN',
  DS: 'DESA',
  BLK: 'BLOK',
  LR: 'LORONG',
  LRG: 'LORONG',
  LK: 'LINGKUNGAN',
  LINGK: 'LINGKUNGAN',
  PERUM: 'PERUMAHAN',
  PRM: 'PERUMAHAN',
  KOMP: 'KOMPLEK',
  KOMPLEKS: 'KOMPLEK',
  KOMPL: 'KOMPLEK',
  KAV: 'KAVLING',
  KAPLING: 'KAVLING',
  APT: 'APARTEMEN',
  TMN: 'TAMAN',
  NO: '',
  NOMOR: '',
  NMR: '',
};

/** RT and RW have elements of their own; in an address they only repeat them. */
const NEIGHBOURHOOD = /\bR[TW]\b[\s.:]*\d+(?:\s*[/-]\s*(?:R[TW]\b[\s.:]*)?\d+)?/g;
const PARTS = /\p{L}+|\d+/gu;
const MOST_PARTS = 24;
/** Two words of four letters and more that are this alike are one, slipped. */
const SLIP = 0.9;

export function addressParts(address: string): string[] {
  const text = address.normalize('NFKC').toUpperCase().replace(NEIGHBOURHOOD, ' ');
  const parts = (text.match(PARTS) ?? []).slice(0, MOST_PARTS);
  return parts.map((part) => WORDS[part] ?? part.replace(/^0+(?=\d)/, '')).filter((part) => part !== '');
}

/** 100: the same words and numbers; less for each that has no partner, or a slipped one. Symmetric. */
export function addressScore(one: string, other: string): number {
  if (one === other) return 100;
  const a = addressParts(one).toSorted();
  const b = addressParts(other).toSorted();
  if (a.length === 0 || b.length === 0) return 0;
  const rest = [...b];
  const alone: string[] = [];
  for (const part of a) {
    const place = rest.indexOf(part);
    if (place < 0) alone.push(part);
    else rest.splice(place, 1);
  }
  if (alone.length === 0 && rest.length === 0) return 100;
  const same = a.length - alone.length;
  const likeness = (2 * (same + slipped(alone, rest))) / (a.length + b.length);
  return 10 * Math.min(9, Math.floor(likeness * 10 + 1e-9));
}

function slipped(alone: readonly string[], rest: readonly string[]): number {
  const pairs = alone.flatMap((word, i) =>
    rest.flatMap((partner, j) => {
      const alike = word.length < 4 || partner.length < 4 ? 0 : jaroWinkler(word, partner);
      return alike >= SLIP ? [{ i, j, alike }] : [];
    }),
  );
  pairs.sort((x, y) => y.alike - x.alike || x.i - y.i || x.j - y.j);
  const taken = { i: new Set<number>(), j: new Set<number>() };
  let sum = 0;
  for (const { i, j, alike } of pairs) {
    if (taken.i.has(i) || taken.j.has(j)) continue;
    taken.i.add(i);
    taken.j.add(j);
    sum += alike * 0.9;
  }
  return sum;
}
