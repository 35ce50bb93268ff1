import { normaliseName } from './name.ts';
import { nameWords, soundOf } from './phonetic.ts';

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

/** Jaro-Winkler similarity (Winkler 1990), 0 to 1, with a prefix of at most four letters at 0.1. */
export function jaroWinkler(one: string, other: string): number {
  // In one order always: the greedy search for matches may depend on which word it starts from.
  const [a, b] = one < other ? [one, other] : [other, one];
  if (a === b) return a === '' ? 0 : 1;
  if (a === '' || b === '') return 0;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Array<boolean>(b.length).fill(false);
  const matchedA: string[] = [];
  for (let i = 0; i < a.length; i++) {
    const last = Math.min(b.length - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= last; j++) {
      if (taken[j] || a[i] !== b[j]) continue;
      taken[j] = true;
      matchedA.push(a[i]!);
      break;
    }
  }
  const matches = matchedA.length;
  if (matches === 0) return 0;
  const matchedB = [...b].filter((_, j) => taken[j]);
  const transposed = matchedA.filter((letter, i) => letter !== matchedB[i]).length / 2;
  const jaro = (matches / a.length + matches / b.length + (matches - transposed) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && a[prefix] !== undefined && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}
