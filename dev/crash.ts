/**
 * Promise 5: an acknowledged act is never lost. Kills PostgreSQL and the server in turn with SIGKILL while officers are added
 * through the interface, starts the server again at once, and counts at the end. Outside `npm test`, as it takes minutes.
 *
 *     node dev/crash.ts [--kills 50] [--clients 8]      50 of each; ends with 0 only if nothing was lost or half done
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openRegister } from '../src/cli/register.ts';
import { systemActor } from '../src/core/access/index.ts';
import { readConfig } from '../src/core/config/index.ts';
import { freePort } from '../src/core/db/embedded/server.ts';
import { many, sql } from '../src/core/db/index.ts';
import { verifyLedger } from '../src/core/ledger/index.ts';
import { decodeBundle } from '../src/core/ledger/log/index.ts';
import { parseEntry } from '../src/core/ledger/entry.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '50' }, clients: { type: 'string', default: '8' } },
});
const kills = Number(values.kills);
const PASSWORD = 'kuda hijau makan awan';
const MAIN = new URL('../src/main.ts', import.meta.url).pathname;
const BACK_WITHIN_MS = 15_000;

const root = mkdtempSync(join(tmpdir(), 'jatidiri-crash-'));
const data = join(root, 'data');
const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
let server = startServer();
try {
  process.exitCode = (await round()) ? 0 : 1;
} finally {
  server.kill('SIGTERM');
  if (server.exitCode === null) await once(server, 'exit');
  rmSync(root, { recursive: true, force: true });
}

function startServer(): ChildProcess & { said?: string } {
  const args = [MAIN, 'serve', '--data', data, '--port', String(port), '--roles', 'api,worker'];
  const child: ChildProcess & { said?: string } = spawn(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.said = '';
  child.stderr!.on('data', (chunk: Buffer) => (child.said += chunk.toString()));
  return child;
}

async function round(): Promise<boolean> {
  const headers = await firstAdministrator();
  /** Username to the identifier that was acknowledged. */
  const acknowledged = new Map<string, string>();
  const repeatedDifferently: string[] = [];
  let working = true;
  /** When the youngest request that was answered had been sent. */
  let answered = performance.now();

  const client = async (name: string) => {
    for (let n = 0; working; n++) {
      const username = `${name}-${n}`;
      const id = await addOfficer(username);
      if (id === null) return;
      acknowledged.set(username, id);
    }
  };

  /** Until it is answered, under the same key, as a client on a bad line does; `null` when the round ends before. */
  async function addOfficer(username: string): Promise<string | null> {
    const key = randomUUID();
    const send = () =>
      fetch(`${origin}/v1/officers`, {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': key },
        body: JSON.stringify({ username, name: 'Petugas Uji', employeeNumber: null }),
        signal: AbortSignal.timeout(20_000),
      }).then(
        async (answer) => ({
          status: answer.status,
          body: (await answer.json()) as { officerId?: string; code?: string },
        }),
        () => null,
      );
    for (;;) {
      const sent = performance.now();
      const answer = await send().catch(() => null);
      if (answer?.status === 200) {
        answered = Math.max(answered, sent);
        // Now and then asked once more: the same key gives the same answer, or none.
        const again = Math.random() < 0.05 ? await send().catch(() => null) : null;
        if (again?.status === 200 && again.body.officerId !== answer.body.officerId) repeatedDifferently.push(username);
        return answer.body.officerId!;
      }
      if (answer && answer.status < 500 && answer.status !== 409 && answer.status !== 429)
        throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
      if (!working) return null;
      await sleep(20);
    }
  }

  const clients = Array.from({ length: Number(values.clients) }, (_, i) => client(`uji.${i}`));
  const tookMs = { postgres: [] as number[], server: [] as number[] };
  for (let kill = 0; kill < 2 * kills; kill++) {
    await sleep(200 + Math.random() * 400);
    const what = kill % 2 === 0 ? 'postgres' : 'server';
    if (what === 'postgres') process.kill(serverPid(), 'SIGKILL');
    else {
      server.kill('SIGKILL');
      await once(server, 'exit');
      server = startServer();
    }
    const killed = performance.now();
    while (answered < killed) {
      if (performance.now() - killed > 4 * BACK_WITHIN_MS) throw new Error(`not back: ${server.said}`);
      await sleep(10);
    }
    tookMs[what].push(performance.now() - killed);
    process.stderr.write(`\r${kill + 1}/${2 * kills} kills, ${acknowledged.size} acts acknowledged `);
  }
  working = false;
  await Promise.all(clients);
  process.stderr.write('\n');
  server.kill('SIGTERM');
  await once(server, 'exit');

  const found = await count();
  const lost = [...acknowledged].filter(([username, id]) => found.officers.get(username) !== id);
  const halfDone = [...found.officers.keys()].filter((username) => username.startsWith('uji.')).length - found.entries;
  const slowest = {
    postgres: Math.round(Math.max(...tookMs.postgres)),
    server: Math.round(Math.max(...tookMs.server)),
  };
  const ok =
    lost.length === 0 &&
    halfDone === 0 &&
    repeatedDifferently.length === 0 &&
    found.sound &&
    Math.max(slowest.postgres, slowest.server) <= BACK_WITHIN_MS;
  const told = {
    ok,
    kills: { postgres: tookMs.postgres.length, server: tookMs.server.length },
    acknowledged: acknowledged.size,
    lost: lost.length,
    halfDone,
    repeatedDifferently: repeatedDifferently.length,
    ledgerSound: found.sound,
    slowestBackMs: slowest,
  };
  console.log(JSON.stringify(told));
  return ok;
}

/** What is there at the end: officers by name, how many entries say that one was added, and whether the ledger is sound. */
async function count() {
  const register = await openRegister(readConfig({ dataDir: data }), {
    kind: 'server',
    name: 'crash',
    onSignal: 'leave',
  });
  try {
    const { database, ground } = register.house;
    const sequencer = register.house.startSequencer(() => {});
    await sequencer.ready;
    await sequencer.stop();
    const rows = await database.transact('system', systemActor('crash'), (tx) =>
      many(tx, sql<{ id: string; username: string }>`select id, username from officer.officer`),
    );
    const verdict = await verifyLedger(ground.ledger);
    let entries = 0;
    for (let index = 0; index * 256 < verdict.size; index++) {
      const width = Math.min(256, verdict.size - index * 256);
      const bundle = decodeBundle(await ground.ledger.place.folder.tile({ level: 'entries', index, width }));
      entries += bundle
        .slice(0, width)
        .filter((bytes) => parseEntry(bytes.toString()).label === 'officer.added').length;
    }
    return { officers: new Map(rows.map((row) => [row.username, row.id])), entries, sound: verdict.ok };
  } finally {
    await register.close();
  }
}

function serverPid(): number {
  return Number(readFileSync(join(data, 'pg/postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Makes the two first administrators and gives the first one's session as headers. */
async function firstAdministrator(): Promise<Record<string, string>> {
  while (!server.said!.includes('/siapkan') && !server.said!.includes('Buka')) await sleep(50);
  const codes = [...server.said!.matchAll(/^ {2}(\S+)$/gm)].map(([, code]) => code!);
  const post = (path: string, body: unknown) =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    });
  for (const [i, code] of codes.entries())
    await post('/v1/first-run/administrators', {
      code,
      username: `admin.${i}`,
      name: 'Administrator',
      password: PASSWORD,
    });
  const answer = await post('/v1/session', { username: 'admin.0', password: PASSWORD });
  const cookies = Object.fromEntries(
    answer.headers.getSetCookie().map((line) => line.split(';')[0]!.split('=') as [string, string]),
  );
  return {
    'content-type': 'application/json',
    cookie: Object.entries(cookies)
      .map(([name, value]) => `${name}=${value}`)
      .join('; '),
    'x-csrf-token': cookies['jatidiri_csrf']!,
  };
}
