import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { givenHouse } from '../../../test/given/house.ts';
import { buildWeb } from '../../../web/build.ts';
import { refuseHttp } from './refusals.ts';
import { publicActor } from '../access/index.ts';
import { Download, Elsewhere, visitorDoor, wayBack } from './visitor.ts';
import { publicPage, serveWeb, staffHeaders, type PublicRequest } from './web.ts';

const DIST = fileURLToPath(new URL('../../../web/dist', import.meta.url));
await buildWeb();
const given = await givenHouse();
const asked: PublicRequest[] = [];
const page = publicPage({
  path: '/contoh/:code',
  component: 'front',
  takesForm: true,
  load: async (_tx, request) => {
    asked.push(request);
    if (request.params['code'] === 'tidak-ada') return null;
    if (request.params['code'] === 'ditolak') throw refuseHttp('http.too_many', { values: { seconds: 7 } });
    if (request.params['code'] === 'rusak') throw new Error('rahasia');
    return {};
  },
});
const TOKEN = 'kunjungan-contoh';
const visitor = visitorDoor({
  kind: 'citizen',
  signIn: '/contoh/masuk',
  find: async (_tx, token) =>
    token === TOKEN ? { ...publicActor('id'), kind: 'citizen', pseudonym: 'warga-contoh' } : null,
});
const own = publicPage({
  path: '/punya-saya',
  component: 'front',
  visitor: 'citizen',
  takesForm: true,
  load: async (_tx, request) => {
    asked.push(request);
    if (request.query['unduh'])
      return new Download({ mediaType: 'text/csv', fileName: 'data.csv', bytes: Buffer.from('a') });
    if (!request.form) return {};
    request.setSession('citizen', null);
    return new Elsewhere('/contoh/keluar');
  },
});
const serving = {
  dist: DIST,
  pages: [page, own],
  visitors: [visitor],
  transact: given.house.database.transact.bind(given.house.database),
  speaker: given.house.speaker,
  specimen: true,
  onStation: { 'alat-contoh': 'http://127.0.0.1:4310' },
};
const app = await given.house.serve({ rateFactor: 1000, extend: (server) => serveWeb(server, serving) });
afterAll(() => app.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'GET', url, headers: { host: 'localhost', accept: 'text/html', ...headers } });

test('the staff app may ask the address on its own machine that it is told, and no other page may', async () => {
  const staff = await get('/petugas');
  expect(staff.headers['content-security-policy']).toContain("connect-src 'self' http://127.0.0.1:4310;");
  expect(staff.body).toContain('<meta name="alat-contoh" content="http://127.0.0.1:4310" />');
  expect((await get('/')).headers['content-security-policy']).toContain("connect-src 'self';");
  expect(() => staffHeaders({ alat: 'http://127.0.0.1:4310/ *' })).toThrow('scheme, host and port');
});

describe('a page for those who are signed in', () => {
  const cookie = `jatidiri_warga=${TOKEN}`;

  test('sends everybody else to sign in, and says where he wanted to go', async () => {
    for (const headers of [{}, { cookie: 'jatidiri_warga=lain' }]) {
      const answer = await get('/punya-saya?halaman=2', headers as Record<string, string>);
      expect([answer.statusCode, answer.headers.location]).toEqual([
        303,
        '/contoh/masuk?ke=%2Fpunya-saya%3Fhalaman%3D2',
      ]);
    }
  });

  test('is loaded as whoever the session belongs to', async () => {
    const answer = await get('/punya-saya', { cookie });
    expect([answer.statusCode, asked.at(-1)!.actor.pseudonym]).toEqual([200, 'warga-contoh']);
    expect(answer.body).toContain('Layanan warga');
    expect((await get('/contoh/a', { cookie })).body).not.toContain('Layanan warga');
  });

  test('may give a file, end the session, and go elsewhere after a form', async () => {
    const file = await get('/punya-saya?unduh=ya', { cookie });
    expect([file.body, file.headers['content-disposition'], file.headers['cache-control']]).toEqual([
      'a',
      expect.stringContaining('data.csv'),
      'no-store',
    ]);
    const sent = await app.inject({
      method: 'POST',
      url: '/punya-saya',
      headers: { host: 'localhost', cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'keluar=ya',
    });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/contoh/keluar']);
    expect(String(sent.headers['set-cookie'])).toMatch(
      /^jatidiri_warga=; Max-Age=0; Path=\/; HttpOnly; SameSite=Strict/,
    );
  });

  test.each([
    ['/warga/siapa-melihat?halaman=2', '/warga/siapa-melihat?halaman=2'],
    ['//luar.example', '/warga'],
    ['https://luar.example/', '/warga'],
    ['/\\luar.example', '/warga'],
    [undefined, '/warga'],
  ])('leads back to our own pages alone: %s', (wanted, way) => {
    expect(wayBack(wanted, '/warga')).toBe(way);
  });

  test('whom nobody recognises keeps the house from opening', async () => {
    const opening = given.house.serve({ extend: (server) => serveWeb(server, { ...serving, visitors: [] }) });
    await expect(opening).rejects.toThrow('nobody recognises the visitors of /punya-saya');
  });
});

describe('every page', () => {
  test.each(['/', '/masuk', '/masuk/kode', '/siapkan', '/petugas', '/petugas/apa-saja', '/contoh/a'])(
    'is kept by nobody and allows our own files alone: %s',
    async (path) => {
      const answer = await get(path);
      expect(answer.statusCode).toBe(200);
      const policy = String(answer.headers['content-security-policy']);
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("style-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
      expect(answer.body).not.toMatch(/<style|style="|<script>|\son\w+="/);
    },
  );
});

describe('assets', () => {
  const address = async () =>
    /modulepreload[^>]+href="(\/aset\/petugas\/[^"]+\.js)"/.exec((await get('/masuk')).body)![1]!;

  test('are kept for ever, as their name changes with their content, and come compressed', async () => {
    const answer = await get(await address(), { 'accept-encoding': 'br' });
    expect(answer.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(brotliDecompressSync(answer.rawPayload).length).toBeGreaterThan(answer.rawPayload.length);
  });
  test('do not include pages, the service worker or what the build wrote for itself', async () => {
    for (const file of ['index.html', 'petugas-offline.js', '.vite/manifest.json']) {
      expect((await get(`/aset/petugas/${file}`)).statusCode).toBe(404);
    }
  });
  test('let one thread alone compile WebAssembly, and that thread reach nothing but us', async () => {
    const folder = `/petugas-wajah/${readdirSync(join(DIST, 'face'))[0]}`;
    const answer = await get(`${folder}/thread.js`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
    );
    const elsewhere = await get(await address());
    expect(elsewhere.headers['content-security-policy']).not.toContain('unsafe');
  });
  test('name no outside host that a browser would ask', () => {
    for (const folder of ['staff', 'public']) {
      for (const file of readdirSync(join(DIST, folder)).filter((name) => /\.(css|html|js)$/.test(name))) {
        const text = readFileSync(join(DIST, folder, file), 'utf8');
        expect(text, file).not.toMatch(/(?:url\(|src=|href=|import\(|fetch\()["'`]?https?:/);
      }
    }
  });
  test('the service worker is asked for anew each time', async () => {
    expect((await get('/petugas-offline.js')).headers['cache-control']).toBe('no-cache');
  });
});

describe('a public page', () => {
  test('speaks the language asked for, else the remembered, else the browser’s, else Indonesian', async () => {
    const language = async (url: string, headers: Record<string, string> = {}) => {
      const answer = await get(url, headers);
      return /<html lang="(\w+)"/.exec(answer.body)![1];
    };
    expect(await language('/contoh/a?bahasa=en', { 'accept-language': 'id' })).toBe('en');
    expect(await language('/contoh/a', { cookie: 'jatidiri_bahasa=en', 'accept-language': 'id' })).toBe('en');
    expect(await language('/contoh/a', { 'accept-language': 'en-GB,en;q=0.9' })).toBe('en');
    expect(await language('/contoh/a', { 'accept-language': 'fr' })).toBe('id');
    expect(String((await get('/contoh/a?bahasa=en')).headers['set-cookie'])).toContain('jatidiri_bahasa=en');
  });

  test('gets what its form sent, and not from a page of another site', async () => {
    const send = (headers: Record<string, string>) =>
      app.inject({
        method: 'POST',
        url: '/contoh/a',
        headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded', ...headers },
        payload: 'nomor=470.13%2F11&lahir=05-08-1990',
      });
    expect((await send({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
    expect(asked.at(-1)!.form).toEqual({ nomor: '470.13/11', lahir: '05-08-1990' });
    expect((await send({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    const tooLong = await app.inject({
      method: 'POST',
      url: '/contoh/a',
      headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'x'.repeat(20_000),
    });
    expect(tooLong.statusCode).toBe(413);
  });

  test('says that there is no such thing, what was refused, and of our faults only a number', async () => {
    const absent = await get('/contoh/tidak-ada');
    expect([absent.statusCode, absent.body.includes('Halaman ini tidak ada')]).toEqual([404, true]);
    const refused = await get('/contoh/ditolak');
    expect([refused.statusCode, refused.body.includes('7 detik')]).toEqual([429, true]);
    const broken = await get('/contoh/rusak');
    expect(broken.statusCode).toBe(500);
    expect(broken.body).toContain('Nomor permintaan');
    expect(broken.body).not.toContain('rahasia');
  });

  test('that nobody declared is a page for people and a problem for programs', async () => {
    const forPeople = await get('/entah');
    expect([forPeople.statusCode, forPeople.body.includes('Halaman ini tidak ada')]).toEqual([404, true]);
    const forPrograms = await get('/entah', { accept: 'application/json' });
    expect(forPrograms.json()).toMatchObject({ status: 404, code: 'http.not_found' });
    expect((await get('/v1/entah')).json()).toMatchObject({ code: 'http.not_found' });
  });

  test('whose component was never built keeps the house from opening', async () => {
    const lost = publicPage({ path: '/hilang', component: 'hilang', load: async () => ({}) });
    const opening = given.house.serve({ extend: (server) => serveWeb(server, { ...serving, pages: [lost] }) });
    await expect(opening).rejects.toThrow('/hilang names hilang');
  });
});
