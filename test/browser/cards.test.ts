import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fingerOfPerson, givenCards, uidOfSerial } from '../../src/cards/card/given-card.ts';
import type { Nik } from '../../src/core/id/index.ts';
import type { Caller } from '../given/serving.ts';
import { openBrowser } from './browser.ts';
import { givenWeb, type GivenWeb } from './given-web.ts';
import { faultless, openScreen, type Screen } from './screen.ts';

const given = await givenCards();
const { printer, checker, head } = given;

let browser: Browser;
let web: GivenWeb;
let screens: Screen[] = [];

beforeAll(async () => {
  [web, browser] = await Promise.all([givenWeb(given.house), openBrowser()]);
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

async function open(by: Caller, path: string): Promise<Page> {
  const screen = await openScreen(browser);
  screens.push(screen);
  const cookies = by.headers['cookie']!.split('; ').map((part) => {
    const [name, ...value] = part.split('=');
    return { name: name!, value: value.join('='), url: web.origin };
  });
  await screen.context.addCookies(cookies);
  await screen.page.goto(`${web.origin}/petugas/${path}`);
  await screen.page.getByRole('heading', { level: 1 }).waitFor();
  return screen.page;
}

/** A page about somebody asks once why he is opened. */
async function openPerson(by: Caller, path: string): Promise<Page> {
  const page = await open(by, path);
  await page.getByRole('button', { name: 'Buka' }).click();
  return page;
}

const template = (nik: Nik, visit = 2) => ({
  name: 'finger_2.fmr',
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(fingerOfPerson(nik, visit).template, 'base64'),
});

// One story in order: asked for, printed at the second attempt, checked by somebody else, handed over.
describe('cards at the counter', () => {
  let nik: Nik;
  let cardId: string;

  test('a card is asked for from the person, and who may not have it is told why', async () => {
    nik = await given.recorded();
    const page = await openPerson(printer, `penduduk/${given.ref(nik)}`);
    await page.locator('.act-bar').getByRole('link', { name: 'Kartu', exact: true }).click();
    await page.getByRole('heading', { name: 'Ajukan KTP-el' }).waitFor();
    await page.getByRole('button', { name: 'Ajukan kartu' }).click();
    await page.getByText('Pilih salah satu.').waitFor();
    await page.getByRole('radio', { name: /^Rusak/ }).check();
    await page.getByRole('button', { name: 'Ajukan kartu' }).click();
    await page.getByText('Orang ini belum pernah memegang KTP-el. Pilih kartu pertama.').waitFor();
    await faultless(page);
    await page.getByRole('radio', { name: /^Kartu pertama/ }).check();
    await page.getByRole('button', { name: 'Ajukan kartu' }).dblclick();
    await page.getByRole('button', { name: /Kartu pertama · Pemegang pertama/ }).waitFor();
    await faultless(page);
  });

  test('a print takes one blank; one that fails is spoiled with its reason, and the request waits again', async () => {
    const page = await open(printer, 'kartu');
    await page.getByRole('button', { name: /Kartu pertama/ }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByText('Kartu ini belum dicetak. Cetak sekarang?').waitFor();
    await page.getByRole('button', { name: 'Cetak sekarang' }).click();
    await page.getByText('Pindai atau ketik nomor seri atau UID cip blangko.').waitFor();
    const what = page.getByLabel('Blangko yang dipakai');
    await what.fill('123');
    await page.keyboard.press('Enter');
    await page
      .getByText('Blangko dengan nomor seri atau UID ini tidak ada di gudang kantor Anda.', { exact: false })
      .waitFor();
    await faultless(page);
    const first = given.blank();
    await what.fill(first.serial);
    await page.keyboard.press('Enter');
    await page.getByRole('img', { name: 'Muka KTP-el yang dicetak' }).waitFor();
    await faultless(page);
    // Whoever was interrupted finds the print that he began.
    await page.reload();
    await page.getByRole('radio', { name: 'Kartu macet di pencetak' }).check();
    await page.getByRole('button', { name: 'Catat gagal cetak' }).click();
    await page.getByText('Percobaan ke-2').waitFor();
    expect(await given.cardsOf(nik)).toMatchObject([{ state: 'SPOILED' }]);
    await what.fill(given.blank().uid);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Hasil cetak baik' }).click();
    await page.getByText('menunggu diperiksa petugas lain.').waitFor();
    cardId = (await given.cardsOf(nik)).find(({ state }) => state === 'PRINTED')!.id;
  });

  test('nobody checks his own print; another officer reads the chip and compares the face', async () => {
    const own = await open(printer, `kartu/periksa/${cardId}`);
    await own.getByText('Kartu ini Anda cetak sendiri. Petugas lain yang memeriksanya.').waitFor();
    const page = await open(checker, '');
    await page.getByRole('button', { name: /Dicetak petugas lain/ }).click();
    await page.getByRole('button', { name: 'Simpan hasil periksa' }).click();
    await page.getByText('Baca cip kartu ini, atau nyatakan bahwa cipnya tidak terbaca.').waitFor();
    await page.getByRole('radio', { name: /^Ya, foto/ }).check();
    await page.getByLabel('UID yang terbaca dari cip').fill(given.blank().uid);
    await page.getByRole('button', { name: 'Simpan hasil periksa' }).click();
    await page.getByText('Cip yang terbaca bukan milik kartu ini.', { exact: false }).waitFor();
    await faultless(page);
    const { serial } = (await given.cardsOf(nik)).find(({ id }) => id === cardId)!;
    await page.getByLabel('UID yang terbaca dari cip').fill(uidOfSerial(String(serial)));
    await page.getByRole('button', { name: 'Simpan hasil periksa' }).click();
    await page.getByRole('button', { name: 'Letakkan di loket' }).click();
    await page.getByRole('button', { name: /tunggu pemegang atau wakilnya/ }).waitFor();
  });

  test('it is handed over against a finger, and not to somebody else', async () => {
    const page = await open(printer, `kartu/serah/${cardId}`);
    await page.getByRole('button', { name: 'Serahkan kartu' }).click();
    await page.getByText('Cocokkan dahulu jari atau wajah pemegang kartu', { exact: false }).waitFor();
    const other = await given.recorded();
    await page.locator('input[type=file]').setInputFiles(template(other));
    await page.getByText('Tidak cocok.', { exact: false }).waitFor();
    await faultless(page);
    await page.locator('input[type=file]').setInputFiles(template(nik));
    await page.getByText(/^Cocok(, kuat)?$/).waitFor();
    await page.getByRole('button', { name: 'Serahkan kartu' }).click();
    await page.getByText('diserahkan dan berlaku mulai sekarang.').waitFor();
    expect((await given.cardsOf(nik)).map(({ state }) => state).toSorted()).toEqual(['SPOILED', 'VALID']);
  });

  test('a proxy takes it with a letter and a release; the old card is taken in', async () => {
    const next = await given.atCounter(nik, { kind: 'damage' });
    const supervisor = await open(head, `kartu/serah/${next}`);
    await supervisor.getByLabel('Alasan').fill('pemegang sakit, wakil datang');
    await supervisor.getByRole('button', { name: 'Lepas kartu ini' }).click();
    await supervisor.getByText('Anda yang melepas kartu ini. Petugas lain yang menyerahkannya.').waitFor();
    const page = await open(printer, `kartu/serah/${next}`);
    await page.getByRole('radio', { name: /^Wakil/ }).check();
    await page.getByRole('button', { name: 'Serahkan kartu' }).click();
    await page.getByText('Unggah dahulu surat kuasa dari pemegang kartu.').waitFor();
    await page.getByLabel('Nama wakil').fill('WAKIL CONTOH');
    const pixel = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    await page.locator('input[type=file]').setInputFiles({ name: 'surat.png', mimeType: 'image/png', buffer: pixel });
    await page.getByText('surat.png').waitFor();
    await page.getByRole('radio', { name: /^Ya, saya terima/ }).check();
    await faultless(page);
    await page.getByRole('button', { name: 'Serahkan kartu' }).click();
    await page.getByText('diserahkan dan berlaku mulai sekarang.').waitFor();
    expect((await given.cardsOf(nik)).map(({ state }) => state).toSorted()).toEqual(['SPOILED', 'TAKEN_IN', 'VALID']);
  });

  test('a loss is reported, lifted and made final on the person; the trace shows every step', async () => {
    const page = await openPerson(printer, `penduduk/${given.ref(nik)}?bagian=kartu`);
    const press = async (name: string) => {
      await page.locator('summary', { hasText: name }).click();
      await page.getByRole('button', { name, exact: true }).click();
    };
    await press('Laporkan hilang');
    await page.getByText('Dibekukan (dilaporkan hilang)').first().waitFor();
    await faultless(page);
    await press('Kartu ditemukan: aktifkan kembali');
    await page.getByText('Kartu berlaku kembali.').waitFor();
    await page.locator('summary', { hasText: 'Laporkan hilang' }).waitFor();
    await press('Nyatakan hilang');
    await page.getByText('Isi nomor surat kehilangan dari kepolisian.').waitFor();
    await page.getByLabel('Nomor surat kehilangan dari kepolisian').fill('SKTLK/1/CONTOH');
    await page.getByRole('button', { name: 'Nyatakan hilang' }).click();
    await page.getByText('Kartu dinyatakan hilang.').waitFor();
    await page.locator('summary', { hasText: 'Tarik kartu' }).click();
    await page.getByLabel('Sebab').selectOption('damaged');
    await faultless(page);
    const trace = await open(head, 'kartu/telusuri');
    await trace.getByLabel('NIK, nomor seri, atau UID cip').fill(nik);
    await trace.keyboard.press('Enter');
    await trace.getByText('3 kartu').waitFor();
    await trace.getByRole('cell', { name: /SKTLK\/1\/CONTOH/ }).waitFor();
    await faultless(trace);
  });
});
