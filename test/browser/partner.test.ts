import { generateKeyPairSync } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { givenMinistry, pdf } from '../../src/sharing/partner/given-partner.ts';
import { asCivilDate } from '../../src/core/time/index.ts';
import { watchReports } from '../../src/sharing/partner/index.ts';
import { makeJob } from '../../src/sharing/voter/extract/order.ts';
import { countDown } from '../../src/sharing/voter/index.ts';
import { importCards } from '../../src/cards/card/index.ts';
import { systemActor } from '../../src/core/access/index.ts';
import { many, sql } from '../../src/core/db/index.ts';
import { BANDUNG, givenResidents, PONDOK_KELAPA } from '../given/people.ts';
import { PASSWORD, type Caller } from '../given/serving.ts';
import { openBrowser } from './browser.ts';
import { givenWeb, type GivenWeb } from './given-web.ts';
import { faultless, openScreen, type Screen, type ScreenGiven } from './screen.ts';

const given = await givenMinistry('2018-03-01T02:00:00Z', { config: { dukcapilWs: 'on' } });
const { dian, bagus, citra, eko, clock } = given;
let browser: Browser;
let web: GivenWeb;
let screens: Screen[] = [];
/** The address of the institution whose story this is. */
let bank = '';

beforeAll(async () => {
  [web, browser] = await Promise.all([givenWeb(given.house), openBrowser()]);
  const [authority] = await given.institutions(1, {
    name: 'OTORITAS KEUANGAN CONTOH',
    kind: 'agency',
    sector: 'finance',
  });
  await given.climbed([authority!], 'CONNECTED');
  const [ministry] = await given.institutions(1, {
    name: 'KEMENTERIAN KESEHATAN CONTOH',
    kind: 'ministry',
    sector: 'health',
  });
  await given.climbed([ministry!], 'CONNECTED');
});
afterAll(async () => {
  await browser?.close();
  await web?.close();
});
beforeEach(() => clock.moveTo(new Date('2018-03-01T02:00:00Z')));
afterEach(async () => {
  const offences = screens.flatMap((screen) => screen.offences);
  await Promise.all(screens.map((screen) => screen.close()));
  screens = [];
  expect(offences.filter((offence) => !/ERR_INTERNET_DISCONNECTED/.test(offence))).toEqual([]);
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
const open = (by: Caller, path: string) => look(`/petugas${path}`, by);

const scan = (name: string) => ({ name, mimeType: 'application/pdf', buffer: pdf() });
const part = (page: Page) => new URL(page.url()).pathname.replace('/petugas', '');

async function approve(by: Caller, path: string): Promise<void> {
  const page = await open(by, path);
  await page.getByLabel('Kata sandi').first().fill(PASSWORD);
  await page.getByRole('button', { name: 'Setujui dan jalankan', exact: true }).click();
  await page.waitForURL((url) => url.pathname === '/petugas');
}

test('a bank is entered with its supervisor; what is missing is said beside its field', async () => {
  const page = await open(dian, '/lembaga/daftarkan');
  await page.getByRole('button', { name: 'Daftarkan' }).click();
  await page.getByText('3 isian perlu diperbaiki').waitFor();
  await faultless(page, 'lembaga-daftarkan');
  await page.getByLabel('Nama lembaga').fill('BANK CONTOH SEJAHTERA');
  await page.getByLabel('Jenis lembaga').selectOption('bank');
  await page.getByLabel('Bidang layanan').selectOption('finance');
  await page.getByRole('textbox', { name: 'Lembaga pembina' }).fill('keuangan');
  await page.getByRole('option', { name: 'OTORITAS KEUANGAN CONTOH' }).click();
  await page.getByLabel('Surel resmi').fill('arsip@bank.example');
  await page.getByRole('button', { name: 'Daftarkan' }).dblclick();
  await page.getByText('Belum ada permohonan dari lembaga ini.').waitFor();
  bank = part(page);
});

test('its written request says who, why, what and how; it opens a pass and the draft is gone', async () => {
  const page = await open(dian, `${bank}/permohonan`);
  await page.getByLabel('Nomor surat').fill('001/BANK/2018');
  await page.getByLabel('Tanggal tanda tangan').fill('20022018');
  await page.getByLabel('Tanggal diterima').fill('26022018');
  await page.getByRole('button', { name: 'Catat permohonan' }).click();
  await page.getByText('Pilih sedikitnya satu elemen data.').first().waitFor();
  await faultless(page, 'permohonan');
  await page.reload();
  expect(await page.getByLabel('Nomor surat').inputValue()).toBe('001/BANK/2018');
  await page.getByLabel('Pengguna').fill('Pembukaan rekening');
  await page.getByLabel('Pelayanan publik').check();
  await page.getByLabel('NIK', { exact: true }).selectOption('check');
  await page.getByLabel('Nama lengkap', { exact: true }).selectOption('score');
  await page.getByLabel('Tanggal lahir', { exact: true }).selectOption('check');
  await page.getByLabel('Cara akses').selectOption('web_service');
  await page.getByLabel('Data balikan').fill('Jumlah rekening baru');
  await page.getByLabel('Jangka waktu (bulan)').fill('60');
  await page.getByRole('button', { name: 'Tambah penanda tangan' }).click();
  await page.getByLabel('Nama', { exact: true }).fill('DIREKTUR CONTOH');
  await page.getByLabel('Jabatan').fill('Direktur utama');
  await page.locator('input[type=file]').setInputFiles(scan('permohonan.pdf'));
  await page.getByRole('button', { name: 'Catat permohonan' }).dblclick();
  await page.getByText('Menunggu Ditjen Dukcapil').waitFor();
  await page.getByText('Yang masih kurang: surat jawaban.').waitFor();
});

/** One rung: its papers in the order in which the page asks for them, then the step. */
async function rung(page: Page, papers: readonly string[], stage: string): Promise<void> {
  for (const [n, paper] of papers.entries()) {
    await page.getByRole('heading', { name: paper }).waitFor();
    const form = page.locator('form.paper-form').first();
    await form.getByLabel('Nomor surat').fill(`${n}/${stage}/2018`);
    await form.getByLabel('Tanggal tanda tangan').fill('01032018');
    if (paper.includes('PKS')) {
      await form.getByLabel('Berlaku mulai').fill('01032018');
      await form.getByLabel('Berlaku sampai').fill('28022023');
      // What was asked for stands there already.
      expect(await form.getByLabel('Pengguna').inputValue()).toBe('Pembukaan rekening');
    }
    await form.locator('input[type=file]').setInputFiles(scan('dokumen.pdf'));
    await form.getByRole('button', { name: `Simpan ${paper}` }).click();
    await page.getByText(`${paper} tersimpan.`).first().waitFor();
  }
  const take = page.getByRole('button', { name: `Catat ${stage}`, exact: true });
  await take.waitFor();
  const form = page.locator('form', { has: take });
  await form.getByLabel('Terjadi pada').fill('01032018');
  await take.dblclick();
  await page.waitForURL((url) => !url.pathname.endsWith('/langkah'));
}

test('rung by rung with its papers, up to the agreement; a step without its paper is not even offered', async () => {
  const page = await open(dian, `${bank}/langkah`);
  expect(await page.getByRole('button', { name: 'Catat Disetujui' }).count()).toBe(0);
  await faultless(page, 'langkah');
  await rung(page, ['Surat jawaban'], 'Disetujui');
  await page.getByRole('link', { name: 'Kerjakan langkah' }).click();
  await rung(page, ['Rekomendasi lembaga pembina'], 'Nota kesepahaman');
  await page.getByRole('link', { name: 'Kerjakan langkah' }).click();
  await rung(page, ['Perjanjian kerja sama (PKS)'], 'Perjanjian kerja sama');
  await page.getByText('Lembaga belum terhubung, atau kerja samanya sudah berakhir.').waitFor();
});

test('a grant is proposed on a page of its own within the PKS, and approved by another officer', async () => {
  const page = await open(dian, `${bank}/hak-akses`);
  await page.getByRole('button', { name: 'Usulkan', exact: true }).click();
  await page.getByText('Isi sedikitnya satu jaringan, seperti 203.0.113.0/24.').first().waitFor();
  await faultless(page, 'hak-akses');
  // The agreement names no face and gives no birth date away.
  expect(await page.getByLabel('Wajah').count()).toBe(0);
  expect(await page.getByLabel('Tanggal lahir', { exact: true }).locator('option').allTextContents()).toEqual([
    'Tidak diminta',
    'Sesuai atau tidak',
  ]);
  await page.getByLabel('Kuota sehari').fill('50.000');
  await page.getByLabel('Jam mulai (WIB)').fill('07.00');
  await page.getByLabel('Jam selesai (WIB)').fill('21.00');
  await page.getByLabel('Alamat jaringan').fill('203.0.113.0/24, 2001:db8::/32');
  await page
    .getByText(
      'Beri BANK CONTOH SEJAHTERA hak bertanya untuk Pelayanan publik: 3 elemen data, 50.000 permintaan sehari',
    )
    .waitFor();
  await page.getByRole('button', { name: 'Usulkan', exact: true }).dblclick();
  await page.waitForURL(/usul/);
  await page.getByRole('button', { name: /Tarik/ }).waitFor();
  await approve(bagus, part(page));
  const after = await open(dian, bank);
  await after.getByText('07.00 sampai 21.00 WIB').waitFor();
});

test('then the guide, the onboarding and the connection: from that moment on it may ask', async () => {
  const page = await open(dian, `${bank}/langkah`);
  await rung(page, ['Petunjuk teknis (Juknis)'], 'Petunjuk teknis');
  await page.getByRole('link', { name: 'Kerjakan langkah' }).click();
  await rung(
    page,
    ['Perjanjian kerahasiaan (NDA)', 'Surat pernyataan tanggung jawab mutlak (SPTJM)'],
    'Persiapan teknis',
  );
  await page.getByRole('link', { name: 'Kerjakan langkah' }).click();
  await rung(page, ['Laporan uji coba (PoC)'], 'Terhubung');
  await page.getByText('Boleh bertanya sekarang').waitFor();
});

test('a credential for an existing client is made at its grant, shown once, and ended', async () => {
  const page = await open(dian, bank);
  const clients = page.getByRole('region', { name: 'Kredensial sistem lama' });
  await clients.getByText('Buat kredensial', { exact: true }).first().click();
  await clients.getByRole('button', { name: 'Buat user id dan kata sandi' }).click();
  await clients.getByText('Wajib diisi.').first().waitFor();
  await clients.getByLabel('Unit lembaga yang bertanya').fill('Kantor Pusat');
  await clients.getByLabel('Dasar pemrosesan').selectOption({ label: 'Perjanjian dengan orangnya' });
  await clients.getByRole('button', { name: 'Buat user id dan kata sandi' }).click();
  await clients.getByText('Kata sandi ini hanya tampil sekarang').waitFor();
  await clients.getByText('Belum pernah').waitFor();
  await faultless(page, 'kredensial-sistem-lama');
  const password = await clients.locator('dd.mono.wraps').innerText();
  expect(password).toMatch(/^[A-Za-z2-9]{24}$/);
  await clients.getByRole('button', { name: 'Sudah disimpan, tutup' }).click();
  await page.reload();
  await clients.getByText('Belum pernah').waitFor();
  expect(await page.content()).not.toContain(password);
  await clients.getByText('Akhiri', { exact: true }).click();
  await clients.getByRole('button', { name: 'Akhiri kredensial ini' }).click();
  await clients.getByText('1 kredensial yang sudah diakhiri').waitFor();
});

test('the board shows how long each waits where; counters of any day open into their lists', async () => {
  const [late] = await given.institutions(1, { name: 'LEMBAGA CONTOH MENUNGGU' });
  await given.climbed([late!], 'APPROVAL', { on: '2018-02-01' });
  clock.moveTo(new Date('2018-04-20T02:00:00Z'));
  const page = await open(dian, '/kerja-sama');
  await page.getByText('Terlama 78 hari').waitFor();
  await page
    .getByRole('cell', { name: /Lewat waktu/ })
    .first()
    .waitFor();
  await faultless(page, 'tahapan');
  await page.getByRole('button', { name: /Disetujui/ }).click();
  await page.getByRole('heading', { name: 'Pada tahap Disetujui' }).waitFor();
  await page.getByRole('link', { name: /3 terhubung/ }).click();
  await page.getByRole('heading', { name: 'Lembaga terhubung, 20 April 2018' }).waitFor();
  await page.getByRole('link', { name: 'BANK CONTOH SEJAHTERA' }).waitFor();
  await faultless(page, 'hitungan');
});

test('reports that do not come lead to a proposal for all; a hospital body is named a substitute', async () => {
  for (const day of ['2018-07-05', '2018-07-24', '2018-08-09', '2018-09-08', '2018-10-08']) {
    clock.moveTo(new Date(`${day}T02:00:00Z`));
    await given.system(watchReports);
  }
  const page = await open(dian, '/laporan-semester');
  await page.getByRole('heading', { name: '3 lembaga menunggu keputusan penghentian' }).waitFor();
  await faultless(page, 'laporan-semester');
  const row = page.getByRole('row', { name: /OTORITAS/ });
  await row.getByRole('button', { name: 'Catat laporan' }).click();
  await row.getByLabel('Nomor surat').fill('LAP/1');
  await row.getByLabel('Tanggal tanda tangan').fill('05102018');
  await row.getByLabel('Tanggal diterima').fill('08102018');
  await row.locator('input[type=file]').setInputFiles(scan('laporan.pdf'));
  await row.getByRole('button', { name: 'Simpan laporan' }).click();
  await page.getByRole('heading', { name: '2 lembaga menunggu keputusan penghentian' }).waitFor();
  await page.getByLabel('Alasan').first().fill('laporan semester I tidak disampaikan');
  await page.getByRole('button', { name: 'Usulkan penghentian 2 lembaga' }).click();
  await page.getByText('Sebut pengganti layanan KEMENTERIAN KESEHATAN CONTOH.').waitFor();
  await page.getByLabel('Pengganti layanan KEMENTERIAN KESEHATAN CONTOH').fill('Dinas kesehatan melayani di loket');
  await page.getByRole('button', { name: 'Usulkan penghentian 2 lembaga' }).dblclick();
  await page.waitForURL(/usul/);
  await approve(bagus, part(page));
  const after = await open(dian, bank);
  await after.getByText('Hak akses dihentikan: laporan semester tidak disampaikan.').waitFor();
  await faultless(after, 'lembaga-dihentikan');
});

test('an appeal is entered, and decided by two who had no part in the suspension', async () => {
  clock.moveTo(new Date('2018-10-10T02:00:00Z'));
  const page = await open(dian, `${bank}/penghentian`);
  await page.getByText('Catat keberatan').first().click();
  await page.getByLabel('Tanggal diterima').fill('10102018');
  await page.getByLabel('Isi keberatan').fill('Laporan sudah dikirim melalui pos.');
  await page.getByRole('button', { name: 'Catat', exact: true }).click();
  await page.getByText('Laporan sudah dikirim melalui pos.').first().waitFor();
  await page.getByLabel('Kabulkan: hak akses pulih seketika').check();
  await page.getByLabel('Pertimbangan').fill('bukti kirim diperlihatkan');
  await page.getByRole('button', { name: 'Usulkan', exact: true }).first().click();
  await page
    .getByText('Anda ikut memutus penghentian atau mencatat keberatan ini. Pejabat lain yang memutus.')
    .waitFor();
  await faultless(page, 'keberatan');
  const other = await open(citra, `${bank}/penghentian`);
  await other.getByLabel('Kabulkan: hak akses pulih seketika').check();
  await other.getByLabel('Pertimbangan').fill('bukti kirim diperlihatkan');
  await other.getByRole('button', { name: 'Usulkan', exact: true }).first().click();
  await other.waitForURL(/usul/);
  await approve(eko, part(other));
  const after = await open(dian, bank);
  await after.getByText('Boleh bertanya sekarang').waitFor();
});

test('an auditor sees all of it and is offered no act', async () => {
  const auditor = await given.officer({ role: 'auditor' });
  const page = await open(auditor, bank);
  await page.getByRole('heading', { name: 'Hak akses' }).waitFor();
  for (const act of [
    'Kerjakan langkah',
    'Perbaiki data',
    'Usulkan hak akses',
    'Akhiri hak akses',
    'Buat kredensial',
    'Keberatan dan pemulihan',
  ])
    expect(await page.getByText(act, { exact: true }).count()).toBe(0);
  await page.goto(`${web.origin}/petugas${bank}/langkah`);
  await page
    .getByText(/Peran Anda|tidak mencakup|hak/)
    .first()
    .waitFor();
});

test('the public register tells who may ask what and until when, of any day, without a script', async () => {
  clock.moveTo(new Date('2018-10-10T02:00:00Z'));
  const page = await look('/daftar-perjanjian', null, { javaScript: false });
  await page.getByRole('heading', { name: /^3 lembaga dengan perjanjian kerja sama/ }).waitFor();
  await page.getByText('Skor kemiripan: Nama lengkap').first().waitFor();
  await page.getByLabel('Nama lembaga').fill('bank contoh');
  await page.getByRole('button', { name: 'Tampilkan' }).click();
  await page.getByRole('heading', { name: /^1 lembaga/ }).waitFor();
  await page.getByRole('link', { name: /dihentikan sementara/ }).click();
  await page.getByText('Tidak ada lembaga yang cocok.').waitFor();
  const wide = await look('/daftar-perjanjian', null);
  await faultless(wide, 'daftar-perjanjian');
  await wide.getByRole('link', { name: /dihentikan sementara/ }).click();
  await wide.getByRole('rowheader', { name: /KEMENTERIAN KESEHATAN CONTOH/ }).waitFor();
  await wide.goto(`${web.origin}/daftar-perjanjian?tanggal=2018-02-30`);
  await wide.getByText('Tanggal ini tidak ada di kalender.').waitFor();
  await wide.goto(`${web.origin}/daftar-perjanjian?tanggal=2018-02-27&hitungan=connected`);
  await wide.getByRole('heading', { name: /^0 lembaga terhubung/ }).waitFor();
});

test('an election is planned by one, opened by another, and counts down; a list tells which cells are wrong; a person’s page says why', async () => {
  clock.moveTo(new Date('2018-12-11T02:00:00Z'));
  const [nik] = await givenResidents(given, [
    { name: 'AGUS CONTOH', occupation: 6 },
    { name: 'BUDI CONTOH' },
    { name: 'CICI CONTOH', villageCode: BANDUNG },
  ]);
  const empty = await open(dian, '/pemilih');
  await empty.getByText('Di sini akan tampil pemilihan.').waitFor();
  await empty.getByRole('link', { name: 'Rencanakan pemilihan' }).click();
  await empty.getByRole('button', { name: 'Usulkan untuk dibuka' }).click();
  await empty.getByRole('alert').first().waitFor();
  await faultless(empty, 'rencana-pemilihan');
  await empty.getByLabel('Nama dalam bahasa Indonesia').fill('Pemilu 2019');
  await empty.getByLabel('Nama dalam bahasa Inggris').fill('Election of 2019');
  await empty.getByLabel('Jenis').selectOption('pemilu');
  await empty.getByLabel('Hari pemungutan suara').fill('17042019');
  await empty.getByLabel('Tanggal batas domisili').fill('01122018');
  await empty.getByRole('button', { name: 'Usulkan untuk dibuka' }).click();
  await empty.waitForURL(/usul/);
  await approve(bagus, part(empty));
  await given.system(countDown);
  const page = await open(dian, '/pemilih');
  await faultless(page, 'pemilihan');
  await page.getByRole('link', { name: 'Pemilu 2019' }).click();
  await page.getByRole('button', { name: /Jakarta/ }).waitFor();
  await faultless(page, 'hitung-mundur');
  await page.getByRole('button', { name: /Jakarta/ }).click();
  await page.getByRole('rowheader', { name: /Jakarta Timur/ }).waitFor();
  const lists = await open(dian, '/pemilih/sumber');
  await lists.getByLabel('Penerbit surat').fill('MABES CONTOH');
  await lists.getByLabel('Nomor surat').fill('B/1/2018');
  await lists.getByLabel('Tanggal surat').fill('01112018');
  const rows = `nik,kesatuan,sejak,sampai\n${nik},TNI,2010-01-01,\n3.17507E+15,TNI,2010-01-01,\n`;
  await lists
    .locator('input[type=file]')
    .setInputFiles({ name: 'tni.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
  await lists.getByRole('button', { name: 'Periksa saja' }).click();
  await lists.getByText('Diperiksa; belum ada yang dimasukkan.').waitFor();
  await lists.getByText(/sudah dibulatkan lembar kerja/).waitFor();
  await faultless(lists, 'sumber-pemilih');
  await lists.getByRole('button', { name: 'Masukkan', exact: true }).click();
  await lists.getByRole('rowheader', { name: 'Anggota TNI/Polri' }).waitFor();
  const person = await open(dian, `/penduduk/${given.house.ground.personRefs.of(nik!)}?bagian=pemilih`);
  await person.getByText('Untuk apa data ini dibuka?').waitFor();
  await person.getByRole('button', { name: 'Buka', exact: true }).click();
  await person.getByText('Tidak memenuhi syarat memilih').waitFor();
  await person.getByText(/Anggota TNI pada hari pemungutan suara/).waitFor();
  await person.getByText('Cabut catatan yang keliru').first().click();
  await faultless(person, 'status-pemilih');
  await person.getByLabel('Catatan', { exact: true }).selectOption({ index: 1 });
  await person.getByLabel('Alasan').fill('NIK keliru menurut surat perbaikan');
  await person.getByRole('button', { name: 'Cabut catatan yang keliru' }).click();
  await person.getByText('Memenuhi syarat memilih', { exact: true }).waitFor();
  await person.getByText(/Pekerjaannya tercatat TNI atau Polri/).waitFor();
});

test('on the voting day a document is checked, by the village’s file where there is no network, and sent afterwards', async () => {
  clock.moveTo(new Date('2019-04-17T02:00:00Z'));
  const [nik] = await givenResidents(given, [{ name: 'CONTOH HARI PEMUNGUTAN', villageCode: PONDOK_KELAPA }]);
  const operator = await given.officer({ role: 'operator', officeId: await given.office('3175') });
  const card = `nik,serial,uid,state,printed_on,office\n${nik},7000001,,BERLAKU,2017-12-01,3175`;
  await importCards(given.house, { name: 'kartu.csv', bytes: Buffer.from(card) }, { actor: systemActor('test') });
  const page = await open(operator, '/pemilih/hari-pemungutan');
  await page.getByText(/Pemilu 2019, 17 April 2019/).waitFor();
  await page.getByRole('button', { name: 'Periksa', exact: true }).click();
  await page.getByText('Isi nomor seri di sisi belakang KTP-el, angka saja.').waitFor();
  const choose = async (label: string) => {
    await page.getByRole('textbox', { name: label, exact: true }).fill('pondok kel');
    await page.getByRole('option', { name: /^Pondok Kelapa/ }).click();
  };
  const check = async (number: string) => {
    await page.getByLabel('NIK', { exact: true }).fill(nik!);
    await page.getByLabel('Nomor seri').fill(number);
    await page.getByRole('button', { name: 'Periksa', exact: true }).click();
  };
  await choose('Desa/kelurahan tempat Anda memeriksa');
  await check('7000002');
  await page.getByRole('heading', { name: 'Dokumen tidak dikenal' }).waitFor();
  await check('7000001');
  await page.getByRole('heading', { name: 'Boleh memilih di sini' }).waitFor();
  await choose('Desa/kelurahan');
  await page.getByRole('button', { name: 'Ambil berkas' }).click();
  await page.getByText(/^Pondok Kelapa, .*: 1 dokumen, diambil/).waitFor();
  await faultless(page, 'hari-pemungutan');
  await page.context().setOffline(true);
  await check('7000001');
  await page.getByRole('heading', { name: 'Boleh memilih di sini (menurut berkas)' }).waitFor();
  await check('7000009');
  await page.getByRole('heading', { name: 'Tidak ada dalam berkas desa ini' }).waitFor();
  await page.getByText(/^2 pemeriksaan belum dikirim/).waitFor();
  await faultless(page, 'hari-pemungutan-luring');
  await page.context().setOffline(false);
  await page.getByText(/^2 pemeriksaan belum dikirim/).waitFor({ state: 'hidden' });
  const sent = await given.system((tx) =>
    many(tx, sql<{ outcome: string }>`select outcome from voter.polling_check where offline and nik = ${nik!}::bigint`),
  );
  expect(sent.map(({ outcome }) => outcome).toSorted()).toEqual(['document_unknown', 'here']);
});

test('the list is made, sealed to a key that both officers see, handed over by two, and accepted with the commission’s own count', async () => {
  clock.moveTo(new Date('2018-12-11T04:00:00Z'));
  const [{ id: electionId }] = (await dian.call('GET', '/v1/voters/elections')).body.elections;
  const page = await open(dian, `/pemilih/${electionId}`);
  await page.getByRole('link', { name: 'Buka daftar dan penyerahan' }).click();
  await page.getByRole('button', { name: 'Susun daftar' }).click();
  await page.getByText(/Daftar sedang disusun sejak/).waitFor();
  const [{ id }] = (await dian.call('GET', `/v1/voters/elections/${electionId}/extracts`)).body.extracts;
  await given.system((tx) => makeJob.run(tx, { id, electionId }));
  await page.reload();
  await page.getByText('Daftarkan kunci publik komisi di bawah, lalu serahkan.').waitFor();
  const { publicKey } = generateKeyPairSync('x25519');
  await page.getByLabel('Kunci publik X25519').fill('bukan kunci');
  await page.getByLabel('Penerbit surat').fill('KPU CONTOH');
  await page.getByLabel('Nomor surat').fill('12/KPU/2018');
  await page.getByLabel('Tanggal surat').fill('01122018');
  await page.getByRole('button', { name: 'Daftarkan kunci' }).click();
  await page
    .getByText(/Ini bukan kunci publik X25519/)
    .first()
    .waitFor();
  await page.getByLabel('Kunci publik X25519').fill(publicKey.export({ type: 'spki', format: 'pem' }) as string);
  await page.getByRole('button', { name: 'Daftarkan kunci' }).click();
  await page.getByText('Periksa angkanya, lalu ajukan penyerahan.').waitFor();
  await faultless(page, 'daftar-pemilih');
  // It stands in the work list too, and leads here.
  const home = await open(dian, '');
  await home.getByText('Daftar sudah dibuat: periksa jumlahnya, lalu ajukan penyerahannya').waitFor();
  await faultless(home, 'pekerjaan-daftar-pemilih');
  await home.getByRole('button', { name: /Daftar sudah dibuat/ }).click();
  await home.waitForURL(/\/pemilih\/[^/]+\/daftar$/);
  await page.getByRole('link', { name: 'Ajukan penyerahan' }).click();
  await page.getByText(/pemilihan dibekukan/).waitFor();
  await faultless(page, 'serahkan-daftar');
  await page.getByRole('button', { name: 'Ajukan kepada petugas kedua' }).click();
  await page.waitForURL(/usul/);
  await approve(bagus, part(page));
  const handed = await open(dian, `/pemilih/${electionId}/daftar`);
  await handed.getByText(/--approval/).waitFor();
  const { made } = (await dian.call('GET', `/v1/voters/elections/${electionId}/extracts`)).body.extracts[0];
  await handed.getByLabel('Nomor berita acara').fill('BA/1/2018');
  await handed.getByLabel('Tanggal berita acara').fill('11122018');
  await handed.getByLabel('Ditandatangani oleh (jabatan)').fill('Sekretariat Jenderal KPU CONTOH');
  const [first, ...rest] = made.parts as { part: string; male: number; female: number }[];
  const lines = (male: number, why: string) =>
    [{ ...first!, male, why }, ...rest].map(({ part: code, male: men, female, ...also }) =>
      [code, men, female, ...('why' in also ? [also.why] : [])].join(', '),
    );
  await handed.getByLabel('Hitungan komisi').fill(lines(first!.male + 1, '').join('\n'));
  await handed.getByRole('button', { name: 'Simpan tanda terima' }).click();
  await handed
    .getByText(/Berbeda dari yang diserahkan dan belum dijelaskan/)
    .first()
    .waitFor();
  await faultless(handed, 'tanda-terima');
  await handed.getByLabel('Hitungan komisi').fill(lines(first!.male + 1, 'satu baris dihitung dua kali').join('\n'));
  await handed.getByRole('button', { name: 'Simpan tanda terima' }).click();
  await handed.getByText('Berbeda: satu baris dihitung dua kali').waitFor();
  await faultless(handed, 'diterima');
});

test('a list of the commission is uploaded, looked at, matched and opened into its rows; a sample drawn by the log is checked by hand', async () => {
  clock.moveTo(new Date('2018-12-11T02:00:00Z'));
  const [dead, moved] = await givenResidents(given, [
    { name: 'DANI CONTOH', birthDate: asCivilDate('1971-02-03') },
    { name: 'EMI CONTOH', birthDate: asCivilDate('1972-03-04') },
  ]);
  const workers = await given.house.startWorkers(1);
  try {
    const page = await open(dian, '/pemilih');
    await page.getByRole('link', { name: 'Pemilu 2019' }).click();
    await page.getByRole('link', { name: 'Daftar yang diterima dari KPU' }).click();
    await page.getByText('Belum ada daftar dari KPU.').waitFor();
    await page.getByRole('button', { name: 'Unggah dan periksa' }).click();
    await page.getByText('Pilih berkas daftarnya.').first().waitFor();
    await faultless(page, 'daftar-kpu');
    await page.getByLabel('Jenis daftar').selectOption('DPTHP');
    await page.getByLabel('Perbaikan ke-').selectOption('2');
    await page.getByLabel('Nomor surat KPU').fill('12/PL/2018');
    await page.getByLabel('Tanggal daftar').fill('10122018');
    const rows = [
      'NIK,NAMA,KODE KELURAHAN,TANGGAL LAHIR',
      `${dead!.slice(0, 12)}****,DANI CONTOH,3175071004,03|02|1971`,
      `${moved},EMI CONTOH,3175071007,04|03|1972`,
      '9901010101019001,SIAPA CONTOH PULA,3175071004,01|01|1970',
      '"3,17507E+15",FAJAR CONTOH,3175071004,01|01|1970',
    ];
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'dpthp-2.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
    await page.getByRole('button', { name: 'Unggah dan periksa' }).click();
    await page.getByText('3 baris siap dipadankan; 1 ditolak').waitFor();
    await page.getByText('Baris yang ditolak, urutan berkas').first().click();
    await faultless(page, 'daftar-diperiksa');
    await page.getByRole('button', { name: 'Padankan dengan register' }).click();
    await page.getByRole('link', { name: 'Memilih di kelurahan/desa lain' }).waitFor();
    await faultless(page, 'daftar-dipadankan');
    await page.getByRole('link', { name: 'Memilih di kelurahan/desa lain' }).click();
    await page.getByRole('button', { name: 'Buka', exact: true }).click();
    await page.getByText('EMI CONTOH').first().waitFor();
    await page.getByText('Ambil sampel').first().click();
    await faultless(page, 'daftar-baris');
    await page.getByLabel('Jumlah baris').fill('0');
    await page.getByRole('button', { name: 'Ambil sampel' }).click();
    await page.getByText('Isi angka antara 1 dan 1.000.').waitFor();
    await page.getByLabel('Jumlah baris').fill('1');
    await page.getByRole('button', { name: 'Ambil sampel' }).click();
    await page.getByRole('heading', { name: 'Sampel: Memilih di kelurahan/desa lain' }).waitFor();
    await page.getByLabel('Temuan', { exact: true }).selectOption('right');
    await page.getByRole('button', { name: 'Catat temuan' }).click();
    await page.getByText(/dengan keyakinan 95 %, antara 20 dan 100 dari 100/).waitFor();
    await faultless(page, 'daftar-sampel');
  } finally {
    await workers.stop();
  }
});
