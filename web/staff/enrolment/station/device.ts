/**
 * The station that this browser is. Always holds: its key pair is made here, cannot be read out by any script, and lies in
 * this browser's own store only; who clears the browser's data must enrol anew.
 */
import { lettersOf, proofText } from '../../../../src/recording/enrolment/station/rules.ts';
import { fromBase64Url, sha256Hex, toBase64Url } from '../../../../src/recording/enrolment/packet.ts';
import { asked, reading, writing } from '../../device/store.ts';

export interface Device {
  readonly id: string;
  readonly name: string;
  /** The office whose station it is; what it records is recorded there. */
  readonly officeId: string;
  /** The centre's X25519 key, base64url: to it every packet is sealed. */
  readonly centreKey: string;
  /** Ed25519, not extractable. */
  readonly signingKey: CryptoKey;
  /** 32 bytes, base64url. */
  readonly publicKey: string;
  readonly enrolledAt: string;
  readonly enrolledBy: string;
}

const THIS = 'this';
const PENDING = 'pending';
/** That there was a station here: its name alone, so that a cleared store can be told from a fresh browser. */
const TRACE = 'jatidiri.alat';

export async function findDevice(): Promise<Device | null> {
  const device = await reading(['device'], (store) =>
    asked(store('device').get(THIS) as IDBRequest<Device | undefined>),
  );
  return device?.signingKey instanceof CryptoKey ? device : null;
}

/** Also ends what was begun by `beginEnrolment`. */
export async function keepDevice(device: Device): Promise<void> {
  await writing(['device'], async (store) => {
    await asked(store('device').put(device, THIS));
    await asked(store('device').delete(PENDING));
  });
  leaveTrace({ id: device.id, name: device.name });
}

/** From now on nothing is sealed here; what was sealed stays to be sent, as it is signed already. */
export async function forgetDevice(): Promise<void> {
  await writing(['device'], (store) => asked(store('device').clear()));
  leaveTrace(null);
}

interface Pending {
  readonly letters: string;
  readonly keys: CryptoKeyPair;
  readonly idempotencyKey: string;
}

/**
 * Makes the key pair and what the server wants to see of it. Kept before it is sent: when the answer is lost, the same code
 * gives the same request again, and the server its first answer.
 */
export async function beginEnrolment(code: string) {
  const letters = lettersOf(code);
  const known = await reading(['device'], (store) =>
    asked(store('device').get(PENDING) as IDBRequest<Pending | undefined>),
  );
  const pending = known?.letters === letters ? known : await freshKeys(letters);
  const { privateKey, publicKey } = pending.keys;
  const proof = await crypto.subtle.sign('Ed25519', privateKey, new TextEncoder().encode(proofText(code)));
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
  return {
    signingKey: privateKey,
    publicKey: toBase64Url(raw),
    proof: toBase64Url(new Uint8Array(proof)),
    idempotencyKey: pending.idempotencyKey,
  };
}

/** After a refusal: the next try is another request, with another key. */
export async function dropEnrolment(): Promise<void> {
  await writing(['device'], (store) => asked(store('device').delete(PENDING)));
}

async function freshKeys(letters: string): Promise<Pending> {
  const keys = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
  const pending: Pending = { letters, keys, idempotencyKey: crypto.randomUUID() };
  await writing(['device'], (store) => asked(store('device').put(pending, PENDING)));
  return pending;
}

/** To compare a device with its line in the list: the first 16 digits of the SHA-256 of its key. */
export async function fingerprintOf(publicKey: string): Promise<string> {
  return (await sha256Hex(fromBase64Url(publicKey))).slice(0, 16);
}

export interface Trace {
  readonly id: string;
  readonly name: string;
}

/** The station that this browser was, where its key is gone. */
export function readTrace(): Trace | null {
  try {
    return JSON.parse(localStorage.getItem(TRACE) ?? 'null') as Trace | null;
  } catch {
    return null;
  }
}

function leaveTrace(trace: Trace | null): void {
  try {
    if (trace) localStorage.setItem(TRACE, JSON.stringify(trace));
    else localStorage.removeItem(TRACE);
  } catch {
    // Only the sentence about a lost key depends on it.
  }
}
