/**
 * A move between regencies is one case in two offices. While it is underway the people are counted once, where they left;
 * the office of arrival, and no other, ends it; the office of departure may cancel it.
 */
import { covers, mustCover, type Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { newId, type Nik } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { daysBetween, today } from '../../../core/time/index.ts';
import { listResidents, nikOf, placeLine, type Resident } from '../../resident/index.ts';
import { carryOut } from '../carry-out.ts';
import { DEADLINES, daysLate } from '../deadlines.ts';
import type { Plan } from '../kind.ts';
import { arrivalSeats, cardAt, moved, mustKnowVillage } from '../kind/index.ts';
import { findMoveForUpdate, listMoves, updateMove, type Move } from './sql.ts';
import { lockPeople } from '../people.ts';
import { mustBePast, recorded, type Recorded } from '../record.ts';
import { refuse } from '../refusals.ts';
import { PRESENT } from '../rules.ts';
import type { ArrivalInput } from '../schema.ts';
import { homesOf } from '../seats.ts';
import { updateState } from '../sql.ts';
import { undoEvent, type UndoInput } from '../undo/undo.ts';

type Arriving = ArrivalInput & { readonly id: string };

/** Who arrives where, by which move. Refuses any other office than that of the destination, and what the letter does not allow. */
async function landingOf(tx: Tx, actor: Actor, input: Arriving) {
  const move = await getMoveUnderway(tx, input.id);
  if (!covers(actor.jurisdiction, move.toVillage)) throw refuse('civil_event.not_the_destination');
  const address = input.address ?? move.destination;
  mustKnowVillage(tx, address);
  mustCover(actor, address.villageCode);
  const day = today(tx.ground.clock, actor.zone);
  mustBePast(input.occurredOn, day, day);
  if (input.occurredOn < move.departedOn)
    throw refuse('civil_event.before_departure', {
      faults: [{ path: 'occurredOn', code: 'civil_event.before_departure' }],
    });
  const seats = input.movers?.map(({ person, relation }) => ({ nik: nikOf(tx, person), relation })) ?? move.seats;
  const arriving = await arrivingPeople(tx, actor, move, seats);
  const target = input.card ? await cardAt(tx, input.card, address) : null;
  return { move, address, day, seats, arriving, target };
}

/** Refuses, when somebody applies for it, what would be refused when he arrives. */
export async function mustBeAbleToArrive(tx: Tx, actor: Actor, input: Arriving): Promise<void> {
  await landingOf(tx, actor, input);
}

/**
 * Ends a move: the people live here from now on, in a new card or in one that they join. Reaches into the region they left,
 * because their rows lie there until this act. Refuses any other office than that of the destination.
 */
export async function recordArrival(
  tx: Tx,
  actor: Actor,
  input: Arriving & { readonly applicationId?: string | null },
): Promise<Recorded> {
  const { move, address, day, seats, arriving, target } = await landingOf(tx, actor, input);
  return elevated(tx, async () => {
    const home = await homeLeft(tx, move, arriving);
    const id = newId();
    const number = move.letterNumber;
    const late = daysLate(move.departedOn, day, DEADLINES.arrival);
    const plan: Plan = {
      participants: arriving.map(({ nik }) => ({ nik, role: 'mover' })),
      changes: moved(tx, arriving, target ?? address),
      seats: () =>
        arrivalSeats(
          seats.filter((seat) => arriving.some((person) => person.nik === seat.nik)),
          { home, people: arriving, address, target },
        ),
      afterwards: async (again, eventId, formed) => {
        await updateMove(again, move.eventId, {
          state: 'arrived',
          arrivedOn: input.occurredOn,
          arrivalEvent: eventId,
          toCard: target?.number ?? formed[0] ?? null,
          toOffice: actor.officeId,
        });
        if (!(await updateState(again, move.eventId, 'pending', { state: 'recorded' })))
          throw refuse('civil_event.move_not_underway');
      },
    };
    const done = await carryOut(
      tx,
      actor,
      {
        id,
        kind: 'arrival',
        occurredOn: input.occurredOn,
        reportedOn: day,
        day,
        villageCode: address.villageCode,
        daysLate: late,
        number: null,
        details: { move: move.eventId, address },
        legalBasis: number,
        applicationId: input.applicationId ?? null,
      },
      plan,
    );
    return recorded(tx, actor, { id, kind: 'arrival', late, number: null }, done, plan, arriving);
  });
}

async function getMoveUnderway(tx: Tx, id: string): Promise<Move> {
  const move = await findMoveForUpdate(tx, id);
  if (!move) throw refuse('civil_event.not_found');
  if (move.state !== 'underway') throw refuse('civil_event.move_not_underway');
  return move;
}

/** Those of the letter who are alive and here still; who died on the way stays where he was counted. */
async function arrivingPeople(
  tx: Tx,
  actor: Actor,
  move: Move,
  seats: readonly { nik: Nik }[],
): Promise<readonly Resident[]> {
  const ofLetter = new Set(move.seats.map((seat) => seat.nik));
  const { byRole } = await lockPeople(
    tx,
    actor,
    seats.map(({ nik }, n) => ({
      role: 'mover',
      ref: tx.ground.personRefs.of(nik),
      path: `movers.${n}`,
      reach: 'anywhere',
      states: ['HIDUP', 'MENINGGAL', 'PINDAH_LUAR_NEGERI', 'LEPAS_WNI', 'GANDA', 'NONAKTIF'],
    })),
  );
  const people = (byRole.get('mover') ?? []).filter((person) => PRESENT.includes(person.state));
  if (people.some((person) => !ofLetter.has(person.nik))) throw refuse('civil_event.person_elsewhere');
  if (people.length === 0) throw refuse('civil_event.nobody_arrives');
  return people;
}

async function homeLeft(tx: Tx, move: Move, people: readonly Resident[]) {
  const homes = await homesOf(
    tx,
    people.map((person) => person.nik),
  );
  const all = [...homes.values()];
  return all.find((home) => home.card.number === move.fromCard) ?? all[0];
}

/** Takes a departure back before the arrival; the people never left. */
export async function cancelMove(tx: Tx, actor: Actor, input: UndoInput): Promise<Recorded> {
  const move = await getMoveUnderway(tx, input.id);
  if (!covers(actor.jurisdiction, move.fromVillage)) throw refuse('civil_event.not_the_origin');
  return undoEvent(tx, actor, input);
}

const SHOWN = 200;

/** Moves underway out of and into the officer's region, the longest on the way first. Both offices see whose they are. */
export async function listMovesUnderway(tx: Tx, actor: Actor) {
  const day = today(tx.ground.clock, actor.zone);
  const lines = await listMoves(tx, SHOWN);
  const niks = lines.flatMap((line) => line.niks);
  const people = new Map((await elevated(tx, () => listResidents(tx, niks))).map((person) => [person.nik, person]));
  await record(tx, actor, {
    label: 'civil_event.moves_listed',
    subjects: [...new Set(niks)].map((nik) => ({ nik, detail: 'move' })),
    facts: { moves: lines.length },
  });
  return {
    moves: lines.map((line) => {
      const out = covers(actor.jurisdiction, line.fromVillage);
      const into = covers(actor.jurisdiction, line.toVillage);
      const relationOf = (nik: Nik) => line.seats.find((seat) => seat.nik === nik)?.relation ?? null;
      return {
        id: line.eventId,
        letterNumber: line.letterNumber,
        direction: out && into ? ('within' as const) : out ? ('out' as const) : ('in' as const),
        from: placeLine(tx, line.fromVillage),
        to: placeLine(tx, line.toVillage),
        departedOn: line.departedOn,
        daysUnderway: Math.max(0, daysBetween(line.departedOn, day)),
        destination: line.destination,
        people: line.niks.flatMap((nik) => {
          const person = people.get(nik);
          return person ? [{ ref: tx.ground.personRefs.of(nik), name: person.name, relation: relationOf(nik) }] : [];
        }),
      };
    }),
  };
}
