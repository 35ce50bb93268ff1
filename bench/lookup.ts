/**
 * `npm run bench -- lookup`: how many times a second the person page's data can be asked for through the interface, with
 * session, purpose and a durable ledger entry each, beside `pgbench -S` on the same server. The server is a process of its own.
 */
import { systemActor } from '../src/core/access/index.ts';
import { many, sql } from '../src/core/db/index.ts';
import { asNik } from '../src/core/id/index.ts';
import { handOutKeys, STORY_REGENCY } from '../src/simulation/journey/index.ts';
import { figure, median, type Bench } from './bench.ts';
import { filledRegister, type Filled } from './load/filled.ts';
import { openPgbench } from './load/pgbench.ts';
import { sendLoad } from './load/requests.ts';
import { pgbenchDatabase, startServer } from './load/server.ts';

const ROUNDS = 3;
const SECONDS = 5;
const CONNECTIONS = 512;
const PEOPLE = 20_000;

export const bench: Bench = async ({ size = 100_000 }) => {
  const filled = await filledRegister(size);
  try {
    const refs = await refsOf(filled);
    const pgbench = await openPgbench(await pgbenchDatabase(filled));
    const server = await startServer(filled);
    try {
      const cookie = await signIn(filled, server.origin);
      const { hostname, port } = new URL(server.origin);
      const load = {
        host: hostname,
        port: Number(port),
        connections: CONNECTIONS,
        request: (n: number) =>
          `GET /v1/residents/${refs[n % refs.length]} HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncookie: jatidiri_session=${cookie}\r\njatidiri-purpose: service\r\n\r\n`,
      };
      await sendLoad({ ...load, seconds: 2 });
      const [rates, p99s, limits]: [number[], number[], number[]] = [[], [], []];
      for (let round = 0; round < ROUNDS; round++) {
        const { perSecond, p99Ms, failed } = await sendLoad({ ...load, seconds: SECONDS });
        if (failed > 0) throw new Error(`${failed} look-ups were refused`);
        rates.push(perSecond);
        p99s.push(p99Ms);
        if (pgbench) limits.push(await pgbench.selectOnly(SECONDS));
      }
      return {
        name: 'lookup',
        size,
        figures: [
          figure('lookup.requests_per_second', median(rates), '1/s', limits.length ? median(limits) : null),
          figure('lookup.p99_ms', median(p99s), 'ms'),
        ],
        leftOut: [`two serving processes, ${CONNECTIONS} connections; client and database share the machine's cores`],
      };
    } finally {
      await server.stop();
    }
  } finally {
    await filled.remove();
  }
};

async function refsOf({ register: { house } }: Filled): Promise<string[]> {
  const rows = await house.database.transact('system', systemActor('bench'), (tx) =>
    many(
      tx,
      sql<{ nik: string }>`select lpad(nik::text, 16, '0') as nik from resident_read.resident
         where village_code between ${`${STORY_REGENCY}000000`}::bigint and ${`${STORY_REGENCY}999999`}::bigint limit ${PEOPLE}`,
    ),
  );
  return rows.map(({ nik }) => house.ground.personRefs.of(asNik(nik)));
}

async function signIn({ register, cast }: Filled, origin: string): Promise<string> {
  const { links } = await handOutKeys(register.house.database, cast, origin);
  const token = links.find((link) => link.role === 'operator')!.link.split('#')[1];
  const answer = await fetch(`${origin}/v1/session/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  const cookie = /jatidiri_session=([^;]+)/.exec(answer.headers.getSetCookie().join(';'))?.[1];
  if (!cookie) throw new Error(`nobody was signed in: ${answer.status}`);
  return cookie;
}
