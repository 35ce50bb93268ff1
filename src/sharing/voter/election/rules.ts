/** What state of an election follows which, and which regencies its area is. Pure. */
import type { RegionIndex } from '../../../register/region/index.ts';
import type { CivilDate } from '../../../core/time/civil-date.ts';

export const ELECTION_STATES = ['PLANNED', 'OPEN', 'FROZEN', 'HELD'] as const;
export type ElectionState = (typeof ELECTION_STATES)[number];

/** PLANNED by one officer, OPEN once another has confirmed it, FROZEN when its list was handed over, HELD from the voting day on. */
export const TRANSITIONS = {
  PLANNED: ['OPEN'],
  OPEN: ['FROZEN'],
  FROZEN: ['HELD'],
  HELD: [],
} as const satisfies Record<ElectionState, readonly ElectionState[]>;

export const mayBecome = (from: ElectionState, to: ElectionState): boolean =>
  (TRANSITIONS[from] as readonly ElectionState[]).includes(to);

/** Regencies by every code that records may hold for them, former ones too, whose place lies in the area on the voting day's map; `null`: the nation. */
export function regenciesOf(
  regions: Pick<RegionIndex, 'all' | 'codeAt' | 'provinceAt'>,
  area: readonly string[],
  day: CivilDate,
): readonly string[] | null {
  if (area.length === 0) return null;
  const codes = new Set(Array.from(regions.all('regency'), ({ code }) => code));
  const inside = (code: string) =>
    area.includes(regions.codeAt(code, day) ?? code) ||
    area.includes(regions.provinceAt(code, day) ?? code.slice(0, 2));
  return [...codes].filter(inside).toSorted();
}
