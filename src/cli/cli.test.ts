import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import { givenDatabase } from '../../test/given/database.ts';
import { livingOwner } from '../core/db/embedded/owner.ts';
import { isAlive } from '../core/db/embedded/process.ts';
import { runCommandLine } from './run.ts';

const program = fileURLToPath(new URL('../main.ts', import.meta.url));
// Each command is a process of its own that loads the whole house.
vi.setConfig({ testTimeout: 60_000 });
const root = mkdtempSync(join(tmpdir(), 'jatidiri-cli-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function start(...args: string[]) {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'], cwd: root });
  const said = { out: '', err: '' };
  child.stdout.on('data', (data) => (said.out += data));
  child.stderr.on('data', (data) => (said.err += data));
  return { child, said };
}

function serverPid(cluster: string): number | null {
  try {
    return Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
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

test('wrong use ends with 2 and says what was meant', async () => {
  expect(await run('serv')).toMatchObject({ code: 2, out: '' });
  const setting = await run('serve', '--port', 'high', '--json');
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

test('a server has its folder to itself, lets commands in, and leaves nothing when asked to stop', async () => {
  const data = join(root, 'data');
  const { child, said } = start('serve', '--data', data, '--port', '0', '--roles', 'api,worker');
  await expect.poll(() => said.err, { timeout: 30_000 }).toContain('Siap / ready: ');
  expect(livingOwner(data)).toMatchObject({ kind: 'server', pid: child.pid });

  const url = /ready: (\S+)/.exec(said.err)![1]!;
  await expect.poll(async () => (await fetch(`${url}/readyz`)).status, { timeout: 20_000 }).toBe(200);
  const taken = await run('serve', '--data', join(root, 'other'), '--port', new URL(url).port, '--roles', 'api,worker');
  expect(taken.code).toBe(1);
  expect(taken.err).toContain('is in use by another process');

  const second = await run('serve', '--data', data);
  expect(second.code).toBe(1);
  expect(second.err).toContain(`jatidiri serve (proses ${child.pid})`);

  const doctor = await run('doctor', '--data', data, '--json');
  expect(JSON.parse(doctor.out)).toMatchObject({ ok: true });
  expect(doctor.code).toBe(0);

  child.kill('SIGTERM');
  await once(child, 'close');
  expect(child.exitCode).toBe(0);
  expect(livingOwner(data)).toBeNull();
});

test('asked to stop while it starts, it leaves no process behind', async () => {
  const data = join(root, 'early');
  const { child } = start('serve', '--data', data, '--port', '0', '--roles', 'api,worker');
  await expect.poll(() => serverPid(join(data, 'pg')), { timeout: 30_000, interval: 2 }).not.toBeNull();
  const pid = serverPid(join(data, 'pg'))!;
  child.kill('SIGINT');
  await once(child, 'close');
  expect(isAlive(pid)).toBe(false);
});

test('an operator’s database waits for migrate, and doctor says so', async () => {
  const empty = await givenDatabase('empty');
  const { host, port, password, user, database } = empty.superuser;
  const url = `postgres://${user}:${String(password)}@localhost:${port}/${database}?host=${encodeURIComponent(host!)}`;
  try {
    const before = await run('doctor', '--database-url', url, '--json');
    expect(before.code).toBe(1);
    expect(JSON.parse(before.out).checks).toContainEqual(
      expect.objectContaining({ name: 'database', ok: false, detail: expect.stringContaining('migrations to run') }),
    );
    expect((await run('migrate', '--database-url', url)).code).toBe(0);
    expect((await run('doctor', '--database-url', url)).code).toBe(0);
  } finally {
    await empty.drop();
  }
});
