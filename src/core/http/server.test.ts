import { beforeAll, describe, expect, test } from 'vitest';
import { drawerRoom, givenDrawer } from '../../../test/given/desk.ts';
import { keptLog } from '../../../test/given/kept-log.ts';
import { givenServer, PASSWORD, type Caller, type GivenServer } from '../../../test/given/serving.ts';
import { allRooms } from '../../house.ts';

let given: GivenServer;
let officer: Caller;
const { log, lines: logged } = keptLog();

beforeAll(async () => {
  const rooms = [
    ...allRooms.filter((room) => (room.proposables ?? []).every((p) => p.act !== 'resident.merge')),
    drawerRoom,
  ];
  given = await givenServer({ rooms, log, server: { rateFactor: 1 } });
  await givenDrawer(given.superuser, 1000);
  officer = await given.officer({ role: 'operator', officeId: await given.office('3175') });
});

describe('what is decided before the body is looked at', () => {
  test('without a session the answer is 401, also to a body that is not even JSON', async () => {
    const answer = await given.app.inject({
      method: 'POST',
      url: '/v1/drawer/take',
      headers: { host: 'localhost', 'content-type': 'application/json' },
      payload: '{not json',
    });
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'access.not_signed_in']);
  });

  test('without the scope it is 403, whatever the body', async () => {
    const auditor = await given.officer({ role: 'auditor' });
    const { status, body } = await auditor.call('POST', '/v1/drawer/take', { sheets: 'x' });
    expect([status, body.code]).toEqual([403, 'access.scope_missing']);
  });

  test('a page of another site cannot write, by its Origin or by Sec-Fetch-Site', async () => {
    const foreign: Record<string, string>[] = [
      { origin: 'https://jahat.example' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
    ];
    for (const headers of foreign) {
      const { status, body } = await officer.call('POST', '/v1/drawer/take', { sheets: 1 }, headers);
      expect([status, body.code]).toEqual([403, 'http.foreign_page']);
    }
    const own = { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' };
    expect((await officer.call('POST', '/v1/drawer/take', { sheets: 1 }, own)).status).toBe(200);
  });

  test("a write needs the session's own CSRF token", async () => {
    for (const token of ['', 'x'.repeat(22)]) {
      const { status, body } = await officer.call('POST', '/v1/drawer/take', { sheets: 1 }, { 'x-csrf-token': token });
      expect([status, body.code]).toEqual([403, 'http.csrf']);
    }
  });

  test('a host that is not ours is refused: a foreign name that resolves to us opens nothing', async () => {
    const { status } = await officer.call('GET', '/v1/drawer', undefined, { host: 'jahat.example' });
    expect(status).toBe(403);
  });

  test("a person's route wants a purpose, and one from the list", async () => {
    const none = await officer.call('GET', '/v1/drawer/person');
    expect([none.status, none.body.code]).toEqual([422, 'access.purpose_missing']);
    const odd = await officer.call('GET', '/v1/drawer/person', undefined, { 'jatidiri-purpose': 'curiosity' });
    expect([odd.status, odd.body.code]).toEqual([422, 'access.purpose_unknown']);
    const good = await officer.call('GET', '/v1/drawer/person', undefined, { 'jatidiri-purpose': 'service' });
    expect(good.status).toBe(200);
  });

  test('an open route counts calls per address and says how many are left', async () => {
    const answers = [];
    for (let i = 0; i < 4; i++) answers.push(await given.anybody.call('GET', '/v1/drawer/public'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers[0]!.headers['ratelimit']).toMatch(/^"address";r=2;t=\d+$/);
    expect(answers[3]!.headers['ratelimit']).toMatch(/^"address";r=0;t=\d+$/);
    expect(Number(answers[3]!.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('input', () => {
  test('each wrong field is named, with what to do, in the language asked for', async () => {
    const id = await officer.call('POST', '/v1/drawer/take', { sheets: 500, note: 'x' });
    expect(id.status).toBe(422);
    expect(id.body.errors).toEqual([
      { path: 'sheets', code: 'fault.too_big', message: 'Tidak boleh lebih dari 100.' },
      { path: 'note', code: 'fault.too_short', message: 'Isi sekurangnya 3 huruf.' },
    ]);
    expect(id.body.title).toContain('2 isian perlu diperbaiki');
    const en = await officer.call('POST', '/v1/drawer/take', {}, { 'accept-language': 'en-GB,en;q=0.9' });
    expect(en.body.errors).toEqual([{ path: 'sheets', code: 'fault.required', message: 'Must be filled in.' }]);
  });

  test('a body that is no JSON, too large, or of another kind is refused without a 500', async () => {
    const send = async (payload: string, type = 'application/json') => {
      const cookies = await cookiesOf('satu');
      return given.app.inject({
        method: 'POST',
        url: '/v1/officers',
        cookies,
        headers: {
          host: 'localhost',
          'content-type': type,
          'x-csrf-token': cookies['jatidiri_csrf']!,
          'idempotency-key': crypto.randomUUID(),
        },
        payload,
      });
    };
    expect((await send('{"a":')).json().code).toBe('http.body_unreadable');
    expect((await send('{"__proto__":{}}')).statusCode).toBe(400);
    expect((await send(`"${'x'.repeat(1_100_000)}"`)).json().code).toBe('http.body_too_large');
    expect((await send('a=b', 'application/x-www-form-urlencoded')).json().code).toBe('http.media_type');
  });

  test('a file comes as a form, with its fields as JSON beside it', async () => {
    const form = new FormData();
    form.set('body', JSON.stringify({ title: 'Akta' }));
    form.set('file', new Blob(['%PDF-1.7']), 'akta.pdf');
    const encoded = new Response(form);
    const payload = Buffer.from(await encoded.arrayBuffer());
    const headers = { 'content-type': encoded.headers.get('content-type')! };
    const { status, body } = await officer.call('POST', '/v1/drawer/scan', payload, headers);
    expect([status, body]).toEqual([200, { title: 'Akta', name: 'akta.pdf', bytes: 8 }]);
    const bare = await officer.call('POST', '/v1/drawer/scan', { title: 'Akta' });
    expect(bare.status).toBe(415);
  });
});

describe('the act', () => {
  test('that writes none of its labels to the ledger is rolled back and is our fault', async () => {
    const before = await left();
    expect((await officer.call('POST', '/v1/drawer/forget', { sheets: 5 })).status).toBe(500);
    expect(await left()).toBe(before);
  });

  test('that breaks has changed nothing, and its words stay inside', async () => {
    const before = await left();
    const { status, body } = await officer.call('POST', '/v1/drawer/break', { sheets: 5 });
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(body.title).toContain(body.instance.replace('urn:uuid:', ''));
    expect(await left()).toBe(before);
  });

  test('whose answer does not fit the contract never leaves', async () => {
    expect((await officer.call('GET', '/v1/drawer/liar')).status).toBe(500);
  });

  test('answers only what its contract names', async () => {
    expect(Object.keys((await officer.call('GET', '/v1/drawer')).body)).toEqual(['left']);
  });

  test('that violates a known constraint is a refusal, not a fault', async () => {
    const { status, body } = await officer.call('POST', '/v1/drawer/force', { sheets: 100 }, {});
    expect(status).toBe(200);
    await given.system(async (tx) => void (await tx.client.query('update drawer.drawer set sheets = 50')));
    const refused = await officer.call('POST', '/v1/drawer/force', { sheets: 99 });
    expect([refused.status, refused.body.code, refused.body.title]).toEqual([409, 'drawer.empty', 'Laci kosong.']);
    expect(body.left).toBeGreaterThan(0);
    await given.system(async (tx) => void (await tx.client.query('update drawer.drawer set sheets = 1000')));
  });

  test('that gives a file names it for old browsers and new', async () => {
    const { status, headers } = await officer.call('POST', '/v1/drawer/paper');
    expect(status).toBe(200);
    expect(headers['content-disposition']).toBe(
      `attachment; filename="Kartu Keluarga _ _contoh_.pdf"; filename*=UTF-8''Kartu%20Keluarga%20%E2%80%93%20%E2%80%9Ccontoh%E2%80%9D.pdf`,
    );
  });
});

describe('an Idempotency-Key', () => {
  const key = () => ({ 'idempotency-key': crypto.randomUUID() });

  test('is wanted for every write', async () => {
    const { status, body } = await officer.call(
      'POST',
      '/v1/drawer/take',
      { sheets: 1 },
      { 'idempotency-key': 'short' },
    );
    expect([status, body.code]).toEqual([400, 'idempotency.key_missing']);
  });

  test('makes an act sent twice happen once, with the same answer', async () => {
    const before = await left();
    const same = key();
    const first = await officer.call('POST', '/v1/drawer/take', { sheets: 3 }, same);
    const second = await officer.call('POST', '/v1/drawer/take', { sheets: 3 }, same);
    expect(second.body).toEqual(first.body);
    expect(await left()).toBe(before - 3);
  });

  test('used for something else is refused', async () => {
    const same = key();
    await officer.call('POST', '/v1/drawer/take', { sheets: 3 }, same);
    const other = await officer.call('POST', '/v1/drawer/take', { sheets: 4 }, same);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency.other_payload']);
  });

  test('sent twenty times at once: one act; the others get its answer or 409', async () => {
    const before = await left();
    const same = key();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => officer.call('POST', '/v1/drawer/take', { sheets: 1 }, same)),
    );
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect(answers.filter(({ status }) => status === 200).every(({ body }) => body.left === before - 1)).toBe(true);
    expect(await left()).toBe(before - 1);
  });

  test('keeps refusals, also when the cause has gone', async () => {
    await given.system(async (tx) => void (await tx.client.query('update drawer.drawer set sheets = 2')));
    const same = key();
    const first = await officer.call('POST', '/v1/drawer/take', { sheets: 3 }, same);
    await given.system(async (tx) => void (await tx.client.query('update drawer.drawer set sheets = 1000')));
    const second = await officer.call('POST', '/v1/drawer/take', { sheets: 3 }, { ...same, 'accept-language': 'en' });
    expect([first.status, second.status, second.body.title]).toEqual([409, 409, 'The drawer is empty.']);
    expect(await left()).toBe(1000);
  });

  test('does not keep faults of ours: they may be tried again', async () => {
    const same = key();
    expect((await officer.call('POST', '/v1/drawer/break', { sheets: 1 }, same)).status).toBe(500);
    const { rows } = await given.system((tx) =>
      tx.client.query('select 1 from idempotency.answer where key = $1', [same['idempotency-key']]),
    );
    expect(rows).toEqual([]);
  });

  test('of one officer means nothing for another', async () => {
    const same = key();
    const colleague = await given.officer({ role: 'operator' });
    await officer.call('POST', '/v1/drawer/take', { sheets: 3 }, same);
    expect((await colleague.call('POST', '/v1/drawer/take', { sheets: 4 }, same)).status).toBe(200);
  });

  test('gives a file again byte for byte, and keeps no answer in the clear', async () => {
    const same = key();
    const first = await officer.call('POST', '/v1/drawer/paper', undefined, same);
    const second = await officer.call('POST', '/v1/drawer/paper', undefined, same);
    expect(second.body).toBe(first.body);
    expect(second.headers['content-disposition']).toBe(first.headers['content-disposition']);
    const { rows } = await given.system((tx) =>
      tx.client.query<{ sealed: Buffer }>('select sealed from idempotency.answer where key = $1', [
        same['idempotency-key'],
      ]),
    );
    expect(rows[0]!.sealed.includes('paper')).toBe(false);
  });

  test('is free again after a day', async () => {
    const same = key();
    await officer.call('POST', '/v1/drawer/take', { sheets: 3 }, same);
    await given.system(async (tx) => {
      await tx.client.query('set local role jatidiri_owner');
      await tx.client.query(`update idempotency.answer set created_at = now() - interval '25 hours'`);
    });
    expect((await officer.call('POST', '/v1/drawer/take', { sheets: 4 }, same)).status).toBe(200);
  });
});

describe('calls that come at once to a gathered route', () => {
  const ask = (who: Caller, n: number) => who.call('GET', `/v1/drawer/many/${n}`);
  const entries = async () => {
    const { rows } = await given.system((tx) =>
      tx.client.query(`select 1 from ledger.pending where body like '%drawer.looked%'`),
    );
    return rows.length;
  };

  test('share a transaction, get each their own answer, and each has an entry', async () => {
    const before = await entries();
    const colleague = await given.officer({ role: 'operator', officeId: await given.office('3175') });
    const asked = Array.from({ length: 40 }, (_, n) => ({ who: n % 2 ? officer : colleague, n: n + 1000 }));
    const answers = await Promise.all(asked.map(({ who, n }) => ask(who, n)));
    expect(answers.map(({ body }) => [body.n, body.officer])).toEqual(asked.map(({ who, n }) => [n, who.officerId]));
    expect(Math.max(...answers.map(({ body }) => body.together))).toBeGreaterThan(5);
    expect(await entries()).toBe(before + 40);
  });

  test('are refused one by one, and a fault of one is not the fault of the others', async () => {
    const answers = await Promise.all([1, 404, 2, 13, 3].map((n) => ask(officer, n)));
    expect(answers.map(({ status }) => status)).toEqual([200, 409, 200, 500, 200]);
  });

  test('never share it with another region', async () => {
    const elsewhere = await given.officer({ role: 'operator', officeId: await given.office('3201') });
    const answers = await Promise.all([ask(officer, 1), ask(elsewhere, 2)]);
    expect(answers.map(({ body }) => body.together)).toEqual([1, 1]);
  });
});

describe('what the server shows of itself', () => {
  test('no log line holds an address with its values, a body, a cookie or the words of a fault', async () => {
    await officer.call('GET', '/v1/offices/3175074508909001?search=SITI');
    await given.anybody.call('POST', '/v1/session', { username: 'satu', password: PASSWORD });
    await given.anybody.call('GET', '/v1/rahasia/3175074508909001');
    const text = logged.join('');
    expect(text).toContain('/v1/offices/:officeId');
    expect(text).not.toMatch(/3175074508909001|SITI|rahasia|kuda hijau|jatidiri_session/);
  });

  test('every answer carries the strict headers and a request number', async () => {
    const { headers } = await given.anybody.call('GET', '/v1/nothing');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('/healthz, /readyz and /metrics answer', async () => {
    expect((await given.anybody.call('GET', '/healthz')).body).toEqual({ ok: true });
    const ready = await given.anybody.call('GET', '/readyz');
    expect([ready.status, ready.body.ok]).toEqual([200, true]);
    const { body } = await given.anybody.call('GET', '/metrics');
    expect(body).toMatch(
      /jatidiri_http_request_duration_seconds_count\{method="GET",route="\/v1\/drawer",status="200"\} \d+/,
    );
    // Of addresses, that is: a sum of seconds may hold any digits.
    expect(body.replaceAll(/[ ][\d.e-]+$/gm, '')).not.toContain('3175');
  });

  test('/openapi.json names every route that is offered in both languages, and /docs asks no other host', async () => {
    const { body } = await given.anybody.call('GET', '/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const operations = Object.values<Record<string, { summary: string; description: string }>>(body.paths).flatMap(
      Object.values,
    );
    // But those that the operator has not switched on.
    const offered = given.house.rooms.flatMap((room) => room.routes ?? []).filter((each) => !each.offered);
    expect(operations.length).toBe(offered.length);
    expect(operations.every(({ summary, description }) => summary && description)).toBe(true);
    const page = await given.app.inject({ url: '/docs/', headers: { host: 'localhost' } });
    expect(page.body).toContain('<html lang="id">');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-/);
    expect(page.body).not.toMatch(/(src|href)="(https?:)?\/\//);
  });
});

async function left(): Promise<number> {
  return (await officer.call('GET', '/v1/drawer')).body.left;
}

async function cookiesOf(username: string): Promise<Record<string, string>> {
  const answer = await given.app.inject({
    method: 'POST',
    url: '/v1/session',
    headers: { host: 'localhost' },
    payload: { username, password: PASSWORD },
  });
  return Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]));
}
