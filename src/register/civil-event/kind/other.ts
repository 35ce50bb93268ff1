/** Other events (UU 23/2006 art. 56), of the list that the operator keeps: noted on a court's ruling, nobody's data change. */
import { named, type EventKind } from '../kind.ts';
import { OTHER_EVENTS } from '../deadlines.ts';
import { refuse } from '../refusals.ts';
import type { DetailsOf } from '../schema.ts';

export const other: EventKind<DetailsOf<'other'>> = {
  kind: 'other',
  roles: ({ people }) => people.map((ref, n) => ({ role: 'person', ref, path: `people.${n}`, reach: 'here' })),
  async plan(_tx, _actor, given) {
    if (!OTHER_EVENTS.some((event) => event.code === given.details.code))
      throw refuse('civil_event.unknown_other', {
        faults: [{ path: 'details.code', code: 'civil_event.unknown_other' }],
      });
    return { participants: named(given, ['person']), legalBasis: given.details.proofNumber };
  },
};
