import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { countUsage, closeMonths } from '../../src/sharing/metering/index.ts';
import { givenMetering } from '../../src/sharing/metering/given-metering.ts';
import { PASSWORD, type Caller } from '../given/serving.ts';
import { openBrowser } from './browser.ts';
import { givenWeb, type GivenWeb } from './given-web.ts';
import { faultless, openScreen, type Screen, type ScreenGiven } from './screen.ts';

const given = await givenMetering();
const { dian, bagus, clock } = given;
let browser: Browser;
let web: GivenWeb;
let screens: Screen[] = [];
let bank: Awaited<ReturnType<typeof given.bank>>;

beforeAll(async () => {
  [web, browser] = await Promise.all([givenWeb(given.house), openBrowser()]);
  bank = await given.bank({ name: 'BANK CONTOH SEJAHTERA' });
  clock.moveTo(new Date('2018-11-14T03:00:00Z'));
});
afterAll(async () => {
  await browser?.close();
  await web?.close();
  await given.pool.end();
});
afterEach(async () => {
  const offences = screens.flatMap((screen) => screen.offences);
  await Promise.all(screens.map((screen) => screen.close()));
  screens = [];
  expect(offences).toEqual([]);
});

async function look(path: string, by: Caller | null, how: ScreenGiven = {}): Promise<Page> {
  const screen = await openScreen(browser, how);
  screens.push(screen);
  const cookies = (by?.headers['cookie'] ?? '').split('; ').filter(Boolean);
  await screen.context.addCookies(
    cookies.map((part) => {
      const [name, ...value] = part.split('=');
      return { name: name!, value: value.join('='), url: web.origin };
    }),
  );
  await screen.page.goto(web.origin + path);
  await screen.page.getByRole('heading', { level: 1 }).waitFor();
  return screen.page;
}
const account = (by: Caller) => look(`/petugas/lembaga/${bank.id}/pemakaian`, by);

test('an order and its payment are entered from the keyboard; what is wrong is said beside its field, and twice is once', async () => {
  const page = await account(dian);
  await page.getByText('Saldo habis: permintaan lembaga ini ditolak').waitFor();
  await page.getByText('Catat pesanan', { exact: true }).first().press('Enter');
  await page.getByRole('button', { name: 'Catat pesanan' }).press('Enter');
  await page.getByText('4 isian perlu diperbaiki').waitFor();
  await page.getByLabel('Kode billing', { exact: true }).fill('8201 8112 0000');
  await page.getByLabel('Jumlah (rupiah)').fill('Rp 25.000');
  await page.getByText('Cukup untuk 25 pertanyaan NIK.').waitFor();
  await page.getByText('Kode billing terdiri atas 15 angka.').first().waitFor();
  await faultless(page, 'pesanan');
  await page.getByLabel('Kode billing', { exact: true }).fill('8201 8112 0000 001');
  await page.getByLabel('Dipesan pada').fill('01112018');
  await page.getByLabel('Kode berlaku sampai').fill('08112018');
  await page.getByRole('button', { name: 'Catat pesanan' }).dblclick();
  await page.getByText('Kode berakhir').waitFor();
  await page.getByText('Catat pembayaran Rp25.000').first().click();
  await page.getByLabel('NTPN', { exact: true }).fill('ab12 cd34 ef56 gh78');
  await page.getByLabel('Dibayar pada').fill('09112018');
  await page.getByRole('button', { name: 'Catat pembayaran', exact: true }).click();
  await page.getByText('Kode billing sudah berakhir pada tanggal itu.').first().waitFor();
  await page.getByLabel('Dibayar pada').fill('08112018');
  await page.getByRole('button', { name: 'Catat pembayaran', exact: true }).dblclick();
  await page.getByText('Lunas').waitFor();
  await page.getByRole('cell', { name: 'AB12CD34EF56GH78' }).waitFor();
  expect((await given.account(bank.id)).balance).toBe(25_000);
});

test('the month shows who asked how much, how near its quota, and whose balance will not last', async () => {
  const grantId = await given.grantOf(bank.id);
  const refs = Array.from({ length: 21 }, (_, n) => `TRX-${n}`);
  await given.called([{ institutionId: bank.id, grantId, at: '2018-11-14T02:30:00Z', refs, price: 1_000 }]);
  await given.system(countUsage);
  const page = await look('/petugas/pemakaian', dian);
  await page.getByText('Saldo 1 lembaga akan habis').waitFor();
  await page
    .getByRole('row', { name: /BANK CONTOH SEJAHTERA.*21.*100,0.*Rp21\.000.*Rp4\.000.*1 hari.*Segera habis/ })
    .waitFor();
  await faultless(page, 'pemakaian');
  await page.getByRole('button', { name: 'Lihat lembaganya' }).click();
  await page.waitForURL(/pilihan=low/);
  await page.getByRole('button', { name: 'Bulan sebelumnya' }).click();
  await page.getByRole('heading', { name: 'Oktober 2018' }).waitFor();
  await page.getByLabel('Cari lembaga').fill('tidak ada');
  await page.getByText('Tidak ada lembaga yang cocok.').waitFor();
});

test('a mistaken payment is proposed for reversal with its reason, and a second officer decides', async () => {
  const wrong = await given.order(bank.id, 70_000);
  await given.ok(given.pay(wrong.id));
  const page = await account(dian);
  const item = page.getByRole('listitem').filter({ hasText: 'Rp70.000, dipesan' });
  await item.getByText('Usulkan pembalikan', { exact: true }).first().click();
  await item.getByRole('button', { name: 'Usulkan pembalikan Rp70.000' }).click();
  await item.getByLabel('Alasan').fill('salah lembaga, milik bank lain');
  await item.getByRole('button', { name: 'Usulkan pembalikan Rp70.000' }).click();
  await page.getByText('Balik pembayaran Rp70.000 dari BANK CONTOH SEJAHTERA').first().waitFor();
  const second = await look(new URL(page.url()).pathname, bagus);
  await second.getByLabel('Kata sandi').first().fill(PASSWORD);
  await second.getByRole('button', { name: 'Setujui dan jalankan', exact: true }).click();
  await second.waitForURL((url) => url.pathname === '/petugas');
  const after = await account(dian);
  await after.getByRole('row', { name: /Pembalikan pembayaran.*salah lembaga.*−Rp70\.000.*Rp25\.000/ }).waitFor();
});

test('a closed month has its paper and its lines; who may only look is offered no act', async () => {
  clock.moveTo(new Date('2018-12-02T03:00:00Z'));
  await given.system(countUsage);
  await given.system((tx) => closeMonths(tx));
  const auditor = await given.officer({ role: 'auditor' });
  const page = await account(auditor);
  await page.getByRole('row', { name: /November 2018.*Rp95\.000.*Rp70\.000.*Rp21\.000.*Rp4\.000/ }).waitFor();
  for (const act of ['Catat pesanan', 'Usulkan pembalikan'])
    expect(await page.getByText(act, { exact: true }).count()).toBe(0);
  const [csv] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()]);
  expect(csv.suggestedFilename()).toMatch(/^tagihan-2018-11-.*\.csv$/);
  const [pdf] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'PDF' }).click()]);
  expect(pdf.suggestedFilename()).toMatch(/\.pdf$/);
  await page.getByText('Bukti', { exact: true }).click();
  await page.getByText('21 baris, akar pohon rincian:').waitFor();
  await faultless(page, 'saldo');
  const operator = await look('/petugas/pemakaian', await given.officer({ role: 'operator' }));
  await operator
    .getByText(/Peran Anda|tidak mencakup|hak/)
    .first()
    .waitFor();
});

test('everybody reads in the register of agreements how much an institution is answered, and nothing of whom', async () => {
  clock.moveTo(new Date('2018-12-12T03:00:00Z'));
  const page = await look('/daftar-perjanjian?cari=sejahtera', null, { javaScript: false });
  await page.getByText('Pada November 2018 dijawab 21 pertanyaan').waitFor();
  await page.getByRole('row', { name: /BANK CONTOH SEJAHTERA.*21.*21 dalam 12 bulan/ }).waitFor();
  expect(await page.content()).not.toContain('TRX-');
});
