/**
 * The two ways in which a resident's row comes to be and changes. Every use case that touches residents ends here, so a
 * row, its history, its act and its ledger entry are always written together.
 */
import type { Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { newId, type Nik, type Uuid } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { speak } from '../../core/notice/index.ts';
import { today, type CivilDate } from '../../core/time/index.ts';
import { residentsChanged, residentsRegistered } from './notices.ts';
import { phoneticKey } from './phonetic.ts';
import { NO_PROTECTED, sealProtected, unsealProtected } from './protected.ts';
import { refuse } from './refusals.ts';
import { issueFreeNiks, takeReserved } from './reserve.ts';
import { deltaBetween, firstDelta, mayBecome, type Delta, type Element } from './rules.ts';
import type { Biodata, ProtectedElements, Resident } from './schema.ts';
import {
  insertAct,
  insertHistory,
  insertResidents,
  listProtected,
  listResidentsForUpdate,
  updateResidents,
  upsertProtected,
} from './sql.ts';

/** What is being done, when it happened in life, and on which legal basis. `label` is the ledger's word. */
export interface ActGiven {
  readonly kind: string;
  readonly label: string;
  readonly occurredOn: CivilDate;
  readonly legalBasis?: string | null;
  readonly reason?: string | null;
  readonly undoes?: Uuid | null;
}

export interface NewResident {
  /** Absent: a NIK is issued. */
  readonly nik?: Nik;
  readonly biodata: Biodata;
  readonly protected: ProtectedElements;
}

export interface ActDone {
  readonly actId: Uuid;
  readonly entryId: Uuid;
  readonly niks: readonly Nik[];
}

/** The 12 digits before the serial: district of registration, day of birth (women +40), month, year (PP 40/2019 art. 30). */
export function nikPrefix(districtCode: string, birthDate: CivilDate, sex: number): string {
  const day = Number(birthDate.slice(8, 10)) + (sex === 2 ? 40 : 0);
  return `${districtCode}${String(day).padStart(2, '0')}${birthDate.slice(5, 7)}${birthDate.slice(2, 4)}`;
}

/**
 * Registers people, each with a NIK of his own: issued where none is given. Gives the NIKs in the order of `people`.
 * Refuses a NIK that the register has, and a prefix without a serial left.
 */
export async function registerResidents(
  tx: Tx,
  actor: Actor,
  act: ActGiven,
  people: readonly NewResident[],
): Promise<ActDone> {
  const niks = await niksFor(tx, people);
  await takeReserved(
    tx,
    actor,
    people.flatMap(({ nik }) => nik ?? []),
  );
  // A birth happened before it is reported: from then on he lives, from today on he is registered.
  const registeredOn = today(tx.ground.clock, actor.zone);
  const residents = people.map((person, index) => ({
    resident: {
      ...person.biodata,
      nik: niks[index]!,
      state: 'HIDUP',
      stateSince: act.occurredOn,
      registeredOn,
      version: 1,
    } satisfies Resident,
    nameKey: phoneticKey(person.biodata.name),
  }));
  const done = await recordAct(tx, actor, act, niks);
  await insertResidents(tx, residents);
  await upsertProtected(
    tx,
    people.map((person, index) => sealProtected(tx, niks[index]!, person.protected)),
  );
  await insertHistory(
    tx,
    done.actId,
    residents.map(({ resident }) => ({ nik: resident.nik, version: 1, delta: firstDelta(resident) })),
  );
  await speak(
    tx,
    actor,
    residentsRegistered,
    residents.map(({ resident }) => resident),
  );
  return done;
}

async function niksFor(tx: Tx, people: readonly NewResident[]): Promise<Nik[]> {
  const wanting = people.flatMap((person, index) => (person.nik ? [] : [{ index, prefix: prefixOf(person.biodata) }]));
  wanting.sort((a, b) => (a.prefix < b.prefix ? -1 : a.prefix > b.prefix ? 1 : a.index - b.index));
  const issued = wanting.length
    ? await issueFreeNiks(
        tx,
        wanting.map((want) => want.prefix),
        tx.ground.config.firstSerial,
      )
    : [];
  const niks = people.map((person) => person.nik);
  wanting.forEach((want, order) => {
    niks[want.index] = issued[order]!;
  });
  return niks as Nik[];
}

const prefixOf = (biodata: Biodata): string =>
  nikPrefix(biodata.villageCode.slice(0, 6), biodata.birthDate, biodata.sex);

export interface ResidentChange {
  readonly nik: Nik;
  readonly delta: Delta;
  /** Changes of protected elements; absent ones stay. */
  readonly protected?: Partial<ProtectedElements>;
  /** The version that the officer saw; refused when it is no longer the present one. */
  readonly seenVersion?: number;
}

/**
 * Changes residents' elements or states, all or none. Refuses an unknown person, a state that cannot follow, a change made
 * on an outdated view, and one that changes nothing. `undoing` lifts the check of states: only for undoing an act.
 */
export async function changeResidents(
  tx: Tx,
  actor: Actor,
  act: ActGiven,
  changes: readonly ResidentChange[],
): Promise<ActDone> {
  const niks = changes.map((change) => change.nik);
  const before = new Map((await listResidentsForUpdate(tx, niks)).map((resident) => [resident.nik, resident]));
  const sealedBefore = changes.some((change) => change.protected)
    ? await listProtected(tx, niks)
    : new Map<Nik, { sealed: Buffer }>();
  const pairs = changes.map((change) => {
    const old = before.get(change.nik);
    if (!old) throw refuse('resident.not_found');
    if (change.protected && tx.ground.vault.isErased(change.nik)) throw refuse('resident.erased');
    if (change.seenVersion !== undefined && change.seenVersion !== old.version)
      throw refuse('resident.changed_meanwhile');
    const stateMoves = change.delta.state !== undefined && change.delta.state !== old.state;
    if (stateMoves && !act.undoes && !mayBecome(old.state, change.delta.state!)) {
      throw refuse('resident.state_not_allowed', { values: { from: old.state, to: change.delta.state! } });
    }
    const since = stateMoves ? { stateSince: act.occurredOn } : {};
    const now: Resident = { ...old, ...since, ...change.delta, version: old.version + 1 };
    const delta = deltaBetween(old, now);
    if (Object.keys(delta).length === 0 && !change.protected) throw refuse('resident.nothing_changed');
    return { change, old, now, delta };
  });

  const done = await recordAct(tx, actor, act, niks);
  const changed = await updateResidents(
    tx,
    pairs.map(({ now }) => ({ resident: now, nameKey: phoneticKey(now.name) })),
  );
  if (changed !== pairs.length) throw refuse('resident.changed_meanwhile');
  const protectedChanges = pairs.filter(({ change }) => change.protected);
  if (protectedChanges.length) {
    await upsertProtected(
      tx,
      protectedChanges.map(({ change }) => {
        const old = sealedBefore.get(change.nik);
        const elements = old ? unsealProtected(tx, change.nik, old.sealed) : NO_PROTECTED;
        return sealProtected(tx, change.nik, { ...elements, ...change.protected });
      }),
    );
  }
  await insertHistory(
    tx,
    done.actId,
    pairs.map(({ change, now, delta }) => ({
      nik: change.nik,
      version: now.version,
      delta,
      sealedBefore: change.protected ? (sealedBefore.get(change.nik)?.sealed ?? null) : null,
    })),
  );
  await speak(
    tx,
    actor,
    residentsChanged,
    pairs.map(({ old, now, delta }) => ({ before: old, after: now, elements: Object.keys(delta) as Element[] })),
  );
  return done;
}

async function recordAct(tx: Tx, actor: Actor, act: ActGiven, niks: readonly Nik[]): Promise<ActDone> {
  const actId = newId();
  const { entryId } = await record(tx, actor, {
    label: act.label,
    subjects: niks.map((nik) => ({ nik })),
    facts: { act: actId, kind: act.kind, occurredOn: act.occurredOn },
  });
  await insertAct(tx, {
    id: actId,
    kind: act.kind,
    occurredOn: act.occurredOn,
    recordedAt: tx.ground.clock.now(),
    officerId: actor.id,
    officeId: actor.officeId,
    legalBasis: act.legalBasis ?? null,
    reason: act.reason ?? null,
    entryId,
    undoes: act.undoes ?? null,
    people: niks.length,
  });
  return { actId, entryId, niks };
}
