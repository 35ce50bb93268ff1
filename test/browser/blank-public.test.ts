import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { closeDay, securityHold } from '../../src/cards/blank/closing/index.ts';
import { givenLine } from '../../src/cards/blank/given-line.ts';
import { givenJpeg } from '../../src/core/file/given-content.ts';
import { newId } from '../../src/core/id/index.ts';
import { asCivilDate } from '../../src/core/time/index.ts';
import { givenActor } from '../given/people.ts';
import { openBrowser } from './browser.ts';
import { givenWeb, type GivenWeb } from './given-web.ts';
import { faultlessHere, openScreen, type Screen, type ScreenGiven } from './screen.ts';

const line = await givenLine('2018-03-01T02:00:00Z');
let browser: Browser;
let web: GivenWeb;
let screens: Screen[] = [];

beforeAll(async () => {
  [web, browser] = await Promise.all([givenWeb(line.house), openBrowser()]);
  await line.deliver(9_300_000, 300);
  await line.ship('centre', 'province', 9_300_000, 9_300_199);
  await line.ship('province', 'tulangBawang', 9_300_000, 9_300_099);
});
afterAll(async () => {
  await browser?.close();
  await web?.close();
  await line.sequencer.stop();
});
afterEach(async () => {
  const offences = screens.flatMap((screen) => screen.offences);
  await Promise.all(screens.map((screen) => screen.close()));
  screens = [];
  expect(offences).toEqual([]);
});

async function open(path: string, how: ScreenGiven = {}): Promise<Page> {
  const screen = await openScreen(browser, how);
  screens.push(screen);
  await screen.page.goto(web.origin + path);
  await screen.page.getByRole('heading', { level: 1 }).waitFor();
  return screen.page;
}

const WIDE: ScreenGiven = { width: 1280 };
const NARROW: ScreenGiven = { width: 390, dark: true };

test('anybody reports a blank with a photo, without a script, and follows it by its number', async () => {
  const page = await open('/laporkan-blangko', { ...WIDE, javaScript: false });
  await page.getByLabel('Apa yang Anda lihat').selectOption('for_sale');
  await page.getByLabel('Tempat').fill('Toko daring contoh');
  await page.getByLabel('Uraian').fill('Sepuluh blangko ditawarkan di toko daring');
  await page.getByLabel('Nomor seri atau UID').fill('9300040');
  await page.getByLabel('Foto').setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: givenJpeg() });
  await page.getByRole('button', { name: 'Kirim laporan' }).click();
  await page.getByRole('heading', { name: 'Laporan diterima' }).waitFor();
  const tracking = (await page.locator('.mono').first().textContent())!;
  await page.getByRole('link', { name: 'Buat laporan lain' }).click();
  await page.getByLabel('Nomor pelacakan').fill(tracking);
  await page.getByRole('button', { name: 'Lihat' }).click();
  expect(await page.locator('dl').textContent()).toContain('Diterima, menunggu diperiksa petugas');
});

test('the form of a report says beside the field what is wrong, at any width and in either light', async () => {
  for (const view of [WIDE, NARROW]) {
    const page = await open('/laporkan-blangko', view);
    await faultlessHere(page);
    await page.getByLabel('Apa yang Anda lihat').selectOption('found');
    await page.getByLabel('Tempat').fill('Jl');
    await page.getByLabel('Uraian').fill('Tercecer di jalan raya');
    await page.getByRole('button', { name: 'Kirim laporan' }).click();
    await page.getByText('Laporan belum terkirim').waitFor();
    expect(await page.getByLabel('Tempat').getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Uraian').inputValue()).toBe('Tercecer di jalan raya');
    await faultlessHere(page);
  }
});

test('the stock of every region stands on a page each day, with a day to choose, holds named, and the proof', async () => {
  const empty = await open('/stok-blangko');
  await empty.getByText('Belum ada hari yang ditutup').waitFor();
  line.clock.moveTo(new Date('2018-03-02T01:00:00Z'));
  await line.system(async (tx) => {
    await closeDay(tx, asCivilDate('2018-03-01'));
    const hold = { regionCode: '1872', untilOn: '2018-03-09', reason: 'penyelidikan contoh', askedBy: newId() };
    await securityHold.execute(tx, givenActor({ region: '' }), hold as never);
  });
  for (const view of [WIDE, NARROW]) {
    const page = await open('/stok-blangko', view);
    await page.getByText('Penahanan keamanan').waitFor();
    await faultlessHere(page);
    await page.getByRole('link', { name: 'Lampung' }).click();
    await page.getByText('Tulang Bawang', { exact: false }).first().waitFor();
    await faultlessHere(page);
  }
  const page = await open('/stok-blangko?tanggal=2018-02-30');
  expect(await page.getByLabel('Tanggal').getAttribute('aria-invalid')).toBe('true');
});
