/** The end of an upload: the packet is verified, opened and taken in one transaction; or it waits for a person; or it is refused. */
import { createHash } from 'node:crypto';
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import type { RequestFacts } from '../../../core/http/route.ts';
import type { Nik } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { dayIn } from '../../../core/time/index.ts';
import { mayAt } from '../../../register/officer/index.ts';
import { getOffice } from '../../../register/office/index.ts';
import { MOST_PACKET_BYTES, openPacket, PacketRefused, type OpenedPacket } from '../packet.ts';
import { refusals, refuse, type EnrolmentRefusal } from '../refusals.ts';
import { quarantineReasons, type QuarantineReason } from '../rules.ts';
import type { Receipt } from '../schema.ts';
import { findSameContent } from '../sql.ts';
import { findKnown, type Known } from '../standing.ts';
import { centreOf, findStation } from '../station/index.ts';
import { getIntake, receiptOf } from './announce.ts';
import { dropPieces, readPieces } from './pieces.ts';
import { findIntake, updateIntake, type IntakeRow } from './sql.ts';
import { alonePerson, contentOf, takePacket } from './take.ts';

type Aftermath = Pick<RequestFacts, 'afterRefusal'>;

/**
 * Ends an upload. Said again it only gives the receipt: a packet counts once. What was damaged on the way is to be sent
 * again; what is wrong in itself is refused for good, with its code.
 */
export async function completePacket(
  tx: Tx,
  actor: Actor,
  input: { id: string },
  request?: Aftermath,
): Promise<Receipt> {
  const intake = await getIntake(tx, actor, input.id, 'update');
  if (intake.state === 'refused') throw refusedBefore(intake);
  if (intake.state !== 'receiving') return knownAlready(tx, actor, intake);
  const bytes = await wholePacket(tx, intake, request);
  try {
    const opened = await openIntake(tx, intake, bytes);
    return await takeOrAsk(tx, actor, intake, opened);
  } catch (fault) {
    const refusal = finalRefusal(fault);
    if (!refusal) throw fault;
    request?.afterRefusal((again) => markRefused(again, actor, intake, refusal));
    throw refusal;
  }
}

function refusedBefore({ why: [code = ''], said }: IntakeRow): Refusal {
  const status = code in refusals ? refusals[code as EnrolmentRefusal].status : 422;
  return new Refusal(code, status, { values: said });
}

async function knownAlready(tx: Tx, actor: Actor, intake: IntakeRow): Promise<Receipt> {
  await record(tx, actor, { label: 'enrolment.packet_repeated', facts: { packet: intake.id, state: intake.state } });
  return receiptOf(tx, actor, intake);
}

/** The bytes as the station announced them; else the upload begins again. */
async function wholePacket(tx: Tx, intake: IntakeRow, request?: Aftermath): Promise<Buffer> {
  const { size, received } = intake;
  if (received < size) throw refuse('enrolment.packet_incomplete', { values: { received, size } });
  const bytes = await readPieces(tx, intake);
  if (bytes && createHash('sha256').update(bytes).digest('hex') === intake.digest) return bytes;
  request?.afterRefusal(async (again) => {
    await dropPieces(again, intake.id);
    await updateIntake(again, intake.id, { received: 0 });
  });
  throw refuse('enrolment.packet_damaged');
}

/** Opens the packet with its station's key. Also refuses one that is not what its announcement said. */
export async function openIntake(tx: Tx, intake: IntakeRow, bytes: Buffer): Promise<OpenedPacket> {
  const station = await findStation(tx, intake.stationId);
  if (!station) throw refuse('enrolment.station_unknown');
  const centre = centreOf(tx);
  const keys = { stationKey: station.publicKey, centre: centre.pair, centreKey: centre.publicKey };
  const opened = await openPacket(bytes, keys);
  const { id, capturedAt } = opened.head;
  if (id !== intake.id || opened.head.station !== station.id || capturedAt !== intake.capturedAt.toISOString())
    throw new PacketRefused('enrolment.packet_altered', 'not the packet that was announced');
  if (opened.manifest.office !== station.officeId)
    throw new PacketRefused('enrolment.packet_content', "not the station's office");
  return opened;
}

async function takeOrAsk(tx: Tx, actor: Actor, intake: IntakeRow, opened: OpenedPacket): Promise<Receipt> {
  const nik = opened.manifest.nik as Nik;
  await alonePerson(tx, nik);
  await mustBeNew(tx, opened, nik);
  const { reasons, known } = await circumstancesOf(tx, intake, opened);
  if (reasons.length > 0 || !known) return quarantine(tx, actor, intake, nik, reasons);
  await takePacket(tx, actor, intake, opened, known.resident);
  await dropPieces(tx, intake.id);
  await updateIntake(tx, intake.id, { state: 'taken' });
  return receiptOf(tx, actor, (await findIntake(tx, intake.id))!);
}

/** One capture under two names, or from two stations, is a replay. */
export async function mustBeNew(tx: Tx, opened: OpenedPacket, nik: Nik): Promise<void> {
  const content = await contentOf(opened);
  const same = await elevated(tx, () => findSameContent(tx, nik, content));
  if (same) throw refuse('enrolment.packet_replayed', { detail: `as ${same}` });
}

async function circumstancesOf(
  tx: Tx,
  intake: IntakeRow,
  { manifest }: OpenedPacket,
): Promise<{ reasons: readonly QuarantineReason[]; known: Known | null }> {
  const station = await findStation(tx, intake.stationId);
  // By the law of the day on which it was captured, and what is known now.
  const office = await getOffice(tx, manifest.office);
  const known = await findKnown(tx, manifest.nik as Nik, dayIn(office.zone, intake.capturedAt));
  const reasons = quarantineReasons({
    now: tx.ground.clock.now(),
    capturedAt: intake.capturedAt,
    clockOffMs: intake.clockOffMs,
    stationRevokedAt: station?.revokedAt ?? null,
    officerMay: await mayAt(tx, manifest.officer, manifest.office, 'enrolment.capture'),
    standing: known?.standing ?? null,
  });
  return { reasons, known };
}

async function quarantine(
  tx: Tx,
  actor: Actor,
  intake: IntakeRow,
  nik: Nik,
  why: readonly QuarantineReason[],
): Promise<Receipt> {
  await updateIntake(tx, intake.id, { state: 'quarantined', why, nik });
  await record(tx, actor, {
    label: 'enrolment.packet_quarantined',
    subjects: why.includes('person_unknown') ? [] : [{ nik, detail: 'recording' }],
    facts: { packet: intake.id, station: intake.stationId, why: why.join(' ') },
  });
  return receiptOf(tx, actor, { ...intake, state: 'quarantined', why });
}

/** What makes a packet refused for good; faults of ours, of the network or of who may do what do not. */
function finalRefusal(fault: unknown): Refusal | null {
  if (fault instanceof PacketRefused) return refuse(fault.code, { detail: fault.message, values: TOO_LARGE });
  if (!(fault instanceof Refusal)) return null;
  const final = ['enrolment.template_unreadable', 'enrolment.packet_replayed'];
  return fault.code.startsWith('file.') || final.includes(fault.code) ? fault : null;
}

const TOO_LARGE = { megabytes: MOST_PACKET_BYTES >> 20 };

async function markRefused(tx: Tx, actor: Actor, intake: IntakeRow, { code, values }: Refusal): Promise<void> {
  await dropPieces(tx, intake.id);
  await updateIntake(tx, intake.id, { state: 'refused', why: [code], said: values });
  await record(tx, actor, {
    label: 'enrolment.packet_refused',
    facts: { packet: intake.id, station: intake.stationId, why: code },
  });
}
