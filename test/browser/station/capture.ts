/** What the capture page does at its end, without the page: seals what it is given and keeps it in the outbox. */
import type { Recording } from '../../../src/recording/enrolment/packet.ts';
import { keepRecording, type Label } from '../../../web/staff/enrolment/outbox/outbox.ts';
import { findDevice } from '../../../web/staff/enrolment/station/device.ts';

export interface KeepGiven {
  readonly about: Omit<Recording['about'], 'office'>;
  readonly items: readonly { readonly about: Recording['items'][number]['about']; readonly base64: string }[];
  readonly label: Label;
  /** Signed by a key that is not the station's. */
  readonly forged?: boolean;
}

declare global {
  interface Window {
    readonly keepInOutbox?: (given: KeepGiven) => Promise<string>;
  }
}

async function keepInOutbox({ about, items, label, forged }: KeepGiven): Promise<string> {
  const device = await findDevice();
  if (!device) throw new Error('this browser is no station');
  const other = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
  const recording: Recording = {
    about: { ...about, office: device.officeId },
    items: items.map(({ about: item, base64 }) => ({
      about: item,
      bytes: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
    })),
  };
  return keepRecording(forged ? { ...device, signingKey: other.privateKey } : device, recording, label);
}

Object.assign(window, { keepInOutbox });
