/**
 * An Indonesian phonetic key: names that are spelled differently and said alike get one key. Spelling reform of 1947 and 1972
 * (oe/u, dj/j, tj/c, sj/sy, nj/ny, ch/kh, j/y), transliterated Arabic (dz, sh, th, dh, ph, q, a silent h), f/v/p and z/s/j,
 * doubled letters, short forms of Muhammad and Abdul, titles. It is a net for finding candidates, never a proof of sameness.
 * What is stored are keys: a change of these rules needs a migration that makes them again.
 */
import { jaroWinkler } from './jaro-winkler.ts';
import { normaliseName } from './name.ts';

const TITLES = new Set(
  (
    'H HJ HAJI HAJJAH DR DRS DRA DRG DRH IR PROF KH KHI KYAI KIAI USTAD USTADZ USTADZAH TGK TGH ' +
    'R RD RR RADEN NY NN TN'
  ).split(' '),
);
const DEGREES = new Set(
  (
    'SH SE ST SPD SPDI SKOM SAG MAG MM MSI MPD MH MT MA MBA MKES MKOM SSOS SSI SIP SIK SKM SKEP SKED SFARM SPT SP ' +
    'AMD AMDKEB AMK PHD LC SAP MAP SPSI SSN STH SHI SEI BA BSC MSC'
  ).split(' '),
);
const ALIASES: Readonly<Record<string, string>> = {
  M: 'MUHAMAD',
  MH: 'MUHAMAD',
  MD: 'MUHAMAD',
  MHD: 'MUHAMAD',
  MUH: 'MUHAMAD',
  MOH: 'MUHAMAD',
  MUHD: 'MUHAMAD',
  MOHD: 'MUHAMAD',
  MUHAM: 'MUHAMAD',
  MOCH: 'MUHAMAD',
  MUCH: 'MUHAMAD',
  MOHAMED: 'MUHAMAD',
  MUHAMED: 'MUHAMAD',
  MOHAMMED: 'MUHAMAD',
  MUHAMMED: 'MUHAMAD',
  MOEH: 'MUHAMAD',
  AB: 'ABDUL',
  ABD: 'ABDUL',
  ABDL: 'ABDUL',
  ABDOEL: 'ABDUL',
  JUSUF: 'YUSUF',
  JUSUP: 'YUSUF',
  JAHJA: 'YAHYA',
  JAHYA: 'YAHYA',
  JOHAN: 'YOHAN',
  JOHANES: 'YOHANES',
  JOHANNES: 'YOHANES',
  JUNUS: 'YUNUS',
  JAKOB: 'YAKUB',
  JAKUB: 'YAKUB',
  ST: 'SITI',
  STI: 'SITI',
};

/** Words of a name as they are compared: without titles and degrees, short forms written out, compounds apart. */
export function nameWords(name: string): string[] {
  const beforeDegrees = name.split(',')[0]!;
  // S.Kom and M.M. are one word each; Moh.Yusuf and A.Rahman are two.
  const joined = beforeDegrees.replace(/\b(?:\p{L}{1,2}\.\s?)+\p{L}{0,5}/gu, (run) => {
    const word = run.replace(/[.\s]/g, '').toUpperCase();
    return DEGREES.has(word) ? word : run;
  });
  const words = normaliseName(joined).split(' ').filter(Boolean);
  const first = words.findIndex((word) => !TITLES.has(word));
  if (first < 0) return words;
  let last = words.length;
  // A degree stands behind at least one other word: a person may be called Ma or Sip.
  while (last - first > 1 && DEGREES.has(words[last - 1]!)) last--;
  return words.slice(first, last).flatMap(apart);
}

/** Short forms written out and compounds taken apart, so that both ways of writing give the same words. */
function apart(word: string): string[] {
  const alias = Object.hasOwn(ALIASES, word) ? ALIASES[word]! : word;
  const servant = /^ABD(?:UL|OEL|U|OE)(?!LAH?$|LLAH?$)([LRSTNZDJ]?)\1?(.{3,})$/.exec(alias);
  if (servant) return ['ABDUL', servant[1]! + servant[2]!];
  const compound = /^(NUR|NOER|SRI|DWI)(?=[BCDFGHJKLMNPRSTWYZ]?[AEIOU])(.{4,})$/.exec(alias);
  return compound ? [compound[1]!, compound[2]!] : [alias];
}

/** Spelling before 1972 betrays itself: then a lone J is said Y. */
export const OLD_SPELLING = /OE|DJ|TJ|SJ|NJ/;

/** Rules in order; each reads what the one before left. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/OE/g, 'U'],
  [/OU/g, 'U'],
  [/NJ/g, 'NY'],
  [/TJ/g, 'C'],
  [/CHR/g, 'KR'],
  // Said as in English or Sanskrit here (Chandra, Chintya); elsewhere the old way of writing kh.
  [/^CH(?=[EI]|AN[DT]|AR[LM])/, 'C'],
  [/CK/g, 'K'],
  [/CH|KH/g, 'H'],
  [/GH/g, 'G'],
  [/PH/g, 'P'],
  [/DZ|DJ|SJ|SY|SH|TS|TZ|Z|J/g, 'S'],
  [/D[HL](?=[AEIOU])|DH/g, 'D'],
  [/TH/g, 'T'],
  [/BH/g, 'B'],
  [/Q/g, 'K'],
  [/X/g, 'KS'],
  [/[VF]/g, 'P'],
  [/H/g, ''],
  [/I[YJ](?=[AUO])/g, 'I'],
  [/UW(?=[AIE])/g, 'U'],
  [/(?<=[^AEIOUN])Y(?![AEIOU])/g, 'I'],
  [/IE|IY|EE/g, 'I'],
  [/AE/g, 'AI'],
  [/AO/g, 'AU'],
  [/E/g, 'I'],
  [/O/g, 'U'],
  // The unstressed e that is written or not: Selamet, Slamet.
  [/^([BCDGKPST])I(?=[LR][AIU])/, '$1'],
  [/D$/, 'T'],
  [/B$/, 'P'],
  [/(.)\1+/g, '$1'],
];

/** One word as it sounds, A-Z; '' when nothing is left of it. */
export function soundOf(word: string, oldSpelling = OLD_SPELLING.test(word)): string {
  let sound = oldSpelling ? word.replace(/(?<![DTSN])J/g, 'Y') : word;
  for (const [from, to] of RULES) sound = sound.replace(from, to);
  return sound;
}

/** Sounds of a name's words, in the order written. */
export function nameSounds(name: string): string[] {
  const words = nameWords(name);
  const old = OLD_SPELLING.test(words.join(' '));
  return words.map((word) => soundOf(word, old)).filter(Boolean);
}

/**
 * One key for the whole name, whatever the order of its words: a signed 64-bit integer for a `bigint` index. 0n for a name
 * without letters.
 *
 * @example
 * phoneticKey('Moch. Soekarno') === phoneticKey('SUKARNO MUHAMMAD') // true
 */
export function phoneticKey(name: string): bigint {
  const sounds = [...new Set(nameSounds(name))].toSorted();
  return sounds.length === 0 ? 0n : hash64(sounds.join(' '));
}

/** A key per word, each once, in the order written: five bits a letter, the first twelve letters. */
export function wordKeys(name: string): bigint[] {
  return [...new Set(nameSounds(name).map(packed))];
}

function packed(sound: string): bigint {
  // Two halves of thirty bits: BigInt arithmetic per letter would take ten times as long.
  let high = 0;
  let low = 0;
  for (let i = 0; i < 6; i++) high = high * 32 + letterAt(sound, i);
  for (let i = 6; i < 12; i++) low = low * 32 + letterAt(sound, i);
  return (BigInt(high) << 30n) | BigInt(low);
}

function letterAt(sound: string, at: number): number {
  return at < sound.length ? sound.charCodeAt(at) - 64 : 0;
}

/** Two 32-bit multiplicative hashes side by side (as cyrb53 does), mixed at the end. */
function hash64(text: string): bigint {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i);
    high = Math.imul(high ^ letter, 2654435761);
    low = Math.imul(low ^ letter, 1597334677);
  }
  const mixedHigh = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  const mixedLow = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(mixedHigh ^ (mixedHigh >>> 13), 3266489909);
  return BigInt.asIntN(64, (BigInt(mixedHigh >>> 0) << 32n) | BigInt(mixedLow >>> 0));
}

/** Words beyond these are not compared: no name has so many, and the assignment below is exponential in them. */
const MOST_WORDS = 8;
/** Names that only sound alike never reach 1. */
const SOUND_ALIKE = 0.97;

interface Word {
  readonly text: string;
  readonly sound: string;
}

/**
 * How alike two names are, 0 to 1; 1 only for the same letters. Knows the spellings of `phonetic.ts`, exchanged words, initials
 * and words written together. Symmetric. The best assignment of the words of one to those of the other counts, weighted by
 * their length, less what stays over.
 */
export function nameSimilarity(a: string, b: string): number {
  const left = normaliseName(a);
  const right = normaliseName(b);
  if (left === '' || right === '') return 0;
  if (left === right) return 1;
  const leftWords = wordsOf(a);
  const rightWords = wordsOf(b);
  const apart = bestAssignment(leftWords, rightWords);
  const together = jaroWinkler(joined(leftWords), joined(rightWords));
  // Written together (Nur Hayati, Nurhayati) only convinces when nearly equal; else it would reward any shared beginning.
  const score = Math.max(apart, together >= 0.95 ? together : 0);
  return Math.min(score, 1) * SOUND_ALIKE;
}

function wordsOf(name: string): Word[] {
  return nameWords(name)
    .slice(0, MOST_WORDS)
    .map((text) => ({ text, sound: soundOf(text) }));
}

function joined(words: readonly Word[]): string {
  return words.map((word) => word.sound).join('');
}

/** Over all ways to pair words (each once), the greatest share of letters that agree. */
function bestAssignment(a: readonly Word[], b: readonly Word[]): number {
  const letters = [...a, ...b].reduce((sum, word) => sum + word.text.length, 0);
  if (letters === 0) return 0;
  let best = new Map<number, number>([[0, 0]]);
  for (const word of a) {
    const next = new Map(best);
    for (const [taken, sum] of best) {
      for (const [i, other] of b.entries()) {
        if (taken & (1 << i)) continue;
        const gained = sum + wordSimilarity(word, other) * (word.text.length + other.text.length);
        const mask = taken | (1 << i);
        if (gained > (next.get(mask) ?? -1)) next.set(mask, gained);
      }
    }
    best = next;
  }
  return Math.max(...best.values()) / letters;
}

function wordSimilarity(a: Word, b: Word): number {
  if (a.sound === b.sound && a.sound !== '') return 1;
  const initial = a.text.length === 1 || b.text.length === 1;
  if (initial) return a.text[0] === b.text[0] ? 0.8 : 0;
  const alike = Math.max(jaroWinkler(a.sound, b.sound), jaroWinkler(a.text, b.text));
  // Below this two words have letters in common and nothing else.
  return alike < 0.7 ? 0 : alike;
}
