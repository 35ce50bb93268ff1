/** Sentences and clauses of a text, by where they begin and end: pure. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Not after "no.", "thn." and the like, whose point ends no sentence. */
const ENDS =
  /(?<!\b(?:no|nomor|thn|th|tgl|ttg|yg|hal|jl|dr|drs|prof|mr|kab|kec|kel|s\.d))[.!?]["'\u201d\u2019)]*(?=\s+["'\u201c\u2018(]*[\p{Lu}\d])|\n+/giu;
// Case matters for what a sentence begins with; of the abbreviations it does not.
const UPPER = /^\s+["'\u201c\u2018(]*[\p{Lu}\d]/u;

/** Where each sentence of a text stands, in their order. */
export function sentencesOf(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(ENDS)) {
    const end = match.index + match[0].length;
    if (!match[0].startsWith('\n') && !UPPER.test(text.slice(end, end + 40))) continue;
    if (end > start) spans.push({ start, end });
    start = end;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

const BOUNDS = /[;:()]|,(?=\s)|\s(?:dan|serta|sedangkan|sementara|namun|tetapi|and|while|but|whereas)\s/giu;

/** The clause of a sentence in which something stands. */
export function clauseAt(text: string, sentence: Span, { start, end }: Span): Span {
  const bounds = [...text.slice(sentence.start, sentence.end).matchAll(BOUNDS)].map((match) => ({
    start: sentence.start + match.index,
    end: sentence.start + match.index + match[0].length,
  }));
  return {
    start: bounds.findLast((bound) => bound.end <= start)?.end ?? sentence.start,
    end: bounds.find((bound) => bound.start >= end)?.start ?? sentence.end,
  };
}
