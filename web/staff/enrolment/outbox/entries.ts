/** What an officer sees of the packets on this device: their names, which lie sealed here. */
import { seal, unseal, type Sealed } from '../../device/secret.ts';
import { listPackets, type WaitingPacket } from './packets.ts';

/** Kept sealed on the device. */
export interface Label {
  readonly name: string;
  readonly nik: string;
}

export interface OutboxEntry extends Omit<WaitingPacket, 'label'> {
  /** `null` where it does not open any more; the packet itself does. */
  readonly label: Label | null;
}

const placeOf = (id: string) => `outbox ${id}`;

export const sealLabel = (id: string, label: Label): Promise<Sealed> => seal(placeOf(id), label);

/** What waits, the oldest first. */
export async function listOutbox(): Promise<OutboxEntry[]> {
  const packets = await listPackets();
  return Promise.all(
    packets.map(async ({ label, ...packet }) => ({ ...packet, label: await unseal<Label>(placeOf(packet.id), label) })),
  );
}
