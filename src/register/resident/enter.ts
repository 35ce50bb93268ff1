/** A new person in the register who is not a birth: somebody never recorded, a foreigner with a stay permit. */
import { mustCover, type Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { today, type CivilDate } from '../../core/time/index.ts';
import { registerResidents, type ActDone } from './act.ts';
import { mustBeBornInReach } from './birth-date.ts';
import { findLikelyDuplicates } from './find.ts';
import { nameFaults } from './name.ts';
import { refuse } from './refusals.ts';
import type { Biodata, ProtectedElements } from './schema.ts';

export interface EnterInput {
  readonly biodata: Biodata;
  readonly protected: ProtectedElements;
  readonly legalBasis: string;
  /** References of the likely duplicates that the officer has looked at. */
  readonly looked: readonly string[];
}

/** What any new person must satisfy, also one that a birth brings. */
export function mustBeEnterable(tx: Tx, biodata: Biodata, day: CivilDate): void {
  if (!tx.ground.regions.nameOf(biodata.villageCode)) {
    throw refuse('resident.unknown_village', {
      faults: [{ path: 'biodata.villageCode', code: 'field.unknown_village' }],
    });
  }
  mustBeBornInReach(biodata.birthDate, day, 'biodata.birthDate');
  const [fault] = nameFaults(biodata.name, day);
  if (fault) throw refuse('resident.name_not_allowed', { faults: [{ path: 'biodata.name', code: fault }] });
  if (biodata.nationality !== 'IDN' && !biodata.permit) {
    throw refuse('resident.foreigner_without_permit', { faults: [{ path: 'biodata.permit', code: 'field.needed' }] });
  }
}

/** Refuses, until the officer says that he looked at each of them, one who may be in the register already. */
export async function mustBeNew(tx: Tx, actor: Actor, input: Omit<EnterInput, 'legalBasis'>): Promise<void> {
  const likely = await findLikelyDuplicates(tx, actor, { ...input.biodata, motherName: input.protected.motherName });
  const unseen = likely.filter((person) => !input.looked.includes(person.ref));
  if (unseen.length > 0) throw refuse('resident.likely_duplicates', { values: { n: unseen.length } });
}

/**
 * Enters a person and issues a NIK. Refuses one outside the jurisdiction, a name against Permendagri 73/2022, and one who may
 * be in the register already.
 */
export async function enterResident(
  tx: Tx,
  actor: Actor,
  input: EnterInput,
): Promise<ActDone & { ref: string; nik: string }> {
  mustCover(actor, input.biodata.villageCode);
  const day = today(tx.ground.clock, actor.zone);
  mustBeEnterable(tx, input.biodata, day);
  await mustBeNew(tx, actor, input);
  const done = await registerResidents(
    tx,
    actor,
    { kind: 'entered', label: 'resident.entered', occurredOn: day, legalBasis: input.legalBasis },
    [{ biodata: input.biodata, protected: input.protected }],
  );
  const nik = done.niks[0]!;
  return { ...done, nik, ref: tx.ground.personRefs.of(nik) };
}
