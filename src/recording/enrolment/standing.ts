/** Whether somebody may be recorded: from his row, his recordings and a move that is underway, wherever in the nation. */
import type { Actor } from '../../core/access/index.ts';
import { elevated, many, nikText, sql, type Tx } from '../../core/db/index.ts';
import type { Nik } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { ageOn, today, type CivilDate } from '../../core/time/index.ts';
import { listResidents, nikOf, type Resident } from '../../register/resident/index.ts';
import { refuse } from './refusals.ts';
import { standingOn, type Standing } from './rules.ts';
import { listPacketsOfAll, type PacketRow } from './sql.ts';

export interface Known {
  readonly resident: Resident;
  readonly packets: readonly PacketRow[];
  readonly letterNumber: string | null;
  readonly standing: Standing;
}

/** `null` when the register has nobody of this NIK. Looks over the whole nation: who may be recorded may be recorded anywhere. */
export async function findKnown(tx: Tx, nik: Nik, day: CivilDate): Promise<Known | null> {
  return (await listKnown(tx, [nik], day)).get(nik) ?? null;
}

/** The same of many people, in three statements. */
export async function listKnown(tx: Tx, niks: readonly Nik[], day: CivilDate): Promise<ReadonlyMap<Nik, Known>> {
  return elevated(tx, async () => {
    const residents = await listResidents(tx, niks);
    const packets = Map.groupBy(await listPacketsOfAll(tx, niks), ({ nik }) => nik);
    const moves = await many<{ nik: Nik; letterNumber: string }>(
      tx,
      sql`select ${nikText('u.nik')} as nik, u.letter_number as "letterNumber"
            from civil_event_read.underway u where u.nik = any(${[...niks]}::bigint[])`,
    );
    const letters = new Map(moves.map(({ nik, letterNumber }) => [nik, letterNumber]));
    return new Map(
      residents.map((resident): [Nik, Known] => {
        const of = packets.get(resident.nik) ?? [];
        const past = { statuses: of.map(({ status }) => status), moveUnderway: letters.has(resident.nik) };
        const standing = standingOn(resident, past, day);
        return [resident.nik, { resident, packets: of, letterNumber: letters.get(resident.nik) ?? null, standing }];
      }),
    );
  });
}

/** What the officer at a station needs before he begins, also for somebody who lives elsewhere: no biodata leaves. */
export async function openStanding(tx: Tx, actor: Actor, input: { ref: string }) {
  const nik = nikOf(tx, input.ref);
  const day = today(tx.ground.clock, actor.zone);
  const known = await findKnown(tx, nik, day);
  if (!known) throw refuse('enrolment.person_not_found');
  await record(tx, actor, { label: 'enrolment.standing_opened', subjects: [{ nik, detail: 'recording.standing' }] });
  return standingView(tx, actor, known, day);
}

export function standingView(tx: Tx, actor: Actor, known: Known, day: CivilDate) {
  const { standing, resident, letterNumber } = known;
  const say = (key: string) =>
    tx.ground.speaker.say(actor.language, key, {
      letter: letterNumber ?? '',
      from: standing.from?.split('-').toReversed().join('-') ?? '',
    });
  return {
    may: standing.may,
    duty: standing.duty,
    age: ageOn(resident.birthDate, day),
    why: standing.why,
    whyText: standing.why && say(`enrolment.blocked.${standing.why}`),
    wayText: standing.why && say(`enrolment.way.${standing.why}`),
    recordedOn: known.packets[0]?.recordedOn ?? null,
    letterNumber,
    from: standing.from,
  };
}
