/** A packet is announced, then comes in pieces. Every one of these may be said again at any time: nothing is done twice. */
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import type { UploadedFile } from '../../../core/http/contract.ts';
import type { Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { MOST_PACKET_BYTES } from '../packet.ts';
import { refuse } from '../refusals.ts';
import type { Receipt } from '../schema.ts';
import { centreOf, findStation, mustServe } from '../station/index.ts';
import { findPacket } from '../sql.ts';
import { keepPiece } from './pieces.ts';
import { findIntake, findIntakeForUpdate, insertIntake, resetIntake, updateIntake, type IntakeRow } from './sql.ts';

export const MOST_PIECE_BYTES = 1024 * 1024;

export interface Announcement {
  /** As in the packet's head. */
  readonly id: string;
  readonly station: string;
  readonly centreKey: string;
  readonly capturedAt: string;
  readonly size: number;
  /** SHA-256 of the whole packet, hex. */
  readonly digest: string;
  /** The station's clock at this moment. */
  readonly clock: string;
}

/**
 * A station says what it is about to send. Gives the receipt, which says from where to go on. Refuses what would be
 * refused later anyway: an unknown or revoked station, another centre's key, too large, another packet of the same name.
 */
export async function announcePacket(tx: Tx, actor: Actor, input: Announcement): Promise<Receipt> {
  if (input.size > MOST_PACKET_BYTES)
    throw refuse('enrolment.packet_too_large', { values: { megabytes: MOST_PACKET_BYTES >> 20 } });
  const station = await findStation(tx, input.station);
  if (!station) throw refuse('enrolment.station_unknown');
  await mustServe(tx, actor, station.officeId);
  if (input.centreKey !== centreOf(tx).publicKey) throw refuse('enrolment.packet_other_centre');
  const capturedAt = new Date(input.capturedAt);
  if (station.revokedAt && capturedAt > station.revokedAt) throw refuse('enrolment.station_revoked');
  const now = tx.ground.clock.now();
  const fresh = {
    id: input.id as Uuid,
    stationId: station.id,
    officeId: station.officeId,
    capturedAt,
    size: input.size,
    digest: input.digest,
    clockOffMs: new Date(input.clock).getTime() - now.getTime(),
    openedAt: now,
    openedBy: actor.id,
  };
  await insertIntake(tx, fresh);
  const known = (await findIntakeForUpdate(tx, input.id))!;
  if (known.stationId !== station.id) throw refuse('enrolment.packet_two_stations');
  if (known.digest !== input.digest) {
    if (known.state !== 'refused') throw refuse('enrolment.packet_other_bytes');
    await resetIntake(tx, fresh);
  } else if (Math.abs(fresh.clockOffMs) > Math.abs(known.clockOffMs)) {
    await updateIntake(tx, known.id, { clockOffMs: fresh.clockOffMs });
  }
  await record(tx, actor, {
    label: 'enrolment.packet_announced',
    facts: { packet: known.id, station: station.id, size: input.size },
  });
  return receiptOf(tx, actor, (await findIntake(tx, input.id))!);
}

/**
 * A piece that begins at byte `at`. Bytes that are here already are passed over, so any repetition is harmless; a gap is
 * refused with where to go on.
 */
export async function putPiece(
  tx: Tx,
  actor: Actor,
  input: { id: string; at: number; file: Pick<UploadedFile, 'bytes'> },
): Promise<Receipt> {
  const { at } = input;
  const { bytes } = input.file;
  const intake = await getIntake(tx, actor, input.id, 'update');
  if (bytes.length === 0 || bytes.length > MOST_PIECE_BYTES) throw refuse('enrolment.piece_size');
  if (at + bytes.length > intake.size) throw refuse('enrolment.piece_beyond', { values: { size: intake.size } });
  if (intake.state !== 'receiving') return receiptOf(tx, actor, intake);
  if (at > intake.received) throw refuse('enrolment.piece_gap', { values: { received: intake.received } });
  const fresh = bytes.subarray(intake.received - at);
  if (fresh.length === 0) return receiptOf(tx, actor, intake);
  await keepPiece(tx, intake.id, intake.received, fresh);
  const received = intake.received + fresh.length;
  await updateIntake(tx, intake.id, { received });
  return receiptOf(tx, actor, { ...intake, received });
}

/** How far an upload is, for a station that comes back after days. */
export async function openReceipt(tx: Tx, actor: Actor, input: { id: string }): Promise<Receipt> {
  return receiptOf(tx, actor, await getIntake(tx, actor, input.id));
}

/** Refuses one that nobody announced, or that is another office's, alike. */
export async function getIntake(tx: Tx, actor: Actor, id: string, lock?: 'update'): Promise<IntakeRow> {
  const intake = await (lock ? findIntakeForUpdate(tx, id) : findIntake(tx, id));
  if (!intake) throw refuse('enrolment.packet_not_announced');
  await mustServe(tx, actor, intake.officeId);
  return intake;
}

export async function receiptOf(tx: Tx, actor: Actor, intake: IntakeRow): Promise<Receipt> {
  const { id, state, received, size, why, said, decision } = intake;
  const say = (key: string) => tx.ground.speaker.say(actor.language, key, said);
  const text = why.map((code) => say(code.includes('.') ? code : `enrolment.quarantine.${code}`)).join(' ');
  const packet = state === 'taken' ? await findPacket(tx, id) : undefined;
  const status = packet?.status ?? null;
  return { id, state, received, size, why: [...why], text: text || null, reason: decision, status };
}
