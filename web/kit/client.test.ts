import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '../../src/core/http/contract.ts';
import { openClient, requestOf, type OutgoingRequest } from './client.ts';
import { openConnection, type Unsent } from './connection.ts';
import { NotReached, Problem } from './problem.ts';

const move = contract({
  method: 'POST',
  path: '/v1/things/:thingId/move',
  summary: { id: 'Memindahkan', en: 'Move' },
  params: z.object({ thingId: z.string() }),
  query: z.object({ dry: z.boolean().optional() }),
  body: z.object({ to: z.string() }),
  output: z.object({ at: z.string().transform((text) => new Date(text)) }),
});
const look = contract({
  method: 'GET',
  path: '/v1/things',
  summary: { id: 'Melihat', en: 'Look' },
  query: z.object({ search: z.string().optional() }),
  output: z.object({ things: z.array(z.string()) }),
});

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
const done = () => json({ at: '2018-12-11T09:00:00Z' });

/** A line that answers as told, one answer a request; `null` is a request that never got one. */
function givenLine(answers: readonly (Response | null)[]) {
  const sent: OutgoingRequest[] = [];
  const pauses: number[] = [];
  const unsentWhilePausing: (readonly Unsent[])[] = [];
  const connection = openConnection();
  let now = 0;
  const client = openClient({
    connection,
    language: () => 'en',
    now: () => now,
    pause: async (ms) => {
      pauses.push(ms);
      unsentWhilePausing.push(connection.state().unsent);
      now += ms;
    },
    send: async (request) => {
      const answer = answers[sent.push(request) - 1];
      if (!answer) throw new TypeError('fetch failed');
      return answer;
    },
  });
  return { client, connection, sent, pauses, unsentWhilePausing };
}

describe('a call', () => {
  test('fills path, query and body from one flat input and encodes what goes into the address', () => {
    const input = { thingId: 'a/b', dry: true, to: 'gudang' };
    const request = requestOf(move, input, { key: 'k', language: 'id', purpose: 'service' });
    expect(request.url).toBe('/v1/things/a%2Fb/move?dry=true');
    expect(request.body).toBe('{"to":"gudang"}');
    expect(request.headers).toMatchObject({
      'Idempotency-Key': 'k',
      'Accept-Language': 'id',
      'Jatidiri-Purpose': 'service',
    });
  });
  test('that reads carries no key', () => {
    expect(requestOf(look, { search: '' }, { key: 'k', language: 'id' })).toEqual({
      method: 'GET',
      url: '/v1/things',
      headers: { 'Accept-Language': 'id', Accept: 'application/json' },
      body: null,
    });
  });
  test('gives what the contract parses', async () => {
    const { client } = givenLine([done()]);
    const answer = await client.call(move, { thingId: '1', to: 'x' });
    expect(answer.at).toEqual(new Date('2018-12-11T09:00:00Z'));
  });
});

describe('a call on a broken line', () => {
  test('is sent again with the same key at growing intervals, and is seen waiting meanwhile', async () => {
    const { client, connection, sent, pauses, unsentWhilePausing } = givenLine([null, null, null, done()]);
    await client.call(move, { thingId: '1', to: 'x' });
    expect(new Set(sent.map(({ headers }) => headers['Idempotency-Key'])).size).toBe(1);
    expect(sent).toHaveLength(4);
    expect(pauses[2]!).toBeGreaterThan(pauses[0]!);
    expect(unsentWhilePausing[0]).toMatchObject([{ since: 0, attempts: 1, writes: true }]);
    expect(connection.state()).toEqual({ reached: 'yes', lostSince: null, unsent: [] });
  });
  test('gives up at the end of its patience, says so, and leaves nothing waiting', async () => {
    const { client, connection } = givenLine([]);
    await expect(client.call(look, {})).rejects.toBeInstanceOf(NotReached);
    expect(connection.state()).toMatchObject({ reached: 'no', unsent: [] });
  });
  test('waits as long as an overloaded server asks', async () => {
    const { client, pauses } = givenLine([json({}, 503, { 'retry-after': '3' }), done()]);
    await client.call(move, { thingId: '1', to: 'x' });
    expect(pauses).toEqual([3000]);
  });
  test('sends again what a server waited too long for', async () => {
    const { client, sent } = givenLine([new Response(null, { status: 408 }), done()]);
    await client.call(move, { thingId: '1', to: 'x' });
    expect(new Set(sent.map(({ headers }) => headers['Idempotency-Key'])).size).toBe(1);
    expect(sent).toHaveLength(2);
  });
  test('waits for the same act still running, but not for another conflict', async () => {
    const running = json({ code: 'idempotency.in_progress', title: 'x' }, 409);
    const { client } = givenLine([running, done()]);
    await client.call(move, { thingId: '1', to: 'x' });
    const other = givenLine([json({ code: 'thing.moved_already', title: 'Sudah' }, 409)]);
    await expect(other.client.call(move, { thingId: '1', to: 'x' })).rejects.toMatchObject({
      code: 'thing.moved_already',
    });
  });
  test('stops at once when it is called off', async () => {
    const { client, sent } = givenLine([done()]);
    await expect(client.call(look, {}, { signal: AbortSignal.abort() })).rejects.toThrow();
    expect(sent).toHaveLength(0);
  });
});

describe('a refusal', () => {
  test('keeps its words, its faults and its number', async () => {
    const errors = [{ path: 'to', code: 'fault.required', message: 'Wajib diisi.' }];
    const body = {
      title: 'Satu isian perlu diperbaiki.',
      code: 'http.input_invalid',
      instance: 'urn:uuid:0190',
      errors,
    };
    const { client } = givenLine([json(body, 422)]);
    const refused = client.call(move, { thingId: '1', to: '' });
    await expect(refused).rejects.toBeInstanceOf(Problem);
    await expect(refused).rejects.toMatchObject({
      status: 422,
      code: body.code,
      title: body.title,
      errors,
      requestId: '0190',
    });
  });
  test('of a first run that is still to be done is not waited for', async () => {
    const { client } = givenLine([json({ code: 'http.first_run_pending', title: 'x' }, 503)]);
    await expect(client.call(look, {})).rejects.toMatchObject({ code: 'http.first_run_pending' });
  });
  test('of what takes the database too long is not asked for again at once', async () => {
    const { client, sent } = givenLine([json({ code: 'db.too_slow', title: 'x' }, 503)]);
    await expect(client.call(look, {})).rejects.toMatchObject({ code: 'db.too_slow' });
    expect(sent).toHaveLength(1);
  });
  test('in the shape of a page of some proxy is a problem all the same', async () => {
    const { client } = givenLine([new Response('<html>', { status: 413 })]);
    await expect(client.call(look, {})).rejects.toMatchObject({ status: 413, code: 'http.413' });
  });
});
