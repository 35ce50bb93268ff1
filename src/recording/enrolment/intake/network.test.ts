import { createHash, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { givenResident } from '../../../../test/given/people.ts';
import { patiently } from '../../../../test/given/patience.ts';
import { one, sql } from '../../../core/db/index.ts';
import { givenEnrolment, NOW } from '../given-enrolment.ts';

const given = await givenEnrolment();
// Entries that nobody numbers would stop what discloses after ten seconds, and on a busy machine this takes longer.
const sequencer = given.house.startSequencer((fault) => {
  throw fault;
});
afterAll(() => sequencer.stop());
const port = Number(new URL(await given.app.listen({ host: '127.0.0.1', port: 0 })).port);
const PIECE = 1024 * 1024;

interface Packet {
  readonly id: string;
  readonly bytes: Uint8Array;
}

const json = { 'content-type': 'application/json' };

function announcement({ id, bytes }: Packet) {
  const digest = createHash('sha256').update(bytes).digest('hex');
  const { station, centreKey } = given;
  const capturedAt = '2018-12-11T08:30:00.000Z';
  const body = { id, station: station.id, centreKey, capturedAt, size: bytes.length, digest, clock: NOW };
  return request('POST', '/v1/packets', Buffer.from(JSON.stringify(body)), json);
}

function piece({ id, bytes }: Packet, at: number) {
  const boundary = randomUUID();
  const type = 'content-type: application/octet-stream';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="piece"\r\n${type}\r\n\r\n`;
  const body = [Buffer.from(head), bytes.subarray(at, at + PIECE), Buffer.from(`\r\n--${boundary}--\r\n`)];
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  return request('PUT', `/v1/packets/${id}/pieces/${at}`, Buffer.concat(body), headers);
}

const completion = ({ id }: Packet) => request('POST', `/v1/packets/${id}/completion`, Buffer.from('{}'), json);

/** What goes over the wire, as a station's browser sends it. */
function request(method: string, path: string, body: Buffer, headers: Record<string, string>): Buffer {
  const all = {
    host: `127.0.0.1:${port}`,
    'idempotency-key': randomUUID(),
    'jatidiri-purpose': 'service',
    'content-length': String(body.length),
    connection: 'close',
    ...given.operator.headers,
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`), body]);
}

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** Sends it all and reads the answer; where the line was closed without one, or the server waited too long for what was sent, it is sent again. */
const send = (bytes: Buffer) =>
  patiently(
    () => sendOnce(bytes),
    ({ status, body }) => status === 0 || status === 408 || body['code'] === 'ledger.behind',
  );

function sendOnce(bytes: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    let failed = false;
    socket.on('error', (fault: NodeJS.ErrnoException) => {
      failed = true;
      if (fault.code === 'ECONNRESET' || fault.code === 'EPIPE') resolve({ status: 0, body: {} });
      else reject(fault);
    });
    socket.on('close', () => {
      if (failed) return;
      const body = /\{.*\}/s.exec(answer)?.[0] ?? '{}';
      resolve({ status: Number(answer.slice(9, 12)) || 0, body: JSON.parse(body) as Record<string, unknown> });
    });
  });
}

/** Sends a part of it and cuts the line, as where a cable is pulled out; after `share` 1 before the answer is read. */
async function cut(bytes: Buffer, share: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  await new Promise((resolve) => socket.once('connect', resolve));
  await new Promise((resolve) => socket.write(bytes.subarray(0, Math.ceil(bytes.length * share)), resolve));
  socket.resetAndDestroy();
  await pause(20);
}

/** Once everything that was cut has ended: how often the packet counts. */
async function counts({ id }: Packet) {
  return given.system((tx) =>
    one<{ packets: number; steps: number; recordings: number; intakes: number }>(
      tx,
      sql`select (select count(*)::int from enrolment.packet where id = ${id}) as packets,
                 (select count(*)::int from enrolment.packet_step where packet_id = ${id}) as steps,
                 (select count(*)::int from enrolment.recording where packet_id = ${id}) as recordings,
                 (select count(*)::int from enrolment.intake where id = ${id}) as intakes`,
    ),
  );
}

describe('the line is cut in the middle of a request over the real server, and the station goes on', () => {
  // In the request line and heads, at the head's end, in the body, a byte before its end, and after all of it was sent.
  test.for([0.001, 0.3, 0.7, 0.999_999, 1])('after %d of each of announcement, piece and end', async (share) => {
    const nik = await givenResident(given);
    const packet = await given.packet(nik, { padding: 1_400_000 });
    await cut(announcement(packet), share);
    const announced = await send(announcement(packet));
    expect(announced).toMatchObject({ status: 200, body: { state: 'receiving' } });
    let { received, state } = announced.body;
    while (Number(received) < packet.bytes.length) {
      await cut(piece(packet, Number(received)), share);
      // What came of it stands; else it is sent again from there.
      const receipt = (await send(announcement(packet))).body;
      expect([received, Number(received) + PIECE, packet.bytes.length]).toContain(receipt['received']);
      const at = Number(receipt['received']);
      if (at >= packet.bytes.length) break;
      ({ received } = (await send(piece(packet, at))).body);
    }
    await cut(completion(packet), share);
    const ended = await send(completion(packet));
    expect(ended).toMatchObject({ status: 200, body: { state: 'taken', status: 'RECEIVED_AT_CENTRAL' } });
    ({ state } = (await send(completion(packet))).body);
    expect(state).toBe('taken');
    expect(await counts(packet)).toEqual({ packets: 1, steps: 4, recordings: 1, intakes: 1 });
  });
});
