import { hash } from 'node:crypto';
import { SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { keptLog } from '../../../../test/given/kept-log.ts';
import { BANDUNG, givenResident } from '../../../../test/given/people.ts';
import type { Nik } from '../../../core/id/index.ts';
import { newId } from '../../../core/id/index.ts';
import { whoLooked } from '../../../core/ledger/index.ts';
import { HUMAN_ENCODER, normalised, writeFaceTemplate, type Template } from '../../../recording/biometric/index.ts';
import { templatePlace } from '../../../recording/enrolment/template.ts';
import { bodyOf, drawnFaces, recordBody } from '../../../simulation/body/index.ts';
import { readDetail } from '../answer/detail.ts';
import { ABSENT, givenVerification, refused, WHY, type GivenVerification } from '../given-partner.ts';
import { givenKey } from '../token/given-keys.ts';
import { bodyAnsweredShape } from './schema.ts';

type Partner = Awaited<ReturnType<GivenVerification['partner']>>;

const BODIES = [
  { element: 'name', method: 'score' },
  { element: 'face', method: 'match' },
  { element: 'finger', method: 'match' },
] as const;
const elements = (over: readonly object[] = BODIES) => ({ elements: over as never });

let given: GivenVerification;
let partner: Partner;
let siti: Nik;
let picture: Buffer;
const { log, lines } = keptLog();

/** The hand of a body of the simulated nation, as it is pressed on one visit. */
const press = (person: number, visit: number) =>
  recordBody(bodyOf('body.test', person), { number: visit, wear: 0, withoutFace: true });

beforeAll(async () => {
  given = await givenVerification({ log });
  partner = await given.partner(elements());
  siti = await givenResident(given);
  picture = await drawnFaces(1);
  const { template } = await given.house.ground.gallery
    .engine()
    .extract({ modality: 'face', position: 0, picture: await jpeg() });
  await recorded(siti, [...press(1, 1), template]);
});

const jpeg = async () => (await import('sharp')).default(picture).jpeg({ quality: 90 }).toBuffer();

/** As the intake leaves it; what that does is not tested here. */
async function recorded(nik: Nik, templates: readonly Template[], ended: string | null = null): Promise<void> {
  const packet = newId();
  const { vault } = given.house.ground;
  const { Client } = await import('pg');
  const client = new Client(given.superuser);
  await client.connect();
  await client.query(
    `insert into enrolment.recording (nik, packet_id, version, recorded_on, known_at, ended_on, end_known_at)
     values ($1, $2, 1, '2018-01-01', '2018-01-01', $3::date, $3::date)`,
    [nik, packet, ended],
  );
  for (const { modality, position, format, bytes } of templates) {
    const place = templatePlace({ packet, modality, position });
    await client.query(
      'insert into enrolment.item (nik, packet_id, modality, position, format, template) values ($1, $2, $3, $4, $5, $6)',
      [nik, packet, modality === 'face' ? 1 : 2, position, format, vault.sealForPerson(nik, place, Buffer.from(bytes))],
    );
  }
  await client.end();
}

let referred = 0;
const reference = () => `BIO-${1_000_000 + referred++}`;
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

function finger(nik: string, { position, bytes }: Pick<Template, 'position' | 'bytes'>, over: object = {}) {
  return { ...WHY, nik, finger: { position, template: base64(bytes) }, reference: reference(), ...over };
}
const byFinger = (by: Partner, body: object, headers: Record<string, string> = {}) =>
  by.ask(body, headers, '/v1/verifications/finger');

interface Stated {
  readonly claims?: object;
  readonly header?: object;
  readonly key?: Partner['key'];
}

async function face(nik: string, bytes: Buffer, { claims = {}, header = {}, key = partner.key }: Stated = {}) {
  const liveness = await new SignJWT({
    method: 'Kamera Contoh 3.1',
    kind: 'active',
    score: 97,
    decision: 'bona_fide',
    picture: hash('sha256', bytes, 'base64url'),
    iat: Math.floor(Date.now() / 1000),
    ...claims,
  })
    .setProtectedHeader({ alg: key.algorithm, kid: key.kid, typ: 'liveness+jwt', ...header })
    .sign(key.privateKey);
  return { ...WHY, nik, face: base64(bytes), liveness, reference: reference() };
}
const byFace = (body: object, by: Partner = partner) => by.ask(body, {}, '/v1/verifications/face');

describe('a finger', () => {
  test('of the person agrees, of another not; under an entry that the person sees, billed as a finger', async () => {
    const index = press(1, 2)[1]!;
    const asked = await byFinger(partner, finger(siti, index));
    bodyAnsweredShape.parse(asked.body);
    const { answer } = asked.body;
    expect([asked.status, answer.results, answer.state]).toEqual([200, { finger: { result: 'match' } }, null]);
    expect(answer.pseudonym).toMatch(/^[A-Za-z0-9_-]{22}$/);
    const stranger = await byFinger(partner, finger(siti, press(2, 2)[1]!));
    expect(stranger.body.answer.results).toEqual({ finger: { result: 'no_match' } });
    expect(stranger.text.length).toBe(asked.text.length);
    const looks = await given.system((tx) => whoLooked(tx, siti));
    const look = looks.find(({ entryId }) => entryId === answer.entry)!;
    expect(look).toMatchObject({ label: 'verification.answered', by: `partner:${partner.id}` });
    expect(readDetail(look.detail!)).toMatchObject({ results: { finger: { result: 'match' } } });
    const call = await given.system(
      async (tx) => (await tx.client.query('select * from verification.call where entry = $1', [answer.entry])).rows[0],
    );
    expect(call).toMatchObject({ method: 'finger', matched: 1, partial: 0, mismatched: 0 });
  });

  test('of another place on the hand, or of somebody absent, dead, unrecorded or elsewhere looks like a stranger’s', async () => {
    const dead = await givenResident(given);
    const unrecorded = await givenResident(given);
    const withdrawn = await givenResident(given);
    const away = await givenResident(given, { villageCode: BANDUNG });
    await recorded(dead, press(3, 1));
    await recorded(withdrawn, press(3, 1), '2018-06-01');
    await recorded(away, press(3, 1));
    await given.system((tx) =>
      tx.client.query('update resident.resident set state = 2 where nik = $1::bigint', [dead]),
    );
    const thumb = press(3, 2)[0]!;
    const jakarta = await given.partner({ ...elements(), regionCode: '31' });
    const answers = [];
    for (const nik of [siti, dead, unrecorded, withdrawn, away, ABSENT])
      answers.push(await byFinger(jakarta, finger(nik, thumb)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    for (const { body } of answers)
      expect(body.answer).toMatchObject({ state: null, results: { finger: { result: 'no_match' } } });
    expect(new Set(answers.map(({ text }) => text.length)).size).toBe(1);
    // Who may ask about the nation is told of the one elsewhere.
    expect((await byFinger(partner, finger(away, thumb))).body.answer.results.finger).toEqual({ result: 'match' });
    const regional = { kind: 'regional_government' as const, regionCode: '31' };
    const office = await given.partner(elements(), { institution: regional });
    expect((await byFinger(office, finger(away, thumb))).body.answer.results.finger).toEqual({ result: 'no_match' });
  });

  test('is scored in steps of ten only where that was agreed', async () => {
    const scored = await given.partner(elements([BODIES[0], { element: 'finger', method: 'score' }]));
    const { result, score } = (await byFinger(scored, finger(siti, press(1, 2)[1]!))).body.answer.results.finger;
    expect(result).toBe('score');
    expect(score % 10).toBe(0);
    expect(score).toBeGreaterThanOrEqual(90);
    expect((await byFinger(scored, finger(siti, press(2, 2)[1]!))).body.answer.results.finger).toEqual({
      result: 'no_match',
    });
  });

  test('cannot be held against many: no list is taken, and after ten misses about one number no more is asked', async () => {
    const guesser = await given.partner(elements());
    const one = press(2, 3)[0]!;
    const many = { ...WHY, items: [finger(siti, one)] };
    expect((await byFinger(guesser, many)).status).toBe(422);
    expect((await byFinger(guesser, { ...finger(siti, one), nik: [siti, ABSENT] })).status).toBe(422);
    const batch = {
      ...WHY,
      items: [{ nik: siti, reference: 'X', finger: { position: 1, template: base64(one.bytes) } }],
    };
    expect((await guesser.batch(batch)).status).toBe(422);
    for (let i = 0; i < 10; i++) expect((await byFinger(guesser, finger(siti, one))).status).toBe(200);
    expect(refused(await byFinger(guesser, finger(siti, press(1, 3)[0]!)))).toEqual([
      429,
      'verification.person_misses_spent',
    ]);
  });

  test('that is none, or of another place than it says, is refused by what is wrong; so is what was not granted', async () => {
    const index = press(1, 2)[1]!;
    const errors = async (body: object) => {
      const asked = await byFinger(partner, body);
      return [asked.status, asked.body.errors?.[0]?.code ?? asked.body.code];
    };
    expect(await errors(finger(siti, { position: 3, bytes: index.bytes }))).toEqual([
      422,
      'biometric.position_differs',
    ]);
    expect(await errors(finger(siti, { position: 1, bytes: Buffer.from('no record at all') }))).toEqual([
      422,
      'biometric.template_magic',
    ]);
    expect(await errors(finger(siti, { position: 1, bytes: Buffer.alloc(9_000) }))).toEqual([
      422,
      'verification.template',
    ]);
    expect(await errors({ ...finger(siti, index), finger: { position: 11, template: 'AAAA' } })).toEqual([
      422,
      'fault.too_big',
    ]);
    const without = await given.partner();
    expect(refused(await byFinger(without, finger(siti, index)))).toEqual([403, 'verification.body_not_granted']);
  });

  test('asked again under its key gets the answer of before; another finger under the same key is refused', async () => {
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const body = finger(siti, press(1, 2)[1]!);
    const first = await byFinger(partner, body, headers);
    expect((await byFinger(partner, body, headers)).body.answer).toEqual(first.body.answer);
    const other = { ...finger(siti, press(1, 2)[2]!), reference: body.reference };
    expect(refused(await byFinger(partner, other, headers))).toEqual([422, 'verification.other_question']);
  });
});

describe('a face', () => {
  test('agrees with its own recording, not with another’s; what is known of its liveness stands in the entry', async () => {
    const bytes = await jpeg();
    const asked = await byFace(await face(siti, bytes));
    expect([asked.status, asked.body.answer?.results]).toEqual([200, { face: { result: 'match' } }]);
    const entry = await given.system(
      async (tx) =>
        (await tx.client.query('select body from ledger.pending where id = $1', [asked.body.answer.entry])).rows[0]
          ?.body,
    );
    // The sequencer may have taken it away already.
    if (entry) {
      expect(JSON.parse(entry as string).facts).toMatchObject({
        fields: 'face',
        livenessMethod: 'Kamera Contoh 3.1',
        livenessKind: 'active',
        livenessScore: 97,
      });
    }
    const other = await givenResident(given);
    const embedding = normalised(Float32Array.from({ length: 1024 }, (_, n) => Math.sin(n * n)))!;
    const template = { modality: 'face', position: 0, format: 'jatidiri-face-1', quality: 90 } as const;
    await recorded(other, [{ ...template, bytes: writeFaceTemplate({ encoder: HUMAN_ENCODER, embedding }) }]);
    expect((await byFace(await face(other, bytes))).body.answer.results).toEqual({ face: { result: 'no_match' } });
    expect((await byFace(await face(ABSENT, bytes))).body.answer.results).toEqual({ face: { result: 'no_match' } });
  });

  test('without good evidence of liveness is not looked at', async () => {
    const bytes = await jpeg();
    const code = async (stated: Stated) => (await byFace(await face(siti, bytes, stated))).body.code;
    const now = Math.floor(Date.now() / 1000);
    expect(await code({ key: await givenKey() })).toBe('verification.liveness_signature');
    expect(await code({ header: { typ: 'JWT' } })).toBe('verification.liveness_signature');
    expect(await code({ claims: { score: 101 } })).toBe('verification.liveness_shape');
    expect(await code({ claims: { kind: 'none' } })).toBe('verification.liveness_shape');
    expect(await code({ claims: { picture: hash('sha256', 'another', 'base64url') } })).toBe(
      'verification.liveness_other_picture',
    );
    expect(await code({ claims: { iat: now - 301 } })).toBe('verification.liveness_old');
    expect(await code({ claims: { iat: now + 60 } })).toBe('verification.liveness_old');
    expect(await code({ claims: { decision: 'attack' } })).toBe('verification.liveness_attack');
    const { liveness: _, ...without } = await face(siti, bytes);
    expect((await byFace(without)).body.errors[0].path).toBe('liveness');
  });

  test('that is no JPEG, too large, or shows nobody is refused', async () => {
    const of = async (bytes: Buffer) => {
      const { body } = await byFace(await face(siti, bytes));
      return body.errors?.[0]?.code ?? body.code;
    };
    expect(await of(picture)).toBe('verification.jpeg');
    expect(await of(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(500_000)]))).toBe('verification.jpeg');
    expect(await of(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]))).toBe('biometric.picture_unreadable');
    expect(await of(Buffer.from([0xff, 0xd8, 0xff]))).toBe('biometric.picture_unreadable');
  });
});

test('picture and templates are left nowhere: not in the log, the entries, the bill or the marks of repeated calls', async () => {
  const probe = press(1, 2)[1]!;
  const seen = await given.system(async (tx) => {
    const read = async (text: string) => JSON.stringify((await tx.client.query(text)).rows);
    return [
      await read('select * from verification.call'),
      await read(`select entry, detail from ledger.access where detail like '%finger%' or detail like '%face%'`),
      await read(`select encode(hash, 'hex') as hash, encode(request, 'hex') as request from verification.once`),
    ].join('\n');
  });
  const written = lines.join('\n') + seen;
  const bytes = await jpeg();
  for (const each of [probe.bytes, bytes]) {
    for (const encoding of ['base64', 'hex', 'base64url'] as const)
      expect(written).not.toContain(Buffer.from(each).toString(encoding).slice(60, 100));
    expect(written).not.toContain(hash('sha256', each, 'hex'));
  }
  expect(written).not.toContain(siti);
});
