/** Laws as press texts name them ("UU no.23 thn 2013", "Permendagri 102/2019"), and what is known of them: pure. */
import { LAWS, TOPICS, type Law, type LawKind } from './laws.ts';

export interface LawRead {
  readonly start: number;
  readonly end: number;
  readonly kind: LawKind;
  readonly number: number;
  readonly year: number;
  /** What the text says that it is about, as far as a few words go. */
  readonly about: string;
}

const KINDS: Readonly<Record<LawKind, string>> = {
  UU: 'UU(?:\\s+RI)?|undang[- ]undang(?:\\s+RI|\\s+republik indonesia)?|law',
  PP: 'PP|peraturan pemerintah|government regulation',
  Perpres: 'perpres|peraturan presiden|presidential regulation',
  Permendagri: 'permendagri|peraturan menteri dalam negeri|peraturan mendagri',
  PKPU: 'PKPU|peraturan KPU',
};

const NUMBER = '(?:\\s*,?\\s*(?:nomor|no\\.?|number))?\\s*(?<number>\\d{1,3})';
const YEAR = '\\s*(?:/|(?:,?\\s*(?:tahun|thn\\.?|th\\.?|of)\\s*))(?<year>(?:19|20)\\d{2})';
const ABOUT = '(?<about>\\s*(?:tentang|ttg\\.?|mengenai|on)\\s+[^,.;\u201d"\\n]{3,90})?';

/** Every law that a text names by number and year, in its order. */
export function readLaws(text: string): LawRead[] {
  const found = Object.entries(KINDS).flatMap(([kind, names]) =>
    [...text.matchAll(new RegExp(`(?<![\\p{L}\\d])(?:${names})${NUMBER}${YEAR}${ABOUT}`, 'giu'))].map((match) => {
      const { number, year, about = '' } = match.groups!;
      const end = match.index + match[0].length - about.length;
      return {
        start: match.index,
        end,
        kind: kind as LawKind,
        number: Number(number),
        year: Number(year),
        about: about.trim(),
      };
    }),
  );
  return found.toSorted((a, b) => a.start - b.start);
}

export type LawVerdict =
  | { readonly is: 'the_law'; readonly law: Law }
  | { readonly is: 'another'; readonly law: Law; readonly right: Law; readonly amendedBy: Law | null }
  | { readonly is: 'no_law_on_it'; readonly right: Law; readonly amendedBy: Law | null }
  | { readonly is: 'unknown' };

/** Whether it is the law that the text takes it for, and which one is. A law that we do not list is no wrong one by itself. */
export function judgeLaw(read: LawRead): LawVerdict {
  const law = lawOf(read.kind, read.number, read.year);
  // "tentang" and three words: what goes on after them may be about something else.
  const about = read.about.split(/\s+/).slice(0, 4).join(' ');
  const topic = TOPICS.find(({ words }) => words.test(about));
  const right = topic ? lawOf(...topic.law)! : law ? null : mixedUp(read);
  if (law) {
    if (!topic || topic.words.test(law.title.id)) return { is: 'the_law', law };
    return { is: 'another', law, right: right!, amendedBy: amending(right!) };
  }
  // Of another kind of regulation there may be one on the same matter that is not in our list.
  if (right?.kind !== read.kind) return { is: 'unknown' };
  return { is: 'no_law_on_it', right, amendedBy: amending(right) };
}

/** The number of a law with the year of the one that amends it: "UU 23/2013" of UU 23/2006 and UU 24/2013. */
function mixedUp({ kind, number, year }: LawRead): Law | null {
  return LAWS.find((law) => law.kind === kind && law.number === number && amending(law)?.year === year) ?? null;
}

function lawOf(kind: LawKind, number: number, year: number): Law | undefined {
  return LAWS.find((law) => law.kind === kind && law.number === number && law.year === year);
}

function amending({ kind, number, year }: Law): Law | null {
  return LAWS.find((law) => law.kind === kind && law.amends?.number === number && law.amends.year === year) ?? null;
}
