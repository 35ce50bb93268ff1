/** The counters of the story: who serves there, and what a person does at one, by the use cases of the register. */
import type { Actor } from '../../../core/access/index.ts';
import { approve, propose } from '../../../core/approval/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import type { FamilyCardNumber, Nik } from '../../../core/id/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { addDays, type CivilDate } from '../../../core/time/index.ts';
import {
  acceptApplication,
  assignApplication,
  checkDocuments,
  draftApplication,
  handInDocument,
  requirementsOf,
  submitApplication,
  type ServiceKind,
} from '../../../register/application/index.ts';
import { recordAndIssue, type RecordGiven } from '../../../register/civil-event/index.ts';
import { printFamilyCard, type Address } from '../../../register/family/index.ts';
import { findLikelyDuplicates, findResident } from '../../../register/resident/index.ts';
import type { Role } from '../../../register/officer/index.ts';
import { below, type Die } from '../../person/index.ts';
import { STORY_REGENCY } from '../cast.ts';
import type { Stage } from '../journey.ts';
import { scanOf } from './scan.ts';

export interface Desk {
  readonly stage: Stage;
  readonly die: Die;
  /** Enters what happens on a day, in office hours; on a weekend it waits for Monday. What comes after the story ends is left out. */
  readonly on: (day: CivilDate, what: string, work: () => Promise<unknown>) => void;
  /** Who serves a village in this role; elsewhere one officer does both. */
  readonly officer: (role: Role, village?: string, purpose?: string) => Actor;
  readonly ref: (nik: Nik) => string;
  readonly cardRef: (card: FamilyCardNumber) => string;
  readonly days: (from: number, to: number) => number;
  /** The number of a paper that somebody else issued. */
  readonly number: (form: string) => string;
}

export function openDesk(stage: Stage, die: Die, until: Date): Desk {
  let paper = 0;
  return {
    stage,
    die,
    on(day, what, work) {
      // 08.00 to 14.59 WIB: within a working day in all three zones.
      const at = new Date(`${workday(day)}T0${1 + below(die, 7)}:${String(below(die, 60)).padStart(2, '0')}:00Z`);
      if (at > until) return;
      stage.enter(at, async () => {
        stage.progress(0, `${day} ${what}`);
        try {
          await work();
        } catch (fault) {
          if (!(fault instanceof Refusal)) throw fault;
          stage.fault(`${what}, ${day}: ${fault.code} ${JSON.stringify(fault.faults)} ${JSON.stringify(fault.values)}`);
        }
      });
    },
    officer(role, village = STORY_REGENCY, purpose = 'service') {
      const home = village.startsWith(STORY_REGENCY);
      const player = stage.cast.players.find((one) => one.role === role);
      const actor = home && player ? player.actor : stage.cast.elsewhere(village.slice(0, 4));
      return { ...actor, purpose };
    },
    ref: (nik) => stage.ground.personRefs.of(nik),
    cardRef: (card) => stage.ground.familyRefs.of(card),
    days: (from, to) => from + below(die, to - from + 1),
    number: (form) => `${form}/${String(++paper).padStart(4, '0')}/CONTOH`,
  };
}

function workday(day: CivilDate): CivilDate {
  const weekday = new Date(day).getUTCDay();
  return weekday === 6 ? addDays(day, 2) : weekday === 0 ? addDays(day, 1) : day;
}

export type EventGiven = Omit<RecordGiven, 'looked'>;

/** Records an event at the counter. Where the register warns of somebody alike, the officer looks and says so. */
export async function recordAt({ stage, officer }: Desk, given: EventGiven) {
  const actor = officer('operator', given.villageCode, 'civil_registration');
  try {
    return await stage.act(actor, (tx) => recordAndIssue(tx, actor, given));
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.code !== 'civil_event.likely_duplicates') throw fault;
    const looked = await stage.act(actor, (tx) => lookAlikes(tx, actor, given));
    return stage.act(actor, (tx) => recordAndIssue(tx, actor, { ...given, looked }));
  }
}

async function lookAlikes(tx: Tx, actor: Actor, { details, occurredOn }: EventGiven): Promise<string[]> {
  const mother = typeof details['mother'] === 'string' ? tx.ground.personRefs.read(details['mother']) : null;
  const likely = await findLikelyDuplicates(tx, actor, {
    name: String(details['name']),
    birthDate: occurredOn,
    birthPlace: String(details['birthPlace']),
    sex: Number(details['sex']),
    motherName: (mother && (await findResident(tx, mother))?.name) ?? null,
  });
  return likely.map(({ ref }) => ref);
}

export interface Asked {
  readonly kind: ServiceKind;
  readonly applicant: Nik;
  readonly subject?: Nik;
  readonly village: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Asks for a service: the form, the papers over the counter, the submission. Gives the application. */
export async function ask(desk: Desk, { kind, applicant, subject, village, details }: Asked): Promise<string> {
  const { stage, ref } = desk;
  const actor = desk.officer('operator', village);
  return stage.act(actor, async (tx) => {
    const { id } = await draftApplication(tx, actor, {
      kind,
      applicant: ref(applicant),
      subject: subject ? ref(subject) : null,
      villageCode: village,
      contact: '0812-0000-0000',
      details,
    });
    await handInNeeded(tx, actor, id, kind);
    await submitApplication(tx, actor, { id });
    return id;
  });
}

export async function handInNeeded(tx: Tx, actor: Actor, id: string, kind: ServiceKind): Promise<void> {
  for (const { code, needed } of requirementsOf(kind))
    if (needed) await handInDocument(tx, actor, { id, code, file: scanOf(`Contoh ${code}`) });
}

/** The verifier takes an application, finds its papers in order and accepts: the service is done in the same moment. */
export async function decide(
  desk: Desk,
  id: string,
  { kind, village }: Pick<Asked, 'kind' | 'village'>,
): Promise<void> {
  const actor = desk.officer('verifier', village, 'verification');
  await desk.stage.act(actor, async (tx) => {
    await assignApplication(tx, actor, { id, officerId: null });
    await checkDocuments(tx, actor, { id, verdicts: allMet(kind) });
  });
  await desk.stage.act(actor, (tx) => acceptApplication(tx, actor, { id }));
}

export const allMet = (kind: ServiceKind) =>
  requirementsOf(kind)
    .filter(({ needed }) => needed)
    .map(({ code }) => ({ code, verdict: 'met' as const, note: null }));

/** Asks for an event by an application on `day`; decided on the next working day, three days later at most. */
export function askOn(desk: Desk, day: CivilDate, what: string, asked: Asked, then?: () => Promise<unknown>): void {
  desk.on(day, what, async () => {
    const id = await ask(desk, asked);
    desk.on(addDays(workday(day), 1), what, async () => {
      await decide(desk, id, asked);
      await then?.();
    });
  });
}

/** Prints a family card where the office has a head who signs: at home. */
export async function print(desk: Desk, card: FamilyCardNumber, village: string): Promise<void> {
  if (!village.startsWith(STORY_REGENCY)) return;
  const actor = desk.officer('operator', village, 'family_card');
  await desk.stage.act(actor, (tx) => printFamilyCard(tx, actor, { ref: desk.cardRef(card) }));
}

/** Two people for one act: the verifier proposes, the head of section proves himself and approves. */
export async function proposeAndApprove(desk: Desk, act: string, input: unknown): Promise<void> {
  const proposer = desk.officer('verifier', undefined, 'duplicate');
  const second = desk.officer('section_head', undefined, 'duplicate');
  const { id } = await desk.stage.act(proposer, (tx) => propose(tx, proposer, act, input));
  const assertion = { method: 'password' as const, password: desk.stage.password };
  await desk.stage.act(second, (tx) => approve(tx, second, { id, assertion, origin: 'http://localhost' }));
}

/** The address with another house number. */
export function houseNearby({ die }: Desk, address: Address): Address {
  return { ...address, address: `JALAN CONTOH ${1 + below(die, 199)}`, rt: 1 + below(die, 12), rw: 1 + below(die, 15) };
}
