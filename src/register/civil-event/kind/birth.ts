/** Birth (UU 23/2006 art. 27-28; Perpres 96/2018 art. 33): a person is registered, gets a NIK and a place in a family card. */
import type { Tx } from '../../../core/db/index.ts';
import type { Actor } from '../../../core/access/index.ts';
import { today } from '../../../core/time/index.ts';
import { familyNumberOf, getCard, type FamilyCard } from '../../family/index.ts';
import { findLikelyDuplicates, listResidents, nikOf, type Biodata, type Resident } from '../../resident/index.ts';
import { named, type Beforehand, type EventKind, type Given } from '../kind.ts';
import { mustHold, refuse } from '../refusals.ts';
import { mustBeRegistrable } from '../registrable.ts';
import { DEEDS } from '../deed.ts';
import { birthFaults, birthWarnings, PRESENT } from '../rules.ts';
import type { DetailsOf } from '../schema.ts';
import { addressOf, childRelation, homesOf, RELATION, type Home } from '../seats.ts';

type Details = DetailsOf<'birth'>;

export const birth: EventKind<Details> = {
  kind: 'birth',
  deed: (daysLate) => (daysLate > 0 ? DEEDS.lateBirth : DEEDS.birth),
  roles: ({ mother, father }) => [
    ...(mother
      ? [{ role: 'mother', ref: mother, path: 'mother', reach: 'here', states: [...PRESENT, 'MENINGGAL'] } as const]
      : []),
    ...(father
      ? [{ role: 'father', ref: father, path: 'father', reach: 'anywhere', states: [...PRESENT, 'MENINGGAL'] } as const]
      : []),
  ],
  beforehand: mustBeNew,
  plan: planBirth,
};

async function planBirth(tx: Tx, _actor: Actor, given: Given<Details>) {
  const { details, occurredOn } = given;
  const mother = given.maybe('mother');
  const father = given.maybe('father');
  const told = { ...details, mother, father, occurredOn };
  mustHold(birthFaults(told));
  const homes = await homesOf(
    tx,
    [...given.all('mother'), ...given.all('father')].map((person) => person.nik),
  );
  const seat = await seatOf(tx, details, homes, mother, father);
  const where = seat?.card ?? details.address ?? mother;
  if (!where) throw refuse('civil_event.home_needed', { faults: [{ path: 'details.address', code: 'field.needed' }] });
  const biodata = childOf(given, mother, father, addressOf(where));
  mustBeRegistrable(tx, biodata, given.day, 'name');
  const oneCard = mother && father ? homes.get(mother.nik)?.card.number === homes.get(father.nik)?.card.number : true;
  return {
    participants: named(given, ['mother', 'father']),
    registers: {
      role: 'child',
      person: {
        biodata,
        protected: { motherName: mother?.name ?? null, fatherName: father?.name ?? null, disability: null },
      },
    },
    seats: (newborn: Resident['nik'] | undefined) =>
      seat && newborn ? { join: [{ nik: newborn, card: seat.card.number, relation: seat.relation }] } : {},
    warnings: [...birthWarnings(told, oneCard), ...(seat ? [] : [{ code: 'civil_event.warning.no_card' as const }])],
    ...(details.foundReport ? { legalBasis: details.foundReport } : {}),
  };
}

/** The card that was named, else the mother's, else the father's; only one in force takes a child. */
async function seatOf(
  tx: Tx,
  details: Details,
  homes: ReadonlyMap<string, Home>,
  mother: Resident | undefined,
  father: Resident | undefined,
): Promise<{ card: FamilyCard; relation: number } | undefined> {
  if (details.card) {
    const card = await getCard(tx, familyNumberOf(tx, details.card));
    const parent = [mother, father].find((one) => one && homes.get(one.nik)?.card.number === card.number);
    return { card, relation: parent ? childRelation(homes.get(parent.nik)!.relation) : RELATION.other };
  }
  const home = [mother, father].flatMap((parent) => (parent && homes.get(parent.nik)) ?? [])[0];
  return home && { card: home.card, relation: childRelation(home.relation) };
}

function childOf(
  given: Given<Details>,
  mother: Resident | undefined,
  father: Resident | undefined,
  where: ReturnType<typeof addressOf>,
): Biodata {
  const { details } = given;
  const { postalCode: _, ...home } = where;
  const parents = [mother, father].filter((parent) => parent !== undefined);
  const citizens = parents.length === 0 || parents.some((parent) => parent.nationality === 'IDN');
  return {
    ...home,
    name: details.name,
    sex: details.sex,
    birthPlace: details.birthPlace,
    birthDate: given.occurredOn,
    bloodGroup: details.bloodGroup,
    religion: details.religion ?? mother?.religion ?? father?.religion ?? 1,
    maritalStatus: 1,
    maritalRegistered: null,
    education: 1,
    occupation: 1,
    // A child of one Indonesian parent is a citizen (UU 12/2006 art. 4); a foundling too.
    nationality: details.nationality ?? (citizens ? 'IDN' : (mother ?? father)!.nationality),
    permit: details.permit,
    permitNumber: details.permitNumber,
    permitUntil: details.permitUntil,
    passport: null,
    motherNik: mother?.nik ?? null,
    fatherNik: father?.nik ?? null,
    previousAddress: null,
    birthCertificate: given.number,
    marriageCertificate: null,
    marriageDate: null,
    divorceCertificate: null,
    divorceDate: null,
  };
}

/** A birth reported twice is found by name, day, place and mother; twins have names of their own. */
async function mustBeNew(tx: Tx, actor: Actor, given: Beforehand<Details>): Promise<void> {
  const { details, occurredOn, looked } = given;
  if (occurredOn > today(tx.ground.clock, actor.zone)) return;
  const mother = details.mother ? await nameOf(tx, details.mother) : null;
  const likely = await findLikelyDuplicates(tx, actor, {
    name: details.name,
    birthDate: occurredOn,
    birthPlace: details.birthPlace,
    sex: details.sex,
    motherName: mother,
  });
  const unseen = likely.filter((person) => !looked.includes(person.ref));
  if (unseen.length > 0) throw refuse('civil_event.likely_duplicates', { values: { n: unseen.length } });
}

async function nameOf(tx: Tx, ref: string): Promise<string | null> {
  const [person] = await listResidents(tx, [nikOf(tx, ref)]);
  return person?.name ?? null;
}
