/** The rows of the outbox: what is known of each packet, its sealed bytes, and receipts without a person. */
import type { Sealed } from '../../device/secret.ts';
import { asked, reading, writing } from '../../device/store.ts';
import type { Course } from './verdict.ts';

/** Everything of a packet that waits but its bytes. */
export interface WaitingPacket extends Course {
  readonly id: string;
  readonly station: string;
  readonly officeId: string;
  readonly centreKey: string;
  readonly capturedAt: string;
  /** When it was kept here, by this device's clock (ms). */
  readonly keptAt: number;
  readonly size: number;
  /** SHA-256 of the whole packet, hex. */
  readonly digest: string;
  readonly label: Sealed;
}

/** What is left of a packet that has left the device: of nobody. */
export interface KeptReceipt {
  readonly id: string;
  readonly capturedAt: string;
  readonly size: number;
  readonly endedAt: number;
  readonly end: 'taken' | 'put_away';
  /** The code of the refusal for which it was put away. */
  readonly code: string | null;
}

const RECEIPTS = 20;
const RECEIPT_MS = 86_400_000;

/** Both or neither is on the disk when it returns. */
export function insertPacket(packet: WaitingPacket, bytes: Blob): Promise<void> {
  return writing(['waiting', 'packet'], async (store) => {
    await asked(store('packet').add(bytes, packet.id));
    await asked(store('waiting').add(packet, packet.id));
  });
}

/** Oldest first. */
export async function listPackets(): Promise<WaitingPacket[]> {
  const rows = await reading(['waiting'], (store) => asked(store('waiting').getAll() as IDBRequest<WaitingPacket[]>));
  return rows.toSorted((a, b) => a.keptAt - b.keptAt);
}

export function findBytes(id: string): Promise<Blob | undefined> {
  return reading(['packet'], (store) => asked(store('packet').get(id) as IDBRequest<Blob | undefined>));
}

/** Changes what is known of a packet; nothing where it is gone meanwhile. */
export function updatePacket(id: string, course: Partial<Course>): Promise<void> {
  return writing(['waiting'], async (store) => {
    const packet = await asked(store('waiting').get(id) as IDBRequest<WaitingPacket | undefined>);
    if (packet) await asked(store('waiting').put({ ...packet, ...course }, id));
  });
}

/** The packet leaves the device and a receipt stays, for a day. */
export function endPacket(
  packet: Pick<WaitingPacket, 'id' | 'capturedAt' | 'size'>,
  end: Pick<KeptReceipt, 'end' | 'code'>,
  now: number,
): Promise<void> {
  const { id, capturedAt, size } = packet;
  return writing(['waiting', 'packet', 'receipt'], async (store) => {
    await asked(store('waiting').delete(id));
    await asked(store('packet').delete(id));
    await asked(store('receipt').put({ id, capturedAt, size, endedAt: now, ...end } satisfies KeptReceipt, id));
    const all = await asked(store('receipt').getAll() as IDBRequest<KeptReceipt[]>);
    const kept = new Set(lastReceipts(all, now).map((each) => each.id));
    for (const old of all) if (!kept.has(old.id)) await asked(store('receipt').delete(old.id));
  });
}

export async function listReceipts(now: number): Promise<KeptReceipt[]> {
  const all = await reading(['receipt'], (store) => asked(store('receipt').getAll() as IDBRequest<KeptReceipt[]>));
  return lastReceipts(all, now);
}

/** The last 20 of a day, the newest first. */
export function lastReceipts(all: readonly KeptReceipt[], now: number): KeptReceipt[] {
  return all
    .filter(({ endedAt }) => now - endedAt < RECEIPT_MS)
    .toSorted((a, b) => b.endedAt - a.endedAt)
    .slice(0, RECEIPTS);
}
