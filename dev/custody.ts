/**
 * Promise 18: blanks are where the books say, and what vanishes is found. Draws movements at random through the use cases (deliveries,
 * shipments, counts, printing, spoiling, destruction, reversals) with losses that nobody tells of, and holds the books against a plain
 * model, blank by blank: several worlds at once, each with a centre, a province and five regencies of its own, in one register. Then lets
 * 64 officers ship, receive, print cards and spoil the same blanks while their connections are cut and, now and then, the whole server is
 * killed. Outside `npm test`, where a small run of both stands (`src/cards/blank/custody.test.ts`), as it takes many minutes.
 *
 *     node dev/custody.ts [--moves 100000] [--worlds 8] [--seed 18]
 *                         [--officers 64] [--rounds 30] [--kills 200] [--crashes 10]      ends with 0 only if all is found; 0 moves,
 *                                                                                         officers or rounds leave that part out
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { cutOne, isCut, tryCrowd } from '../src/cards/blank/given-crowd.ts';
import { dice, givenLineOfStores, tryCustody, type Transact } from '../src/cards/blank/given-model.ts';
import { givenWaitingPeople } from '../src/cards/card/given-printing.ts';
import { openRegister, type OpenRegister } from '../src/cli/register.ts';
import { systemActor } from '../src/core/access/index.ts';
import { readConfig } from '../src/core/config/index.ts';
import type { Tx } from '../src/core/db/index.ts';

const { values } = parseArgs({
  options: {
    moves: { type: 'string', default: '100000' },
    worlds: { type: 'string', default: '8' },
    seed: { type: 'string', default: '18' },
    officers: { type: 'string', default: '64' },
    rounds: { type: 'string', default: '30' },
    kills: { type: 'string', default: '200' },
    crashes: { type: 'string', default: '10' },
  },
});
const n = (name: keyof typeof values) => Number(values[name]);

interface Inside {
  readonly register: OpenRegister;
  readonly transact: Transact;
  readonly system: <Result>(act: (tx: Tx) => Promise<Result>) => Promise<Result>;
  readonly dataDir: string;
}

const root = mkdtempSync(join(tmpdir(), 'jatidiri-custody-'));
try {
  const custody = n('moves') > 0 ? await inRegister('custody', tryWorlds) : null;
  // Said at once: the other part takes as long again.
  if (custody) process.stderr.write(`${JSON.stringify(custody)}\n`);
  const crowd = n('officers') > 0 && n('rounds') > 0 ? await inRegister('crowd', tryOfficers) : null;
  const ok =
    (custody === null || (custody.faults.length === 0 && custody.found === custody.planted)) &&
    (crowd === null || crowd.faults.length === 0);
  console.log(JSON.stringify({ ok, custody, crowd }));
  process.exitCode = ok ? 0 : 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}

async function tryWorlds({ register, transact, system }: Inside) {
  // Nothing here is about a disk that forgets (`dev/crash.ts` is, and the crowd): it takes a third of the time.
  await asSuperuser(register, async (client) => {
    for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'])
      await client.query(`alter system set ${setting} to off`);
    await client.query('select pg_reload_conf()');
  });
  const lines = [];
  for (let world = 0; world < n('worlds'); world++) lines.push(await givenLineOfStores(system, 5, String(11 + world)));
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  let done = 0;
  const onMove = () => {
    if (++done % 500 === 0) process.stderr.write(`\r${done} movements, ${(done / seconds()).toFixed(0)} a second `);
  };
  const given = { moves: Math.ceil(n('moves') / lines.length), seed: n('seed'), onMove };
  const verdicts = await Promise.all(lines.map((line, world) => tryCustody(transact, line, { ...given, world })));
  process.stderr.write('\n');
  const sum = (of: (verdict: (typeof verdicts)[number]) => number) => verdicts.reduce((all, one) => all + of(one), 0);
  return {
    worlds: lines.length,
    moves: sum(({ moves }) => moves),
    refused: sum(({ refused }) => refused),
    planted: sum(({ planted }) => planted),
    found: sum(({ found }) => found),
    seconds: Math.round(seconds()),
    faults: verdicts.flatMap(({ faults }) => faults).slice(0, 20),
  };
}

async function tryOfficers({ register, transact, system, dataDir }: Inside) {
  const [officers, rounds, kills, seed] = [n('officers'), n('rounds'), n('kills'), n('seed')];
  const line = await givenLineOfStores(system, officers - 2);
  const blanks = officers * rounds;
  const people = { officeId: line.offices[1]!, n: Math.ceil(blanks / 2), roll: dice(seed + 1) };
  const waiting = await givenWaitingPeople(register.house, people);
  const everyNth = Math.ceil(kills / Math.max(1, n('crashes')));
  let crashes = 0;
  const kill = async (nth: number) => {
    process.stderr.write(`\r${nth + 1} of ${kills} kills `);
    if (n('crashes') > 0 && nth % everyNth === everyNth - 1) {
      process.kill(serverPid(dataDir), 'SIGKILL');
      crashes++;
    } else await asSuperuser(register, cutOne).catch(() => undefined);
  };
  const began = performance.now();
  const given = { rounds, blanks, seed, kills, kill, isCut, print: waiting.print };
  const { used, faults, ...told } = await tryCrowd(transact, line, given);
  process.stderr.write('\n');
  return {
    officers,
    ...told,
    crashes,
    used: used.length,
    seconds: Math.round((performance.now() - began) / 1000),
    faults: [...faults, ...(await waiting.faults())].slice(0, 20),
  };
}

function serverPid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'pg/postmaster.pid'), 'utf8').split('\n')[0]);
}

async function asSuperuser<Result>(
  { administration }: OpenRegister,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client(administration);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function inRegister<Result>(name: string, work: (inside: Inside) => Promise<Result>): Promise<Result> {
  const config = readConfig({ dataDir: join(root, name) });
  const register = await openRegister(config, { kind: 'server', name, onSignal: 'stop' });
  const { house } = register;
  const sequencer = house.startSequencer(() => {});
  try {
    return await work({
      register,
      transact: (actor, act) => house.database.transact('app', actor, act),
      system: (act) => house.database.transact('system', systemActor('custody'), act),
      dataDir: config.dataDir,
    });
  } finally {
    await sequencer.stop();
    await register.close();
  }
}
