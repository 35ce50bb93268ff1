/**
 * `npm run bench -- verification`: how many checks a second partners get through the interface, with token, grant, three attributes
 * and an entry that is durable before the answer, beside `pgbench -S` on the same server; one by one, in batches, signed; and how
 * soon a decision cuts a partner off under that load.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { systemActor } from '../src/core/access/index.ts';
import { many, sql } from '../src/core/db/index.ts';
import { givenSignature } from '../src/sharing/verification/token/given-keys.ts';
import type { Nik } from '../src/core/id/index.ts';
import { figure, median, type Bench } from './bench.ts';
import { citizenView } from './citizen.ts';
import { filledRegister, type Filled } from './load/filled.ts';
import { connectPartners, tokenFor, type LoadPartner } from './load/partner.ts';
import { openPgbench } from './load/pgbench.ts';
import { sendLoad, type Load, type LoadResult } from './load/requests.ts';
import { pgbenchDatabase, startServer, type Server } from './load/server.ts';

const ROUNDS = 3;
const SECONDS = 5;
const CONNECTIONS = 64;
const BATCH = 100;
const BATCH_CONNECTIONS = 8;
const PEOPLE = 20_000;
/** A signature lives a minute; so many are made before a round, so that making them costs the round nothing. */
const SIGNED_A_ROUND = 40_000;

export const bench: Bench = async ({ size = 100_000 }) => {
  const filled = await filledRegister(size);
  try {
    const people = await peopleOf(filled);
    const pgbench = await openPgbench(await pgbenchDatabase(filled));
    const server = await startServer(filled, (process.env['JATIDIRI_BENCH_NODE'] ?? '').split(' ').filter(Boolean));
    try {
      const [plain, signing] = await connectPartners(filled, server.origin, [{ signed: false }, { signed: true }]);
      // Twice a second the processes look who may ask.
      await pause(1000);
      const token = await tokenFor(plain!, server.origin);
      const checks = checksOf(people);
      const single = loadOf(server, token, '/v1/verifications', checks, CONNECTIONS);
      const batch = loadOf(server, token, '/v1/verifications/batch', batchesOf(people), BATCH_CONNECTIONS);
      const measured = { single: [] as Measured[], batch: [] as Measured[], signed: [] as LoadResult[] };
      const limits: number[] = [];
      await sendLoad({ ...single, seconds: 2 });
      for (let round = 0; round < ROUNDS; round++) {
        measured.single.push(await measure(server, single));
        if (pgbench) limits.push(await pgbench.selectOnly(SECONDS));
        measured.batch.push(await measure(server, batch));
        const signed = await signedLoad(server, signing!, checks);
        measured.signed.push(allAnswered(await sendLoad(signed), signed));
      }
      const view = await citizenView(filled, people[0]!.nik as Nik, plain!.id);
      const cutoff = await cutOff(plain!, single);
      const limit = limits.length > 0 ? median(limits) : null;
      const rate = (results: readonly LoadResult[]) => median(results.map(({ perSecond }) => perSecond));
      const cpu = measured.single.flatMap(({ cpuUs }) => cpuUs ?? []);
      const batchCpu = measured.batch.flatMap(({ cpuUs }) => (cpuUs === null ? [] : cpuUs / BATCH));
      return {
        name: 'verification',
        size,
        figures: [
          figure('verification.checks_per_second', rate(measured.single), '1/s', limit),
          figure('verification.p99_ms', median(measured.single.map(({ p99Ms }) => p99Ms)), 'ms'),
          figure('verification.cpu_us', cpu.length > 0 ? median(cpu) : Number.NaN, 'µs'),
          figure('verification.batch_checks_per_second', rate(measured.batch) * BATCH, '1/s', limit),
          figure('verification.batch_cpu_us', batchCpu.length > 0 ? median(batchCpu) : Number.NaN, 'µs'),
          figure('verification.signed_checks_per_second', rate(measured.signed), '1/s', limit),
          figure('verification.cutoff_seconds', cutoff, 's'),
          view,
        ],
        leftOut: [
          `two serving processes, ${CONNECTIONS} connections, batches of ${BATCH} over ${BATCH_CONNECTIONS}; client and database share the machine's cores`,
          `${refused} checks were refused because a process could not look in time who may ask`,
          'signed checks: the request is signed too (RFC 9421), as one agreement demands both',
          'citizen.view_p95_ms: 10,000 entries of one person, twenty of others between two of them; with session, own entry and words, without rendering',
        ],
      };
    } finally {
      await server.stop();
    }
  } finally {
    await filled.remove();
  }
};

interface Person {
  readonly nik: string;
  readonly name: string;
  readonly birthDate: string;
  readonly sex: number;
}

async function peopleOf({ register: { house } }: Filled): Promise<Person[]> {
  return house.database.transact('system', systemActor('bench'), (tx) =>
    many(
      tx,
      sql<Person>`select lpad(nik::text, 16, '0') as nik, name, birth_date as "birthDate", sex
         from resident_read.resident where state = 1 order by nik % 9973, nik limit ${PEOPLE}`,
    ),
  );
}

/** Stands where each call gets a reference of its own: the same one with the same question would be one call that comes again. */
const REFERENCE = 'TRX-????????';
let referred = 0;
const ownReference = () => `TRX-${String(referred++).padStart(8, '0')}`;

const WHY = { purpose: 'public_service', basis: 'contract', unit: 'KC Contoh 017', endUser: 'teller-0042' };
const itemOf = ({ nik, name, birthDate, sex }: Person, n: number) => ({
  nik,
  attributes: { name, birthDate, sex: String(sex) },
  reference: n === 0 ? REFERENCE : `TRX-${String(n).padStart(8, '0')}`,
});
const checksOf = (people: readonly Person[]) =>
  people.map((person) => JSON.stringify({ ...WHY, ...itemOf(person, 0) }));

function batchesOf(people: readonly Person[]): string[] {
  return Array.from({ length: Math.floor(people.length / BATCH) }, (_, n) =>
    JSON.stringify({ ...WHY, items: people.slice(n * BATCH, (n + 1) * BATCH).map(itemOf) }),
  );
}

function loadOf({ origin }: Server, token: string, path: string, bodies: readonly string[], connections: number): Load {
  const { hostname, port, host } = new URL(origin);
  const requests = bodies.map((body) => requestText({ host, path, authorization: `Bearer ${token}`, body }));
  const request = (n: number) => requests[n % requests.length]!.replace(REFERENCE, ownReference());
  return { host: hostname, port: Number(port), connections, seconds: SECONDS, request };
}

function requestText(given: {
  host: string;
  path: string;
  authorization: string;
  body: string;
  more?: string;
}): string {
  const { host, path, authorization, body, more = '' } = given;
  return (
    `POST ${path} HTTP/1.1\r\nhost: ${host}\r\nauthorization: ${authorization}\r\ncontent-type: application/json\r\n` +
    `${more}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  );
}

/** Each request with a signature of its own, made a moment before. */
async function signedLoad(server: Server, partner: LoadPartner, checks: readonly string[]): Promise<Load> {
  const { host, hostname, port } = new URL(server.origin);
  const path = '/v1/verifications';
  const authorization = `Bearer ${await tokenFor(partner, server.origin)}`;
  const requests = Array.from({ length: SIGNED_A_ROUND }, (_, n) => {
    const body = checks[n % checks.length]!.replace(REFERENCE, ownReference());
    const headers = givenSignature(partner.key, {
      method: 'POST',
      url: `${server.origin}${path}`,
      authorization,
      body,
    });
    const more = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    return requestText({ host, path, authorization, body, more: more.join('') });
  });
  const request = (n: number) => {
    if (n >= requests.length) throw new Error('more signed requests were sent than made');
    return requests[n]!;
  };
  return { host: hostname, port: Number(port), connections: CONNECTIONS, seconds: 3, request };
}

interface Measured extends LoadResult {
  /** Of the processes that answer, for one request. */
  readonly cpuUs: number | null;
}

async function measure(server: Server, load: Load): Promise<Measured> {
  const before = server.cpuMs();
  const result = allAnswered(await sendLoad(load), load);
  const after = server.cpuMs();
  const requests = result.perSecond * load.seconds;
  return { ...result, cpuUs: before === null || after === null ? null : ((after - before) * 1000) / requests };
}

/** A process that could not look who may ask for three seconds refuses; on a busy machine that happens, and is stated. */
const MOST_REFUSED = 0.005;
let refused = 0;

function allAnswered<Result extends LoadResult>(result: Result, { seconds }: Pick<Load, 'seconds'>): Result {
  const { failed, perSecond, refusal } = result;
  if (failed > MOST_REFUSED * perSecond * seconds) throw new Error(`${failed} checks were refused: ${refusal}`);
  refused += failed;
  return result;
}

/** Seconds from the commit of the decision to the last answer that was still given. */
async function cutOff(partner: LoadPartner, load: Load): Promise<number> {
  let lastAnswer = 0;
  const sending = sendLoad({
    ...load,
    heard: (ok) => {
      if (ok) lastAnswer = performance.now();
    },
  });
  await pause(2000);
  await partner.cutOff();
  const decided = performance.now();
  await sending;
  return Math.max(0, lastAnswer - decided) / 1000;
}
