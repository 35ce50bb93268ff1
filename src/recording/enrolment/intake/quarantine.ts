/** Packets that wait because something about them is odd that is not the citizen's fault: a head of section takes or refuses each. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import type { RequestFacts } from '../../../core/http/route.ts';
import type { Nik } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { findResident, listResidents, masked, placeLine } from '../../../register/resident/index.ts';
import { refuse } from '../refusals.ts';
import type { Receipt } from '../schema.ts';
import { getIntake, receiptOf } from './announce.ts';
import { mustBeNew, openIntake } from './complete.ts';
import { dropPieces, readPieces } from './pieces.ts';
import { findIntake, listIntakes, updateIntake, type IntakeRow } from './sql.ts';
import { alonePerson, takePacket } from './take.ts';

const SHOWN = 200;

/** What waits for a decision in the officer's region, the longest first. Who lives elsewhere is named by initials. */
export async function listQuarantine(tx: Tx, actor: Actor) {
  const waiting = await listIntakes(tx, {
    state: 'quarantined',
    officeId: actor.officeId,
    region: actor.jurisdiction?.code ?? null,
    limit: SHOWN,
  });
  const niks = [...new Set(waiting.flatMap(({ nik }) => (nik ? [nik] : [])))];
  const people = await elevated(tx, () => listResidents(tx, niks));
  const byNik = new Map(people.map((person) => [person.nik, person]));
  await record(tx, actor, {
    label: 'enrolment.quarantine_listed',
    subjects: people.map(({ nik }) => ({ nik, detail: 'recording' })),
    facts: { n: waiting.length },
  });
  return {
    packets: waiting.map((intake) => {
      const person = intake.nik ? byNik.get(intake.nik) : undefined;
      const inside = person?.villageCode.startsWith(actor.jurisdiction?.code ?? 'none') ?? false;
      return {
        id: intake.id,
        station: intake.station,
        office: intake.office,
        capturedAt: intake.capturedAt.toISOString(),
        openedAt: intake.openedAt.toISOString(),
        clockOffMinutes: Math.round(intake.clockOffMs / 60_000),
        why: intake.why.map((code) => ({
          code,
          text: tx.ground.speaker.say(actor.language, `enrolment.quarantine.${code}`),
        })),
        ref: person && inside ? tx.ground.personRefs.of(person.nik) : null,
        name: person ? (inside ? person.name : masked(person.name)) : null,
        place: person ? placeLine(tx, person.villageCode) : null,
      };
    }),
  };
}

/**
 * Takes a packet that waited, whatever made it wait, or refuses it with a reason that its station reads. Somebody whom the
 * register does not know cannot be taken: first his biodata are entered.
 */
export async function decideQuarantine(
  tx: Tx,
  actor: Actor,
  input: { id: string; decision: 'take' | 'refuse'; reason: string },
  request?: Pick<RequestFacts, 'afterRefusal'>,
): Promise<Receipt> {
  const intake = await getIntake(tx, actor, input.id, 'update');
  if (intake.state !== 'quarantined' || !intake.nik) throw refuse('enrolment.not_in_quarantine');
  const { nik } = intake;
  const decided = { decidedBy: actor.id, decision: input.reason };
  if (input.decision === 'refuse') {
    await dropPieces(tx, intake.id);
    await updateIntake(tx, intake.id, { state: 'refused', why: ['enrolment.packet_turned_down'], ...decided });
  } else {
    await takeNow(tx, actor, intake, nik, request);
    await updateIntake(tx, intake.id, { state: 'taken', ...decided });
  }
  const known = await elevated(tx, () => findResident(tx, nik));
  await record(tx, actor, {
    label: 'enrolment.quarantine_decided',
    subjects: known ? [{ nik, detail: 'recording' }] : [],
    facts: { packet: intake.id, decision: input.decision, why: intake.why.join(' ') },
  });
  return receiptOf(tx, actor, (await findIntake(tx, intake.id))!);
}

async function takeNow(
  tx: Tx,
  actor: Actor,
  intake: IntakeRow,
  nik: Nik,
  request?: Pick<RequestFacts, 'afterRefusal'>,
): Promise<void> {
  const bytes = await readPieces(tx, intake);
  // After a restore without what was on its way the station sends it again: its own copy lives until the packet is taken.
  if (!bytes) {
    request?.afterRefusal(async (again) => {
      await dropPieces(again, intake.id);
      await updateIntake(again, intake.id, { state: 'receiving', received: 0 });
    });
    throw refuse('enrolment.packet_lost');
  }
  const opened = await openIntake(tx, intake, bytes);
  await alonePerson(tx, nik);
  await mustBeNew(tx, opened, nik);
  const resident = await elevated(tx, () => findResident(tx, nik));
  if (!resident) throw refuse('enrolment.person_not_found');
  await takePacket(tx, actor, intake, opened, resident);
  await dropPieces(tx, intake.id);
}
