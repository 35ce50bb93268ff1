import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import { givenDatabase } from '../../test/given/database.ts';
import { livingOwner } from '../core/db/embedded/owner.ts';
import { isAlive } from '../core/db/embedded/process.ts';
import { runCommandLine } from './run.ts';

const program = fileURLToPath(new URL('../main.ts', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'jatidiri-cli-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function start(...args: string[]) {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'], cwd: root });
  const said = { out: '', err: '' };
  child.stdout.on('data', (data) => (said.out += data));
  child.stderr.on('data', (data) => (said.err += data));
  return { child, said };
}

/** Null also in the moment when PostgreSQL has made the file and not yet written into it. */
function serverPid(cluster: string): number | null {
  try {
    return Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]) || null;
  } catch {
    return null;
  }
}

async function run(...args: string[]) {
  const { child, said } = start(...args);
  const [code] = (await once(child, 'close')) as [number];
  return { code, ...said };
}

test('help is in Indonesian first and names the exit codes', async () => {
  const { code, out } = await run('--help');
  expect(code).toBe(0);
  expect(out).toMatch(/Register penduduk.*\/ an open population register/s);
  expect(out).toContain('salah pakai / wrong use');
});

/** As `run`, in this process: a second or two less each. */
async function runHere(...args: string[]) {
  const said = { out: '', err: '' };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((said.out += String(text))));
  const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((said.err += String(text))));
  try {
    return { code: await runCommandLine(args), ...said };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

test('wrong use ends with 2 and says what was meant, also to a program', async () => {
  const unknown = await runHere('serv');
  expect(unknown).toMatchObject({ code: 2, out: '', err: expect.stringContaining("tidak ada perintah 'serv'") });
  const option = await runHere('doctor', '--jauh', '--json');
  expect(option.code).toBe(2);
  expect(JSON.parse(option.out)).toMatchObject({ code: 'wrong_use', texts: { id: "tidak ada opsi '--jauh'" } });
  const missing = await runHere('card', 'trace', '500000001');
  expect([missing.code, missing.err]).toEqual([2, expect.stringContaining("opsi '--as <officer>' harus disebutkan")]);
  const folder = await runHere('found', 'import', root, '--place', 'Sawah', '--as', 'x');
  expect([folder.code, folder.err]).toEqual([2, expect.stringContaining('adalah folder, bukan berkas')]);
  const setting = await runHere('serve', '--port', 'high', '--json');
  expect(setting.code).toBe(2);
  expect(JSON.parse(setting.out)).toMatchObject({
    code: 'config.invalid',
    texts: { id: expect.stringContaining('JATIDIRI_PORT') },
  });
});

test('a finished demo is never taken for another: other residents or another seed are wrong use, and nothing is lost', async () => {
  const data = join(root, 'demo');
  mkdirSync(data);
  const story = JSON.stringify({ residents: 5000, seed: 1, complete: true, clockAt: '2018-12-11T09:00:00.000Z' });
  writeFileSync(join(data, 'story.json'), story);
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  for (const asked of [
    ['--residents', '6000'],
    ['--residents', '5000', '--seed', '2'],
  ]) {
    expect(await runCommandLine(['demo', '--data', data, ...asked])).toBe(2);
    const lines = said.mock.calls.join();
    expect(lines).toContain('sudah ada peragaan dengan 5.000 penduduk, bibit 1');
    expect(lines).toContain('choose another folder with --data');
    said.mockClear();
  }
  said.mockRestore();
  expect(readFileSync(join(data, 'story.json'), 'utf8')).toBe(story);
});

test('a command that only looks makes no register under a mistyped name, and a demo enters no real one', async () => {
  const data = join(root, 'salah-ketik');
  const { code, err } = await runHere('ledger', 'verify', '--data', data);
  expect([code, err]).toEqual([1, expect.stringContaining('Tidak ada register di')]);
  const list = join(root, 'kartu.csv');
  writeFileSync(list, 'nik,state,printed_on\n3175074508909001,VALID,2013-02-03\n');
  const cards = await runHere('card', 'import', list, '--data', data);
  expect([cards.code, cards.err]).toEqual([1, expect.stringContaining('Tidak ada register di')]);
  const text = await runHere('statement', 'check', list, '--data', data);
  expect([text.code, text.err]).toEqual([1, expect.stringContaining('Tidak ada register di')]);
  expect(existsSync(data)).toBe(false);
  mkdirSync(join(data, 'pg'), { recursive: true });
  const demo = await runHere('demo', '--data', data, '--residents', '5000', '--exit');
  expect([demo.code, demo.err]).toEqual([1, expect.stringContaining('register sungguhan')]);
  expect(readdirSync(data)).toEqual(['pg']);
});

/** The processes of the program that this one started; PostgreSQL is another program. */
function crewOf(pid: number): number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const lines = stdout.split('\n').map((line) => line.trim().split(/\s+/));
  return lines
    .filter(([, parent, ...args]) => Number(parent) === pid && args.includes('serve'))
    .map(([own]) => Number(own));
}

test('a server has its folder to itself, lets commands in, and leaves nothing when asked to stop', async () => {
  const data = join(root, 'data');
  const { child, said } = start(
    'serve',
    '--data',
    data,
    '--port',
    '0',
    '--roles',
    'api,worker',
    '--processes',
    '2',
    '--json',
  );
  await expect.poll(() => said.err).toContain('Siap / ready: ');
  await expect.poll(() => said.out).toContain('\n');
  expect(JSON.parse(said.out)).toMatchObject({ ok: true, pid: child.pid });
  expect(livingOwner(data)).toMatchObject({ kind: 'server', pid: child.pid });

  const url = /ready: (\S+)/.exec(said.err)![1]!;
  await expect.poll(async () => (await fetch(`${url}/readyz`)).status).toBe(200);
  const taken = await runHere(
    'serve',
    '--data',
    join(root, 'early'),
    '--port',
    new URL(url).port,
    '--roles',
    'api,worker',
  );
  expect(taken.code).toBe(1);
  expect(taken.err).toContain('is in use by another process');

  const second = await runHere('serve', '--data', data);
  expect(second.code).toBe(1);
  expect(second.err).toContain(`jatidiri serve (proses ${child.pid})`);

  const doctor = await runHere('doctor', '--data', data, '--json');
  expect(JSON.parse(doctor.out)).toMatchObject({ ok: true });
  expect(doctor.code).toBe(0);

  // One of the two that answer is killed: who was connected to it comes back and is answered.
  const crew = crewOf(child.pid!);
  expect(crew).toHaveLength(2);
  process.kill(crew[0]!, 'SIGKILL');
  const asked = () => fetch(`${url}/healthz`).then(({ status }) => status, String);
  await expect.poll(asked).toBe(200);

  child.kill('SIGTERM');
  await once(child, 'close');
  expect(child.exitCode).toBe(0);
  expect(livingOwner(data)).toBeNull();
  expect(crew.filter(isAlive)).toEqual([]);
});

test('asked to stop while it starts, it leaves no process behind', async () => {
  const data = join(root, 'early');
  const { child } = start('serve', '--data', data, '--port', '0', '--roles', 'api,worker');
  let pid: number | null = null;
  await expect.poll(() => (pid = serverPid(join(data, 'pg'))), { interval: 2 }).not.toBeNull();
  child.kill('SIGINT');
  await once(child, 'close');
  expect(isAlive(pid!)).toBe(false);
});

test('an operator’s database waits for migrate, and doctor says so', async () => {
  const empty = await givenDatabase('empty');
  const { host, port, password, user, database } = empty.superuser;
  const url = `postgres://${user}:${String(password)}@localhost:${port}/${database}?host=${encodeURIComponent(host!)}`;
  try {
    const before = await runHere('doctor', '--database-url', url, '--json');
    expect(before.code).toBe(1);
    expect(JSON.parse(before.out).checks).toContainEqual(
      expect.objectContaining({ name: 'database', ok: false, detail: expect.stringContaining('migrations to run') }),
    );
    expect((await run('migrate', '--database-url', url)).code).toBe(0);
    expect((await runHere('doctor', '--database-url', url)).code).toBe(0);
  } finally {
    await empty.drop();
  }
});
