import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  captureShape,
  devicesShape,
  refusedShape,
  serviceShape,
  tokenShape,
  type Capture,
} from '../../recording/enrolment/capture-service/contract.ts';
import { readMinutiaeRecord } from '../../recording/biometric/index.ts';
import { openSimulator, type Simulator } from './door.ts';
import { Pairing } from './pairing.ts';

const ORIGIN = 'https://dukcapil.contoh';
let simulator: Simulator;
let token: string;
beforeAll(async () => {
  simulator = await openSimulator({ seed: 'uji', person: 3, origins: [ORIGIN], port: 0, paceMs: 5 });
  token = tokenShape.parse((await ask('POST', '/v1/pairing', { body: { code: simulator.code() } })).body).token;
});
afterAll(() => simulator.close());

interface Asked {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly as?: string | null;
}

// Not fetch, which neither lets a test choose its Host nor its Origin.
function ask(method: string, path: string, { body, headers = {}, as = null }: Asked = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: unknown }>((resolve, reject) => {
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const call = request(
      simulator.address + path,
      {
        method,
        headers: {
          origin: ORIGIN,
          ...(sent ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) } : {}),
          ...(as ? { authorization: `Bearer ${as}` } : {}),
          ...headers,
        },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString();
          const json = answer.headers['content-type']?.includes('json');
          resolve({ status: answer.statusCode!, headers: answer.headers, body: json ? JSON.parse(text) : text });
        });
      },
    );
    call.on('error', reject);
    call.end(sent);
  });
}

const refusal = (answer: { status: number; body: unknown }) =>
  `${answer.status} ${refusedShape.parse(answer.body).code}`;
const act = (form: Record<string, string | string[]>, origin = simulator.address) => {
  const body = new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  );
  return fetch(simulator.address, { method: 'POST', body, headers: { origin }, redirect: 'manual' });
};

async function capture(modality: string, positions: readonly number[], id: string = randomUUID()): Promise<Capture> {
  const begun = await ask('POST', '/v1/captures', { body: { id, modality, positions }, as: token });
  if (begun.status !== 201) throw new Error(refusal(begun));
  for (let tries = 0; tries < 400; tries++) {
    const { body } = await ask('GET', `/v1/captures/${id}`, { as: token });
    const seen = captureShape.parse(body);
    if (seen.state !== 'waiting' && seen.state !== 'capturing') return seen;
    await pause(10);
  }
  throw new Error('the capture does not end');
}

describe('who may drive the devices', () => {
  test('a page of the configured origin, which alone may read the answer', async () => {
    const { status, headers, body } = await ask('GET', '/v1/service');
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'access-control-allow-origin': ORIGIN, vary: 'origin' });
    expect(serviceShape.parse(body)).toMatchObject({ simulated: true, paired: false });
  });

  test.for([
    'https://dukcapil.contoh.jahat.contoh',
    'http://dukcapil.contoh',
    'https://dukcapil.contoh:8443',
    'null',
    '',
  ])('no page of %s, whatever token it has', async (origin) => {
    for (const [method, path] of [
      ['GET', '/v1/service'],
      ['OPTIONS', '/v1/captures'],
      ['POST', '/v1/captures'],
    ] as const) {
      const answer = await ask(method, path, { headers: { origin }, as: token });
      expect(refusal(answer)).toBe('403 foreign_origin');
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  test.for(['jahat.contoh', 'jahat.contoh:4310', '127.0.0.1', '127.0.0.1.contoh'])(
    'nobody who came by the name %s, which was bent to loopback',
    async (host) => {
      for (const path of ['/v1/service', '/', '/orang.jpg'])
        expect(refusal(await ask('GET', path, { headers: { host }, as: token }))).toBe('421 foreign_host');
    },
  );

  test('nobody without a token, and none that looks like one', async () => {
    for (const as of [null, 'A'.repeat(43), 'kurang']) {
      expect(refusal(await ask('GET', '/v1/devices', { as }))).toBe('401 not_paired');
      const body = { id: randomUUID(), modality: 'finger', positions: [1] };
      expect(refusal(await ask('POST', '/v1/captures', { body, as }))).toBe('401 not_paired');
    }
  });

  test('a preflight allows what the page sends, from a public page to loopback too', async () => {
    const headers = { 'access-control-request-method': 'POST', 'access-control-request-private-network': 'true' };
    const answer = await ask('OPTIONS', '/v1/captures', { headers });
    expect(answer.status).toBe(204);
    expect(answer.headers).toMatchObject({
      'access-control-allow-methods': 'GET, POST, DELETE',
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-allow-private-network': 'true',
    });
  });

  test('a code is good once; after five wrong ones a minute must pass and it is another', () => {
    let now = 0;
    const pairing = new Pairing(
      () => {},
      () => now,
    );
    const { code } = pairing;
    const paired = pairing.pair(code);
    if (!('token' in paired)) throw new Error('not paired');
    expect(pairing.knows(`Bearer ${paired.token}`)).toBe(true);
    expect(pairing.knows(paired.token)).toBe(false);
    expect(pairing.code).not.toBe(code);
    const second = pairing.code;
    const wrong = second === '00000000' ? '00000001' : '00000000';
    for (let tries = 0; tries < 4; tries++) expect(pairing.pair(wrong)).toEqual({ refused: 'code_wrong' });
    expect(pairing.pair(wrong)).toEqual({ refused: 'wait' });
    expect(pairing.pair(second)).toEqual({ refused: 'wait' });
    now += 60_001;
    expect(pairing.pair(second)).toEqual({ refused: 'code_wrong' });
    expect(pairing.pair(pairing.code)).toHaveProperty('token');
  });

  test('nobody but its own window changes who sits there', async () => {
    expect((await act({ person: '9' }, ORIGIN)).status).toBe(403);
    expect((await act({ person: '9' }, 'null')).status).toBe(403);
    const page = await (await fetch(simulator.address)).text();
    expect(page).toContain('value="3"');
    expect(page).toContain(simulator.code().slice(0, 4));
  });

  test('what is no request of the contract is refused', async () => {
    for (const body of [
      {},
      { id: 'x', modality: 'finger', positions: [1] },
      { id: randomUUID(), modality: 'finger', positions: [] },
      { id: randomUUID(), modality: 'finger', positions: [11] },
      { id: randomUUID(), modality: 'finger', positions: [1, 1] },
      { id: randomUUID(), modality: 'finger', positions: [1, 2, 3, 4, 5] },
      { id: randomUUID(), modality: 'finger', positions: [1], more: 'x'.repeat(5000) },
    ])
      expect(refusal(await ask('POST', '/v1/captures', { body, as: token }))).toBe('400 bad_request');
    const signature = { id: randomUUID(), modality: 'signature', positions: [0] };
    expect(refusal(await ask('POST', '/v1/captures', { body: signature, as: token }))).toBe('404 no_device');
  });
});

describe('a capture', () => {
  test('gives four fingers with pictures of 400 by 500 and templates of the right finger', async () => {
    const { items, state, progress } = await capture('finger', [2, 3, 4, 5]);
    expect({ state, progress }).toEqual({ state: 'done', progress: 1 });
    expect(items.map(({ position }) => position)).toEqual([2, 3, 4, 5]);
    for (const { picture, template, position, quality } of items) {
      expect(await sharp(Buffer.from(picture!.base64, 'base64')).metadata()).toMatchObject({
        format: 'png',
        width: 400,
        height: 500,
      });
      const record = readMinutiaeRecord(Buffer.from(template!.base64, 'base64'));
      expect(record.finger).toBe(position);
      expect(record.quality).toBe(quality);
    }
  });

  test('gives both irises, and a face', async () => {
    const irises = await capture('iris', [1, 2]);
    expect(irises.items.map(({ picture }) => picture!.mediaType)).toEqual(['image/png', 'image/png']);
    const [face] = (await capture('face', [0])).items;
    expect(face).toMatchObject({ modality: 'face', position: 0, template: null, quality: null });
  });

  test('asked twice is one; another meanwhile finds the device busy; cancelled it is gone', async () => {
    const body = { id: randomUUID(), modality: 'finger', positions: [7, 8] };
    await act({ person: '3', wear: '0.15', manner: 'nothing' });
    expect((await ask('POST', '/v1/captures', { body, as: token })).status).toBe(201);
    expect((await ask('POST', '/v1/captures', { body, as: token })).status).toBe(200);
    const { devices } = devicesShape.parse((await ask('GET', '/v1/devices', { as: token })).body);
    expect(devices.find(({ modality }) => modality === 'finger')?.state).toBe('busy');
    const other = { ...body, id: randomUUID() };
    expect(refusal(await ask('POST', '/v1/captures', { body: other, as: token }))).toBe('409 busy');
    expect((await ask('DELETE', `/v1/captures/${body.id}`, { as: token })).status).toBe(204);
    expect(refusal(await ask('GET', `/v1/captures/${body.id}`, { as: token }))).toBe('404 no_such_capture');
    await act({ person: '3', manner: 'still' });
  });

  test('says why nothing came: no finger, lifted too early, unplugged before and in the middle', async () => {
    await act({ manner: 'nothing' });
    expect(await capture('finger', [1])).toMatchObject({ state: 'failed', failure: 'nothing_presented', items: [] });
    await act({ manner: 'lifts' });
    expect(await capture('finger', [1])).toMatchObject({ state: 'failed', failure: 'lifted_early' });
    await act({ manner: 'still', unplugged: 'finger' });
    await expect(capture('finger', [1])).rejects.toThrow('503 device_unplugged');
    await act({ manner: 'nothing' });
    const underWay = capture('finger', [1]);
    await act({ manner: 'nothing', unplugged: 'finger' });
    expect(await underWay).toMatchObject({ failure: 'device_unplugged' });
    await act({ manner: 'still' });
  });

  test('leaves out the fingers that the body lacks', async () => {
    await act({ missing: ['3', '5'] });
    expect((await capture('finger', [2, 3, 4, 5])).items.map(({ position }) => position)).toEqual([2, 4]);
    expect(await capture('finger', [3])).toMatchObject({ failure: 'nothing_presented' });
    await act({ act: 'next' });
    expect(await (await fetch(simulator.address)).text()).toContain('value="4"');
  });
});
