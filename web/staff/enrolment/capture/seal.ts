/** From what was captured to a packet in the outbox, once. */
import type { Recording } from '../../../../src/recording/enrolment/packet.ts';
import type { Manifest } from '../../../../src/recording/enrolment/schema.ts';
import { listReceipts } from '../outbox/packets.ts';
import { keepRecording, listOutbox } from '../outbox/outbox.ts';
import type { Device } from '../station/device.ts';
import { packedItems, type Captured } from './captured.ts';
import { inOrder } from './check/rules.ts';
import type { Draft } from './draft.ts';

export interface SealGiven {
  readonly device: Device;
  readonly officer: string;
  readonly draft: Draft;
  readonly kind: Manifest['kind'];
  readonly capturedAt: string;
  readonly captured: readonly Captured[];
}

/** Gives the packet's id; on the disk when it returns. @throws StoreFault, PacketRefused */
export function sealRecording({ device, officer, draft, kind, capturedAt, captured }: SealGiven): Promise<string> {
  const { nik, name } = draft.subject;
  const recording: Recording = {
    // The office is the station's, wherever the officer is at home: the centre takes no other.
    about: { nik: nik as Manifest['nik'], officer, office: device.officeId, kind, capturedAt },
    items: packedItems(inOrder(captured)),
  };
  return keepRecording(device, recording, { name, nik });
}

/**
 * The packet of somebody who was recorded here and whose packet has not left yet: without a network nobody else can say that
 * he was. One that was refused is no obstacle to another recording.
 */
export async function findWaiting(nik: string): Promise<string | null> {
  const entry = (await listOutbox()).find(({ label, state }) => label?.nik === nik && state.at !== 'refused');
  return entry?.id ?? null;
}

/** The packet that a draft became already: the device went down after it was kept and before the draft was dropped. */
export async function wasSealed({ capturedAt }: Draft): Promise<string | null> {
  if (capturedAt === null) return null;
  // Neither needs a name: two people are not recorded at one station in the same millisecond.
  const all = [...(await listOutbox()), ...(await listReceipts(Date.now()))];
  return all.find((packet) => packet.capturedAt === capturedAt)?.id ?? null;
}
