/** Sends one packet as far as it goes: announced, in pieces from where the centre says, ended. Any of it may be said again. */
import {
  announcePacketContract,
  completePacketContract,
  openReceiptContract,
  putPieceContract,
} from '../../../../src/recording/enrolment/intake/contract.ts';
import type { Receipt } from '../../../../src/recording/enrolment/schema.ts';
import type { Client } from '../../../kit/client.ts';
import { tell } from './changes.ts';
import { findBytes, updatePacket, type WaitingPacket } from './packets.ts';
import { afterFault, afterReceipt, bytesGone, type Course, type Verdict } from './verdict.ts';

const PIECE_BYTES = 512 * 1024;

export async function sendPacket(client: Client, packet: WaitingPacket, signal: AbortSignal): Promise<Verdict> {
  let received = packet.received;
  const moment = () => ({ now: Date.now(), chance: Math.random() });
  try {
    const receipt = await carried(client, packet, signal, (now) => (received = now));
    return receipt ? afterReceipt(receipt, moment()) : bytesGone();
  } catch (error) {
    if (signal.aborted) throw error;
    const course: Course = { ...courseOf(packet), received };
    return afterFault(error, course, moment());
  }
}

const courseOf = ({ state, received, tries, nextTryAt }: Course): Course => ({ state, received, tries, nextTryAt });

// The client's own patience is for a person who waits before a form; the outbox has its own.
const AT_ONCE = { patienceMs: 0 };

/** The last word of the centre; `null` where there is nothing to send any more. */
async function carried(
  client: Client,
  packet: WaitingPacket,
  signal: AbortSignal,
  onReceived: (received: number) => void,
): Promise<Receipt | null> {
  const { id, size } = packet;
  if (packet.state.at === 'held') {
    const receipt = await client.call(openReceiptContract, { id }, { ...AT_ONCE, signal });
    // After a restore the centre may have lost what it held: then it is sent again.
    if (receipt.state !== 'receiving') return receipt;
  }
  let receipt = await client.call(announcePacketContract, announcementOf(packet), { ...AT_ONCE, signal });
  const bytes = await findBytes(id);
  if (!bytes && receipt.state === 'receiving') return null;
  while (bytes && receipt.state === 'receiving' && receipt.received < size) {
    const at = receipt.received;
    onReceived(at);
    tell({ of: 'progress', id, sent: at });
    const piece = bytes.slice(at, Math.min(at + PIECE_BYTES, size));
    const file = new File([piece], 'piece', { type: 'application/octet-stream' });
    receipt = await client.call(
      putPieceContract,
      { id, at },
      {
        ...AT_ONCE,
        signal,
        file,
        onProgress: (sent) => tell({ of: 'progress', id, sent: Math.min(size, at + Math.min(sent, piece.size)) }),
      },
    );
    onReceived(receipt.received);
    await updatePacket(id, { received: receipt.received });
  }
  if (receipt.state !== 'receiving') return receipt;
  return client.call(completePacketContract, { id }, { ...AT_ONCE, signal });
}

/**
 * The clock that dated the recording, as it shows now: the house's as the device knew it, so that a device whose own is off is
 * not held, and one that was set in between is.
 */
function announcementOf({ id, station, centreKey, capturedAt, keptAt, size, digest }: WaitingPacket) {
  const clock = new Date(Date.now() + Date.parse(capturedAt) - keptAt).toISOString();
  return { id, station, centreKey, capturedAt, size, digest, clock };
}
