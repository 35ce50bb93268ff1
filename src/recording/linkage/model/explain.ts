/** Why a pair was linked or not, in words and in bits, in both languages. Pure. */
import { speaker, type Language, type Speaker } from '../../../core/text/index.ts';
import { COMPARISON_NAMES, levelAt, type ComparisonName, type Pattern } from '../compare/level.ts';
import { en } from '../en.ts';
import { id } from '../id.ts';
import type { Judged } from './model.ts';
import type { Trap } from './trap.ts';

export interface Reason {
  readonly comparison: ComparisonName;
  readonly level: string;
  /** Bits: positive speaks for one person, negative for two; each doubles or halves the odds. */
  readonly weight: number;
}

/** The comparisons that spoke, strongest first. What one of the two records does not say is left out. */
export function reasonsOf(pattern: Pattern, { weights }: Judged): Reason[] {
  return COMPARISON_NAMES.flatMap((comparison, c) => {
    const level = levelAt(comparison, pattern[c]!);
    return level === null ? [] : [{ comparison, level, weight: weights[c]! }];
  }).toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

export interface Explainer {
  /** `nama sama bunyinya +14,2; tanggal lahir sama +13,9; kembar ...`. */
  sentence(language: Language, reasons: readonly Reason[], trap: Trap | null): string;
  /** The same without the bits, for people who decide: a figure would look like a proof. */
  words(language: Language, reasons: readonly Reason[], trap: Trap | null): string;
}

export function explainer(texts: Speaker = speaker([{ id, en }])): Explainer {
  // A file has fifty thousand pairs and three dozen texts.
  const said = new Map<string, string>();
  const say = (language: Language, key: string) => {
    const known = said.get(language + key);
    if (known !== undefined) return known;
    const text = texts.say(language, key);
    said.set(language + key, text);
    return text;
  };
  return {
    sentence(language, reasons, trap) {
      const parts = reasons.map(
        ({ comparison, level, weight }) =>
          `${say(language, `linkage.${comparison}.${level}`)} ${signed(language, weight)}`,
      );
      return [...parts, ...(trap ? [say(language, `linkage.trap.${trap}`)] : [])].join('; ');
    },
    words(language, reasons, trap) {
      const parts = reasons.map(({ comparison, level }) => say(language, `linkage.${comparison}.${level}`));
      return [...parts, ...(trap ? [say(language, `linkage.trap.${trap}`)] : [])].join('; ');
    },
  };
}

function signed(language: Language, bits: number): string {
  const text = `${bits < 0 ? '−' : '+'}${Math.abs(bits).toFixed(1)}`;
  return language === 'id' ? text.replace('.', ',') : text;
}
