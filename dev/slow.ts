/**
 * What slow callers do to others: 5,000 connections that each send a byte a second of a question that never ends, and beside them a
 * partner that asks as usual. Shows that it goes on being answered, and that the server lets go of the slow ones. Outside `npm test`,
 * as it takes two minutes.
 *
 *     node dev/slow.ts [--connections 5000] [--seconds 60]      ends with 0 only if no honest question failed or took longer than a second,
 *                                                               and no slow connection lived on
 */
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { filledRegister } from '../bench/load/filled.ts';
import { connectPartners, tokenFor } from '../bench/load/partner.ts';
import { startServer } from '../bench/load/server.ts';
import { systemActor } from '../src/core/access/index.ts';
import { many, sql } from '../src/core/db/index.ts';

const { values } = parseArgs({
  options: { connections: { type: 'string', default: '5000' }, seconds: { type: 'string', default: '60' } },
});
const [CONNECTIONS, SECONDS] = [Number(values.connections), Number(values.seconds)];
const MOST_MS = 1_000;

const filled = await filledRegister(2_000);
const server = await startServer(filled);
try {
  const [partner] = await connectPartners(filled, server.origin, [{ signed: false }]);
  await sleep(1000);
  const authorization = `Bearer ${await tokenFor(partner!, server.origin)}`;
  const [person] = await filled.register.house.database.transact('system', systemActor('slow'), (tx) =>
    many(
      tx,
      sql<{ nik: string; name: string; birthDate: string }>`
        select lpad(nik::text, 16, '0') as nik, name, birth_date as "birthDate" from resident_read.resident where state = 1 limit 1`,
    ),
  );
  const { nik, name, birthDate } = person!;
  const why = { purpose: 'public_service', basis: 'contract', unit: 'KC Contoh', endUser: 'teller-1' };
  const question = (n: number) =>
    JSON.stringify({ ...why, nik, attributes: { name, birthDate }, reference: `TRX-${n}` });

  async function ask(n: number): Promise<{ ok: boolean; ms: number }> {
    const began = performance.now();
    const headers = { authorization, 'content-type': 'application/json' };
    const answer = await fetch(`${server.origin}/v1/verifications`, { method: 'POST', headers, body: question(n) });
    await answer.arrayBuffer();
    return { ok: answer.status === 200, ms: performance.now() - began };
  }

  const { hostname, port } = new URL(server.origin);
  const head = `POST /v1/verifications HTTP/1.1\r\nhost: ${hostname}:${port}\r\nauthorization: ${authorization}\r\ncontent-type: application/json\r\ncontent-length: 400\r\n\r\n`;
  let [open, refused, most] = [0, 0, 0];
  const crawl = (n: number) => {
    const socket: Socket = connect(Number(port), hostname);
    // Half of them crawl already in their head.
    const text = n % 2 === 0 ? head + question(n) : head;
    let at = n % 2 === 0 ? head.length : 0;
    let beat: NodeJS.Timeout | null = null;
    socket.on('connect', () => {
      most = Math.max(most, ++open);
      if (at > 0) socket.write(head);
      beat = setInterval(() => void socket.write(text[at++ % text.length]!), 1000);
      socket.once('close', () => {
        open -= 1;
        if (beat) clearInterval(beat);
      });
    });
    socket.on('data', () => {});
    socket.on('error', () => void (refused += 1));
    return socket;
  };
  const sockets: Socket[] = [];
  const began = performance.now();
  const answered: { ok: boolean; ms: number }[] = [];
  let asking = true;
  const honest = (async () => {
    for (let n = 0; asking; n++) {
      answered.push(await ask(n));
      await sleep(50);
    }
  })();
  for (let n = 0; n < CONNECTIONS; n++) {
    sockets.push(crawl(n));
    if (n % 100 === 99) await sleep(20);
  }
  await sleep(SECONDS * 1000);
  asking = false;
  await honest;
  const left = open;
  for (const socket of sockets) socket.destroy();
  const slowest = Math.max(...answered.map(({ ms }) => ms));
  const failed = answered.filter(({ ok }) => !ok).length;
  const ok = failed === 0 && slowest < MOST_MS && left === 0;
  const told = { asked: answered.length, failed, slowestMs: Math.round(slowest), slowConnections: most, left, refused };
  console.log(JSON.stringify({ ok, ...told, seconds: Math.round((performance.now() - began) / 1000) }));
  process.exitCode = ok ? 0 : 1;
} finally {
  await server.stop();
  await filled.remove();
}
