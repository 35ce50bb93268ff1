/** Making invented persons for one institution, handing them out once, retiring and renewing them. */
import { randomInt } from 'node:crypto';
import { mustCover, type Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { asFamilyCardNumber, newId, type FamilyCardNumber, type Nik } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { addDays, today, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { findCard } from '../../../register/family/index.ts';
import { nikPrefix, reserveNumbers, sampleResidents, type SampledPerson } from '../../../register/resident/index.ts';
import { sayPartnersChanged } from '../book/change.ts';
import { refuse } from '../refusals.ts';
import { invent, type Invented } from './invent.ts';
import type { CanaryPerson } from './person.ts';
import { MOST_LIVING } from './rules.ts';
import { findOwner, insertCanaries, listCanaries, retireCanary, retireTaken, type Owner } from './sql.ts';

/** Refuses an institution without a cooperation, more than may live at once, and a register in which nobody could hide. */
export async function makeCanaries(
  tx: Tx,
  actor: Actor,
  { id: institutionId, count }: { id: string; count: number },
): Promise<{ made: number }> {
  mustCover(actor, '');
  const owner = await getOwner(tx, institutionId);
  const living = (await listCanaries(tx, institutionId)).filter(({ retiredAt }) => retiredAt === null).length;
  if (living + count > MOST_LIVING)
    throw refuse('verification.canaries_full', {
      values: { most: MOST_LIVING, left: MOST_LIVING - living },
      faults: [{ path: 'count', code: 'verification.canaries_full' }],
    });
  await make(tx, actor, owner, count);
  return { made: count };
}

/** From the commit on it is nobody any more. Renewed, another takes its place, to be handed out. */
export async function endCanary(
  tx: Tx,
  actor: Actor,
  { id, reason, renew }: { id: string; reason: string; renew: boolean },
): Promise<Record<string, never>> {
  mustCover(actor, '');
  const ended = await retireCanary(tx, { id, by: actor.id, how: renew ? 'renewed' : 'officer', why: reason });
  if (!ended) throw refuse('verification.canary_not_found');
  await record(tx, actor, {
    label: 'verification.canary_retired',
    facts: { institution: ended.institutionId, canary: ended.n, renewed: renew },
  });
  if (renew) await make(tx, actor, await getOwner(tx, ended.institutionId), 1);
  await sayPartnersChanged(tx, [ended.institutionId]);
  return {};
}

/** Somebody real has come with these numbers: he is right, and the invented persons give way in the same act. */
export async function giveWay(tx: Tx, actor: Actor, items: readonly { readonly nik: Nik }[]): Promise<void> {
  const owners = new Set<string>();
  for (const { nik } of items) {
    const owner = await retireTaken(tx, tx.ground.verification.canarySeal.indexOf(nik));
    if (owner !== null) owners.add(owner);
  }
  for (const institution of owners)
    await record(tx, actor, { label: 'verification.canary_retired', facts: { institution, renewed: false } });
  await sayPartnersChanged(tx, [...owners]);
}

async function getOwner(tx: Tx, institutionId: string): Promise<Owner> {
  const owner = await findOwner(tx, institutionId);
  if (!owner) throw refuse('verification.partner_not_found');
  return owner;
}

async function make(tx: Tx, actor: Actor, { institutionId, region }: Owner, count: number): Promise<void> {
  const { canarySeal } = tx.ground.verification;
  const persons = await inventPersons(tx, region, count);
  const { entryId } = await record(tx, actor, {
    label: 'verification.canaries_made',
    facts: { institution: institutionId, n: count },
  });
  const made = persons.map((person) => {
    const id = newId();
    return { id, index: canarySeal.indexOf(person.nik), sealed: canarySeal.seal(id, person) };
  });
  await insertCanaries(tx, { institutionId, by: actor.id, entryId }, made);
  await sayPartnersChanged(tx, [institutionId]);
}

async function inventPersons(tx: Tx, region: string, count: number): Promise<CanaryPerson[]> {
  const day = today(tx.ground.clock, ZONES.WIB);
  const people = await sampleOf(tx, region, day);
  const invented = Array.from({ length: count }, () => invent(people, day, randomInt));
  const persons = invented.filter((each) => each !== null);
  if (persons.length < count) throw refuse('verification.canary_few_people');
  const niks = await reserveNumbers(
    tx,
    persons.map(({ villageCode, birthDate, sex }) => nikPrefix(villageCode.slice(0, 6), birthDate, sex)),
  );
  const canaries: CanaryPerson[] = [];
  for (const [at, person] of persons.entries())
    canaries.push({ nik: niks[at]!, subject: { ...subjectOf(person), familyCard: await freeCard(tx, person, day) } });
  return canaries;
}

function subjectOf(person: Invented): Omit<CanaryPerson['subject'], 'familyCard'> {
  const { name, birthPlace, birthDate, sex, bloodGroup, religion, maritalStatus, education, occupation } = person;
  const { address, rt, rw, villageCode, motherName, fatherName } = person;
  return {
    name,
    birthPlace,
    birthDate,
    sex,
    bloodGroup,
    religion,
    maritalStatus,
    education,
    occupation,
    address,
    rt,
    rw,
    villageCode,
    motherName,
    fatherName,
  };
}

const STARTS = 12;
const FROM_EACH = 25;

/** From villages here and there, and from the first of the region, so that also a small register is found. */
function sampleOf(tx: Tx, region: string, day: CivilDate): Promise<SampledPerson[]> {
  const from = Array.from({ length: STARTS }, () => someVillage(tx, region, day));
  return sampleResidents(tx, { from: [region.padEnd(10, '0'), ...from], region, each: FROM_EACH });
}

/** Down the levels, each child as likely as the next. */
function someVillage(tx: Tx, region: string, day: CivilDate): string {
  const children = tx.ground.regions.childrenAt(region, day);
  return children.length === 0
    ? region.padEnd(10, '0')
    : someVillage(tx, children[randomInt(children.length)]!.code, day);
}

const CARD_DAYS = { least: 60, most: 2_500 } as const;
const SERIALS = 30;

/** A number of a card of some day that is past, so that no card gets it later: cards are numbered by the day on which they are issued. */
async function freeCard(tx: Tx, { villageCode }: Invented, day: CivilDate): Promise<FamilyCardNumber> {
  for (;;) {
    const issued = addDays(day, -randomInt(CARD_DAYS.least, CARD_DAYS.most));
    const serial = tx.ground.config.firstSerial + randomInt(SERIALS);
    const [year, month, date] = issued.split('-') as [string, string, string];
    const number = asFamilyCardNumber(
      `${villageCode.slice(0, 6)}${date}${month}${year.slice(2)}${String(serial).padStart(4, '0')}`,
    );
    if ((await findCard(tx, number)) === undefined) return number;
  }
}
