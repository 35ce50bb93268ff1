import { execFile, spawnSync, type ChildProcess } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { run, sql } from '../../core/db/index.ts';
import { newId } from '../../core/id/index.ts';
import { proposeRestoration, suspendAtOnce, watchReports } from '../partner/index.ts';
import { givenKey } from '../verification/token/given-keys.ts';
import { ping, replay, replayFailed, viewDeliveries } from './delivery/delivery.ts';
import {
  addEndpoint,
  changeEvents,
  removeEndpoint,
  rotateSecret,
  switchEndpoint,
  viewEndpoints,
} from './endpoint/endpoint.ts';
import { raise, raiseForAll } from './event/raise.ts';
import { CHOICES } from './event/rules.ts';
import { givenWebhook, personOf, type GivenWebhook, type Received } from './given-webhook.ts';
import { endpointsStopped } from './notice.ts';
import { takeUp } from './send/job.ts';
import { forgetEvents } from './send/sql.ts';
import { watchTerms, watchUse } from './watch/watch.ts';

const NOW = new Date('2018-12-11T09:00:00Z');
const HOUR = 3_600_000;
let given: GivenWebhook;
let id: string;

beforeAll(async () => (given = await givenWebhook()));
/** An institution of its own for each: five endpoints are all that one may have. */
beforeEach(async () => ([id] = (await given.institutions(1)) as [string]));

const received = (endpointId: string) => given.receiver.received.filter(({ path }) => path === `/${endpointId}`);

/** As the specification has a receiver check it, in its own words. */
function isSigned({ headers, body }: Received, secret: string): boolean {
  const words = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  return String(headers['webhook-signature'])
    .split(' ')
    .includes(`v1,${createHmac('sha256', key).update(words).digest('base64')}`);
}

const lifted = (institutionId: string) => ({ kind: 'pace.lifted' as const, institutionId, data: {} });
const told = (institutionId: string) => given.system((tx) => raise(tx, [lifted(institutionId)]));

describe('what happens', () => {
  test('is told by the act itself or not at all, signed, to whoever chose it and to nobody else', async () => {
    const partner = await given.partner();
    const hears = await given.endpoint(partner.id);
    const deaf = await given.endpoint(partner.id, { events: ['maintenance.ended'] });
    const other = await given.endpoint(id);
    const stop = {
      id: partner.cooperationId,
      cause: 'security' as const,
      reason: 'Kunci terlihat di tempat umum',
      substitute: null,
    };
    const undone = given.act(async (tx) => {
      await suspendAtOnce(tx, given.actor, stop);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await given.deliveries(hears.id)).toEqual([]);

    const workers = await given.house.startWorkers(2);
    try {
      await given.act((tx) => suspendAtOnce(tx, given.actor, stop));
      await expect.poll(() => received(hears.id).length).toBe(1);
    } finally {
      await workers.stop();
    }
    const [came] = received(hears.id) as [Received];
    expect(isSigned(came, hears.secret)).toBe(true);
    expect(Math.abs(Number(came.headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(300);
    expect(came.headers['content-type']).toBe('application/json');
    expect(JSON.parse(came.body)).toMatchObject({
      type: 'access.suspended',
      timestamp: NOW.toISOString(),
      data: { cooperation: partner.cooperationId, cause: 'security', code: 'partner.suspended_security' },
    });
    expect(await given.deliveries(hears.id)).toMatchObject([{ state: 'DELIVERED', tries: 1, outcome: 'ok' }]);
    for (const each of [deaf, other]) expect(await given.deliveries(each.id)).toEqual([]);
    // By policy another institution sees neither addresses nor deliveries, and changes nothing of them.
    await given.transact(other.actor, async (tx) => {
      expect(await viewEndpoints(tx, partner.id)).toEqual([]);
      expect(await viewDeliveries(tx, partner.id, { onlyFailed: false, endpointId: null })).toEqual([]);
      expect(await run(tx, sql`update webhook.endpoint set state = 'OFF', why = 'own' where id = ${hears.id}`)).toBe(0);
    });
  });

  test('to whoever is suspended is that alone, also of what waited already', async () => {
    const partner = await given.partner();
    const { id: endpoint, actor } = await given.endpoint(partner.id);
    await told(partner.id);
    await given.act((tx) =>
      suspendAtOnce(tx, given.actor, {
        id: partner.cooperationId,
        cause: 'misuse',
        reason: 'Diperiksa lebih dahulu',
        substitute: null,
      }),
    );
    await told(partner.id);
    await expect(
      given.transact(actor, (tx) => ping(tx, actor, { institutionId: partner.id, id: endpoint })),
    ).rejects.toThrow('webhook.institution_stopped');
    await given.work(endpoint);
    expect(await given.deliveries(endpoint)).toMatchObject([
      { kind: 'pace.lifted', state: 'FAILED', outcome: 'institution_stopped', tries: 0 },
      { kind: 'access.suspended', state: 'DELIVERED' },
    ]);
    const page = (await given.page(partner.id)) as { passes: { suspensions: { id: string }[] }[] };
    const suspensions = page.passes[0]!.suspensions.map((each) => each.id);
    const { proposalId } = await given.act((tx) =>
      proposeRestoration(tx, given.actor, { suspensions, reason: 'Pemeriksaan selesai, tidak terbukti' }),
    );
    await given.ok(given.approve(given.bagus, proposalId));
    await told(partner.id);
    await given.work(endpoint);
    const after = await given.deliveries(endpoint);
    expect(after.slice(2).map(({ kind, state }) => [kind, state])).toEqual([
      ['access.restored', 'DELIVERED'],
      ['pace.lifted', 'DELIVERED'],
    ]);
  });

  test('is told whoever did it: an officer, the institution, the clock of another room', async () => {
    const partner = await given.partner();
    const { id: endpoint } = await given.endpoint(partner.id);
    await given.addKey(partner.id, await givenKey('ES256'));
    given.clock.moveTo(new Date('2019-01-02T09:00:00Z'));
    await given.system((tx) => watchReports(tx));
    given.clock.moveTo(NOW);
    const { grants } = ((await given.page(partner.id)) as { passes: { grants: { id: string }[] }[] }).passes[0]!;
    const path = `/v1/partners/grants/${grants[0]!.id}/ending`;
    await given.ok(given.dian.call('POST', path, { reason: 'Tidak dipakai lagi oleh lembaga' }));
    const all = (await given.deliveries(endpoint)).map(({ body }) => JSON.parse(body));
    expect(all.map(({ type }) => String(type)).toSorted()).toEqual(['access.grant_ended', 'key.added', 'report.due']);
    expect(all.find(({ type }) => type === 'report.due').data).toMatchObject({
      semester: '2018-2',
      dueOn: '2019-01-10',
    });
  });

  test('by the clock alone is told once: an end that comes near, a quota that is nearly spent, a balance that was refused', async () => {
    const partner = await given.partner({ dailyQuota: 10, validUntil: '2019-01-09' as never });
    const { id: endpoint } = await given.endpoint(partner.id);
    await given.system(async (tx) => {
      await run(
        tx,
        sql`insert into verification.quota (grant_id, day, taken)
            select g.grant_id, '2018-12-11', 8 from partner_read.access_grant g where g.institution_id = ${partner.id}`,
      );
      await run(
        tx,
        sql`insert into verification.refused_hour values (${partner.id}, ${NOW}, 'verification.balance_spent', 3)`,
      );
    });
    for (const _ of [1, 2]) {
      await given.system(watchTerms);
      await given.system(watchUse);
    }
    const first = (await given.deliveries(endpoint)).map(({ body }) => JSON.parse(body));
    expect(first.map(({ type }) => String(type)).toSorted()).toEqual([
      'balance.empty',
      'grant.expiring',
      'quota.near_end',
    ]);
    expect(first.find(({ type }) => type === 'grant.expiring').data).toMatchObject({ until: '2019-01-09', days: 29 });
    given.clock.moveTo(new Date('2019-01-03T09:00:00Z'));
    await given.system(watchTerms);
    expect(
      (await given.deliveries(endpoint)).map(({ kind }) => kind).filter((kind) => kind.endsWith('expiring')),
    ).toEqual(['grant.expiring', 'grant.expiring']);
    given.clock.moveTo(NOW);
  });

  test('to the nation is told to every institution that listens', async () => {
    const { id: endpoint } = await given.endpoint(id, { events: ['maintenance.announced'] });
    const data = { maintenance: newId(), from: NOW.toISOString(), until: new Date(NOW.getTime() + HOUR).toISOString() };
    await given.transact(given.actor, (tx) => raiseForAll(tx, { kind: 'maintenance.announced', data }));
    expect((await given.deliveries(endpoint)).map(({ kind }) => kind)).toEqual(['maintenance.announced']);
  });
});

describe('sent anew', () => {
  test('an event is the same one, under the same id, at a new time; both secrets sign while one follows the other', async () => {
    const { id: endpoint, actor, secret, institutionId } = await given.endpoint(id);
    const which = { institutionId, id: endpoint };
    await told(id);
    await given.work(endpoint);
    const form = newId();
    const rotate = () => given.transact(actor, (tx) => rotateSecret(tx, actor, { ...which, form }));
    const { secret: second } = await rotate();
    // The form that is sent twice makes one secret; another one has to wait.
    expect(await rotate()).toEqual({ secret: second });
    await expect(given.transact(actor, (tx) => rotateSecret(tx, actor, { ...which, form: newId() }))).rejects.toThrow(
      'webhook.secret_turning',
    );
    const [first] = received(endpoint) as [Received];
    const eventId = String(first.headers['webhook-id']);
    await given.transact(actor, (tx) => replay(tx, actor, { ...which, eventId }));
    await given.transact(actor, (tx) => replay(tx, actor, { ...which, eventId }));
    await given.work(endpoint);
    given.clock.moveTo(new Date(NOW.getTime() + 25 * HOUR));
    await given.transact(actor, (tx) => replay(tx, actor, { ...which, eventId }));
    await given.work(endpoint);
    const all = received(endpoint);
    expect(all.map(({ headers, body }) => [headers['webhook-id'], body])).toEqual(Array(3).fill([eventId, first.body]));
    expect(all.map((each) => [isSigned(each, secret), isSigned(each, second)])).toEqual([
      [true, false],
      [true, true],
      [false, true],
    ]);
    expect(await given.deliveries(endpoint)).toMatchObject([{ state: 'DELIVERED', tries: 3 }]);
    await expect(given.transact(actor, (tx) => replay(tx, actor, { ...which, eventId: newId() }))).rejects.toThrow(
      'webhook.nothing_to_replay',
    );
    given.clock.moveTo(NOW);
  });
});

describe('an endpoint that does not answer well', () => {
  test('is tried by the schedule, given up after five days, told of to its people, and sent what it missed when it is on again', async () => {
    const { id: endpoint, actor, institutionId } = await given.endpoint(id);
    const heard: string[] = [];
    const { notices } = given.house.ground;
    const listenersOf = notices.listenersOf.bind(notices);
    Object.assign(notices, {
      listenersOf: (notice: { name: string }) => {
        if (notice.name === endpointsStopped.name) heard.push(notice.name);
        return listenersOf(notice as never);
      },
    });
    given.receiver.answer = (response) => response.writeHead(500, { 'retry-after': '1' }).end();
    await told(id);
    for (let tries = 1; ; tries++) {
      await given.work(endpoint);
      const { nextAt, ...delivery } = (await given.deliveries(endpoint))[0]!;
      expect(delivery.tries).toBe(tries);
      if (!nextAt) break;
      given.clock.moveTo(nextAt);
      // What the minute's job does for a clock that was moved.
      await given.system(takeUp);
    }
    expect(given.clock.now().getTime() - NOW.getTime()).toBeGreaterThan(5 * 24 * HOUR);
    const seen = () => given.transact(actor, (tx) => viewEndpoints(tx, institutionId));
    const mine = async () => (await seen()).find((each) => each.id === endpoint)!;
    expect(await mine()).toMatchObject({ state: 'BROKEN', why: 'failing', failed: 1, waiting: 0 });
    expect(heard).toHaveLength(1);
    await told(id);
    const calls = received(endpoint).length;
    await given.work(endpoint);
    expect([received(endpoint).length, (await mine()).failed]).toEqual([calls, 2]);

    given.receiver.answer = (response) => response.writeHead(200).end();
    const which = { institutionId, id: endpoint };
    const again = () => given.transact(actor, (tx) => replayFailed(tx, actor, { ...which, since: NOW }));
    await expect(again()).rejects.toThrow('webhook.endpoint_not_on');
    await given.transact(actor, (tx) => switchEndpoint(tx, actor, { ...which, on: true }));
    expect(await again()).toBe(2);
    await expect(again()).rejects.toThrow('webhook.nothing_to_replay');
    await given.work(endpoint);
    expect((await given.deliveries(endpoint)).map(({ state }) => state)).toEqual(['DELIVERED', 'DELIVERED']);
    expect(await mine()).toMatchObject({ state: 'ON', failures: 0, failed: 0 });
    given.clock.moveTo(NOW);
  });

  test('is switched off at once by its own 410; a trial is made once', async () => {
    const { id: endpoint, actor, institutionId } = await given.endpoint(id);
    const which = { institutionId, id: endpoint };
    given.receiver.answer = (response) => response.writeHead(503).end();
    await given.transact(actor, (tx) => ping(tx, actor, which));
    await given.work(endpoint);
    expect(await given.deliveries(endpoint)).toMatchObject([
      { kind: 'ping', state: 'FAILED', outcome: 'status', tries: 1 },
    ]);
    given.receiver.answer = (response) => response.writeHead(410).end();
    given.clock.moveTo(new Date(NOW.getTime() + HOUR));
    await told(id);
    await told(id);
    await given.work(endpoint);
    expect((await given.deliveries(endpoint)).map(({ state, outcome }) => [state, outcome])).toEqual([
      ['FAILED', 'status'],
      ['FAILED', 'endpoint_gone'],
      ['FAILED', 'endpoint_gone'],
    ]);
    const views = await given.transact(actor, (tx) => viewEndpoints(tx, institutionId));
    expect(views.find((each) => each.id === endpoint)).toMatchObject({ state: 'OFF', why: 'gone' });
    await expect(given.transact(actor, (tx) => ping(tx, actor, which))).rejects.toThrow('webhook.endpoint_not_on');
    given.receiver.answer = (response) => response.writeHead(204).end();
    given.clock.moveTo(NOW);
  });

  test('keeps nobody waiting: of those that failed last two are called at once, of one institution two', async () => {
    const [a, b] = (await given.institutions(2)) as [string, string];
    const silent = [await given.endpoint(a), await given.endpoint(a), await given.endpoint(a)];
    const well = await given.endpoint(b);
    await given.system(async (tx) => {
      await run(
        tx,
        sql`update webhook.endpoint set busy_until = now() + interval '1 minute', failures = 1 where id = any(${silent.slice(0, 2).map((each) => each.id)}::uuid[])`,
      );
    });
    await told(a);
    await told(b);
    await given.work(silent[2]!.id);
    await given.work(well.id);
    expect((await given.deliveries(silent[2]!.id))[0]!.state).toBe('WAITING');
    expect((await given.deliveries(well.id))[0]!.state).toBe('DELIVERED');
    await given.system((tx) =>
      run(tx, sql`update webhook.endpoint set busy_until = '-infinity' where institution_id = ${a}`),
    );
    await given.work(silent[2]!.id);
    expect((await given.deliveries(silent[2]!.id))[0]!.state).toBe('DELIVERED');
  });

  test('is not called where its name leads within, whatever it looked like when it was named', async () => {
    const { id: endpoint } = await given.endpoint(id, { url: 'https://inner.example/hook' });
    await told(id);
    await given.work(endpoint);
    expect(await given.deliveries(endpoint)).toMatchObject([
      { state: 'WAITING', tries: 1, outcome: 'egress.address_not_public' },
    ]);
    // And a host that nobody named is called by nobody.
    const { egress } = given.house.ground;
    await expect(egress.fetch('https://other.example/', { purpose: 'webhook' })).rejects.toThrow('host_not_configured');
  });
});

describe('endpoints', () => {
  test('are five at most, each address once; the form that is sent twice shows the same secret, and a while later none', async () => {
    const [mine] = (await given.institutions(1)) as [string];
    const actor = personOf(mine);
    const form = newId();
    const add = (n: number, formId = newId(), events: readonly string[] = CHOICES) =>
      given.transact(actor, (tx) =>
        addEndpoint(tx, actor, { id: formId, institutionId: mine, url: `https://hook.example/${n}`, events }),
      );
    const first = await add(1, form);
    expect(await add(1, form)).toEqual(first);
    given.clock.moveTo(new Date(NOW.getTime() + HOUR));
    await expect(add(1, form)).rejects.toThrow('webhook.address_known');
    given.clock.moveTo(NOW);
    await expect(add(1)).rejects.toThrow('webhook.address_known');
    await expect(add(2, newId(), [])).rejects.toThrow('webhook.no_events');
    await expect(add(2, newId(), ['ping'])).rejects.toThrow('webhook.no_events');
    for (const n of [2, 3, 4, 5]) await add(n);
    await expect(add(6)).rejects.toThrow('webhook.endpoints_full');
    const which = { institutionId: mine, id: form };
    await given.transact(actor, (tx) => changeEvents(tx, actor, { ...which, events: ['key.added'] }));
    await told(mine);
    expect(await given.deliveries(form)).toEqual([]);
    const stored = await given.system((tx) =>
      tx.client.query('select secret from webhook.endpoint where id = $1', [form]),
    );
    expect(stored.rows[0].secret.toString('latin1')).not.toContain(
      Buffer.from(first.secret.slice(6), 'base64').toString('latin1'),
    );
    await given.transact(actor, (tx) => removeEndpoint(tx, actor, which));
    await expect(given.transact(actor, (tx) => removeEndpoint(tx, actor, which))).rejects.toThrow('endpoint_not_found');
  });

  test('forget what they were told after thirty days, with every try', async () => {
    const { id: endpoint } = await given.endpoint(id);
    await told(id);
    await given.work(endpoint);
    await given.system((tx) => forgetEvents(tx, NOW));
    expect(await given.deliveries(endpoint)).toHaveLength(1);
    await given.system((tx) => forgetEvents(tx, new Date(NOW.getTime() + 1)));
    expect(await given.deliveries(endpoint)).toEqual([]);
  });
});

describe('the samples', () => {
  const running: ChildProcess[] = [];
  afterAll(() => running.forEach((child) => child.kill()));

  // A machine without Python says so: the sample needs it, the project does not.
  const python = spawnSync('python3', ['--version']).status === 0;
  const samples = [[process.execPath, 'receive.ts'], ...(python ? [['python3', 'receive.py']] : [])] as [
    string,
    string,
  ][];

  test.each(samples)(
    'run as they stand: %s %s takes a true delivery, and refuses one that was altered',
    async (command, name) => {
      const host = `${name.replace('.', '-')}.example`;
      const { id: endpoint, secret, actor } = await given.endpoint(id, { url: `https://${host}/` });
      const out = { said: '', printed: '' };
      const child = execFile(command, [join(import.meta.dirname, '../../../docs/partners', name)], {
        env: { PATH: process.env['PATH']!, SECRET: secret, PORT: '0' },
      });
      running.push(child);
      child.stderr!.on('data', (text: string) => (out.said += text));
      child.stdout!.on('data', (text: string) => (out.printed += text));
      await expect.poll(() => /listening on (\d+)/.exec(out.said)?.[1]).toBeDefined();
      const port = Number(/listening on (\d+)/.exec(out.said)![1]);
      given.hosts.set(host, port);
      await given.transact(actor, (tx) => ping(tx, actor, { institutionId: id, id: endpoint }));
      await given.work(endpoint);
      expect(await given.deliveries(endpoint)).toMatchObject([{ kind: 'ping', state: 'DELIVERED' }]);
      await expect.poll(() => out.printed).toContain('"ping"');
      const headers = {
        'webhook-id': 'x',
        'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
        'webhook-signature': 'v1,AAAA v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
      };
      const forged = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body: '{"type":"ping"}' });
      expect(forged.status).toBe(401);
    },
  );
});
