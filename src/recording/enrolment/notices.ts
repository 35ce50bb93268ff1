/** What this room tells the floors above. */
import type { Nik, Uuid } from '../../core/id/index.ts';
import { notice } from '../../core/notice/index.ts';
import type { Status } from './status.ts';

export interface ReceivedPacket {
  readonly nik: Nik;
  readonly packet: Uuid;
  readonly villageCode: string;
}

/** Packets are at the centre, whole and in order; whoever searches the gallery answers with `settlePackets`. */
export const packetsReceived = notice<ReceivedPacket>('enrolment.received');

/** Every change of a packet's status. */
export const packetsMoved = notice<{
  readonly nik: Nik;
  readonly packet: Uuid;
  readonly from: Status;
  readonly to: Status;
}>('enrolment.moved');

/** Many recordings came in by table, of any status and more than anybody wants to hear of one by one. */
export const recordingsImported = notice<{ readonly recordings: number }>('enrolment.imported');
