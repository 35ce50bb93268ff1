import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { givenPortal, PASSWORD } from '../../src/sharing/portal/given-portal.ts';
import { about } from '../../src/sharing/verification/given-partner.ts';
import { givenResident, givenResidents } from '../given/people.ts';
import { systemActor } from '../../src/core/access/index.ts';
import { asCivilDate } from '../../src/core/time/index.ts';
import { makeSnapshot, publishOpenData } from '../../src/insight/warehouse/index.ts';
import { pdf } from '../../src/sharing/partner/given-partner.ts';
import { suspendAtOnce, watchReports } from '../../src/sharing/partner/index.ts';
import { givenReceiver, leadTo } from '../../src/sharing/webhook/given-webhook.ts';
import { openBrowser } from './browser.ts';
import { givenWeb, type GivenWeb } from './given-web.ts';
import { faultless, openScreen, type Screen, type ScreenGiven } from './screen.ts';

const given = await givenPortal();
let browser: Browser;
let web: GivenWeb;
let screens: Screen[] = [];

beforeAll(async () => {
  [web, browser] = await Promise.all([givenWeb(given.house), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await web?.close();
  await given.workers.stop();
});
afterEach(async () => {
  const offences = screens.flatMap((screen) => screen.offences);
  await Promise.all(screens.map((screen) => screen.close()));
  screens = [];
  expect(offences).toEqual([]);
});

async function open(
  path: string,
  how: ScreenGiven = {},
  cookies: Readonly<Record<string, string>> = {},
): Promise<Page> {
  const screen = await openScreen(browser, how);
  screens.push(screen);
  await screen.context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: web.origin })));
  await screen.page.goto(web.origin + path);
  await screen.page.getByRole('heading', { level: 1 }).waitFor();
  return screen.page;
}

const officer = () =>
  Object.fromEntries(given.dian.headers['cookie']!.split('; ').map((part) => part.split(/=(.*)/s) as [string, string]));
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).waitFor();

test('the ministry invites somebody, who sets a password, signs out and comes back by a code, to where he wanted to go', async () => {
  const [id] = (await given.institutions(1)) as [string];
  const desk = await open(`/petugas/lembaga/${id}`, {}, officer());
  await desk.getByText('Undang orang lembaga').first().click();
  await desk.getByLabel('Nama').last().fill('ORANG CONTOH BARU');
  await desk.getByLabel('Alamat surel kerja').fill('baru@lembaga.example');
  await desk.getByLabel('Peran').last().selectOption('administrator');
  await press(desk, 'Kirim undangan');
  await desk.getByRole('rowheader', { name: /ORANG CONTOH BARU/ }).waitFor();
  await faultless(desk, 'lembaga');

  // Without a script.
  const page = await open('/mitra/undangan', { javaScript: false });
  await page.getByLabel('Kode undangan').fill(await given.invitation('baru@lembaga.example'));
  await page.getByLabel('Kata sandi baru').fill(PASSWORD);
  await page.getByLabel('Ketik sekali lagi').fill(PASSWORD);
  await press(page, 'Simpan dan masuk');
  await heading(page, 'Langkah sistem Anda');
  await press(page, 'Keluar');
  await page.goto(`${web.origin}/mitra/kunci`);
  await heading(page, 'Masuk layanan lembaga pengguna');
  await page.getByLabel('Alamat surel').fill('baru@lembaga.example');
  await page.getByLabel('Kata sandi').fill(PASSWORD);
  await press(page, 'Lanjut');
  await page.getByLabel('Kode enam angka').fill(await given.code('baru@lembaga.example'));
  await press(page, 'Masuk');
  await heading(page, 'Kunci');
  expect(new URL(page.url()).pathname).toBe('/mitra/kunci');
});

test('what everybody may know of the services is faultless', async () => {
  const page = await open('/status');
  await faultless(page, 'status');
  await page.getByRole('main').getByRole('link', { name: 'Perubahan API' }).click();
  await heading(page, 'Perubahan API');
  await faultless(page, 'perubahan');
});

test('the doors are faultless, also where something is wrong', async () => {
  const page = await open('/mitra/masuk');
  await faultless(page, 'masuk');
  await page.getByLabel('Alamat surel').fill('siapa@lembaga.example');
  await page.getByLabel('Kata sandi').fill('bukan kata sandinya');
  await press(page, 'Lanjut');
  await page.getByRole('alert').getByText('tidak cocok').waitFor();
  await page.goto(`${web.origin}/mitra/undangan`);
  await page.getByLabel('Kode undangan').fill('ABCDE-FGHJK');
  await page.getByLabel('Kata sandi baru').fill(PASSWORD);
  await page.getByLabel('Ketik sekali lagi').fill(`${PASSWORD}!`);
  await press(page, 'Simpan dan masuk');
  await page.getByText('Kedua kata sandi tidak sama').waitFor();
  await faultless(page, 'undangan');
});

test('somebody of a connected institution sees where it stands, tries a question, hands in a key and ends one', async () => {
  const partner = await given.partner();
  const { token } = await given.person(partner.id);
  const page = await open('/mitra', {}, { jatidiri_mitra: token });
  await heading(page, 'Langkah sistem Anda');
  await faultless(page, 'mulai');

  await partner.ask(about(await givenResident(given)));
  await partner.ask({ ...about('1') });
  await given.house.ground.verification.meter.settle();
  await page.getByRole('link', { name: 'Catatan permintaan', exact: true }).click();
  await page.getByText('Isian salah').waitFor();
  await faultless(page, 'catatan');
  await page.getByRole('link', { name: 'Pemakaian', exact: true }).click();
  await page.getByRole('link', { name: '11 Desember 2018' }).waitFor();
  await faultless(page, 'pemakaian');

  await page.getByRole('link', { name: 'Perjanjian', exact: true }).click();
  await heading(page, 'Hak akses');
  await faultless(page, 'perjanjian');

  given.clock.moveTo(new Date('2019-01-02T09:00:00Z'));
  await given.system((tx) => watchReports(tx));
  await page.getByRole('link', { name: 'Laporan', exact: true }).click();
  await heading(page, 'Sampaikan laporan');
  await faultless(page, 'laporan');
  given.clock.moveTo(new Date('2018-12-11T09:00:00Z'));

  await page.getByRole('link', { name: 'Uji coba', exact: true }).click();
  await page.getByLabel('Nama (name)').fill('SITI RAHAYU CONTOH');
  await press(page, 'Kirim pertanyaan');
  await page.getByText('status 200').waitFor();
  await page.getByText('"result": "match"').waitFor();
  await faultless(page, 'uji-coba');

  await page.getByRole('link', { name: 'Kunci', exact: true }).click();
  await page.getByLabel('Kunci publik (PEM atau JWK)').fill('-----BEGIN PRIVATE KEY-----');
  await press(page, 'Serahkan');
  await page.getByText('Ini kunci privat').waitFor();
  await page.getByRole('button', { name: /^Akhiri kunci/ }).click();
  await page.getByText('Ini satu-satunya kunci Anda').waitFor();
  await faultless(page, 'kunci-akhiri');
  await press(page, 'Ya, akhiri kunci ini');
  await page.getByRole('status').getByText('Kunci diakhiri').waitFor();
});

test('an address is added and tried without a script; what was sent and how to check it is faultless', async () => {
  const receiver = await givenReceiver();
  leadTo(given, new Map([['hook.example', receiver.port]]));
  const [id] = (await given.institutions(1)) as [string];
  const { token } = await given.person(id, 'developer');
  const cookies = { jatidiri_mitra: token };
  const plain = await open('/mitra', { javaScript: false }, cookies);
  await plain.getByRole('link', { name: 'Webhook', exact: true }).click();
  await plain.getByLabel('Alamat', { exact: true }).fill('https://hook.example/jatidiri');
  await press(plain, 'Tambah alamat');
  await plain.getByText('Hanya tampil sekali ini').waitFor();
  await plain.getByText(/^whsec_/).waitFor();
  await press(plain, 'Kirim uji: https://hook.example/jatidiri');
  await plain.getByRole('status').getByText('Uji kirim berangkat').waitFor();
  await expect.poll(() => receiver.received.length).toBe(1);
  const page = await open('/mitra/webhook', {}, cookies);
  // It has arrived before the try is written down.
  const tried = async () => (await page.reload(), await page.getByText('1 kali dicoba').count());
  await expect.poll(tried).toBe(1);
  for (const name of ['Ubah peristiwa', 'Ganti rahasia', '1 kali dicoba', 'Isi alamat lain', 'Kunci'])
    await page.locator('summary', { hasText: name }).last().click();
  await faultless(page, 'webhook');
});

test('whoever was stopped appeals with reasons and a letter; the officer finds it among his work, with the figures of the semester', async () => {
  const partner = await given.partner({ packageRows: 1_000 }, { institution: { name: 'LEMBAGA TERHENTI CONTOH' } });
  given.clock.moveTo(new Date('2019-01-02T09:00:00Z'));
  await given.system((tx) => watchReports(tx));
  const reason = 'Kunci terlihat di tempat umum';
  await given.act((tx) =>
    suspendAtOnce(tx, given.actor, { id: partner.cooperationId, cause: 'security', reason, substitute: null }),
  );
  const { token } = await given.person(partner.id);
  const page = await open('/mitra', {}, { jatidiri_mitra: token });
  await page.getByRole('link', { name: 'Lihat penghentian dan keberatan' }).click();
  await page.getByText('0 dari 1.000 baris terpakai, sisa 1.000').waitFor();
  await page.getByText('Ajukan keberatan').first().click();
  await page.getByLabel('Nomor surat').fill('KEB/7');
  await press(page, 'Ajukan keberatan');
  await page.getByText('Tulis alasan keberatan').waitFor();
  expect(await page.getByLabel('Nomor surat').inputValue()).toBe('KEB/7');
  await faultless(page, 'keberatan');
  await page.getByLabel('Alasan keberatan').fill('Kunci itu kunci uji coba.');
  await page.getByLabel('Tanggal surat').fill('2019-01-02');
  await page
    .getByLabel('Surat keberatan (PDF)')
    .setInputFiles({ name: 'keberatan.pdf', mimeType: 'application/pdf', buffer: pdf() });
  await press(page, 'Ajukan keberatan');
  await page.getByText('Diputus paling lambat 16 Januari 2019').waitFor();

  const desk = await open('/petugas', {}, officer());
  await desk.getByRole('button', { name: /LEMBAGA TERHENTI CONTOH/ }).click();
  await desk.getByText('Kunci itu kunci uji coba.').waitFor();
  await desk.getByText('Diputus paling lambat 16 Januari 2019').waitFor();
  await desk.getByRole('button', { name: 'Buka surat keberatan' }).waitFor();
  await desk.goto(`${web.origin}/petugas/lembaga/${partner.id}`);
  await desk.getByText('Angka Semester II 2018').first().click();
  await desk.getByText('Dihitung sekarang').waitFor();
  await faultless(desk, 'lembaga-diawasi');
  given.clock.moveTo(new Date('2018-12-11T09:00:00Z'));
});

test('maintenance is announced in both languages, stands on the status page, and is called off by a second press', async () => {
  const page = await open('/petugas/pemeliharaan', {}, officer());
  await page.getByText('Tidak ada yang direncanakan.').first().waitFor();
  await page.getByText('Umumkan pemeliharaan').first().click();
  await press(page, 'Umumkan');
  await page.getByText('6 isian perlu diperbaiki').waitFor();
  await page.getByLabel('Pengumuman dalam bahasa Indonesia').fill('Pemindahan basis data ke mesin baru.');
  await page.getByLabel('Pengumuman dalam bahasa Inggris').fill('The database moves to another machine.');
  await page.getByLabel('Mulai pada tanggal').fill('14122018');
  await page.getByLabel('Mulai pukul (WIB)').fill('22.00');
  await page.getByLabel('Selesai pada tanggal').fill('14122018');
  await page.getByLabel('Selesai pukul (WIB)').fill('2.00');
  await page.getByText('Waktu selesai harus sesudah waktu mulai.').waitFor();
  await faultless(page, 'pemeliharaan');
  await page.getByLabel('Selesai pada tanggal').fill('15122018');
  await page.getByRole('button', { name: 'Umumkan', exact: true }).dblclick();
  await page.getByRole('rowheader', { name: /Pemindahan basis data/ }).waitFor();
  expect(await page.getByRole('rowheader', { name: /Pemindahan basis data/ }).count()).toBe(1);
  const status = await open('/status', { language: 'en', javaScript: false });
  await status.getByText('The database moves to another machine.').waitFor();
  await page.getByText('Batalkan', { exact: true }).first().click();
  await page.getByRole('button', { name: 'Ya, batalkan' }).click();
  await page.getByText('dibatalkan', { exact: true }).waitFor();
});

test('the administrator looks after people, and sets up his code application', async () => {
  const [id] = (await given.institutions(1)) as [string];
  const { token } = await given.person(id);
  await given.person(id, 'reporter');
  await given.invited(id, 'developer');
  const page = await open('/mitra/orang', {}, { jatidiri_mitra: token });
  await page.getByText('Ubah akses').first().click();
  await page.getByRole('button', { name: 'Pakai aplikasi kode' }).click();
  await page.getByText('Pindai dengan aplikasi kode').waitFor();
  await faultless(page, 'orang');
});

describe('the statistics store', () => {
  test('answers an officer on one page, says why where it does not, and keeps his questions', async () => {
    await givenSnapshot();
    const page = await open('/petugas/gudang-statistik', {}, officer());
    await page.getByLabel('Menurut', { exact: true }).selectOption('sex');
    await press(page, 'Hitung');
    await page.getByRole('row', { name: /Perempuan \d+/ }).waitFor();
    await page.getByText(/^Semuanya: \d+/).waitFor();
    await page.getByLabel('dan menurut (2)').selectOption('age_group');
    await page.getByLabel('dan menurut (3)').selectOption('regency');
    await press(page, 'Hitung');
    await page.getByText('Tabel ini terlalu terpecah').waitFor();
    await page.getByLabel('Nama untuk disimpan').fill('Menurut jenis kelamin');
    await press(page, 'Simpan pertanyaan');
    await page.getByRole('button', { name: 'Pakai: Menurut jenis kelamin' }).waitFor();
    await faultless(page, 'gudang-statistik');
  });

  test('answers an institution whose grant is for planning, without a script, and tells another why not', async () => {
    await givenSnapshot();
    const planner = await given.partner();
    await givenPurpose(planner.id, 'development_planning');
    const who = await given.person(planner.id, 'reporter');
    const page = await open('/mitra/statistik', { javaScript: false }, { jatidiri_mitra: who.token });
    await page.getByLabel('Menurut', { exact: true }).selectOption('sex');
    await press(page, 'Hitung');
    await page.getByRole('row', { name: /Perempuan \d+/ }).waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Hitung dan simpan sebagai CSV')]);
    expect(file.suggestedFilename()).toBe('statistik-resident-2018-11-30-sex.csv');
    await page.getByLabel('Hanya yang').selectOption('religion');
    await page.getByLabel('Nilainya').fill('x');
    await press(page, 'Hitung');
    await page.getByText('Nilai ini tidak mungkin ada dalam kolomnya').waitFor();
    const shown = await open('/mitra/statistik', {}, { jatidiri_mitra: who.token });
    await shown.getByLabel('Menurut', { exact: true }).selectOption('marital_status');
    await press(shown, 'Hitung');
    await shown.getByRole('heading', { name: /^Jawaban/ }).waitFor();
    await faultless(shown, 'statistik-lembaga');
    const [other] = (await given.institutions(1)) as [string];
    const stranger = await given.person(other);
    const shut = await open('/mitra/statistik', {}, { jatidiri_mitra: stranger.token });
    await shut.getByText('tidak memiliki hak akses untuk perencanaan pembangunan').waitFor();
  });

  test('gives everybody its published tables without a script, each as a file', async () => {
    await givenSnapshot();
    await given.system((tx) => publishOpenData(tx, systemActor('test'), { asOf: '2018-11-30' }));
    const plain = await open('/data-terbuka', { javaScript: false });
    await plain.getByText('Tabel per 30 November 2018').waitFor();
    const [file] = await Promise.all([
      plain.waitForEvent('download'),
      plain.getByRole('link', { name: 'Penduduk menurut agama, CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('2018-11-30-penduduk-agama.csv');
    await faultless(await open('/data-terbuka'), 'data-terbuka');
  });
});

let snapshot: Promise<unknown> | undefined;
/** Of 120 people, once. */
function givenSnapshot(): Promise<unknown> {
  return (snapshot ??= (async () => {
    await givenResidents(
      given,
      Array.from({ length: 120 }, (_, i) => ({ sex: 1 + (i % 2), birthDate: asCivilDate(`${1950 + (i % 40)}-03-11`) })),
    );
    await given.system((tx) => makeSnapshot(tx, systemActor('test'), { asOf: '2018-11-30' }));
  })());
}

/** As its agreement would have it; the one that these tests make is for public service. */
async function givenPurpose(institutionId: string, purpose: string): Promise<void> {
  const client = new Client(given.superuser);
  await client.connect();
  try {
    await client.query(
      `update partner.access_grant g set purpose = $2 from partner.cooperation c where c.id = g.cooperation_id and c.institution_id = $1`,
      [institutionId, purpose],
    );
  } finally {
    await client.end();
  }
}
