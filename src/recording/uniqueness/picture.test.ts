import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { givenResidents } from '../../../test/given/people.ts';
import { systemActor } from '../../core/access/index.ts';
import { many, one, sql } from '../../core/db/index.ts';
import type { Nik } from '../../core/id/index.ts';
import { asCivilDate } from '../../core/time/index.ts';
import { bodyOf, drawnFaces, recordBody } from '../../simulation/body/index.ts';
import { drawnWall } from '../biometric/face/given-picture.ts';
import { drawFinger } from '../biometric/finger/synthetic/draw.ts';
import { pressFinger } from '../biometric/finger/synthetic/press.ts';
import { HUMAN_ENCODER, readFaceTemplate, readMinutiaeRecord, type Template } from '../biometric/index.ts';
import { openTemplates, statusOf } from '../enrolment/index.ts';
import { givenEnrolment } from '../enrolment/given-enrolment.ts';
import { searchIn } from './given-search.ts';

const given = await givenEnrolment();
const sequencer = given.house.startSequencer((fault) => {
  throw fault;
});
afterAll(() => sequencer.stop());
const birthDate = asCivilDate('1981-02-03');
const people = (await givenResidents(
  given,
  ['SATU', 'DUA', 'NIHIL', 'JARI', 'JARI LAGI'].map((name) => ({ name: `CONTOH GAMBAR ${name}`, birthDate })),
)) as [Nik, Nik, Nik, Nik, Nik];

/** A packet with this picture of a face and the fingers of body `n`, sent and searched for. */
async function searched(nik: Nik, n: number, face: Buffer, pictures: Readonly<Record<string, Buffer>> = {}) {
  const fingers = recordBody(bodyOf('faces', n), { number: 1, wear: 0.1, withoutFace: true });
  const bytes = Object.fromEntries(fingers.map((each) => [`finger:${each.position}`, each.bytes]));
  const packet = await given.packet(nik, { bytes: { ...bytes, 'face:0': face, ...pictures } });
  expect((await given.send(packet)).body.state).toBe('taken');
  const of = { nik, packet: packet.id as never };
  await searchIn(given.house, systemActor('test'), of);
  const templates = await given.system((tx) => openTemplates(tx, [of]));
  const { status } = await given.system((tx) =>
    one(tx, sql<{ status: number }>`select status from enrolment.packet where id = ${packet.id}`),
  );
  return { face: templates.find(({ modality }) => modality === 'face'), templates, status: statusOf(status) };
}

test('a face that came as a picture is encoded once; two faces or none leave the fingers to say it, and nobody is sent home', async () => {
  const [one_, two, none] = people;
  const first = await searched(one_, 1, await drawnFaces(1));
  expect(readFaceTemplate(first.face!.bytes).encoder).toBe(HUMAN_ENCODER);
  expect(first.status).toBe('PRINT_READY_RECORD');
  for (const [nik, n, picture] of [
    [two, 2, await drawnFaces(2, { width: 1000 })],
    [none, 3, await drawnWall()],
  ] as const) {
    const { face, status } = await searched(nik, n, picture);
    expect(face).toBeUndefined();
    expect(status).toBe('PRINT_READY_RECORD');
  }
  // The pictures are kept as they came, for whoever asks what the station saw.
  const kept = await given.system((tx) =>
    many(tx, sql`select 1 from enrolment.item where modality = 1 and file_id is not null`),
  );
  expect(kept).toHaveLength(3);
});

/** Two fingers pressed, as a scanner without software of its own sends them, and one on which there is none. */
async function pressed(visit: number) {
  const png = async (n: number) => {
    const { width, height, pixels } = pressFinger(drawFinger({ seed: n }), { seed: visit }).image;
    return sharp(pixels, { raw: { width, height, channels: 1 } })
      .png()
      .withMetadata({ density: 500 })
      .toBuffer();
  };
  return { 'finger:2': await png(2), 'finger:7': await png(7), 'finger:3': await drawnWall() };
}

test('fingers that came as pictures become records at the centre, by which the same fingers are found again', async () => {
  const [, , , first, again] = people;
  const one_ = await searched(first, 4, await drawnWall(), await pressed(1));
  const fingers = one_.templates.filter(({ modality }) => modality === 'finger');
  expect(fingers.map(({ position }) => position).toSorted((a, b) => a - b)).toEqual([1, 2, 4, 5, 6, 7, 8, 9, 10]);
  const drawn = fingers.find(({ position }) => position === 7)!;
  expect(readMinutiaeRecord(drawn.bytes).minutiae.length).toBeGreaterThan(15);
  expect(drawn.bytes.length).toBeLessThanOrEqual(600);
  expect(drawn.quality).toBeGreaterThan(40);
  expect(one_.status).toBe('PRINT_READY_RECORD');
  // Another number, other fingers but for these two.
  const other = await searched(again, 5, await drawnWall(), await pressed(2));
  const drawnOf = ({ templates }: typeof one_) =>
    templates.filter(({ position }) => [2, 7].includes(position)) as Template[];
  const { items } = await given.house.ground.gallery.engine().compare(drawnOf(one_), drawnOf(other));
  expect(items.map(({ position }) => position)).toEqual([2, 7]);
  for (const { llr } of items) expect(llr).toBeGreaterThan(1);
});
