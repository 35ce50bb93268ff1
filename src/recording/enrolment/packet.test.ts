import fc from 'fast-check';
import { createPrivateKey, createPublicKey, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { centreKeys } from './centre-key.ts';
import { givenPacket, givenPicture, givenStation } from './given-station.ts';
import { openPacket, PacketRefused, readHead, sealPacket, toBase64Url, type Bytes } from './packet.ts';

const NIK = '9999010190909001';
const centre = centreKeys(randomBytes(32));
const station = await givenStation();
const stationKey = Buffer.from(station.publicKey, 'base64url');
const keys = { stationKey, centre: centre.pair, centreKey: centre.publicKey };
const { id, bytes } = await givenPacket(station, { nik: NIK, centreKey: centre.publicKey });

async function codeOf(packet: Uint8Array, with_ = keys): Promise<string> {
  try {
    await openPacket(packet, with_);
    return 'opened';
  } catch (fault) {
    if (fault instanceof PacketRefused) return fault.code;
    throw fault;
  }
}

function changed(at: number, mask = 1): Bytes {
  const copy = bytes.slice();
  copy[at]! ^= mask;
  return copy;
}

test('what a station seals the centre opens, item by item', async () => {
  const opened = await openPacket(bytes, keys);
  expect(opened.head).toMatchObject({ id, station: station.id });
  expect(opened.manifest.nik).toBe(NIK);
  expect(opened.manifest.items).toHaveLength(12);
  const face = opened.manifest.items.find(({ modality }) => modality === 'face')!;
  expect(Buffer.from(opened.bytesOf(face))).toEqual(givenPicture(`${NIK} face:0`, 24));
});

test('nothing on the outside tells whose recording it is', () => {
  const open = Buffer.from(bytes).toString('latin1');
  expect(open).not.toContain(NIK);
  expect(open).not.toContain('manifest');
  expect(Object.keys(readHead(bytes).head).toSorted()).toEqual([
    'capturedAt',
    'centreKey',
    'id',
    'sealedSha256',
    'sealedSize',
    'station',
  ]);
});

describe('a packet that was cut or altered never opens and never breaks the reader', () => {
  test('cut at any place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (length) => {
        expect(await codeOf(bytes.subarray(0, length))).toMatch(/packet_(cut|unreadable)/);
      }),
      { numRuns: 60 },
    );
  });

  test('any bit of it flipped', async () => {
    const places = fc.oneof(
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 0, max: bytes.length - 1 }),
      fc.integer({ min: bytes.length - 64, max: bytes.length - 1 }),
    );
    await fc.assert(
      fc.asyncProperty(places, fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        expect(await codeOf(changed(at, 1 << bit))).not.toBe('opened');
      }),
      { numRuns: 200 },
    );
  });

  test('any bytes at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (noise, withMagic) => {
        const packet = withMagic ? Buffer.concat([bytes.subarray(0, 8), noise]) : noise;
        expect(await codeOf(packet)).not.toBe('opened');
      }),
      { numRuns: 100 },
    );
  });

  test('lengthened, or with a head that lies about its length', async () => {
    expect(await codeOf(Buffer.concat([bytes, Buffer.alloc(1)]))).toBe('enrolment.packet_cut');
    expect(await codeOf(changed(8, 0x7f))).toBe('enrolment.packet_unreadable');
    expect(await codeOf(new Uint8Array(0))).toBe('enrolment.packet_cut');
  });
});

describe('what is sealed well but wrongly is refused by its name', () => {
  test('signed by another station', async () => {
    const other = await givenStation();
    const otherKey = Buffer.from(other.publicKey, 'base64url');
    expect(await codeOf(bytes, { ...keys, stationKey: otherKey })).toBe('enrolment.packet_unsigned');
  });

  test('sealed to another centre', async () => {
    const other = centreKeys(randomBytes(32));
    const { bytes: elsewhere } = await givenPacket(station, { nik: NIK, centreKey: other.publicKey });
    expect(await codeOf(elsewhere)).toBe('enrolment.packet_other_centre');
  });

  test('the sealed part of one packet in the head of another', async () => {
    const { head, sealedAt } = readHead(bytes);
    const renamed = { ...head, id: '01890000-0000-7000-8000-000000000001' };
    const { capturedAt, centreKey, sealedSha256, sealedSize } = renamed;
    const text = JSON.stringify({
      capturedAt,
      centreKey,
      id: renamed.id,
      sealedSha256,
      sealedSize,
      station: renamed.station,
    });
    const body = Buffer.concat([bytes.subarray(0, 12), Buffer.from(text), bytes.subarray(sealedAt, bytes.length - 64)]);
    const signature = await crypto.subtle.sign('Ed25519', station.signingKey, body);
    expect(await codeOf(Buffer.concat([body, Buffer.from(signature)]))).toBe('enrolment.packet_altered');
  });

  test('a finger left out without a reason, one twice, one that is not on a hand', async () => {
    const { givenItems } = await import('./given-station.ts');
    const items = givenItems({ nik: NIK });
    const about = {
      nik: NIK as never,
      officer: id,
      office: id,
      kind: 'first' as const,
      capturedAt: '2018-12-11T08:30:00.000Z',
    };
    const seal = (of: typeof items) =>
      sealPacket({
        id,
        station: station.id,
        signingKey: station.signingKey,
        centreKey: centre.publicKey,
        recording: { about, items: of },
      });
    const eleventh = { ...items[3]!, about: { ...items[3]!.about, position: 11 } };
    for (const wrong of [items.toSpliced(4, 1), [...items, items[4]!], items.with(3, eleventh)]) {
      expect(await codeOf(await seal(wrong))).toBe('enrolment.packet_content');
    }
  });
});

test('the centre’s key is the same each time it is derived, and its name is its public key', () => {
  const secret = randomBytes(32);
  const again = centreKeys(secret);
  expect(again.publicKey).toBe(centreKeys(secret).publicKey);
  const der = Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), secret]);
  const jwk = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })).export({ format: 'jwk' });
  expect(again.publicKey).toBe(toBase64Url(Buffer.from(jwk.x!, 'base64url')));
});
