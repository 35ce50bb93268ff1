/** What dashboards show, as data; which days are counted, and what of a count may be shown. Pure and safe in a browser. */
import { civilDateOf, daysInMonth, partsOf, type CivilDate } from '../../core/time/civil-date.ts';

export const SECTIONS = ['coverage', 'cards', 'ladder', 'use', 'voters'] as const;
export type Section = (typeof SECTIONS)[number];

/** The word of a section in addresses. */
export const SECTION_PATHS: Readonly<Record<Section, string>> = {
  coverage: 'cakupan',
  cards: 'kartu-dan-blangko',
  ladder: 'kerja-sama',
  use: 'pemanfaatan',
  voters: 'pemilih',
};

/** The nation in addresses, which has no code. */
export const NATION = 'indonesia';

export function sectionOf(path: string | undefined): Section | undefined {
  return SECTIONS.find((section) => SECTION_PATHS[section] === path);
}

export type Unit =
  | 'people'
  | 'pieces'
  | 'institutions'
  | 'answers'
  | 'incidents'
  | 'offices'
  | 'recordings'
  | 'days'
  | 'cases';

export interface Measure {
  readonly section: Section;
  readonly unit: Unit;
  /** Whether more of it is better, worse, or neither. */
  readonly more: 'better' | 'worse' | 'neither';
  /** The measure that it is a share of. */
  readonly of?: string;
  /** It lies in no region. */
  readonly nationOnly?: true;
  /** What is counted are people, of whom few could be recognised. */
  readonly people?: true;
  /** What its line shows: how much there was, or how much came in each month. */
  readonly line?: 'level' | 'monthly';
  /** Regions are not compared by it: a table has so much room. */
  readonly uncompared?: true;
  /** Not among the headlines. */
  readonly beside?: true;
}

/** In the order in which they are shown. The codes of indicators, and what the rooms count beside them. */
export const MEASURES: Readonly<Record<string, Measure>> = {
  'enrolment.coverage': {
    section: 'coverage',
    unit: 'people',
    more: 'better',
    of: 'resident.obligated',
    people: true,
    line: 'level',
  },
  'card.valid': {
    section: 'coverage',
    unit: 'pieces',
    more: 'better',
    of: 'resident.obligated',
    people: true,
    line: 'level',
  },
  'enrolment.unrecorded': { section: 'coverage', unit: 'people', more: 'worse', people: true, line: 'level' },
  'enrolment.backlog': { section: 'coverage', unit: 'people', more: 'worse', people: true },
  'enrolment.duplicate': { section: 'coverage', unit: 'recordings', more: 'worse', nationOnly: true },
  'resident.obligated': { section: 'coverage', unit: 'people', more: 'neither', people: true, line: 'level' },
  'resident.total': { section: 'coverage', unit: 'people', more: 'neither', people: true, line: 'level' },
  'enrolment.recorded': { section: 'coverage', unit: 'people', more: 'neither', people: true, beside: true },

  'card.printed': { section: 'cards', unit: 'pieces', more: 'better', people: true, line: 'monthly' },
  'blank.in_stock': { section: 'cards', unit: 'pieces', more: 'neither', line: 'level' },
  'card.invalid_outstanding': { section: 'cards', unit: 'pieces', more: 'worse', people: true, line: 'level' },
  'card.invalid_taken_in': {
    section: 'cards',
    unit: 'pieces',
    more: 'better',
    people: true,
    line: 'level',
    uncompared: true,
  },
  'card.destroyed': { section: 'cards', unit: 'pieces', more: 'better', people: true, line: 'level' },
  'blank.unaccounted': { section: 'cards', unit: 'pieces', more: 'worse', line: 'level' },
  'incident.open': { section: 'cards', unit: 'incidents', more: 'worse' },
  'found.cards': { section: 'cards', unit: 'pieces', more: 'worse' },
  'disposal.unreported_offices': { section: 'cards', unit: 'offices', more: 'worse' },
  'card.invalid_by_year': { section: 'cards', unit: 'pieces', more: 'worse', people: true, beside: true },

  'partner.agreement': { section: 'ladder', unit: 'institutions', more: 'better', nationOnly: true, line: 'level' },
  'partner.technical_guide': {
    section: 'ladder',
    unit: 'institutions',
    more: 'better',
    nationOnly: true,
    line: 'level',
  },
  'partner.accepted': { section: 'ladder', unit: 'institutions', more: 'better', nationOnly: true, line: 'level' },
  'partner.mou': { section: 'ladder', unit: 'institutions', more: 'better', nationOnly: true, line: 'level' },
  'partner.suspended': { section: 'ladder', unit: 'institutions', more: 'worse', nationOnly: true },
  'partner.waiting': { section: 'ladder', unit: 'institutions', more: 'worse', nationOnly: true },
  'partner.longest_wait': { section: 'ladder', unit: 'days', more: 'worse', nationOnly: true },

  'verification.answers': { section: 'use', unit: 'answers', more: 'neither', nationOnly: true, line: 'monthly' },
  'partner.connected': { section: 'use', unit: 'institutions', more: 'better', nationOnly: true },
  'citizen.disputes': { section: 'use', unit: 'cases', more: 'worse', nationOnly: true, line: 'level' },
  'citizen.unanswered': { section: 'use', unit: 'cases', more: 'worse', nationOnly: true },

  'voter.eligible': { section: 'voters', unit: 'people', more: 'neither', people: true, line: 'level' },
  'voter.without_card': {
    section: 'voters',
    unit: 'people',
    more: 'worse',
    of: 'voter.eligible',
    people: true,
    line: 'level',
  },
  'voter.unrecorded': { section: 'voters', unit: 'people', more: 'worse', people: true },
  'voter.recorded': { section: 'voters', unit: 'people', more: 'worse', people: true },
  'voter.waiting': { section: 'voters', unit: 'people', more: 'neither', people: true },
  'voter.blanks_missing': { section: 'voters', unit: 'pieces', more: 'worse' },
  'voter.standing': { section: 'voters', unit: 'offices', more: 'neither', beside: true },
};

/** Measures that sum up to one that is shown: what is kept back of one of them could be reckoned from the others, so all of them are. */
export const TOGETHER: readonly (readonly string[])[] = [
  ['enrolment.coverage', 'enrolment.unrecorded'],
  ['voter.unrecorded', 'voter.recorded', 'voter.waiting', 'voter.blanks_missing'],
];

export const measuresOf = (section: Section): string[] =>
  Object.keys(MEASURES).filter((code) => MEASURES[code]!.section === section);

/** How far back months are counted: the nation and provinces, and regencies, of which there are five hundred. */
export const MONTHS = 96;
export const REGENCY_MONTHS = 24;
/** The months of a sparkline, and of the comparison with before. */
export const SPARK_MONTHS = 12;

/** The last days of so many months that are over before the day, the earliest first. */
export function monthEnds(day: CivilDate, months: number): CivilDate[] {
  const { year, month } = partsOf(day);
  const now = year * 12 + month - 1;
  return Array.from({ length: months }, (_, place) => {
    const at = now - months + place;
    const [y, m] = [Math.floor(at / 12), (at % 12) + 1];
    return civilDateOf(y, m, daysInMonth(y, m))!;
  });
}

export type Level = 'nation' | 'province' | 'regency';

export function levelOf(region: string): Level {
  return region === '' ? 'nation' : region.length === 2 ? 'province' : 'regency';
}

/** The upper end of a scale: 1, 2 or 5 times a power of ten, so that it stays put while figures grow. */
export function scaleEnd(most: number): number {
  if (most <= 10) return 10;
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map((step) => step * power).find((end) => end >= most)!;
}
