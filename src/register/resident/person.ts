/** Opening a person: the page's data, the history, and who looked. Each opening is an entry that the person can see. */
import type { Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import type { Nik, PersonRef, Uuid } from '../../core/id/index.ts';
import { getLook, record, recordEach, whoLooked } from '../../core/ledger/index.ts';
import { Refusal } from '../../core/refusal/index.ts';
import { ageOn, today } from '../../core/time/index.ts';
import { checkNik } from './nik.ts';
import { placeOf } from './place.ts';
import { NO_PROTECTED, showProtected } from './protected.ts';
import { refuse } from './refusals.ts';
import { foldHistory, isCardObligated } from './rules.ts';
import type { PersonView, ProtectedElements, Resident } from './schema.ts';
import { findResident, listHistory, listPages, listProtected, type PageRow, type PastAct } from './sql.ts';
import { namesOf } from './who.ts';

/** The NIK behind a reference. Refuses one that this server did not make as if nobody were there. */
export function nikOf(tx: Tx, ref: PersonRef | string): Nik {
  const nik = tx.ground.personRefs.read(ref);
  if (!nik) throw refuse('resident.not_found');
  return nik;
}

/** The resident, or refused: an absent one and one outside the jurisdiction look alike. */
export async function getResident(tx: Tx, nik: Nik): Promise<Resident> {
  const resident = await findResident(tx, nik);
  if (!resident) throw refuse('resident.not_found');
  return resident;
}

/** The page of a person. Writes the entry `resident.opened` with the purpose that the officer stated. */
export async function openPerson(tx: Tx, actor: Actor, input: { ref: PersonRef | string }): Promise<PersonView> {
  const [opened] = await openPersons(tx, [{ actor, input }]);
  if (opened instanceof Refusal) throw opened;
  return opened!;
}

/** Pages that were asked for at the same time, by officers of one region: one look-up, one durable write, an entry each. */
export async function openPersons(
  tx: Tx,
  calls: readonly { readonly actor: Actor; readonly input: { ref: PersonRef | string } }[],
): Promise<(PersonView | Refusal)[]> {
  const niks = calls.map(({ input }) => tx.ground.personRefs.read(input.ref));
  const wanted = [...new Set(niks.filter((nik) => nik !== null))];
  const found = new Map((await listPages(tx, wanted)).map((page) => [page.resident.nik, page]));
  const opened = calls.map(({ actor }, call) => ({ actor, page: found.get(niks[call]!) }));
  await recordEach(
    tx,
    opened.flatMap(({ actor, page }) =>
      page ? [{ actor, label: 'resident.opened', subjects: [{ nik: page.resident.nik, detail: 'biodata' }] }] : [],
    ),
  );
  return opened.map(({ actor, page }) => (page ? viewOf(tx, actor, page) : refuse('resident.not_found')));
}

/** Field by field what leaves for the person's page; protected elements are not among it. */
function viewOf(tx: Tx, actor: Actor, { resident, erased, announced }: PageRow): PersonView {
  const { motherNik, fatherNik, ...shown } = resident;
  const day = today(tx.ground.clock, actor.zone);
  const check = checkNik(resident.nik, {
    birthDate: resident.birthDate,
    sex: resident.sex,
    regions: tx.ground.regions,
  });
  return {
    ...shown,
    ref: tx.ground.personRefs.of(resident.nik),
    nikFaults: [...check.errors, ...check.warnings],
    age: ageOn(resident.birthDate, day),
    cardObligated: isCardObligated(resident, day),
    mother: motherNik && tx.ground.personRefs.of(motherNik),
    father: fatherNik && tx.ground.personRefs.of(fatherNik),
    place: placeOf(tx, resident.villageCode),
    erased,
    deactivationAnnounced: announced,
  };
}

/** Parents' names and disability: a look of its own, with its own entry. */
export async function openProtected(tx: Tx, actor: Actor, input: { ref: string }): Promise<ProtectedElements> {
  const resident = await getResident(tx, nikOf(tx, input.ref));
  await record(tx, actor, {
    label: 'resident.protected_opened',
    subjects: [{ nik: resident.nik, detail: 'protected' }],
  });
  const sealed = (await listProtected(tx, [resident.nik])).get(resident.nik);
  return sealed ? showProtected(tx, resident.nik, sealed.sealed) : NO_PROTECTED;
}

/** What happened to a person's record, newest first, each act with what it changed and what stood there before. */
export async function openHistory(tx: Tx, actor: Actor, input: { ref: string }) {
  const resident = await getResident(tx, nikOf(tx, input.ref));
  await record(tx, actor, { label: 'resident.history_opened', subjects: [{ nik: resident.nik, detail: 'history' }] });
  const acts = withBefore(await listHistory(tx, resident.nik));
  const names = await namesOf(tx, {
    officers: acts.map((act) => act.officerId),
    offices: acts.map((act) => act.officeId),
  });
  return {
    acts: acts.toReversed().map((act) => ({
      ...act,
      officer: names.officer(act.officerId),
      office: names.office(act.officeId),
      recordedAt: act.recordedAt.toISOString(),
      before: act.before && withoutKin(act.before),
      delta: Array.isArray(act.delta) ? null : withoutKin(act.delta as Record<string, unknown>),
    })),
  };
}

/** Beside each act's new values the ones that they replaced; a first entry replaces nothing. */
export function withBefore(acts: readonly PastAct[]): (PastAct & { before: Record<string, unknown> | null })[] {
  let now: Record<string, unknown> = {};
  return acts.map((act) => {
    if (Array.isArray(act.delta)) {
      now = { ...foldHistory([act.delta]) };
      return { ...act, before: null };
    }
    const delta = act.delta as Record<string, unknown>;
    const before = Object.fromEntries(Object.keys(delta).map((element) => [element, now[element] ?? null]));
    now = { ...now, ...delta };
    return { ...act, before };
  });
}

// Parents' NIKs do not leave with a history; that they changed does.
function withoutKin(delta: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(delta).map(([key, value]) => [key, key === 'motherNik' || key === 'fatherNik' ? null : value]),
  );
}

/** Who looked at this person, when and why; as the citizen will see it. */
export async function openLooks(tx: Tx, actor: Actor, input: { ref: string }) {
  const resident = await getResident(tx, nikOf(tx, input.ref));
  await record(tx, actor, { label: 'resident.looks_opened', subjects: [{ nik: resident.nik, detail: 'looks' }] });
  const looks = await whoLooked(tx, resident.nik);
  const names = await namesOf(tx, {
    officers: looks.map((look) => look.by),
    offices: looks.map((look) => look.office),
  });
  return {
    looks: looks.map(({ clock, at, count: _count, facts: _facts, ...look }) => ({
      ...look,
      at: clock.toISOString(),
      trueAt: at.toISOString(),
      officer: names.officer(look.by),
      officeName: names.office(look.office),
    })),
  };
}

/** One of those looks with what proves that the log contains it. Refuses an entry that is not about this person. */
export async function openLookProof(tx: Tx, actor: Actor, input: { ref: string; entryId: string }) {
  const resident = await getResident(tx, nikOf(tx, input.ref));
  await record(tx, actor, { label: 'resident.proof_opened', subjects: [{ nik: resident.nik, detail: 'proof' }] });
  const { seq, body, text, leafHash, proof, checkpoint } = await getLook(tx, resident.nik, input.entryId as Uuid);
  return {
    seq,
    entry: { ...body },
    text,
    leafHash: leafHash.toString('base64'),
    proof: proof.map((hash) => hash.toString('base64')),
    checkpoint,
  };
}
