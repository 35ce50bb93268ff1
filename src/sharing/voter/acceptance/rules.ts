/** The commission's recount against what was handed over. Pure, safe in a browser. */
import type { Recount } from '../extract/schema.ts';

export interface Part {
  readonly part: string;
  readonly male: number;
  readonly female: number;
}

export interface Compared {
  /** Handed over and not counted, or counted and not handed over, or twice. */
  readonly wrong: readonly string[];
  /** Counted otherwise. */
  readonly differing: readonly Recount[];
  /** Of those, without a word why. */
  readonly unexplained: readonly Recount[];
}

export function compareRecount(ours: readonly Part[], counts: readonly Recount[]): Compared {
  const byPart = new Map(ours.map((part) => [part.part, part]));
  const seen = new Set<string>();
  const wrong: string[] = [];
  for (const { part } of counts) {
    if (seen.has(part) || !byPart.has(part)) wrong.push(part);
    seen.add(part);
  }
  wrong.push(...ours.filter(({ part }) => !seen.has(part)).map(({ part }) => part));
  const differing = counts.filter(({ part, male, female }) => {
    const own = byPart.get(part);
    return own !== undefined && (own.male !== male || own.female !== female);
  });
  return { wrong, differing, unexplained: differing.filter(({ explanation }) => (explanation ?? '').length < 5) };
}

/**
 * What somebody typed or pasted, a part a line: code, men, women, and why where it differs; parted by commas, semicolons or tabs. `line` is the
 * first line that cannot be read, from 1.
 */
export function readRecount(text: string): { counts: Recount[]; line: number | null } {
  const counts: Recount[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const match =
      /^\s*([0-9]{4}|[0-9]{10}|luar-negeri)\s*[,;\t]\s*([0-9.]{1,13})\s*[,;\t]\s*([0-9.]{1,13})\s*(?:[,;\t]\s*(.*?))?\s*$/.exec(
        line,
      );
    if (!match) {
      // The line of headers that `voter verify` writes.
      if (counts.length === 0 && /^[a-z_,;\t ]+$/i.test(line)) continue;
      return { counts, line: at + 1 };
    }
    const number = (written: string) => Number(written.replaceAll('.', ''));
    counts.push({ part: match[1]!, male: number(match[2]!), female: number(match[3]!), explanation: match[4] || null });
  }
  return { counts, line: null };
}
