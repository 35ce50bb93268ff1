import { createHash, randomUUID } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { sealPacket, toBase64Url, type Bytes, type PackedItem } from './packet.ts';
import type { ExceptionReason } from '../biometric/schema.ts';

/** A station as a browser is one: a key that signs, and the centre's public key. */
export interface GivenStation {
  readonly id: string;
  readonly publicKey: string;
  readonly signingKey: CryptoKey;
}

export async function givenStation(id: string = randomUUID()): Promise<GivenStation> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return { id, publicKey: toBase64Url(raw), signingKey: pair.privateKey };
}

export interface CaptureGiven {
  readonly nik: string;
  readonly centreKey: string;
  readonly officer?: string;
  readonly office?: string;
  readonly id?: string;
  readonly capturedAt?: string;
  readonly kind?: 'first' | 'again';
  readonly exceptions?: Readonly<Record<string, ExceptionReason>>;
  /** Replaces the items by key (`face:0`). */
  readonly bytes?: Readonly<Record<string, Uint8Array>>;
  /** Extra bytes of incompressible picture, to make a packet of several pieces. */
  readonly padding?: number;
}

/** A packet of face, ten fingers and signature, sealed and signed by the station. */
export async function givenPacket(station: GivenStation, given: CaptureGiven): Promise<{ id: string; bytes: Bytes }> {
  const id = given.id ?? randomUUID();
  const bytes = await sealPacket({
    id,
    station: station.id,
    signingKey: station.signingKey,
    centreKey: given.centreKey,
    recording: {
      about: {
        nik: given.nik as never,
        officer: given.officer ?? randomUUID(),
        office: given.office ?? randomUUID(),
        kind: given.kind ?? 'first',
        capturedAt: given.capturedAt ?? '2018-12-11T08:30:00.000Z',
      },
      items: givenItems(given),
    },
  });
  return { id, bytes };
}

export function givenItems(given: Pick<CaptureGiven, 'nik' | 'exceptions' | 'bytes' | 'padding'>): PackedItem[] {
  const { exceptions = {}, bytes = {} } = given;
  const plain = (key: string, quality: number | null) => {
    const [modality, position] = key.split(':') as ['face', string];
    return { modality, position: Number(position), quality, tries: 1, exception: null, format: null, mediaType: null };
  };
  const template = (key: string): PackedItem => ({
    about: { ...plain(key, 72), format: 'iso-19794-2:2005' },
    bytes: bytes[key] ?? givenTemplate(`${given.nik} ${key}`, Number(key.split(':')[1])),
  });
  const picture = (key: string, side: number): PackedItem => ({
    about: { ...plain(key, key === 'signature:0' ? null : 80), mediaType: 'image/png' },
    bytes: bytes[key] ?? givenPicture(`${given.nik} ${key}`, side),
  });
  const side = Math.max(24, Math.ceil(Math.sqrt(given.padding ?? 0)));
  const all: PackedItem[] = [
    picture('face:0', side),
    ...Array.from({ length: 10 }, (_, finger) => `finger:${finger + 1}`).map((key) =>
      bytes[key]?.[0] === PNG ? picture(key, side) : template(key),
    ),
    picture('signature:0', 16),
  ];
  return all.map((item) => {
    const key = `${item.about.modality}:${item.about.position}`;
    const exception = exceptions[key];
    if (!exception) return item;
    return {
      about: { ...item.about, exception, mediaType: null, format: null, quality: null },
      bytes: new Uint8Array(0),
    };
  });
}

/** The first byte of a PNG: a finger that is given so comes as a picture. */
const PNG = 0x89;

/** A record of 12 minutiae that only looks like one. */
export function givenTemplate(seed: string, position: number, minutiae = 12): Buffer {
  const record = Buffer.alloc(24 + 4 + minutiae * 6 + 2);
  record.write('FMR\0 20\0', 0, 'latin1');
  record.writeUInt32BE(record.length, 8);
  record.writeUInt16BE(400, 14);
  record.writeUInt16BE(400, 16);
  record.writeUInt16BE(197, 18);
  record.writeUInt16BE(197, 20);
  record[22] = 1;
  record[24] = position;
  record[26] = 72;
  record[27] = minutiae;
  const noise = noiseOf(seed, minutiae * 3);
  for (let n = 0; n < minutiae; n++) {
    const at = 28 + n * 6;
    record.writeUInt16BE((1 << 14) | (20 + ((noise[n * 3]! * 7) % 360)), at);
    record.writeUInt16BE(20 + ((noise[n * 3 + 1]! * 5) % 360), at + 2);
    record[at + 4] = noise[n * 3 + 2]!;
    record[at + 5] = 60;
  }
  return record;
}

/** A grey PNG of noise. */
export function givenPicture(seed: string, side: number, claims?: { width: number; height: number }): Buffer {
  const rows = Buffer.alloc(side * (side + 1));
  const noise = noiseOf(seed, side * side);
  for (let y = 0; y < side; y++) noise.copy(rows, y * (side + 1) + 1, y * side, (y + 1) * side);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(claims?.width ?? side, 0);
  header.writeUInt32BE(claims?.height ?? side, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(content.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), whole.length - 4);
  return whole;
}

function noiseOf(seed: string, length: number): Buffer {
  return createHash('shake256', { outputLength: length }).update(seed).digest();
}
