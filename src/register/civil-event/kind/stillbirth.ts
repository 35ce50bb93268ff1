/** Stillbirth (UU 23/2006 art. 33): noted and confirmed by a letter; nobody is registered and no NIK is issued. */
import { named, type EventKind } from '../kind.ts';
import { DEEDS } from '../deed.ts';
import { PRESENT, sexFaults } from '../rules.ts';
import { mustHold } from '../refusals.ts';
import type { DetailsOf } from '../schema.ts';

export const stillbirth: EventKind<DetailsOf<'stillbirth'>> = {
  kind: 'stillbirth',
  deed: () => DEEDS.stillbirth,
  roles: ({ mother, father }) => [
    { role: 'mother', ref: mother, path: 'mother', reach: 'here', states: [...PRESENT, 'MENINGGAL'] },
    ...(father
      ? [{ role: 'father', ref: father, path: 'father', reach: 'anywhere', states: [...PRESENT, 'MENINGGAL'] } as const]
      : []),
  ],
  async plan(_tx, _actor, given) {
    mustHold([...sexFaults(given.one('mother'), 2, 'mother'), ...sexFaults(given.maybe('father'), 1, 'father')]);
    return { participants: named(given, ['mother', 'father']), legalBasis: given.details.proofNumber };
  },
};
