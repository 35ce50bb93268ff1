import type { Browser, Page } from 'playwright-core';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readTable } from '../../src/core/table/index.ts';
import { givenPeople } from '../../src/sharing/verification/canary/given-people.ts';
import { raiseTouched } from '../../src/sharing/verification/canary/raise.ts';
import { about, givenVerification, WHY } from '../../src/sharing/verification/given-partner.ts';
import { slowUnusual } from '../../src/sharing/verification/index.ts';
import { givenResidents, PONDOK_KELAPA } from '../given/people.ts';
import { openBrowser } from './browser.ts';
import { givenWeb, type GivenWeb } from './given-web.ts';
import { faultless, openScreen, type Screen } from './screen.ts';

const given = await givenVerification();
let browser: Browser;
let web: GivenWeb;
let screens: Screen[] = [];
let owner: Awaited<ReturnType<typeof given.partner>>;
let asker: Awaited<ReturnType<typeof given.partner>>;
/** What left as a file. */
let file = Buffer.alloc(0);

beforeAll(async () => {
  [web, browser] = await Promise.all([givenWeb(given.house), openBrowser()]);
  await givenResidents(
    given,
    givenPeople(40).map((person) => ({ ...person, villageCode: PONDOK_KELAPA })),
  );
  owner = await given.partner({}, { institution: { name: 'BADAN JAMINAN CONTOH' } });
  asker = await given.partner({}, { institution: { name: 'PERUSAHAAN PINJAMAN CONTOH' } });
});
afterAll(async () => {
  await browser?.close();
  await web?.close();
});
afterEach(async () => {
  const offences = screens.flatMap((screen) => screen.offences);
  await Promise.all(screens.map((screen) => screen.close()));
  screens = [];
  expect(offences).toEqual([]);
});

async function open(path: string): Promise<Page> {
  const screen = await openScreen(browser);
  screens.push(screen);
  const cookies = given.dian.headers['cookie']!.split('; ').filter(Boolean);
  await screen.context.addCookies(
    cookies.map((part) => {
      const [name, ...value] = part.split('=');
      return { name: name!, value: value.join('='), url: web.origin };
    }),
  );
  await screen.page.goto(`${web.origin}/petugas${path}`);
  await screen.page.getByRole('heading', { level: 1 }).waitFor();
  return screen.page;
}

const act = (page: Page, summary: string) => page.locator('details.act', { hasText: summary });

test('with nothing to look at the list says what will appear', async () => {
  const page = await open('/peringatan');
  await page.getByText('Tidak ada peringatan.').waitFor();
  await faultless(page, 'peringatan-kosong');
});

test('a pasted private key is refused on the device and sent nowhere; a public one is taken as PEM and ended after a question', async () => {
  const page = await open(`/lembaga/${owner.id}`);
  await page.getByText('1 dari 2 tempat terpakai').waitFor();
  const sent: string[] = [];
  page.on('request', (request) => void sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  await page.getByText('Terima kunci publik').first().click();
  const form = act(page, 'Terima kunci publik');
  await form
    .getByRole('textbox', { name: 'Kunci publik' })
    .fill(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  await form.getByRole('button', { name: 'Terima kunci' }).click();
  await page.getByText('Ini kunci privat').first().waitFor();
  expect(sent.filter((line) => line.startsWith('POST'))).toEqual([]);
  expect(
    await page.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])),
  ).not.toContain('PRIVATE');
  await form
    .getByRole('textbox', { name: 'Kunci publik' })
    .fill(publicKey.export({ type: 'spki', format: 'pem' }).toString());
  await form.getByRole('button', { name: 'Terima kunci' }).dblclick();
  await page.getByText('2 dari 2 tempat terpakai').waitFor();
  await faultless(page, 'kunci');
  await page.locator('summary', { hasText: 'Akhiri kunci' }).last().click();
  await page.getByRole('button', { name: 'Ya, akhiri kunci ini' }).click();
  await page.getByText('1 dari 2 tempat terpakai').waitFor();
  await page.getByText('Catat alamat JWKS').first().click();
  await page.getByLabel('Alamat kumpulan kunci (JWKS)').fill('http://kunci.example/jwks');
  await page.getByRole('button', { name: 'Simpan alamat' }).click();
  await page.getByText('Alamat harus dimulai dengan https://').first().waitFor();
});

test('invented persons are made, leave once as a file, and one is renewed', async () => {
  const page = await open(`/lembaga/${owner.id}`);
  await page.getByRole('link', { name: 'Data umpan' }).click();
  await page.getByText('Belum ada data umpan.').waitFor();
  expect(await page.getByLabel('Berapa orang').inputValue()).toBe('5');
  await page.getByRole('button', { name: 'Buat', exact: true }).dblclick();
  await page.getByText('5 orang belum diserahkan').waitFor();
  await faultless(page, 'data-umpan');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Unduh berkas (satu kali)' }).click(),
  ]);
  file = readFileSync(await download.path());
  await page.getByText('Semua data umpan sudah diserahkan.').waitFor();
  await page.getByText('Akhiri atau ganti').first().click();
  const form = act(page, 'Akhiri atau ganti');
  await form.getByLabel('Data umpan').selectOption({ label: 'Nomor 5' });
  await form.getByLabel('Tindakan').selectOption('renew');
  await form.getByLabel('Alasan').fill('Berkasnya hilang di jalan.');
  await form.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('1 orang belum diserahkan').waitFor();
});

test('one that surfaces elsewhere stands on top of the list; an officer takes it up, sees its number with a purpose and closes it', async () => {
  const niks: string[] = [];
  for await (const { rows } of (await readTable({ name: 'data.xlsx', bytes: file })).rows)
    niks.push(...rows.map(([nik]) => String(nik)));
  await given.book.refresh();
  for (const nik of niks.slice(0, 2)) expect((await asker.ask(about(nik))).status).toBe(200);
  expect((await owner.ask(about(niks[0]!))).status).toBe(200);
  await given.system(raiseTouched);
  const items = Array.from({ length: 80 }, (_, n) => {
    const { nik, attributes, reference } = about(`990101410180${9001 + n}`);
    return { nik, attributes, reference };
  });
  await asker.batch({ ...WHY, items });
  await given.house.ground.verification.pulses.settle();
  await given.system(slowUnusual);
  const page = await open('/peringatan');
  const lines = page.locator('.work button.open');
  await lines.first().waitFor();
  expect(await lines.allInnerTexts()).toEqual([
    expect.stringContaining('BADAN JAMINAN CONTOH: datanya muncul dalam pertanyaan PERUSAHAAN PINJAMAN CONTOH'),
    expect.stringContaining('BADAN JAMINAN CONTOH: bertanya tentang data umpannya sendiri'),
    expect.stringContaining('PERUSAHAAN PINJAMAN CONTOH: sedang diperlambat'),
  ]);
  await faultless(page, 'peringatan');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await page.getByText('Data yang hanya dititipkan pada BADAN JAMINAN CONTOH muncul dalam 2 pertanyaan').waitFor();
  await page.getByRole('button', { name: 'Tangani', exact: true }).dblclick();
  await page.getByText('Anda menangani peringatan ini.').first().waitFor();
  await page.getByRole('button', { name: 'Lihat NIK utuh' }).click();
  await page.getByRole('button', { name: 'Buka', exact: true }).click();
  await page.getByText('Nomor ini bukan milik siapa pun.').waitFor();
  await faultless(page, 'satu-peringatan');
  await page.getByText('Tutup peringatan').first().click();
  await page.getByRole('button', { name: 'Tutup peringatan' }).click();
  await page.getByText('2 isian perlu diperbaiki').waitFor();
  await page.getByLabel('Hasil').selectOption('misused');
  await page.getByLabel('Alasan').fill('Lembaga mengaku membeli berkasnya.');
  await page.getByRole('button', { name: 'Tutup peringatan' }).click();
  await page.getByText('Ditutup: Disalahgunakan').waitFor();
});

test('a slow pace stands beside what is usual, is held longer, and lifted by whoever has looked', async () => {
  const page = await open('/peringatan?saring=slowed');
  await page.locator('.work button.open').first().click();
  await page.getByText('NIK berurutan, seperti menebak').first().waitFor();
  await faultless(page, 'diperlambat');
  await page.getByText('Perpanjang', { exact: true }).first().click();
  const hold = act(page, 'Perpanjang perlambatan');
  await hold.getByLabel('Berapa jam dari sekarang').fill('73');
  await hold.getByLabel('Alasan').fill('Menunggu penjelasan tertulis.');
  await hold.getByRole('button', { name: 'Perpanjang perlambatan' }).click();
  await page.getByText('Isi 1 sampai 72').first().waitFor();
  await hold.getByLabel('Berapa jam dari sekarang').fill('24');
  await hold.getByRole('button', { name: 'Perpanjang perlambatan' }).click();
  await page.getByText('Diperpanjang oleh').waitFor();
  await page.getByText('Akhiri sekarang').first().click();
  const lift = act(page, 'Akhiri perlambatan');
  await lift.getByLabel('Alasan').fill('Penjelasan diterima, uji coba resmi.');
  await lift.getByRole('button', { name: 'Akhiri perlambatan' }).click();
  await page.waitForURL((url) => url.pathname === '/petugas/peringatan');
  await page.getByText('dijawab seperti biasa lagi.').first().waitFor();
});

test('a leaked file tells whose data it comes from, and is listed with nothing but its count', async () => {
  const page = await open('/peringatan/telusur-berkas');
  await page.getByText('Belum ada berkas yang ditelusuri.').waitFor();
  await page.getByRole('button', { name: 'Telusuri' }).click();
  await page.getByText('Pilih berkasnya dahulu.').waitFor();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'beredar.xlsx', mimeType: 'application/octet-stream', buffer: file });
  await page.getByRole('button', { name: 'Telusuri' }).dblclick();
  await page.getByText('5 data umpan ditemukan: berkas ini berasal dari data BADAN JAMINAN CONTOH.').waitFor();
  await page.getByRole('link', { name: 'BADAN JAMINAN CONTOH: 5' }).waitFor();
  await faultless(page, 'telusur');
});
