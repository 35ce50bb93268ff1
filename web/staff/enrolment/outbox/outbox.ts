/**
 * The outbox of a station: recordings wait here, sealed to the centre, until the centre says that it has them. Always
 * holds: a packet leaves the device only when a receipt says `taken`, or when an officer puts away what was refused; two tabs
 * never send at once; whoever the officer is that is signed in, a packet names its own.
 */
import { sealPacket, sha256Hex, type Recording } from '../../../../src/recording/enrolment/packet.ts';
import type { Client } from '../../../kit/client.ts';
import type { Device } from '../station/device.ts';
import { StoreFault } from '../../device/store.ts';
import { hear, tell } from './changes.ts';
import { sealLabel, type Label, type OutboxEntry } from './entries.ts';
import { endPacket, insertPacket, listPackets, updatePacket, type WaitingPacket } from './packets.ts';
import { sendPacket } from './send.ts';

export { listOutbox, type Label, type OutboxEntry } from './entries.ts';

/** Seals a recording and keeps it. Gives the packet's id; on the disk when it returns. @throws StoreFault, PacketRefused */
export async function keepRecording(device: Device, recording: Recording, label: Label): Promise<string> {
  const id = crypto.randomUUID();
  const { id: station, centreKey, signingKey, officeId } = device;
  const bytes = await sealPacket({ id, station, signingKey, centreKey, recording });
  const packet: WaitingPacket = {
    id,
    station,
    officeId,
    centreKey,
    capturedAt: recording.about.capturedAt,
    keptAt: Date.now(),
    size: bytes.length,
    digest: await sha256Hex(bytes),
    label: await sealLabel(id, label),
    state: { at: 'waiting', for: 'turn' },
    received: 0,
    tries: 0,
    nextTryAt: 0,
  };
  await insertPacket(packet, new Blob([bytes]));
  // Asked for without waiting: what the browser answers stands on the outbox's page.
  void navigator.storage?.persist?.().catch(() => false);
  tell({ of: 'list' });
  tell({ of: 'wake' });
  return id;
}

/** What was refused, and read by an officer, leaves the device. */
export async function putAway(entry: Pick<OutboxEntry, 'id' | 'capturedAt' | 'size' | 'state'>): Promise<void> {
  if (entry.state.at !== 'refused') return;
  await endPacket(entry, { end: 'put_away', code: entry.state.code }, Date.now());
  tell({ of: 'list' });
}

/** These are due now, whatever pause they were in. */
export async function sendNow(ids: readonly string[]): Promise<void> {
  for (const id of ids) await updatePacket(id, { nextTryAt: 0 });
  tell({ of: 'wake' });
}

/** The network is back: whatever waited for it is due. */
async function dueAgain(): Promise<void> {
  for (const { id, state } of await listPackets())
    if (state.at === 'waiting' && state.for !== 'turn') await updatePacket(id, { nextTryAt: 0 });
}

const LOCK = 'jatidiri.kotak-kirim';
/** How long nobody looks after a timer that a sleeping device lost. */
const LOOK_EVERY_MS = 30_000;

export interface Outbox {
  /** The network or the session is back. */
  readonly wake: () => void;
  readonly close: () => void;
}

/** Sends in the background for as long as somebody is signed in who may. */
export function openOutbox(client: Client): Outbox {
  const ending = new AbortController();
  const { signal } = ending;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let passing = false;
  let again = false;

  const pass = async () => {
    if (signal.aborted) return;
    // Woken in the middle of a pass: one more after it, as the list was read before.
    if (passing) {
      again = true;
      return;
    }
    passing = true;
    clearTimeout(timer);
    let next = LOOK_EVERY_MS;
    try {
      do {
        again = false;
        next = await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) =>
          // Another tab is at it.
          lock ? sendDue(client, signal) : LOOK_EVERY_MS,
        );
      } while (again && !signal.aborted);
    } catch (error) {
      // A store that does not open is tried again; the page of the outbox says so.
      if (!signal.aborted && !(error instanceof StoreFault)) reportError(error);
    } finally {
      passing = false;
      if (!signal.aborted) timer = setTimeout(() => void pass(), next);
    }
  };
  const wake = () => void dueAgain().then(pass, pass);
  addEventListener('online', wake);
  const deaf = hear((change) => {
    if (change.of === 'wake') void pass();
  });
  wake();
  return {
    wake,
    close() {
      ending.abort();
      clearTimeout(timer);
      removeEventListener('online', wake);
      deaf();
    },
  };
}

/** All that is due, one after the other, the oldest first. Gives how long until the next is. */
async function sendDue(client: Client, signal: AbortSignal): Promise<number> {
  const done = new Set<string>();
  for (;;) {
    signal.throwIfAborted();
    const now = Date.now();
    const packets = await listPackets();
    const packet = packets.find(({ id, nextTryAt }) => nextTryAt <= now && !done.has(id));
    if (!packet) {
      const soonest = Math.min(LOOK_EVERY_MS, ...packets.map(({ nextTryAt }) => nextTryAt - now));
      return Math.max(1_000, soonest);
    }
    done.add(packet.id);
    const verdict = await sendPacket(client, packet, signal);
    if (verdict === 'signedOut') return LOOK_EVERY_MS;
    if (verdict === 'taken') await endPacket(packet, { end: 'taken', code: null }, Date.now());
    else await updatePacket(packet.id, verdict);
    tell({ of: 'list' });
  }
}
