/** What a press text claims, piece by piece, each with the words around it: pure. What is true of it is judged in `judge.ts`. */
import type { CivilDate } from '../../../core/time/index.ts';
import { dayMeant, readDates, weekdayOf, type DateRead } from './date-text.ts';
import { readLaws, type LawRead } from './law-text.ts';
import {
  CASES,
  DURATIONS,
  HEDGES,
  JUDGEMENTS,
  LEXICON,
  MADE,
  NUMBERED,
  PLANNED,
  POLICE,
  POLICE_NUMBER,
  UNITS,
  type Hedge,
  type LexiconEntry,
} from './lexicon.ts';
import { readNumbers, type NumberRead } from './number-text.ts';
import { clauseAt, sentencesOf, type Span } from './sentence.ts';

interface Piece extends Span {
  /** The clause that it stands in, as it is written. */
  readonly text: string;
}

export interface FigureClaim extends Piece {
  readonly kind: 'count' | 'percent';
  readonly number: NumberRead;
  readonly hedge: Hedge;
  readonly subject: LexiconEntry | null;
  /** The day up to which the sentence says that it counts. */
  readonly cutoff: CivilDate | null;
  /** A target or plan, no state of things. */
  readonly planned: boolean;
  /** Other numbers of the sentence: a denominator may be among them. */
  readonly beside: readonly number[];
}

export type Claim =
  | FigureClaim
  | (Piece & { readonly kind: 'law'; readonly law: LawRead })
  | (Piece & { readonly kind: 'production_years'; readonly years: readonly number[]; readonly found: boolean })
  | (Piece & {
      readonly kind: 'police';
      readonly numbers: readonly string[];
      readonly found: boolean;
      readonly sold: boolean;
    })
  | (Piece & { readonly kind: 'judgement' })
  | (Piece & { readonly kind: 'weekday'; readonly on: CivilDate; readonly weekday: number });

export interface TextRead {
  /** The day on which the text speaks. */
  readonly textOf: CivilDate;
  readonly claims: readonly Claim[];
  readonly dates: readonly DateRead[];
}

/** Reads a text of `today` or earlier; `textOf` where the reader knows its day better than its words say. */
export function findClaims(text: string, given: { today: CivilDate; textOf?: CivilDate | undefined }): TextRead {
  const laws = readLaws(text);
  const dates = without(
    readDates(text, (end) => UNITS.test(text.slice(end))),
    laws,
  );
  const textOf = given.textOf ?? dayOf(text, dates, given.today);
  const reading = { text, laws, dates, textOf, sentences: sentencesOf(text) };
  const claims = [
    ...figures(reading),
    ...laws.map((law) => ({ ...piece(reading, law), kind: 'law' as const, law })),
    ...production(reading),
    ...police(reading),
    ...JUDGEMENTS.flatMap((words) =>
      [...text.matchAll(words)].map((match) => ({ ...matched(match), kind: 'judgement' as const })),
    ),
    ...dates.flatMap((date) => wrongWeekday(text, date)),
  ];
  return { textOf, dates, claims: claims.toSorted((a, b) => a.start - b.start) };
}

interface Reading {
  readonly text: string;
  readonly laws: readonly LawRead[];
  readonly dates: readonly DateRead[];
  readonly textOf: CivilDate;
  readonly sentences: readonly Span[];
}

/** The day named with its weekday or in the first line; else the last day named that has come; else today. */
function dayOf(text: string, dates: readonly DateRead[], today: CivilDate): CivilDate {
  const firstLine = text.trimStart().search(/\n|$/) + (text.length - text.trimStart().length);
  const come = dates.filter(({ last, precision }) => precision === 'day' && last !== null && last <= today);
  const told = come.find(({ weekday, start }) => weekday !== null || start < Math.min(firstLine, 120));
  const latest = come
    .map(({ last }) => last!)
    .toSorted()
    .at(-1);
  return told?.last ?? latest ?? today;
}

/** More figures than any release has; what is pasted to keep the server busy ends there. */
const MOST_FIGURES = 300;

function figures(reading: Reading): FigureClaim[] {
  const { text, laws, dates, textOf } = reading;
  const masks: Span[] = [...laws, ...dates, ...[...text.matchAll(POLICE_NUMBER)].map(matched)];
  const numbers = without(readNumbers(text), masks)
    .filter((number) => counts(text, number))
    .slice(0, MOST_FIGURES);
  const out: FigureClaim[] = [];
  for (const [place, number] of numbers.entries()) {
    const sentence = spanAt(reading, number);
    const inIt = numbers.filter((each) => within(each, sentence));
    const near = { before: numbers[place - 1], after: numbers[place + 1] };
    const named = subjectOf(text, { number, sentence, ...near }) ?? inherited(text, out.at(-1), number, sentence);
    const part = out.at(-1);
    // "450 dari 514 kabupaten": the second is what the first is a part of.
    const isWhole =
      named !== null &&
      part?.subject === named &&
      OF.test(text.slice(part.number.end, number.start)) &&
      within(part, sentence);
    const subject: LexiconEntry | null = isWhole ? { ...named, part: 'denominator' } : named;
    // "Kedua", "satu" and other small words count nothing that anybody published.
    if (subject === null && isWord(text, number) && number.value < 10) continue;
    out.push({
      ...piece(reading, number),
      kind: number.percent ? 'percent' : 'count',
      number,
      hedge:
        HEDGES.find(([, words]) =>
          words.test(text.slice(Math.max(sentence.start, number.start - 24), number.start)),
        )?.[0] ?? 'exact',
      subject,
      cutoff: cutoffIn(text, sentence, dates, textOf),
      planned: PLANNED.test(text.slice(clauseAt(text, sentence, number).start, number.start)),
      beside: inIt.filter((each) => each !== number && !each.percent).map(({ value }) => value),
    });
  }
  return out.map((claim, place) => {
    const next = out[place + 1];
    if (claim.subject || !next?.subject || !JOINED.test(text.slice(claim.number.end, next.start))) return claim;
    return { ...claim, subject: next.subject };
  });
}

/** "2,7 persen atau sekitar 5,2 juta jiwa belum merekam": what is said after the second is said of both. */
const JOINED = /^[^.;,]{0,24}\s(?:atau|yaitu|yakni|or|that is)\s[^.;,]{0,16}$/iu;

const isWord = (text: string, { start }: Span) => /\p{L}/u.test(text[start] ?? '');

/** A number that counts something: no numbering, no duration, no time of day, no identifier. */
function counts(text: string, { start, end, percent }: NumberRead): boolean {
  if (percent) return true;
  const written = text.slice(start, end);
  if (/^\d{10,}$/.test(written) || DURATIONS.test(text.slice(end))) return false;
  return !NUMBERED.test(text.slice(Math.max(0, start - 16), start));
}

interface Around {
  readonly number: NumberRead;
  readonly sentence: Span;
  readonly before: Span | undefined;
  readonly after: Span | undefined;
}

/** The entry whose words stand in the number's clause; else in what the sentence says before it, up to another number. */
function subjectOf(text: string, { number, sentence, before, after }: Around): LexiconEntry | null {
  const from = Math.max(sentence.start, before?.end ?? 0);
  const to = Math.min(sentence.end, after?.start ?? Infinity);
  const clause = clauseAt(text, sentence, number);
  const own = { start: Math.max(clause.start, from), end: Math.min(clause.end, to) };
  const near = bestIn(text, own, number) ?? bestIn(text, { start: from, end: own.end }, number);
  if (near) return near;
  // "42 kementerian dan lembaga memiliki MoU": the clause was broken off too early.
  if (!after || !OF.test(text.slice(number.end, after.start))) return bestIn(text, { start: from, end: to }, number);
  // "71.200 dari 73.177 wajib KTP sudah merekam": what is said of the part stands after the whole.
  const whole = { start: after.end, end: clause.end };
  const taken = bestIn(text, whole, after);
  return bestIn(text, whole, number, taken ?? undefined) ?? taken;
}

const OF = /^[^.;]{0,24}\s(?:dari|of)\s*$/iu;

/** "dari 2.158 atau 97 %": what stands beside a figure is about the same. */
function inherited(
  text: string,
  last: FigureClaim | undefined,
  number: NumberRead,
  sentence: Span,
): LexiconEntry | null {
  if (!last || last.start < sentence.start) return null;
  const between = text.slice(last.number.end, number.start);
  return /^[^.;]{0,30}(?:atau|dan|yaitu|yakni|\(|or|and|that is)\s*[^.;,]{0,16}$/iu.test(between) ? last.subject : null;
}

function bestIn(text: string, { start, end }: Span, number: Span, but?: LexiconEntry): LexiconEntry | null {
  // What was read already is in the middle; a word found there would be part of the number.
  const words = text.slice(start, end);
  const at = number.start - start;
  let best: { entry: LexiconEntry; rank: number } | null = null;
  for (const entry of LEXICON) {
    if (entry === but || entry.unless?.some((source) => pattern(source).test(words))) continue;
    const distances = entry.groups.map((group) => nearest(words, group, at));
    if (distances.some((distance) => distance === null)) continue;
    // More groups say more; then a longer phrase; then the nearer one.
    const rank =
      entry.groups.length * 1_000 - (entry.weak ? 500 : 0) - Math.min(...distances.map((distance) => distance!));
    if (!best || rank > best.rank) best = { entry, rank };
  }
  return best?.entry ?? null;
}

/** How far the nearest word of a group stands; what comes after a number is nearer to it than what came before. */
function nearest(words: string, group: readonly string[], at: number): number | null {
  const distances = group.flatMap((source) =>
    [...words.matchAll(pattern(source))].map((match) =>
      match.index >= at ? match.index - at : (at - match.index) * 2,
    ),
  );
  return distances.length === 0 ? null : Math.min(...distances);
}

const patterns = new Map<string, RegExp>();
function pattern(source: string): RegExp {
  let made = patterns.get(source);
  if (!made) patterns.set(source, (made = new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`, 'giu')));
  made.lastIndex = 0;
  return made;
}

const SINCE = /(?:sejak|dari|mulai|since|from)\s+(?:tanggal\s+)?$/i;

/** The last day that the sentence names, but for the one since when, and when something was made; never after the text itself. */
function cutoffIn(text: string, sentence: Span, dates: readonly DateRead[], textOf: CivilDate): CivilDate | null {
  const days = dates
    .filter((date) => within(date, sentence))
    .filter(
      ({ start }) => !SINCE.test(text.slice(sentence.start, start)) && !MADE.test(text.slice(sentence.start, start)),
    )
    .map((date) => dayMeant(date, textOf))
    .filter((day) => day !== null);
  const last = days.toSorted().at(-1);
  return last === undefined ? null : last < textOf ? last : textOf;
}

function production(reading: Reading): Claim[] {
  const { text, dates } = reading;
  return dates.flatMap((date) => {
    const sentence = spanAt(reading, date);
    const before = text.slice(sentence.start, date.start);
    const made = MADE.exec(before);
    if (!made || date.precision === 'day' || date.years.length === 0) return [];
    const start = sentence.start + made.index;
    return [
      {
        start,
        end: date.end,
        text: text.slice(start, date.end),
        kind: 'production_years' as const,
        years: date.years,
        found: CASES.found.test(text.slice(sentence.start, sentence.end)),
      },
    ];
  });
}

function police(reading: Reading): Claim[] {
  const { text } = reading;
  const numbers = [...text.matchAll(POLICE_NUMBER)].map(([number]) => number);
  return POLICE.flatMap((words) => [...text.matchAll(words)]).map((match) => {
    const sentence = sentenceAt(reading, matched(match));
    const told = { found: CASES.found.test(sentence), sold: CASES.sold.test(sentence) };
    // A sentence that names no case ("kedua kasus tersebut") means those of the text.
    const meant = told.found || told.sold ? told : { found: CASES.found.test(text), sold: CASES.sold.test(text) };
    return { ...matched(match), kind: 'police' as const, numbers, ...meant };
  });
}

function wrongWeekday(text: string, date: DateRead): Claim[] {
  const { weekday, last } = date;
  if (weekday === null || last === null || weekdayOf(last) === weekday) return [];
  return [
    { start: date.start, end: date.end, text: text.slice(date.start, date.end), kind: 'weekday', on: last, weekday },
  ];
}

const LONGEST_QUOTE = 160;

function piece(reading: Reading, span: Span): Piece {
  const clause = clauseAt(reading.text, spanAt(reading, span), span);
  const long = span.start - clause.start > LONGEST_QUOTE / 2;
  // From the beginning of a word on.
  const from = long ? reading.text.indexOf(' ', span.start - LONGEST_QUOTE / 2) : clause.start;
  const quote = reading.text.slice(from, Math.min(clause.end, from + LONGEST_QUOTE));
  return { start: span.start, end: span.end, text: quote.replaceAll(/\s+/g, ' ').trim() };
}

function matched(match: RegExpExecArray): Piece {
  return { start: match.index, end: match.index + match[0].length, text: match[0] };
}

const within = (one: Span, whole: Span) => one.start >= whole.start && one.end <= whole.end;

function without<One extends Span>(these: readonly One[], masks: readonly Span[]): One[] {
  return these.filter(({ start, end }) => !masks.some((mask) => start < mask.end && end > mask.start));
}

function spanAt({ text, sentences }: Reading, span: Span): Span {
  return sentences.find(({ start, end }) => start <= span.start && span.start < end) ?? { start: 0, end: text.length };
}

function sentenceAt(reading: Reading, span: Span): string {
  const { start, end } = spanAt(reading, span);
  return reading.text.slice(start, end);
}
