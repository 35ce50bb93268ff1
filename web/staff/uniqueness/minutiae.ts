import { useMemo } from 'react';
import type { AnswerOf } from '../../../src/core/http/contract.ts';
import { numbered } from '../../../src/recording/biometric/finger/drawing/rules.ts';
import { openMinutiaeContract } from '../../../src/recording/uniqueness/contract.ts';
import { useLook } from '../register/recorded.ts';
import type { ComparedItem } from './items.ts';
import type { Side } from './read.ts';

type Minutiae = AnswerOf<typeof openMinutiaeContract>;
export type PrintSide = Minutiae['sides'][number];

/** Both sides of a finger as templates keep it: one look at each of the two people, however many parts of the page show it. */
export function useMinutiae(id: string, { position }: ComparedItem, when: boolean) {
  return useLook(openMinutiaeContract, { id, position }, when);
}

export interface Matches {
  readonly count: number;
  readonly numbers: Readonly<Record<Side, ReadonlyMap<number, number>>>;
}

/** The numbers of the minutiae that the machine takes for the same; null where nothing was compared. */
export function useMatches(minutiae: Minutiae | undefined): Matches | null {
  return useMemo(() => {
    const later = minutiae?.sides.find(({ side }) => side === 'later');
    if (!minutiae?.matched || !later) return null;
    const { one, other } = numbered(
      later.minutiae,
      minutiae.matched.map((pair) => [pair.later, pair.earlier] as const),
    );
    return { count: minutiae.matched.length, numbers: { later: one, earlier: other } };
  }, [minutiae]);
}
