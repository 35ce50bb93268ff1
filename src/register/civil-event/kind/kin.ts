/**
 * Adoption, recognition and legitimation (UU 23/2006 art. 47-50). A ruling moves an adopted child into the card of those
 * who adopt; who his parents are by birth stays on record. Recognition and legitimation give a child a father.
 */
import type { Tx } from '../../../core/db/index.ts';
import { listParentNames } from '../../resident/index.ts';
import { named, type EventKind, type Given, type Plan } from '../kind.ts';
import { DEEDS } from '../deed.ts';
import { adoptionWarnings, legitimationFaults, recognitionFaults, sexFaults } from '../rules.ts';
import { mustHold, refuse } from '../refusals.ts';
import type { DetailsOf } from '../schema.ts';
import { addressChanges, childRelation, homesOf } from '../seats.ts';

export const adoption: EventKind<DetailsOf<'adoption'>> = {
  kind: 'adoption',
  roles: ({ child, father, mother }) => [
    { role: 'child', ref: child, path: 'child', reach: 'anywhere' },
    ...(father ? [{ role: 'adoptive_father', ref: father, path: 'father', reach: 'here' } as const] : []),
    ...(mother ? [{ role: 'adoptive_mother', ref: mother, path: 'mother', reach: 'here' } as const] : []),
  ],
  async plan(tx, _actor, given) {
    const child = given.one('child');
    mustHold([
      ...sexFaults(given.maybe('adoptive_father'), 1, 'father'),
      ...sexFaults(given.maybe('adoptive_mother'), 2, 'mother'),
    ]);
    const parents = [...given.all('adoptive_father'), ...given.all('adoptive_mother')];
    const homes = await homesOf(
      tx,
      parents.map((parent) => parent.nik),
    );
    const home = parents.flatMap((parent) => homes.get(parent.nik) ?? [])[0];
    if (!home)
      throw refuse('civil_event.no_card', { faults: [{ path: 'details.mother', code: 'civil_event.no_card' }] });
    return {
      participants: named(given, ['child', 'adoptive_father', 'adoptive_mother']),
      changes: addressChanges([child], home.card),
      seats: () => ({
        join: [{ nik: child.nik, card: home.card.number, relation: childRelation(home.relation) }],
      }),
      warnings: adoptionWarnings(child, given.occurredOn),
      legalBasis: `${given.details.court} ${given.details.rulingNumber}`,
    };
  },
};

const kinRoles = ({ child, father, mother }: Pick<DetailsOf<'recognition'>, 'child' | 'father' | 'mother'>) =>
  [
    { role: 'child', ref: child, path: 'child', reach: 'here' },
    { role: 'father', ref: father, path: 'father', reach: 'anywhere' },
    { role: 'mother', ref: mother, path: 'mother', reach: 'anywhere' },
  ] as const;

export const recognition: EventKind<DetailsOf<'recognition'>> = {
  kind: 'recognition',
  deed: () => DEEDS.recognition,
  roles: kinRoles,
  async plan(tx, _actor, given) {
    const told = await kinOf(tx, given);
    mustHold(recognitionFaults(told));
    return fatherhood(given, given.details.statementNumber);
  },
};

export const legitimation: EventKind<DetailsOf<'legitimation'>> = {
  kind: 'legitimation',
  deed: () => DEEDS.legitimation,
  roles: kinRoles,
  async plan(tx, _actor, given) {
    const told = await kinOf(tx, given);
    mustHold(legitimationFaults(told));
    return fatherhood(given, given.details.marriageDeedNumber);
  },
};

type Kin = Pick<DetailsOf<'recognition'>, 'child' | 'father' | 'mother' | 'rulingNumber'>;

async function kinOf(tx: Tx, given: Given<Kin>) {
  const child = given.one('child');
  const names = (await listParentNames(tx, [child.nik])).get(child.nik);
  return {
    child,
    father: given.one('father'),
    mother: given.one('mother'),
    fatherNamed: names?.fatherName !== null && names?.fatherName !== undefined,
    rulingNumber: given.details.rulingNumber,
  };
}

/** The father's name is protected; it is written only where there was none, so that undoing can empty it again. */
function fatherhood(given: Given<Kin>, paper: string): Plan {
  const [child, father] = [given.one('child'), given.one('father')];
  return {
    participants: named(given, ['child', 'father', 'mother']),
    changes:
      child.fatherNik === father.nik
        ? []
        : [{ nik: child.nik, delta: { fatherNik: father.nik }, protected: { fatherName: father.name } }],
    legalBasis: given.details.rulingNumber ? `${paper}; ${given.details.rulingNumber}` : paper,
  };
}
