/** A station of the story: a key of its own, enrolled with an administrator's code; seals what was captured and sends it in pieces. */
import { createHash, randomUUID } from 'node:crypto';
import type { Actor } from '../../../core/access/index.ts';
import {
  announcePacket,
  completePacket,
  enrolStation,
  issueStationCode,
  proofText,
  putPiece,
  sealPacket,
  type PackedItem,
} from '../../../recording/enrolment/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import type { Database } from '../../../core/db/index.ts';
import type { Cast } from '../cast.ts';
import type { Stage } from '../journey.ts';
import type { RecordingOffice } from './crew.ts';

/** Small, so that every packet comes in several. */
const LEAST_PIECE_BYTES = 4 * 1024;
const PIECES = 5;

export interface Captured {
  readonly nik: Nik;
  readonly kind: 'first' | 'again';
  readonly items: readonly PackedItem[];
}

/** What waits on a station until there is a network. */
export interface SealedPacket {
  readonly id: string;
  readonly nik: Nik;
  readonly capturedAt: string;
  readonly bytes: Buffer;
}

export interface Station {
  seal(captured: Captured, by: Actor, clockOffMs?: number): Promise<SealedPacket>;
  /** Gives the state of its receipt. With `pieces` it stops after so many, as where the network goes away. */
  send(packet: SealedPacket, given?: { clockOffMs?: number | undefined; pieces?: number }): Promise<string>;
}

export async function openStation(
  stage: Stage,
  { id: officeId, operator, administrator }: RecordingOffice,
  { name, kind }: { name: string; kind: 'fixed' | 'mobile' },
): Promise<Station> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const publicKey = Buffer.from(await crypto.subtle.exportKey('raw', pair.publicKey)).toString('base64url');
  const { code } = await stage.act(administrator, (tx) =>
    issueStationCode(tx, administrator, { officeId, name, kind }),
  );
  const signature = await crypto.subtle.sign('Ed25519', pair.privateKey, Buffer.from(proofText(code)));
  const proof = Buffer.from(signature).toString('base64url');
  const { id: station, centreKey } = await stage.act(operator, (tx) =>
    enrolStation(tx, operator, { code, publicKey, proof }),
  );
  const clock = (off: number) => new Date(stage.clock.now().getTime() + off).toISOString();
  return {
    async seal({ nik, kind: which, items }, by, clockOffMs = 0) {
      const id = randomUUID();
      const capturedAt = clock(clockOffMs);
      const about = { nik, officer: by.id, office: officeId, kind: which, capturedAt };
      const recording = { about, items };
      const bytes = await sealPacket({ id, station, signingKey: pair.privateKey, centreKey, recording });
      return { id, nik, capturedAt, bytes: Buffer.from(bytes) };
    },
    async send({ id, capturedAt, bytes }, { clockOffMs = 0, pieces = Infinity } = {}) {
      const size = bytes.length;
      const digest = createHash('sha256').update(bytes).digest('hex');
      const announced = { id, station, centreKey, capturedAt, size, digest, clock: clock(clockOffMs) };
      let { received, state } = await stage.act(operator, (tx) => announcePacket(tx, operator, announced));
      const piece = Math.max(LEAST_PIECE_BYTES, Math.ceil(size / PIECES));
      for (let n = 0; received < size && n < pieces; n++) {
        const file = { bytes: bytes.subarray(received, received + piece) };
        const at = received;
        ({ received, state } = await stage.act(operator, (tx) => putPiece(tx, operator, { id, at, file })));
      }
      if (received < size) return state;
      return (await stage.act(operator, (tx) => completePacket(tx, operator, { id }))).state;
    },
  };
}

/** A code with which a visitor's browser becomes a station of the office, as its administrator gives it. */
export function stationCode(database: Database, { players }: Cast): Promise<{ code: string }> {
  const { actor } = players.find(({ role }) => role === 'administrator')!;
  const station = { officeId: actor.officeId!, name: 'Peramban pengunjung', kind: 'fixed' as const };
  return database.transact('app', actor, (tx) => issueStationCode(tx, actor, station));
}
