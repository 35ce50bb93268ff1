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

/** The packet that a draft became already: the device went down after it was kept and before the draft was dropped. */
export async function wasSealed({ capturedAt, subject }: Draft): Promise<string | null> {
  if (capturedAt === null) return null;
  const waiting = (await listOutbox()).find(
    (entry) => entry.capturedAt === capturedAt && (entry.label === null || entry.label.nik === subject.nik),
  );
  // A receipt names nobody; two people are not recorded at one station in the same millisecond.
  return (
    waiting?.id ?? (await listReceipts(Date.now())).find((receipt) => receipt.capturedAt === capturedAt)?.id ?? null
  );
}
