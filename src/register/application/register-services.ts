/**
 * Applications whose business is the registers below: what cannot be carried out is refused at submission, the rest is done
 * at acceptance. Those whose business is an event, a correction of biodata among them, the room of events carries out.
 */
import { mustCover, type Actor } from '../../core/access/index.ts';
import { run, sql, type Tx } from '../../core/db/index.ts';
import { asNik, type Uuid } from '../../core/id/index.ts';
import { inTransaction } from '../../core/notice/index.ts';
import { Refusal, type FieldFault } from '../../core/refusal/index.ts';
import { today } from '../../core/time/index.ts';
import {
  cardOf,
  familyNumberOf,
  formFamily,
  getCard,
  HEAD,
  joinFamily,
  printBiodata,
  printFamilyCard,
  replaceHead,
  splitFamily,
} from '../family/index.ts';
import { enterResident, mustBeEnterable, mustBeNew } from '../resident/index.ts';
import { setOutcome } from './carry.ts';
import { refuseDetails } from './details-refusals.ts';
import { APPLICATION_DETAILS, type ApplicationDetails, type RegisterKind } from './details.ts';
import { inDetails, withinDetails } from './within-details.ts';
import { applicationsAccepted, applicationsSubmitted, type ApplicationNotice } from './notices.ts';
import { mustBeHandedIn } from './required.ts';
import type { DocumentCode } from './services.ts';

export const registerServices = [
  inTransaction(applicationsSubmitted, 'application.check_details', async (tx, actor, items) => {
    for (const item of items) await check(tx, actor, item);
  }),
  inTransaction(applicationsAccepted, 'application.carry_out', async (tx, actor, items) => {
    for (const item of items) {
      const asked = read(tx, item);
      if (asked) await setOutcome(tx, item.id, await withinDetails(() => carryOut(tx, actor, item, asked)));
    }
  }),
];

type Asked = {
  readonly [Kind in RegisterKind]: { readonly kind: Kind; readonly details: ApplicationDetails<Kind> };
}[RegisterKind];

/** What is asked of the registers; `null` for a service of another room. Refuses details field by field. */
function read(tx: Tx, { kind, details }: ApplicationNotice): Asked | null {
  if (!(kind in APPLICATION_DETAILS)) return null;
  const parsed = APPLICATION_DETAILS[kind as RegisterKind].safeParse(details, { reportInput: true });
  const asked = { kind, details: parsed.data } as Asked;
  const faults = parsed.success
    ? unreadable(tx, asked)
    : parsed.error.issues.map(({ path, message, input }) => ({
        path: path.join('.'),
        code: message.startsWith('field.') ? message : (input ?? null) === null ? 'field.needed' : 'field.not_fitting',
      }));
  if (faults.length > 0)
    throw refuseDetails('application.details_invalid', { values: { n: faults.length }, faults: faults.map(inDetails) });
  return asked;
}

/** References that this server did not make. */
function unreadable(tx: Tx, { kind, details }: Asked): FieldFault[] {
  const { personRefs, familyRefs } = tx.ground;
  const people = (refs: readonly string[], pathOf: (place: number) => string) =>
    refs.flatMap((ref, place) => (personRefs.read(ref) ? [] : [{ path: pathOf(place), code: 'field.person_ref' }]));
  if (kind === 'family_card.lost') return [];
  if (kind === 'biodata.new') {
    const looked = people(details.looked, (place) => `looked.${place}`);
    const unknown = details.seat?.in === 'card' && familyRefs.read(details.seat.card) === null;
    return unknown ? [...looked, { path: 'seat.card', code: 'field.family_ref' }] : looked;
  }
  const members = people(
    details.members.map(({ ref }) => ref),
    (place) => `members.${place}.ref`,
  );
  const cardIsKnown = kind === 'family_card.new' || familyRefs.read(details.card) !== null;
  return cardIsKnown ? members : [{ path: 'card', code: 'field.family_ref' }, ...members];
}

async function check(tx: Tx, actor: Actor, item: ApplicationNotice): Promise<void> {
  const asked = read(tx, item);
  if (asked?.kind === 'family_card.lost') await lostCardOf(tx, item);
  if (asked?.kind === 'biodata.new') await checkBiodata(tx, actor, item, asked.details);
}

/** What a foreigner shows before he is recorded (PP 40/2019; Permendagri 108/2019). */
const OF_FOREIGNERS: readonly DocumentCode[] = ['passport', 'stay_permit'];

async function checkBiodata(
  tx: Tx,
  actor: Actor,
  item: ApplicationNotice,
  details: ApplicationDetails<'biodata.new'>,
): Promise<void> {
  const { biodata, seat } = details;
  const day = today(tx.ground.clock, actor.zone);
  await withinDetails(async () => mustBeEnterable(tx, biodata, day));
  mustCover(actor, biodata.villageCode);
  await mustBeNew(tx, actor, details);
  if (biodata.nationality !== 'IDN') await mustBeHandedIn(tx, item.id, OF_FOREIGNERS);
  if (seat?.in !== 'card') return;
  const faulty = (code: string) => ({ faults: [{ path: 'details.seat.card', code }] });
  const card = await getCard(tx, familyNumberOf(tx, seat.card));
  if (card.state !== 'BERLAKU')
    throw refuseDetails('application.details_invalid', { values: { n: 1 }, ...faulty('field.card_ended') });
}

/**
 * Carries out what was asked and gives what came of it: the document, the act on a resident, or, as a family's change has
 * no identifier that leaves its room, the ledger's entry.
 */
async function carryOut(tx: Tx, actor: Actor, item: ApplicationNotice, asked: Asked): Promise<Uuid> {
  switch (asked.kind) {
    case 'family_card.new':
      return (await formFamily(tx, actor, asked.details)).entryId as Uuid;
    case 'family_card.change':
      return (await changeCard(tx, actor, asked.details)).entryId as Uuid;
    case 'family_card.lost': {
      // The paper is the whole service: where it cannot be set now, nothing was done and the application waits.
      const ref = await lostCardOf(tx, item);
      return (await printFamilyCard(tx, actor, { ref, because: 'lost' })).documentId;
    }
    case 'biodata.new':
      return newBiodata(tx, actor, asked.details);
  }
}

/** A NIK, a seat where one was asked for, and the biodata paper; gives the act that entered the person. */
async function newBiodata(tx: Tx, actor: Actor, details: ApplicationDetails<'biodata.new'>): Promise<Uuid> {
  const { seat, ...entry } = details;
  const { biodata, legalBasis: reason } = entry;
  const { actId, ref } = await enterResident(tx, actor, entry);
  if (seat?.in === 'card')
    await joinFamily(tx, actor, { ref: seat.card, members: [{ ref, relation: seat.relation }], reason });
  if (seat?.in === 'new_card') {
    const { villageCode, address, rt, rw, hamlet } = biodata;
    const home = { villageCode, address, rt, rw, hamlet, postalCode: null };
    await formFamily(tx, actor, { address: home, members: [{ ref, relation: HEAD }], reason });
  }
  await printedOrWaiting(tx, () => printBiodata(tx, actor, { ref }));
  return actId;
}

/** The person is recorded whether or not the paper can be set now (a busy press, an office that nobody heads): it is printed later. */
async function printedOrWaiting(tx: Tx, print: () => Promise<unknown>): Promise<void> {
  await run(tx, sql`savepoint paper`);
  try {
    await print();
    await run(tx, sql`release savepoint paper`);
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    await run(tx, sql`rollback to savepoint paper`);
  }
}

function changeCard(tx: Tx, actor: Actor, { card, ...details }: ApplicationDetails<'family_card.change'>) {
  switch (details.change) {
    case 'join':
      return joinFamily(tx, actor, { ...details, ref: card });
    case 'replace_head':
      return replaceHead(tx, actor, { ...details, ref: card });
    case 'split':
      return splitFamily(tx, actor, { ...details, ref: card });
  }
}

/** The card of the person whom the application is about, by reference. */
async function lostCardOf(tx: Tx, { subjectNik, applicantNik }: ApplicationNotice): Promise<string> {
  const card = await cardOf(tx, asNik(subjectNik ?? applicantNik));
  if (!card) throw refuseDetails('application.no_card');
  return tx.ground.familyRefs.of(card.number);
}
