import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../src/core/access/index.ts';
import type { Nik } from '../../src/core/id/index.ts';
import type { Workers } from '../../src/core/jobs/index.ts';
import { asCivilDate } from '../../src/core/time/index.ts';
import { givenCards, uidOfSerial } from '../../src/cards/card/given-card.ts';
import { codeTo } from '../../src/cards/card/holder/given-holder.ts';
import { changeResidents } from '../../src/register/resident/index.ts';
import type { Caller } from '../given/serving.ts';
import { openBrowser } from './browser.ts';
import { givenWeb, type GivenWeb } from './given-web.ts';
import { faultless, faultlessHere, openScreen, type Screen, type ScreenGiven } from './screen.ts';

const given = await givenCards();
const { printer, checker, head } = given;
let browser: Browser;
let web: GivenWeb;
let workers: Workers;
let screens: Screen[] = [];

beforeAll(async () => {
  [web, browser, workers] = await Promise.all([givenWeb(given.house), openBrowser(), given.house.startWorkers()]);
});
afterAll(async () => {
  await browser?.close();
  await workers?.stop();
  await web?.close();
});
afterEach(async () => {
  const offences = screens.flatMap((screen) => screen.offences);
  await Promise.all(screens.map((screen) => screen.close()));
  screens = [];
  expect(offences).toEqual([]);
});

const WIDE: ScreenGiven = { width: 1280 };
const NARROW: ScreenGiven = { width: 390, dark: true };

async function open(path: string, how: ScreenGiven = {}, by?: Caller): Promise<Page> {
  const screen = await openScreen(browser, how);
  screens.push(screen);
  const cookies = (by?.headers['cookie'] ?? '')
    .split('; ')
    .filter(Boolean)
    .map((part) => {
      const [name, ...value] = part.split('=');
      return { name: name!, value: value.join('='), url: web.origin };
    });
  await screen.context.addCookies(cookies);
  await screen.page.goto(web.origin + path);
  await screen.page.getByRole('heading', { level: 1 }).waitFor();
  return screen.page;
}

const later = (seconds: number) => given.clock.moveTo(new Date(given.clock.now().getTime() + seconds * 1000));
let phones = 0;
const phone = () => `08130000${String(++phones).padStart(4, '0')}`;
const stateOf = async (nik: Nik) => (await given.cardsOf(nik))[0]!.state;

async function ask(page: Page, number: string): Promise<void> {
  later(61);
  await page.getByLabel('Nomor permintaan atau NIK').fill(number);
  await page.getByLabel('Tanggal lahir').fill('05-08-1990');
  await page.getByRole('button', { name: 'Kirim kode', exact: true }).click();
  await page.getByLabel('Kode', { exact: true }).waitFor();
}

describe('whoever has a card or waits for one', () => {
  test('sees where it is without a script, from the request to the counter, and what to do next', async () => {
    const nik = await given.recorded();
    const at = phone();
    const made = await printer.call('POST', '/v1/cards/requests', { ref: given.ref(nik), kind: 'first', contact: at });
    const page = await open('/di-mana-ktp-saya', { ...NARROW, javaScript: false });
    await page.getByLabel('Nomor permintaan atau NIK').fill('12');
    await page.getByLabel('Tanggal lahir').fill('31-02-1990');
    await page.getByRole('button', { name: 'Kirim kode', exact: true }).click();
    expect(await page.getByLabel('Nomor permintaan atau NIK').getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Tanggal lahir').inputValue()).toBe('31-02-1990');
    await ask(page, made.body.number);
    await page.getByLabel('Kode', { exact: true }).fill(await codeTo(given, at));
    await page.getByRole('button', { name: 'Lihat kartu saya' }).click();
    await page.getByText('Menunggu dicetak').waitFor();
    await page.getByText('Tunggu; belum perlu datang. Kartu dicetak di Kantor 3175 menurut urutan.').waitFor();
    await given.printed(made.body.id);
    await page.getByRole('button', { name: 'Muat lagi' }).click();
    await page.getByText('Sedang diperiksa').waitFor();
    expect(page.url()).toBe(`${web.origin}/di-mana-ktp-saya`);
  });

  test('suspends a lost card with one code, and undoes it from the same page', async () => {
    const nik = await given.recorded();
    const at = phone();
    await given.held(nik, { contact: at });
    const page = await open('/laporkan-kehilangan', WIDE);
    await faultless(page);
    await ask(page, nik);
    await faultless(page);
    await page.getByLabel('Kode', { exact: true }).fill(await codeTo(given, at));
    await page.getByRole('button', { name: 'Bekukan kartu saya sekarang' }).click();
    await page.getByRole('heading', { name: 'Kartu Anda dibekukan' }).waitFor();
    expect(await stateOf(nik)).toBe('SUSPENDED');
    await faultless(page);
    await page.getByRole('button', { name: 'Batalkan laporan kehilangan' }).click();
    await page.getByText('Lakukan ini hanya bila kartunya sudah di tangan Anda').waitFor();
    expect(await stateOf(nik)).toBe('SUSPENDED');
    await faultless(page);
    await page.getByRole('button', { name: 'Aktifkan kembali kartu saya' }).click();
    await page.getByRole('heading', { name: 'Kartu Anda berlaku kembali' }).waitFor();
    expect(await stateOf(nik)).toBe('VALID');
    await faultless(page);
  });

  test('and nobody else: a number that nobody has says the same words, then a wrong, a late and a too frequent code', async () => {
    const page = await open('/batalkan-laporan-kehilangan', NARROW);
    await ask(page, '3175074508909998');
    await page.getByText('Bila nomor dan tanggal lahir itu cocok').waitFor();
    await page.getByLabel('Kode', { exact: true }).fill('000000');
    await page.getByRole('button', { name: 'Aktifkan kembali kartu saya' }).click();
    await page.getByText('Kode itu tidak cocok. Masih 4 percobaan.').waitFor();
    await faultlessHere(page);
    await page.getByRole('button', { name: 'Kirim kode lagi' }).click();
    await page.getByText('Terlalu banyak percobaan. Coba lagi 1 menit lagi').waitFor();
    later(601);
    await page.getByLabel('Kode', { exact: true }).fill('000000');
    await page.getByRole('button', { name: 'Aktifkan kembali kartu saya' }).click();
    await page.getByText('Kode itu tidak berlaku lagi.').waitFor();
    await faultlessHere(page);
  });

  test('is told offline that nothing was sent, and finds what was typed', async () => {
    const page = await open('/di-mana-ktp-saya?bahasa=en', WIDE);
    await page.getByLabel('Number of the request').fill('K3175-20181211-0001');
    await page.getByLabel('Birth date').fill('05-08-1990');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Send a code' }).click();
    await page.getByText('You are offline: nothing was sent yet.').waitFor();
    await faultlessHere(page);
    await page.context().setOffline(false);
    later(61);
    await page.getByRole('button', { name: 'Send a code' }).click();
    await page.getByText('a code of six digits is on its way').waitFor();
  });
});

describe('at the counter', () => {
  test('a contact is taken down for who has none, and shown masked', async () => {
    const nik = await given.recorded();
    await given.held(nik);
    const page = await open(`/petugas/penduduk/${given.ref(nik)}`, {}, printer);
    await page.getByRole('button', { name: 'Buka' }).click();
    await page.locator('.act-bar').getByRole('link', { name: 'Kartu', exact: true }).waitFor();
    await page.goto(`${web.origin}/petugas/penduduk/${given.ref(nik)}?bagian=kartu`);
    await page.locator('summary', { hasText: 'Catat atau ganti kontak' }).click();
    await page.getByRole('button', { name: 'Simpan kontak' }).click();
    await page.getByText('Tulis nomor telepon atau alamat surel').first().waitFor();
    await page.getByLabel('Telepon atau surel').fill('0812-3456-7890');
    await page.getByRole('button', { name: 'Simpan kontak' }).click();
    await page.getByText('Tercatat: +62•••••7890').waitFor();
    await faultless(page);
  });

  test('a print gives the files of its chip, and passes with the sample that is drawn', async () => {
    const made: { nik: Nik; id: string; request: string }[] = [];
    for (let n = 0; n < 4; n++) {
      const nik = await given.recorded();
      const request = await given.requested(nik);
      made.push({ nik, request, id: await given.printed(request) });
    }
    const printing = await open(`/petugas/kartu/cetak/${made[0]!.request}`, {}, printer);
    await printing.getByRole('button', { name: 'Siapkan isi cip' }).click();
    const download = printing.waitForEvent('download');
    await printing.getByRole('button', { name: 'Unduh EF.SOD.bin' }).click();
    expect((await download).suggestedFilename()).toBe('EF.SOD.bin');
    await faultless(printing);
    const page = await open('/petugas/kartu/contoh', {}, checker);
    await page.getByText(/Sistem menentukan \d+ dari \d+ kartu untuk diperiksa./).waitFor();
    await faultless(page);
    await page.getByRole('button', { name: /^Luluskan/ }).click();
    await page.getByText('Baca cip kartu ini.', { exact: false }).first().waitFor();
    for (const one of await page.locator('details.one-print').all()) {
      if ((await one.getAttribute('open')) === null) await one.locator('summary').click();
      const serial = (await one.locator('summary .identifier').textContent())!.replaceAll(/\D/g, '');
      await one.getByLabel('UID yang terbaca dari cip').fill(uidOfSerial(serial));
      await one.getByRole('checkbox').check();
    }
    await page.getByRole('button', { name: /^Luluskan/ }).click();
    await page
      .getByRole('button', { name: /letakkan di loket/ })
      .first()
      .waitFor();
    expect(await stateOf(made[3]!.nik)).toBe('CHECKED');
  });

  test('checked cards are sent to another counter, which receives them; one whose holder died is taken in there', async () => {
    const toOfficeId = await given.office('317507');
    const counter = await given.officer({ role: 'operator', officeId: toOfficeId });
    const [lives, dies] = [await given.recorded(), await given.recorded()];
    await given.atCounter(lives);
    await given.atCounter(dies);
    const page = await open('/petugas/kartu/kirim', {}, printer);
    await page.getByRole('button', { name: 'Kirim kartu' }).click();
    await page.getByText('Pilih kantor tujuan.').waitFor();
    await page.getByRole('textbox', { name: 'Kantor tujuan' }).fill('Kantor 317507');
    await page.getByRole('option', { name: /Kantor 317507/ }).click();
    for (const nik of [lives, dies]) {
      await page.getByLabel('Pindai kartu').fill(uidOfSerial(String((await given.cardsOf(nik))[0]!.serial)));
      await page.keyboard.press('Enter');
    }
    await page.getByText('2 dari', { exact: false }).waitFor();
    await faultless(page);
    await page.getByRole('button', { name: 'Kirim 2 kartu' }).dblclick();
    await page.getByRole('heading', { name: 'Dikirim dari sini, belum diterima' }).waitFor();
    await page.getByRole('cell', { name: 'Kantor 317507' }).first().waitFor();
    const seeking = await open('/petugas/kartu/terima', {}, head);
    await seeking.locator('summary', { hasText: 'Catat hilang' }).first().click();
    await seeking.getByRole('button', { name: 'Catat hilang' }).first().click();
    await seeking.getByText('Tulis alasannya, sedikitnya lima huruf.').nth(1).waitFor();
    await faultless(seeking);
    const day = asCivilDate('2018-12-11');
    await given.system((tx) =>
      changeResidents(
        tx,
        systemActor('test'),
        { kind: 'correction', label: 'resident.corrected', occurredOn: day, legalBasis: 'percobaan' },
        [{ nik: dies, delta: { state: 'MENINGGAL', stateSince: day } }],
      ),
    );
    const there = await open('/petugas', {}, counter);
    await there.getByRole('button', { name: /Kartu dikirim ke loket Anda/ }).click();
    await there.getByText('tidak berlaku lagi: setelah diterima, tarik kartunya', { exact: false }).waitFor();
    await faultless(there);
    await there.getByRole('button', { name: 'Centang semua' }).click();
    await there.getByRole('button', { name: 'Terima 2 kartu' }).click();
    await there.getByText('Kartu yang dikirim kantor lain ke sini', { exact: false }).waitFor();
    await there.goto(`${web.origin}/petugas`);
    await there.getByRole('button', { name: /tarik kartunya/ }).click();
    await there.getByText('Kartu ini tidak berlaku lagi: pemegang meninggal.').waitFor();
    await faultless(there);
    await there.getByRole('button', { name: 'Tarik kartu ini' }).click();
    await there.getByText('muncul di sini sampai ditarik', { exact: false }).waitFor();
    expect([await stateOf(lives), await stateOf(dies)]).toEqual(['AT_COUNTER', 'TAKEN_IN']);
  });
});
