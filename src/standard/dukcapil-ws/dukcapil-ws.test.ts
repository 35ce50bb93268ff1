import { describe, expect, test } from 'vitest';
import { givenResident } from '../../../test/given/people.ts';
import { whoLooked } from '../../core/ledger/index.ts';
import { givenOldClients } from './given-client.ts';

const given = await givenOldClients();
const { lines, siti, client, grantOf, made, clientOf, body, said, code, askOld: ask } = given;
const partner = given.oldPartner;

describe('a client of before', () => {
  test('is answered in its own words, under an entry that says by which way it came, which the person sees', async () => {
    const { status, body: reply } = await ask(body(client, { KEL_NAME: 'PONDOK KELAPA', AGAMA: 'ISLAM' }));
    expect([status, reply]).toEqual([
      200,
      {
        content: [
          {
            NIK: 'Sesuai',
            NAMA_LGKP: 'Sesuai (100)',
            TGL_LHR: 'Sesuai',
            JENIS_KLMIN: 'Sesuai',
            KEL_NAME: 'Sesuai',
          },
        ],
        lastPage: true,
        numberOfElements: 1,
        sort: null,
        totalElements: 1,
        firstPage: true,
        number: 0,
        size: 1,
      },
    ]);
    const [look] = await given.system((tx) => whoLooked(tx, siti));
    expect(look).toMatchObject({
      label: 'verification.answered',
      by: `partner:${partner.id}`,
      purpose: 'public_service',
    });
    const call = await given.system(
      async (tx) =>
        (
          await tx.client.query('select unit, refs, partial, matched from verification.call where entry = $1', [
            look!.entryId,
          ])
        ).rows[0],
    );
    expect(call).toMatchObject({ unit: 'KC Contoh', matched: 1, refs: [expect.stringMatching(/^ws-[0-9a-f-]{36}$/)] });
    const entry = await given.system(
      async (tx) =>
        (await tx.client.query('select body from ledger.pending where id = $1', [look!.entryId])).rows[0]?.body,
    );
    // The sequencer may have taken it away already.
    if (entry) {
      expect(JSON.parse(entry as string).facts).toMatchObject({
        via: 'dukcapil-ws',
        endUser: client.userId,
        basis: 'contract',
      });
    }
  });

  test('is understood as it writes: forms, types of two words, small letters, numbers as numbers, other days, regional paths', async () => {
    const all = [200, { NIK: 'Sesuai', NAMA_LGKP: 'Sesuai (100)', TGL_LHR: 'Sesuai', JENIS_KLMIN: 'Sesuai' }];
    const form = new URLSearchParams(body(client) as Record<string, string>).toString();
    expect(await said(form, { 'content-type': 'application/x-www-form-urlencoded' })).toEqual(all);
    const json = JSON.stringify(body(client));
    expect(await said(json, { 'content-type': 'application/json,Accept: application/json' })).toEqual(all);
    expect(await said(json, { 'content-type': 'application/x-www-form-urlencoded' })).toEqual(all);
    expect(await said(json.replace(`"${siti}"`, siti).replace('"80"', '80'))).toEqual(all);
    expect(await said(body(client, { TGL_LHR: '1990-08-05' }))).toEqual(all);
    expect(await said(json, {}, '/dukcapil/get_json/31-75/dinas_3175/call_verify_by_elemen')).toEqual(all);
    const small = Object.fromEntries(Object.entries(body(client)).map(([name, value]) => [name.toLowerCase(), value]));
    expect(await said(small)).toEqual([
      200,
      { nik: 'Sesuai', nama_lgkp: 'Sesuai (100)', tgl_lhr: 'Sesuai', jenis_klmin: 'Sesuai' },
    ]);
  });

  test('is never told more than its grant lets it, however low it sets the threshold', async () => {
    const near = { NAMA_LGKP: 'SITI CONTO RAHAYU' };
    const name = async (threshold: string) => (await said(body(client, { ...near, TRESHOLD: threshold })))[1].NAMA_LGKP;
    const [low, high] = [await name('1'), await name('100')];
    expect(low).toMatch(/^Sesuai \((80|90)\)$/);
    expect(high).toBe('Tidak Sesuai (0)');
    expect((await said(body(client, { NAMA_LGKP: 'WULANDARI LAIN', TRESHOLD: '1' })))[1].NAMA_LGKP).toBe(
      'Tidak Sesuai (0)',
    );
  });

  test('learns what became of somebody only where the agreement says so; else all look alike, to the byte', async () => {
    const dead = await givenResident(given);
    await given.system((tx) =>
      tx.client.query('update resident.resident set state = 2 where nik = $1::bigint', [dead]),
    );
    const absent = '9901014101909001';
    const wrong = { NAMA_LGKP: 'WULANDARI LAIN', TGL_LHR: '09-09-1999', JENIS_KLMIN: 'L' };
    const { client: fresh } = await clientOf();
    const replies = [
      await ask(body(fresh, wrong)),
      await ask(body(fresh, { NIK: dead })),
      await ask(body(fresh, { NIK: absent })),
    ];
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(new Set([...replies, await ask(body(fresh))].map(({ text }) => text.length)).size).toBe(1);
    const { client: told } = await clientOf({ tells: ['absent', 'deceased'] });
    expect(await code(body(told, { NIK: dead }))).toEqual([200, '11', 'Data Ditemukan, Meninggal Dunia']);
    expect(await code(body(told, { NIK: absent }))).toEqual([200, '13', 'Data Tidak Ditemukan']);
  });
});

describe('the gate', () => {
  test('refuses by the number that clients know: incomplete, login, address, method', async () => {
    expect(await code(body(client, { NIK: '' }))).toEqual([200, '07', 'Parameter Tidak Lengkap']);
    expect(await code(body(client, { NIK: '12' }))).toEqual([
      200,
      '15',
      'Data Tidak Ditemukan, NIK Tidak Sesuai Format Dukcapil',
    ]);
    for (const name of ['USER_ID', 'PASSWORD', 'IP_USER'])
      expect(await code(body(client, { [name]: ' ' }))).toEqual([
        200,
        '09',
        'User, Password dan IP Tidak Boleh Kosong',
      ]);
    expect(await code(body(client, { IP_USER: '192.0.2.1' }))).toEqual([200, '04', 'IP Address Tidak Sesuai']);
    expect(await code(body(client, { IP_USER: '203.0.113.77' }))).toEqual([200, undefined, undefined]);
    const values = '/dukcapil/get_json/LEMBAGA_CONTOH/CALL_NIK';
    expect(await code(body(client), values)).toEqual([200, '19', 'Metode Tidak Dilayani']);
    expect((await said(body(client), {}, values))[1].RESPONSE_DESC).toContain('kepada siapa pun');
    expect(await code(body(client), '/dukcapil/get_json/X/GET_NIK')).toEqual([200, '19', 'Metode Tidak Dilayani']);
    expect((await ask('{"NIK":')).status).toBe(400);
  });

  test('does not say whether a user id exists', async () => {
    const { client: mine } = await clientOf();
    const wrong = await ask(body(mine, { PASSWORD: 'salah' }));
    const nobody = await ask(body(mine, { USER_ID: 'WS0000000000' }));
    expect([wrong.status, wrong.text]).toEqual([nobody.status, nobody.text]);
    const strange = await ask(body(mine, { USER_ID: `10022018\u0000${'9'.repeat(10_000)}` }));
    expect([strange.status, strange.text]).toEqual([nobody.status, nobody.text]);
    expect(wrong.body.content[0]).toMatchObject({ RESPONSE_CODE: '03', RESPON: 'Login Gagal' });
    const headers = [wrong, nobody].map(({ headers: each }) => ({
      ...each,
      date: '',
      'x-request-id': '',
      ratelimit: '',
    }));
    expect(headers[0]).toEqual(headers[1]);
  });

  test('lets in by the real address alone, whatever the body says of it', async () => {
    const { client: elsewhere } = await clientOf({ networks: ['198.51.100.0/24'] });
    const from = { IP_USER: '198.51.100.7' };
    expect(await code(body(elsewhere, from))).toEqual([200, '10', 'IP Client Tidak Terdaftar']);
  });

  test('keeps quota, hours and the misses about one person, as any verification does', async () => {
    const { client: small } = await clientOf({ dailyQuota: 1 });
    expect((await said(body(small)))[1].NIK).toBe('Sesuai');
    expect(await code(body(small))).toEqual([200, '05', 'Kuota Akses Hari Ini Telah Habis']);
    const { client: nights } = await clientOf({ hours: { from: 22 * 60, until: 6 * 60 } });
    expect(await code(body(nights))).toEqual([200, '06', 'Di Luar Jam Akses']);
    const { client: guesser } = await clientOf();
    const other = await givenResident(given);
    const wrong = { NIK: other, NAMA_LGKP: 'WULANDARI LAIN', TGL_LHR: '09-09-1999', JENIS_KLMIN: 'L' };
    for (let i = 0; i < 10; i++) expect((await said(body(guesser, wrong)))[1].NIK).toBe('Tidak Sesuai');
    expect(await code(body(guesser, wrong))).toEqual([200, '08', 'NIK Tidak Dapat Diproses']);
  });

  test('says that a credential, a grant or an institution is no more only to who knows the password', async () => {
    const { of, client: mine } = await clientOf();
    const refuses = () => expect.poll(() => code(body(mine)), { interval: 20 });
    expect((await said(body(mine)))[1].NIK).toBe('Sesuai');
    await given.ok(given.dian.call('POST', `/v1/partners/old-credentials/${mine.id}/ending`));
    await refuses().toEqual([200, '17', 'User ID Tidak Aktif']);
    expect(await code(body(mine, { PASSWORD: 'salah' }))).toEqual([200, '03', 'Login Gagal']);
    const next = await made(await grantOf(of));
    expect((await said(body(next)))[1].NIK).toBe('Sesuai');
    const stop = { cause: 'security', reason: 'percobaan pemutusan akses', hours: 24 };
    await given.ok(given.dian.call('POST', `/v1/partners/cooperations/${of.cooperationId}/stop`, stop));
    await expect.poll(() => code(body(next)), { interval: 20 }).toEqual([200, '16', 'Instansi Tidak Aktif']);
    const ended = await clientOf();
    const reason = { reason: 'tidak lagi diperlukan' };
    await given.ok(given.dian.call('POST', `/v1/partners/grants/${await grantOf(ended.of)}/ending`, reason));
    await expect.poll(() => code(body(ended.client)), { interval: 20 }).toEqual([200, '17', 'User ID Tidak Aktif']);
  });

  test('makes who guesses passwords wait, and lets in meanwhile whoever is known', async () => {
    const { client: mine } = await clientOf();
    expect((await said(body(mine)))[1].NIK).toBe('Sesuai');
    for (let i = 0; i < 10; i++)
      expect(await code(body(mine, { PASSWORD: `salah-${i}` }))).toEqual([200, '03', 'Login Gagal']);
    const late = await ask(body(mine, { PASSWORD: 'salah' }));
    expect([late.status, late.body.content[0].RESPONSE_CODE]).toEqual([429, '03']);
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(500);
    expect((await said(body(mine)))[1].NIK).toBe('Sesuai');
  });

  test('leaves nothing of a body in the log, neither of answers nor of refusals and faults', () => {
    const written = lines.join('\n');
    expect(lines.length).toBeGreaterThan(20);
    for (const word of [
      siti,
      client.password,
      client.userId,
      'SITI',
      'CONTOH RAHAYU',
      '05-08-1990',
      'salah-1',
      'LEMBAGA_CONTOH',
    ])
      expect(written).not.toContain(word);
  });
});

describe('credentials', () => {
  test('are made for one grant, two at once, and never again shown', async () => {
    const of = await given.partner();
    const grantId = await grantOf(of);
    const path = `/v1/partners/grants/${grantId}/old-credentials`;
    const first = await made(grantId);
    await made(grantId);
    const give = (over: object = {}) =>
      given.dian.call('POST', path, { basis: 'contract', unit: 'KC Contoh', ...over });
    expect((await give()).body.code).toBe('dukcapil_ws.credentials_full');
    expect((await give({ basis: 'consent' })).body.code).toBe('http.input_invalid');
    const seen = await given.ok(given.dian.call('GET', `/v1/partners/institutions/${of.id}/old-credentials`));
    expect(seen.offered).toBe(true);
    expect(seen.credentials).toHaveLength(2);
    expect(JSON.stringify(seen)).not.toContain(first.password);
    const kept = await given.system(
      async (tx) => (await tx.client.query('select * from dukcapil_ws.credential where id = $1', [first.id])).rows[0],
    );
    expect(kept.password).toMatch(/^\$argon2id\$/);
    await given.ok(given.dian.call('POST', `/v1/partners/old-credentials/${first.id}/ending`));
    expect((await given.dian.call('POST', `/v1/partners/old-credentials/${first.id}/ending`)).status).toBe(404);
    expect((await give()).status).toBe(200);
  });

  test('are not made where the agreement demands what such a client cannot do', async () => {
    const strict = await given.partner({ signed: true });
    const answer = await given.dian.call('POST', `/v1/partners/grants/${await grantOf(strict)}/old-credentials`, {
      basis: 'contract',
      unit: 'KC Contoh',
    });
    expect(answer.body.code).toBe('dukcapil_ws.grant_demands_proof');
  });
});
