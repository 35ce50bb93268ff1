/** Headlines, lines and parts of a region's section, with their words. */
import type { Tx } from '../../core/db/index.ts';
import type { Language } from '../../core/text/index.ts';
import type { CivilDate } from '../../core/time/index.ts';
import type { Counts } from './cells.ts';
import { MEASURES, SPARK_MONTHS } from './rules.ts';
import type { Headline, Line, Parts } from './schema.ts';
import { namedOf } from './words.ts';

export interface Seen {
  readonly tx: Tx;
  readonly language: Language;
  readonly counts: Counts;
  readonly region: string;
  readonly day: CivilDate;
  /** Ends of months before it, the earliest first. */
  readonly ends: readonly CivilDate[];
}

/** Beside it what it was a year before, and what the wider regions have. What lies in no region is the nation's wherever it is shown. */
export function headlineOf(
  { tx, language, counts, region, day, ends }: Seen,
  measure: string,
  above: readonly string[],
  nameOf: (code: string) => string,
): Omit<Headline, 'figure' | 'records'> {
  const here = { measure, region: MEASURES[measure]!.nationOnly ? '' : region, day };
  const yearBefore = ends.at(-SPARK_MONTHS);
  const began = counts.begins(measure, here.region);
  const compared = yearBefore && MEASURES[measure]!.line && began && began <= yearBefore;
  return {
    ...namedOf(tx, language, measure),
    now: counts.cell(here),
    whole: counts.whole(here),
    before: compared ? { day: yearBefore, ...counts.cell({ ...here, day: yearBefore }) } : null,
    wider: MEASURES[measure]!.nationOnly
      ? []
      : above.map((code) => ({
          code,
          name: code === '' ? '' : nameOf(code),
          cell: counts.cell({ measure, region: code, day }),
        })),
  };
}

/** From the first month in which there was anything; one point alone is no line. */
export function lineOf({ tx, language, counts, region, day, ends }: Seen, measure: string): Line[] {
  const { line, nationOnly, of } = MEASURES[measure]!;
  const here = nationOnly ? '' : region;
  const began = counts.begins(measure, here);
  if (!line || !began) return [];
  // A month that still runs says nothing yet of what came in it.
  const days = (line === 'monthly' ? ends : [...ends, day]).filter((each) => each >= began);
  const at = (each: CivilDate) => counts.cell({ measure, region: here, day: each });
  const points =
    line === 'monthly'
      ? days.slice(1).map((each, place) => ({ day: each, value: between(at(days[place]!).n, at(each).n) }))
      : days.map((each) => ({ day: each, value: of ? at(each).percent : at(each).n }));
  if (points.filter(({ value }) => value !== null).length < 2) return [];
  return [
    { ...namedOf(tx, language, measure), shows: line === 'monthly' ? 'monthly' : of ? 'share' : 'level', points },
  ];
}

function between(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : after - before;
}

const BY: Readonly<Record<string, Parts['by']>> = {
  'enrolment.recorded': 'year',
  'card.invalid_by_year': 'year',
  'found.cards': 'year',
  'enrolment.backlog': 'wait',
  'blank.in_stock': 'store',
  'verification.answers': 'outcome',
  'partner.waiting': 'stage',
  'voter.standing': 'standing',
};

/** In the order in which a reader looks for them; all words but years are texts of ours. */
const ORDER: Readonly<Record<Parts['by'], readonly string[]>> = {
  year: [],
  wait: ['0', '15', '31', '91', '366'],
  store: ['centre', 'province', 'regency', 'district', 'printer'],
  outcome: ['matched', 'partial', 'mismatched'],
  stage: ['REQUEST', 'APPROVAL', 'MOU', 'AGREEMENT', 'TECHNICAL_GUIDE', 'ONBOARDING'],
  standing: ['done', 'in_time', 'late', 'idle'],
};

export function partsOf({ tx, language, counts, region, day }: Seen, measure: string): Parts[] {
  const by = BY[measure];
  if (!by) return [];
  const here = MEASURES[measure]!.nationOnly ? '' : region;
  const rows = counts.parts({ measure, region: here, day });
  if (rows.length === 0) return [];
  const longest = new Map(
    by === 'stage'
      ? counts.parts({ measure: 'partner.longest_wait', region: here, day }).map(({ part, n }) => [part, n])
      : [],
  );
  const place = (part: string) => (by === 'year' ? Number(part) : ORDER[by].indexOf(part));
  const say = (part: string) => (by === 'year' ? part : tx.ground.speaker.say(language, `dashboard.${by}.${part}`));
  return [
    {
      ...namedOf(tx, language, measure),
      by,
      rows: rows
        .toSorted((a, b) => place(a.part) - place(b.part))
        .map(({ part, n, withheld }) => ({ part, label: say(part), n, withheld, days: longest.get(part) ?? null })),
    },
  ];
}
