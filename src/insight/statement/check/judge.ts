/** What is true of a claim by what the register knows: pure. Each verdict comes with its reason, as the key of a sentence and its values. */
import type { MessageValues } from '../../../core/refusal/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import { FEWEST_SHOWN } from '../rules.ts';
import type { Figure } from '../schema.ts';
import { semesterBefore, type Evidence } from './evidence.ts';
import type { Claim, FigureClaim } from './find-claims.ts';
import { judgeLaw } from './law-text.ts';
import type { Law } from './laws.ts';
import type { Verdict } from './schema.ts';

export interface Judged {
  readonly verdict: Verdict;
  readonly value: number | string | null;
  readonly indicator: string | null;
  readonly asOf: CivilDate | null;
  readonly why: { readonly key: string; readonly values: MessageValues };
}

type Of<Kind extends Claim['kind']> = Extract<Claim, { kind: Kind }>;

export function judge(claim: Claim, evidence: Evidence): Judged {
  if ('planned' in claim && claim.planned) return plain('not_checkable', 'planned', {}, claim.number.value);
  switch (claim.kind) {
    case 'count':
      return judgeCount(claim as FigureClaim, evidence);
    case 'percent':
      return judgePercent(claim as FigureClaim, evidence);
    case 'law':
      return judgeNamedLaw(claim);
    case 'production_years':
      return judgeYears(claim, evidence);
    case 'police':
      return judgePolice(claim, evidence);
    case 'judgement':
      return plain('not_checkable', 'judgement', { words: claim.text }, claim.text);
    case 'weekday':
      return plain('contradicted', 'weekday', { on: claim.on }, claim.on);
  }
}

function plain(verdict: Verdict, key: string, values: MessageValues, value: number | string | null): Judged {
  return { verdict, value, indicator: null, asOf: null, why: { key, values } };
}

function judgeCount(claim: FigureClaim, evidence: Evidence): Judged {
  const { value } = claim.number;
  const { subject } = claim;
  if (subject === null) return plain('not_found', 'no_subject', { value }, value);
  const asOf = claim.cutoff ?? evidence.textOf;
  const known = evidence.figure(subject.indicator, asOf);
  if (!known)
    return {
      ...plain('not_found', 'no_figure', { indicator: subject.indicator }, value),
      indicator: subject.indicator,
    };
  const [past, now] = [partOf(known.past, subject.part), partOf(known.now, subject.part)];
  const judged = (verdict: Verdict, key: string, values: MessageValues = {}): Judged => ({
    verdict,
    value,
    indicator: subject.indicator,
    asOf,
    why: { key, values: { value, past, now, asOf, unit: known.now.unit, indicator: subject.indicator, ...values } },
  });
  const several = subject.part === 'numerator' ? known.past.counts : [];
  const differ = new Set(several.map(({ n }) => n)).size > 1;
  if (differ) {
    const counts = several.map(({ counter, n }) => ({ counter, n }));
    const its = counts.filter(({ n }) => n === value);
    const named = its.find(({ counter }) => claim.text.toLowerCase().includes(counter.toLowerCase()));
    if (named) return judged('borne_out', 'counter', { counter: named.counter });
    const list = { counts: JSON.stringify(counts) };
    if (its.length > 0 || bearsOut(claim, past)) return judged('one_of_several', 'several', list);
    return judged('contradicted', 'none_of_several', list);
  }
  if (bearsOut(claim, past)) return judged('borne_out', past === now ? 'count' : 'count_then');
  if (bearsOut(claim, now)) return judged('borne_out', 'count_now');
  return judged('contradicted', past === now ? 'count_not' : 'count_not_then');
}

function partOf(figure: Figure, part: 'numerator' | 'rest' | 'denominator'): number {
  if (part === 'denominator') return figure.denominator ?? 0;
  return part === 'rest' ? (figure.denominator ?? figure.numerator) - figure.numerator : figure.numerator;
}

/** A number that is written with "juta" or is hedged is borne out by what it rounds; a plain one by itself alone. */
function bearsOut({ number: { value, step }, hedge }: FigureClaim, figure: number): boolean {
  switch (hedge) {
    case 'over':
      return figure >= value;
    case 'under':
      return figure <= value;
    case 'nearly':
      return figure < value && figure >= value * 0.95;
    case 'about':
      return Math.abs(figure - value) <= Math.max(step / 2, value * 0.02);
    case 'exact':
      return step > 1 ? Math.abs(figure - value) <= step / 2 : figure === value;
  }
}

function judgePercent(claim: FigureClaim, evidence: Evidence): Judged {
  const { value } = claim.number;
  const { subject } = claim;
  if (subject === null) return plain('not_found', 'no_subject_percent', { value }, value);
  const asOf = claim.cutoff ?? evidence.textOf;
  const known = evidence.figure(subject.indicator, asOf);
  const nothing = {
    ...plain('not_found', 'no_figure', { indicator: subject.indicator }, value),
    indicator: subject.indicator,
  };
  if (!known) return nothing;
  if (!known.past.denominator)
    return {
      ...nothing,
      verdict: 'not_checkable',
      why: { key: 'no_denominator', values: { indicator: subject.indicator } },
    };
  const earlier = semesterBefore(asOf);
  const former = evidence.figure(subject.indicator, earlier)?.now.denominator ?? null;
  const shares = [
    { key: 'percent', of: known.past, denominator: known.past.denominator },
    { key: 'percent_now', of: known.now, denominator: known.now.denominator ?? 0 },
    // What the ministry did in 2018: recorded until now over those obliged at the end of the last semester.
    { key: 'percent_semester', of: known.past, denominator: former ?? 0 },
  ];
  const found = shares.find(
    ({ of, denominator }) => denominator > 0 && rounds(claim, (partOf(of, subject.part) / denominator) * 100),
  );
  const { of, denominator, key } = found ?? shares[0]!;
  const numerator = partOf(of, subject.part);
  const values = {
    value,
    numerator,
    denominator,
    percent: (numerator / denominator) * 100,
    asOf,
    earlier,
    indicator: subject.indicator,
    unit: of.unit,
  };
  const judged = (verdict: Verdict, why: string): Judged => ({
    verdict,
    value,
    indicator: subject.indicator,
    asOf,
    why: { key: why, values },
  });
  if (!found) return judged('contradicted', 'percent_not');
  const told = claim.cutoff !== null && claim.beside.includes(denominator);
  return told ? judged('borne_out', 'percent_told') : judged('with_denominator', key);
}

/** To as many digits as the text gives. */
function rounds({ number: { value, step }, hedge }: FigureClaim, percent: number): boolean {
  if (hedge === 'over') return percent >= value;
  if (hedge === 'under') return percent <= value;
  if (hedge === 'nearly') return percent < value && percent >= value - 1;
  const nearest = Math.round(percent / step) * step;
  return Math.abs(nearest - value) < step / 2 || (hedge === 'about' && Math.abs(percent - value) <= 0.5);
}

function judgeNamedLaw({ law }: Of<'law'>): Judged {
  const named = `${law.kind} ${law.number}/${law.year}`;
  const judged = judgeLaw(law);
  switch (judged.is) {
    case 'the_law':
      return plain('borne_out', judged.law.amends ? 'law_amends' : 'law', lawValues('', judged.law), named);
    case 'unknown':
      return plain('not_found', 'law_unknown', { named }, named);
    case 'another':
      return plain(
        'contradicted',
        'law_another',
        { named, ...lawValues('its_', judged.law), ...rightOf(judged) },
        named,
      );
    case 'no_law_on_it':
      return plain('contradicted', 'law_wrong', { named, ...rightOf(judged) }, named);
  }
}

function rightOf({ right, amendedBy }: { right: Law; amendedBy: Law | null }): MessageValues {
  return {
    ...lawValues('right_', right),
    amended: amendedBy ? `${amendedBy.kind} ${amendedBy.number}/${amendedBy.year}` : 'no',
  };
}

function lawValues(prefix: string, { kind, number, year, title, amends }: Law): MessageValues {
  return {
    [`${prefix}law`]: `${kind} ${number}/${year}`,
    [`${prefix}title_id`]: title.id,
    [`${prefix}title_en`]: title.en,
    ...(amends && { [`${prefix}amends`]: `${kind} ${amends.number}/${amends.year}` }),
  };
}

function judgeYears({ years, found }: Of<'production_years'>, { finds }: Evidence): Judged {
  const value = years.join(', ');
  if (!found || finds.length === 0) return plain('not_found', 'years_no_find', { value }, value);
  const sums: Record<string, number> = {};
  for (const find of finds) for (const [year, n] of Object.entries(find.years)) sums[year] = (sums[year] ?? 0) + n;
  const others = Object.entries(sums).filter(([year]) => !years.includes(Number(year)));
  const of = {
    ...plain('borne_out', 'years', { value }, value),
    indicator: 'found.cards',
    asOf: finds.at(-1)!.foundOn,
  };
  if (Object.keys(sums).length === 0)
    return { ...of, verdict: 'not_checkable', why: { key: 'years_unread', values: { value } } };
  if (others.length === 0) return of;
  const told = others.map(([year, n]) => ({ year, n: n < FEWEST_SHOWN ? null : n }));
  return { ...of, verdict: 'contradicted', why: { key: 'years_not', values: { value, others: JSON.stringify(told) } } };
}

/** A report's number says that the police was told, for one case; that it "handles" a case no register can say. */
function judgePolice({ numbers, found, sold }: Of<'police'>, { finds, incidents }: Evidence): Judged {
  const cases = [
    ...(found || !sold ? finds.map(({ policeReport }) => policeReport) : []),
    ...(sold || !found ? incidents : []),
  ];
  const known = cases.filter((each) => each !== null).map(bare);
  const reported = known.length;
  const values = { cases: cases.length, reported, numbers: numbers.join(', ') };
  if (numbers.length > 0) {
    const all = numbers.every((number) => known.includes(bare(number)));
    return plain(all ? 'borne_out' : 'not_found', all ? 'police_known' : 'police_unknown', values, numbers.join(', '));
  }
  if (cases.length === 0 || reported === 0) return plain('not_checkable', 'police_none', values, null);
  return plain('not_checkable', 'police', values, null);
}

const bare = (number: string) => number.replaceAll(/\s/g, '').toUpperCase();
