import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../src/core/access/index.ts';
import { issueCode, issueFirstRunCodes } from '../../src/register/officer/index.ts';
import { givenHouse } from '../given/house.ts';
import { openBrowser } from './browser.ts';
import { givenWeb, type GivenWeb } from './given-web.ts';
import { faultlessHere, openScreen, type Screen, type ScreenGiven } from './screen.ts';

const PASSWORD = 'kuda hijau makan awan';
const given = await givenHouse();
let browser: Browser;
let web: GivenWeb;
let screens: Screen[] = [];

beforeAll(async () => {
  [web, browser] = await Promise.all([givenWeb(given.house, { gallery: true }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await web?.close();
});
// Whatever else a test is about: no page of ours asks another host, breaks, or writes an error on the console.
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

const VIEWS: readonly ScreenGiven[] = [
  { width: 1280 },
  { width: 1280, dark: true },
  { width: 390 },
  { width: 390, dark: true },
];

describe('every part of the kit', () => {
  test.each(VIEWS)('is faultless to axe and stays inside the window ($width, dark: $dark)', async (view) => {
    for (const part of ['', '?bagian=formulir', '?bagian=tindakan'])
      await faultlessHere(await open(`/gallery/${part}`, view));
  });

  test('says in English what it says in Indonesian', async () => {
    const page = await open('/gallery/?bahasa=en');
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.textContent('main')).toContain('Keys j and k go down and up');
    await faultlessHere(page);
  });

  test('an evidence drawer closes with Escape and gives the focus back', async () => {
    const page = await open('/gallery/');
    const opener = page.getByRole('button', { name: 'Buka bukti' });
    await page.getByRole('button', { name: 'Tutup' }).click();
    await opener.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('evidence');
    await page.keyboard.press('Escape');
    expect(await page.locator('.evidence').count()).toBe(0);
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('a work list is walked with j and k', async () => {
    const page = await open('/gallery/');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Permohonan 470.13/11');
    await page.keyboard.press('k');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Penggabungan dua data');
  });
});

// One story in order: each step stands on the one before.
describe('the staff app, from the first run on', () => {
  test('leads to the first run until two administrators have signed up, each with a code', async () => {
    const codes = await given.house.database.transact('system', systemActor('test'), issueFirstRunCodes);
    const page = await open('/petugas');
    await page.waitForURL('**/siapkan');
    await faultlessHere(page);
    await page.getByRole('button', { name: 'Daftarkan administrator' }).click();
    await page.getByText('4 isian perlu diperbaiki').waitFor();
    await faultlessHere(page);
    for (const [place, code] of codes.entries()) {
      await page.getByRole('heading', { name: `Administrator ${place + 1} dari 2` }).waitFor();
      await page.getByLabel('Kode sekali pakai').fill(code);
      await page.getByLabel('Nama lengkap').fill(`Administrator Contoh ${place + 1}`);
      await page.getByLabel('Nama pengguna').fill(`admin${place + 1}`);
      await page.getByLabel('Kata sandi').fill(PASSWORD);
      await page.getByRole('button', { name: 'Daftarkan administrator' }).click();
      await page.getByText(`Administrator Contoh ${place + 1} terdaftar`).waitFor();
    }
    await page.getByRole('link', { name: 'Masuk' }).click();
    await page.getByRole('heading', { name: 'Masuk petugas' }).waitFor();
  });

  test.each(VIEWS)('shows sign-in and work faultlessly ($width, dark: $dark)', async (view) => {
    const page = await open('/masuk', view);
    await faultlessHere(page);
    await signIn(page);
    await page.getByRole('heading', { name: 'Pekerjaan Anda' }).waitFor();
    await faultlessHere(page);
    await page.getByRole('button', { name: /Akun dan tampilan/ }).click();
    await faultlessHere(page);
  });

  test('says that a password is wrong, and after several how many seconds to wait', async () => {
    const page = await open('/masuk');
    await signIn(page, 'bukan ini kata sandinya');
    await page.getByText('Nama pengguna atau kata sandi tidak cocok').waitFor();
    for (let tries = 0; tries < 8 && (await page.getByText(/Tunggu \d+ detik/).count()) === 0; tries++) {
      // Waited for before it is asked: on a quiet machine the answer is there before the click has returned.
      const answered = page.waitForResponse((answer) => answer.url().endsWith('/v1/session'));
      await signIn(page, 'bukan ini kata sandinya');
      await answered;
      await page.waitForTimeout(100);
    }
    await page.getByText(/Tunggu \d+ detik/).waitFor();
    await faultlessHere(page);
  });

  test('brings an officer back to where he was going, and names the window after the page', async () => {
    const page = await open('/petugas/kesehatan');
    await page.waitForURL('**/masuk?ke=*');
    await signIn(page, PASSWORD, 'admin2');
    await page.waitForURL('**/petugas/kesehatan');
    await page.getByText('Sistem siap melayani.').waitFor();
    expect(await page.title()).toBe('Kesehatan sistem · Jatidiri');
    await faultlessHere(page);
  });

  test('takes a single-use link once, and its secret out of the address', async () => {
    const code = await given.system(async (tx) => {
      const { rows } = await tx.client.query(`select id from officer.officer where username = 'admin2'`);
      return issueCode(tx, { kind: 'link', officerId: rows[0].id, hours: 1 });
    });
    const page = await open(`/masuk#${code}`);
    await page.getByRole('heading', { name: 'Pekerjaan Anda' }).waitFor();
    expect(page.url()).toBe(`${web.origin}/petugas`);
    const again = await open(`/masuk#${code}`);
    await again.getByText('Kode ini tidak dikenal, sudah dipakai').waitFor();
    expect(again.url()).toBe(`${web.origin}/masuk`);
    await faultlessHere(again);
  });

  test('is worked with the keyboard alone: search, pages, focus on the heading', async () => {
    const page = await open('/masuk');
    await signIn(page, PASSWORD, 'admin2');
    await page.getByRole('heading', { name: 'Pekerjaan Anda' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('keseh');
    await page.getByRole('option', { name: 'Kesehatan sistem' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Kesehatan sistem' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.goto(`${web.origin}/petugas/tidak-ada`);
    await page.getByRole('heading', { name: 'Halaman ini tidak ada' }).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(1);
  });

  test('opens without a network, says so, and leaves nothing on the device after signing out', async () => {
    const page = await open('/masuk', { takenAlong: true });
    await signIn(page, PASSWORD, 'admin2');
    await page.getByRole('heading', { name: 'Pekerjaan Anda' }).waitFor();
    await page.goto(`${web.origin}/petugas`);
    await page.getByRole('heading', { name: 'Pekerjaan Anda' }).waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const { context, offences } = screens.at(-1)!;
    await context.setOffline(true);
    await page.reload();
    await page.getByText(/Terputus dari pusat/).waitFor();
    await page.getByRole('navigation').waitFor();
    await context.setOffline(false);
    await page.getByText('Terhubung ke pusat').waitFor();
    // Being cut off was the test's own doing.
    offences.splice(
      0,
      offences.length,
      ...offences.filter((offence) => !offence.includes('net::ERR_INTERNET_DISCONNECTED')),
    );
    await page.getByRole('button', { name: /Akun dan tampilan/ }).click();
    await page.getByRole('button', { name: 'Keluar' }).click();
    await page.getByRole('heading', { name: 'Masuk petugas' }).waitFor();
    const kept = await page.evaluate(() => Object.keys(localStorage));
    expect(kept.filter((key) => key !== 'jatidiri.tampilan')).toEqual([]);
  });
});

// After the first run: until then no route answers, that of the regions neither.
describe('fields', () => {
  test('a NIK is grouped, read out as it is typed, and a slip is named', async () => {
    const page = await open('/gallery/?bagian=formulir');
    const nik = page.getByLabel('NIK', { exact: true });
    await nik.pressSequentially('3175074508909001');
    expect(await nik.inputValue()).toBe('3175 0745 0890 9001');
    await page.getByText('Duren Sawit · 5 Agustus 1990 · perempuan').waitFor();
    await nik.fill('\u200b3175 0732-0890 9001 ');
    await page.getByText('Angka 7-8 (tanggal lahir) harus 01-31, atau 41-71 untuk perempuan.').waitFor();
    await nik.fill('31750');
    await nik.blur();
    await page.getByText('NIK berisi 16 angka; ini 5.').waitFor();
  });

  test('a NIK is copied without its spaces', async () => {
    const page = await open('/gallery/?bagian=formulir');
    const nik = page.getByLabel('NIK', { exact: true });
    await nik.fill('3175074508909001');
    await nik.selectText();
    const copied = await nik.evaluate((input) => {
      const data = new DataTransfer();
      input.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
      return data.getData('text/plain');
    });
    expect(copied).toBe('3175074508909001');
  });

  test('a date that is on no calendar is refused while it is typed', async () => {
    const page = await open('/gallery/?bagian=formulir');
    const born = page.getByLabel('Tanggal lahir');
    await born.pressSequentially('31021990');
    expect(await born.inputValue()).toBe('31-02-1990');
    await page.getByText('31-02-1990 tidak ada di kalender. Periksa hari dan bulannya.').waitFor();
    await born.fill('05-08-1990');
    await page.getByText('5 Agustus 1990').waitFor();
  });

  test('a region is found by three letters and chosen with the keyboard', async () => {
    const page = await open('/gallery/?bagian=formulir');
    const region = page.getByRole('textbox', { name: 'Tempat tinggal' });
    await region.pressSequentially('duren saw');
    await page
      .getByRole('option', { name: /Duren Sawit/ })
      .first()
      .waitFor();
    await faultlessHere(page);
    await region.press('Enter');
    await page.getByText('Dipilih: 317507').waitFor();
    expect(await region.inputValue()).toContain('Jakarta Timur');
  });

  test('what was typed outlives a reload and is gone when it was sent', async () => {
    const page = await open('/gallery/?bagian=formulir');
    await page.getByLabel('Tanggal lahir').fill('05-08-1990');
    await page.getByText('Draf tersimpan di perangkat ini.').waitFor();
    await page.reload();
    expect(await page.getByLabel('Tanggal lahir').inputValue()).toBe('05-08-1990');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.reload();
    expect(await page.getByLabel('Tanggal lahir').inputValue()).toBe('');
  });
});

async function signIn(page: Page, password: string = PASSWORD, username = 'admin1'): Promise<void> {
  await page.getByLabel('Nama pengguna').fill(username);
  await page.getByLabel('Kata sandi').fill(password);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
}
