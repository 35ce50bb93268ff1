import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readFile } from 'node:fs/promises';
import type { Workers } from '../../src/core/jobs/index.ts';
import { DITJEN_ID, openOffice } from '../../src/register/office/index.ts';
import { issueFirstRunCodes, registerFirstAdministrator } from '../../src/register/officer/index.ts';
import { csvOf, nikOf } from '../../src/register/resident/import/given-import.ts';
import { givenActor } from '../given/people.ts';
import { givenHouse } from '../given/house.ts';
import { openBrowser } from './browser.ts';
import { givenWeb, type GivenWeb } from './given-web.ts';
import { faultless, openScreen, type Screen } from './screen.ts';

const PASSWORD = 'kuda hijau makan awan';
const given = await givenHouse();
const sequencer = given.house.startSequencer((fault) => {
  throw fault;
});
// Before the house closes, which `givenHouse` asked for earlier.
afterAll(() => sequencer.stop());

let browser: Browser;
let web: GivenWeb;
let workers: Workers;
/** A passkey is bound to a name; an address of numbers is none. */
let origin: string;
let screens: Screen[] = [];
type Cookies = Awaited<ReturnType<Screen['context']['cookies']>>;
let first: Cookies;

beforeAll(async () => {
  await given.system(async (tx) => {
    for (const [place, code] of (await issueFirstRunCodes(tx)).entries()) {
      const [username, name] = [`admin${place + 1}`, `Administrator Contoh ${place + 1}`];
      await registerFirstAdministrator(tx, { code, username, name, password: PASSWORD });
    }
    await openOffice(tx, givenActor({ region: '' }), {
      kind: 'provincial',
      name: 'Dinas Dukcapil Contoh Jakarta',
      regionCode: '31',
      zone: 'Asia/Jakarta',
      parentId: DITJEN_ID,
      openedOn: '2011-01-03',
      legalBasis: 'UU 23/2006',
    });
  });
  [web, browser, workers] = await Promise.all([givenWeb(given.house), openBrowser(), given.house.startWorkers(2)]);
  origin = web.origin.replace('127.0.0.1', 'localhost');
  const page = await open('/masuk', null);
  await signIn(page, 'admin1');
  first = await page.context().cookies();
});
afterAll(async () => {
  await workers?.stop();
  await browser?.close();
  await web?.close();
});
afterEach(async () => {
  const offences = screens.flatMap((screen) => screen.offences);
  await Promise.all(screens.map((screen) => screen.close()));
  screens = [];
  expect(offences).toEqual([]);
});

async function open(path: string, cookies: Cookies | null = first): Promise<Page> {
  const screen = await openScreen(browser);
  screens.push(screen);
  if (cookies) await screen.context.addCookies(cookies);
  await screen.page.goto(origin + path);
  await screen.page.getByRole('heading', { level: 1 }).waitFor();
  return screen.page;
}

async function signIn(page: Page, username: string): Promise<void> {
  await page.getByLabel('Nama pengguna').fill(username);
  await page.getByLabel('Kata sandi').fill(PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByRole('heading', { name: 'Pekerjaan Anda' }).waitFor();
}

describe('an import', () => {
  test('is mapped, checked, read cell by cell, taken along as a table, and entered', async () => {
    const page = await open('/petugas/impor');
    await page.getByText('Belum ada impor.').waitFor();
    await faultless(page);
    const card = (serial: number) => `317507010111${9000 + serial}`;
    const text = csvOf(
      { nik: nikOf(1), familyCard: card(1) },
      { nik: nikOf(2), familyCard: card(2), name: 'RINA CONTOH' },
      { nik: '0', familyCard: card(3) },
      { nik: nikOf(4), familyCard: card(4), birthDate: '31-02-1990' },
    ).replace('ALAMAT', 'TINGGAL DI');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'desa.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByRole('heading', { name: 'desa.csv' }).waitFor();
    await page.getByText('Menunggu arti kolom').first().waitFor();
    await faultless(page);

    await page.getByLabel('Kolom untuk Alamat').selectOption('TINGGAL DI');
    await page.getByRole('button', { name: 'Simpan dan periksa lagi' }).click();
    await page.getByText('Bila dimasukkan: 2 penduduk baru, 0 data diubah dengan riwayatnya, 2 baris').waitFor();
    await page.getByText('31-02-1990 tidak ada di kalender').waitFor();
    await faultless(page);
    await faultless(page);
    await page.getByRole('button', { name: /NIK hanya pengisi/ }).click();
    await expect.poll(() => page.getByText('tidak ada di kalender').count()).toBe(0);
    expect(page.url()).toContain('kode=import.nik_placeholder');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Unduh laporan (CSV)' }).click(),
    ]);
    expect((await readFile(await download.path(), 'utf8')).trim().split('\n')).toHaveLength(3);

    await page.getByRole('button', { name: 'Masukkan ke register' }).dblclick();
    await page.getByText(/Dimasukkan dalam/).waitFor();
    await page.getByRole('link', { name: 'Semua impor' }).click();
    await page.getByRole('row', { name: /desa\.csv Selesai dimasukkan/ }).waitFor();
    await faultless(page);
    // The same file once more is refused by name, and nothing is begun.
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'lagi.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByText('Berkas ini sudah pernah diimpor sampai selesai.').waitFor();
  });
});

// One story in order: the second administrator's passkey is made here and used for the decision.
describe('an officer and his role', () => {
  test('he is registered with a code that is shown once, and his role is proposed', async () => {
    const page = await open('/petugas/kantor/pegawai');
    await page.getByRole('row', { name: /Administrator Contoh 1/ }).waitFor();
    await faultless(page);
    await page.getByRole('link', { name: 'Daftarkan petugas' }).click();
    await page.getByRole('button', { name: 'Daftarkan dan buat kode' }).click();
    await page.getByText('2 isian perlu diperbaiki').waitFor();
    await faultless(page);
    await page.getByLabel('Nama lengkap').fill('Rudi Contoh');
    await page.getByLabel('Nama pengguna').fill('rudi');
    await page.getByRole('button', { name: 'Daftarkan dan buat kode' }).click();
    await page.getByText('Kode sekali pakai untuk Rudi Contoh').waitFor();
    await faultless(page);
    await page.getByRole('link', { name: 'Usulkan peran Rudi Contoh' }).click();
    await page.getByText('Belum memakai kode').waitFor();
    await faultless(page);

    const office = page.getByLabel('Kantor').first();
    await office.fill('jakarta');
    await page.getByRole('option', { name: /Dinas Dukcapil Contoh Jakarta/ }).waitFor();
    await office.press('Enter');
    await page.getByLabel('Peran').first().selectOption('verifier');
    await page.getByLabel('Mulai').first().fill('11-12-2018');
    await page.getByRole('button', { name: 'Kirim usul' }).first().click();
    await page
      .getByRole('heading', { name: 'Memberi Rudi Contoh peran Verifikator di Dinas Dukcapil Contoh Jakarta' })
      .waitFor();
    await page.getByText('Administrator Contoh 1, 11 Desember 2018').waitFor();
    await page.goto(`${origin}/petugas/keputusan`);
    await page.getByText('Tidak ada yang menunggu keputusan Anda.').waitFor();
    await page.getByRole('row', { name: /Memberi Rudi Contoh/ }).waitFor();
    await faultless(page);
  });

  test('a passkey is added, signs in, approves the role, and is removed', async () => {
    const page = await open('/masuk', null);
    const protocol = await page.context().newCDPSession(page);
    await protocol.send('WebAuthn.enable');
    await protocol.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await signIn(page, 'admin2');
    await page.getByRole('button', { name: /Akun dan tampilan/ }).click();
    await page.getByRole('link', { name: 'Akun saya' }).click();
    await page.getByText('Belum ada kunci sandi.').waitFor();
    await page.getByLabel('Nama kunci sandi baru').fill('Laptop contoh');
    await page.getByRole('button', { name: 'Tambah kunci sandi' }).click();
    await page.getByRole('row', { name: /Laptop contoh .* belum pernah/ }).waitFor();
    await faultless(page);

    await page.getByRole('button', { name: /Akun dan tampilan/ }).click();
    await page.getByRole('button', { name: 'Keluar' }).click();
    await page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click();
    await page.getByRole('heading', { name: 'Pekerjaan Anda' }).waitFor();

    await page.getByRole('link', { name: 'Menunggu keputusan saya' }).click();
    await page.getByRole('button', { name: /Memberi Rudi Contoh/ }).waitFor();
    await faultless(page);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Setujui dengan kunci sandi' }).click();
    await page.getByText('Disetujui dan dijalankan').first().waitFor();
    await page.goto(`${origin}/petugas/kantor/pegawai`);
    await page.getByLabel('Cari petugas').fill('rudi');
    await page.getByRole('row', { name: /Rudi Contoh rudi Verifikator/ }).waitFor();

    await page.goto(`${origin}/petugas/akun`);
    await page.getByRole('button', { name: 'Hapus kunci sandi Laptop contoh' }).click();
    await page.getByText('Belum ada kunci sandi.').waitFor();
  });

  test('he is disabled with a reason, which his history keeps, and let in again', async () => {
    const page = await open('/petugas/kantor/pegawai');
    await page.getByRole('link', { name: 'Rudi Contoh' }).click();
    await page.getByText('Nonaktifkan', { exact: true }).click();
    await page.getByRole('button', { name: 'Nonaktifkan petugas ini' }).click();
    await page.getByText('Tulis alasannya, sekurangnya 5 huruf.').waitFor();
    await page.getByLabel('Alasan').first().fill('cuti panjang');
    await page.getByRole('button', { name: 'Nonaktifkan petugas ini' }).click();
    await page.getByText('Aktifkan kembali', { exact: true }).click();
    await page.getByText('cuti panjang').waitFor();
    await faultless(page);
    await faultless(page);
    expect(await page.getByLabel('Alasan').first().inputValue()).toBe('');
    await page.getByLabel('Alasan').first().fill('kembali bertugas');
    await page.getByRole('button', { name: 'Aktifkan petugas ini' }).click();
    await page.getByText('Diaktifkan kembali').waitFor();
  });
});

describe('offices', () => {
  test('stand in a tree; one is opened under another, changed and closed, with its history', async () => {
    const page = await open('/petugas/kantor');
    await page.getByRole('link', { name: 'Dinas Dukcapil Contoh Jakarta' }).waitFor();
    await faultless(page);
    await faultless(page);
    await page.getByRole('link', { name: 'Buka kantor baru' }).click();
    await page.getByLabel('Jenis kantor').selectOption('sub_office');
    await page.getByLabel('Nama kantor').fill('Suku Dinas Contoh Timur');
    const region = page.getByRole('textbox', { name: 'Wilayah' });
    await region.fill('jakarta timur');
    await page
      .getByRole('option', { name: /Jakarta Timur/ })
      .first()
      .waitFor();
    await region.press('Enter');
    await page.getByLabel('Kantor induk').selectOption({ label: 'Dinas Dukcapil Contoh Jakarta' });
    await page.getByLabel('Dibuka pada').fill('01-12-2018');
    await faultless(page);
    await page.getByRole('button', { name: 'Buka kantor', exact: true }).click();
    await page.getByRole('heading', { name: 'Suku Dinas Contoh Timur' }).waitFor();
    await page.getByText('Jakarta Timur 31.75').waitFor();

    await page.getByText('Ganti nama atau zona waktu').click();
    await page.getByLabel('Nama kantor').fill('Suku Dinas Contoh Jaktim');
    await page.getByLabel('Berlaku sejak').fill('10-12-2018');
    await page.getByRole('button', { name: 'Simpan perubahan' }).click();
    await page.getByText('Nama: Suku Dinas Contoh Timur menjadi Suku Dinas Contoh Jaktim').waitFor();
    await page.getByText('Tutup kantor', { exact: true }).click();
    await page.getByLabel('Ditutup pada').fill('11-12-2018');
    await page.getByRole('button', { name: 'Tutup kantor ini' }).click();
    await page.getByText('Tutup sejak 11 Desember 2018').waitFor();
    await faultless(page);
    await page.goto(`${origin}/petugas/kantor?wilayah=3175&tutup=ya`);
    await page.getByRole('row', { name: /Suku Dinas Contoh Jaktim .* Tutup/ }).waitFor();
    await faultless(page);
  });

  test('of the centre are opened for the nation under the Ditjen, without a region to choose', async () => {
    const page = await open('/petugas/kantor/buka');
    await page.getByLabel('Jenis kantor').selectOption('directorate');
    await page.getByText('Unit pusat melayani seluruh Indonesia; wilayah tidak dipilih.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Wilayah' }).count()).toBe(0);
    await page.getByLabel('Nama kantor').fill('Direktorat Contoh');
    await page.getByLabel('Kantor induk').selectOption({ index: 1 });
    await page.getByLabel('Dibuka pada').fill('01-12-2018');
    await faultless(page);
    await faultless(page);
    await page.getByRole('button', { name: 'Buka kantor', exact: true }).click();
    await page.getByRole('heading', { name: 'Direktorat Contoh' }).waitFor();
    await page.getByText('Direktorat / unit pusat').waitFor();
    await page.getByText('Seluruh Indonesia').waitFor();
  });
});

describe('the audit trail', () => {
  test('shows the newest entries by kind, and proves one of them in the browser itself', async () => {
    const page = await open('/petugas/jejak');
    await page.getByText('Tanda tangan cocok').waitFor();
    await page.getByLabel('Jenis tindakan').selectOption('office.');
    await page.getByRole('row', { name: /Kantor ditutup/ }).waitFor();
    await expect.poll(() => page.getByRole('row', { name: /Petugas masuk/ }).count()).toBe(0);
    await faultless(page);
    await page
      .getByRole('row', { name: /Kantor ditutup/ })
      .getByRole('link')
      .click();
    await page.getByRole('heading', { name: /Kantor ditutup/ }).waitFor();
    await page.getByText('Terbukti.').waitFor();
    expect(await page.getByText('Cocok', { exact: true }).count()).toBe(3);
    await page.getByText(/Lihat \d+ langkahnya/).click();
    await faultless(page);
    await faultless(page);
  });

  test('shows as not proved what a server has altered on the way', async () => {
    const page = await open('/petugas/jejak');
    await page.route('**/v1/ledger/entries/*', async (route) => {
      const answer = await route.fetch();
      const body = (await answer.json()) as { text: string };
      await route.fulfill({ response: answer, json: { ...body, text: body.text.replace('"count":0', '"count":1') } });
    });
    await page
      .getByRole('link', { name: /Catatan nomor/ })
      .first()
      .click();
    await page.getByText('Tidak terbukti.').waitFor();
    await faultless(page);
  });

  test('has the whole log verified by the server', async () => {
    const page = await open('/petugas/jejak');
    await page.getByRole('button', { name: 'Periksa sekarang' }).click();
    await page.getByText(/Log utuh: [\d.]+ catatan/).waitFor();
  });
});

describe('my account and the house', () => {
  test('sessions elsewhere are ended, a wrong password is told beside its field', async () => {
    const elsewhere = await open('/masuk', null);
    await signIn(elsewhere, 'admin1');
    const page = await open('/petugas/akun');
    await page.getByRole('button', { name: 'Akhiri semua sesi lain' }).click();
    await expect.poll(() => page.getByRole('button', { name: /Akhiri sesi/ }).count()).toBe(0);
    await elsewhere.goto(`${origin}/petugas/akun`);
    await elsewhere.getByRole('heading', { name: 'Masuk petugas' }).waitFor();

    await page.getByLabel('Kata sandi sekarang').fill('bukan yang sekarang');
    await page.getByLabel('Kata sandi baru').fill('empat kata yang lain sekali');
    await page.getByRole('button', { name: 'Ganti kata sandi' }).click();
    await page.getByText('Kata sandi Anda sekarang tidak cocok.').first().waitFor();
    await faultless(page);
    await page.getByLabel('Bahasa layar dan pesan').selectOption('en');
    await page.getByRole('heading', { name: 'My account' }).waitFor();
    await faultless(page);
  });

  test('a role is lent to a colleague for days, and taken back', async () => {
    const page = await open('/petugas/kantor/pelimpahan');
    await page.getByLabel('Rekan').selectOption({ label: 'Administrator Contoh 2' });
    await page.getByLabel('Peran').selectOption('administrator');
    await page.getByLabel('Mulai').fill('11-12-2018');
    await page.getByLabel('Sampai').fill('20-12-2018');
    await page.getByLabel('Alasan').fill('cuti');
    await page.getByRole('button', { name: 'Limpahkan' }).click();
    await page.getByRole('button', { name: 'Cabut pelimpahan kepada Administrator Contoh 2' }).click();
    await page.getByText('dicabut', { exact: true }).waitFor();
    await faultless(page);
  });

  test('an operator sees how the log, the jobs and the backups stand', async () => {
    const page = await open('/petugas/kesehatan');
    await page.getByRole('row', { name: /Catatan dalam log/ }).waitFor();
    await page.getByText('Folder cadangan belum diatur.').waitFor();
    await faultless(page);
  });

  test('an import that is not there, or that is not his, is told in words', async () => {
    const page = await open('/petugas/impor');
    await page.goto(`${origin}/petugas/impor/00000000-0000-7000-8000-00000000ffff`);
    await page.getByText('Impor ini tidak ada, atau dijalankan petugas lain.').waitFor();
  });
});
