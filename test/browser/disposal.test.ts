import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { givenCards, picture } from '../../src/cards/disposal/given-disposal.ts';
import { makeMinutes } from '../../src/cards/disposal/index.ts';
import { allRooms } from '../../src/house.ts';
import { givenServer, PASSWORD, type Caller } from '../given/serving.ts';
import { openBrowser } from './browser.ts';
import { givenWeb, type GivenWeb } from './given-web.ts';
import { faultless, openScreen, type Screen } from './screen.ts';

const given = await givenServer({ rooms: allRooms });
given.clock.moveTo(new Date('2018-12-19T03:00:00Z'));
const officeId = await given.office('3175');
const at = (role: Parameters<typeof given.officer>[0]['role'], username: string, office = officeId) =>
  given.officer({ role, officeId: office, username });
const clerk = await at('operator', 'loket');
const keeper = await at('store_keeper', 'gudang');
const verifier = await at('verifier', 'verifikator');
const section = await at('section_head', 'seksi');
const colleague = await at('section_head', 'seksi2');
const head = await at('office_head', 'kepala');
const above = await at('office_head', 'provinsi', await given.office('31'));
const [card] = await given.system((tx) => givenCards(tx, 1, 'INVALID'));
const sequencer = given.house.startSequencer((fault) => {
  throw fault;
});
// Before the house closes, which was asked for earlier.
afterAll(() => sequencer.stop());

const receiver = await at('store_keeper', 'gudang.3273', await given.office('3273'));

/** A bag of two cards in the store, made over the wire. */
async function storedBag(seal: string): Promise<string> {
  const cards = await given.system((tx) => givenCards(tx, 2));
  const pieces: string[] = [];
  for (const { nik, serial } of cards) {
    const piece = { nik, serial, cause: 'superseded', printedYear: 2013 };
    const { body } = await clerk.call('POST', '/v1/disposal/pieces', { source: 'Loket 1', piece });
    pieces.push(body.lines[0].pieceId);
  }
  const { id, number } = (await keeper.call('POST', '/v1/disposal/bags')).body;
  const path = `/v1/disposal/bags/${id}`;
  await keeper.call('POST', `${path}/pieces`, { pieces });
  await keeper.call('POST', `${path}/seal`, { seal, counted: 2 });
  await verifier.call('POST', `${path}/counts`, { seal, sealWhole: true, counted: 2 });
  expect((await verifier.call('POST', `${path}/place`, { place: 'Rak 2' })).status).toBe(204);
  return number;
}

let browser: Browser;
let web: GivenWeb;
let screens: Screen[] = [];
/** The addresses of what the story has made. */
let bag = '';
let plan = '';
let find = '';
let bags: readonly string[] = [];

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
  await screen.page.goto(`${web.origin}/petugas${path}`);
  await screen.page.getByRole('heading', { level: 1 }).waitFor();
  return screen.page;
}

const part = (page: Page) => new URL(page.url()).pathname.replace('/petugas', '');
const image = (name: string) => ({ name, mimeType: 'image/jpeg', buffer: picture() });

test('a card is taken in at the counter; a list tells row by row what came of it', async () => {
  const page = await open(clerk, '/pemusnahan/penarikan');
  await page.getByRole('button', { name: 'Terima keping' }).click();
  await page.getByText('4 isian perlu diperbaiki').waitFor();
  await faultless(page, 'penarikan');
  await page.getByLabel('Asal').first().fill('Loket 1');
  await page.getByLabel('Jenis keping').selectOption('card');
  await page.getByLabel('NIK pada kartu').fill(card!.nik);
  await page.getByLabel('Nomor seri').fill(card!.serial);
  await page.getByLabel('Sebab').selectOption('superseded');
  await page.getByLabel('Tahun cetak').fill('2013');
  await page.getByRole('button', { name: 'Terima keping' }).dblclick();
  await page.getByText('1 keping diterima dan dicatat.').waitFor();
  await page.getByText('Terima daftar').click();
  await page.locator('input[name="listSource"]').fill('Kecamatan CONTOH');
  const rows = ['nik,serial,sebab', 'tidak terbaca,912345,rusak', '123,912346,rusak'].join('\n');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'daftar.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
  await page.getByText('NIK bukan 16 angka. Tulis 16 angka, atau "tidak terbaca".').waitFor();
  await page.getByText('NIK tidak terbaca · seri 912345').waitFor();
  await faultless(page, 'penarikan-daftar');
});

test('it is bagged and sealed by one, who cannot seal another count than lies in it', async () => {
  const page = await open(keeper, '/pemusnahan/kantong');
  await page.getByText('Belum ada kantong di sini.').waitFor();
  await page.getByRole('button', { name: 'Buka kantong baru' }).click();
  await page.getByText('Kantong ini masih kosong.').waitFor();
  bag = part(page);
  await page.getByLabel('Pilih semua').check();
  await page.getByRole('button', { name: 'Masukkan 2 keping' }).click();
  await page.getByLabel('Nomor segel').fill('SGL-CONTOH-1');
  await page.getByLabel('Jumlah keping yang Anda hitung').fill('3');
  await page.getByRole('button', { name: 'Segel kantong' }).click();
  await page.getByText('Hitungan Anda (3) tidak sama dengan isi yang dicatat.').waitFor();
  await faultless(page, 'kantong-terbuka');
  await page.getByLabel('Jumlah keping yang Anda hitung').fill('2');
  await page.getByRole('button', { name: 'Segel kantong' }).click();
  await page.getByText('Petugas lain yang menghitung ulang.').waitFor();
});

test('it is recounted unseen by others; a difference is decided by a third before it is stored', async () => {
  const counter = await open(verifier, bag);
  await counter.getByText('Diberitahukan setelah dihitung').first().waitFor();
  expect(await counter.locator('main').textContent()).not.toMatch(/SGL-CONTOH-1|912345/);
  await faultless(counter, 'kantong-hitung');
  const miscounting = await open(section, bag);
  await miscounting.getByLabel('Nomor segel yang terbaca').fill('SGL-CONTOH-1');
  await miscounting.getByLabel('Segel utuh').selectOption('ya');
  await miscounting.getByLabel('Jumlah keping yang Anda hitung').fill('1');
  await miscounting.getByRole('button', { name: 'Masukkan hitungan' }).click();
  await miscounting.getByText('Jumlah tidak cocok: tercatat 2, dihitung 1.').waitFor();
  const settling = await open(head, bag);
  await settling.getByLabel('Putusan').selectOption('missing');
  await settling.getByRole('group', { name: 'Keping yang hilang' }).waitFor();
  await faultless(settling, 'kantong-selisih');
  await settling.getByLabel('Putusan').selectOption('recount');
  await settling.getByLabel('Penjelasan').fill('dua keping melekat satu sama lain');
  await settling.getByRole('button', { name: 'Putuskan selisih' }).click();
  await settling.getByText('Selisih diputuskan').waitFor();
  await counter.reload();
  await counter.getByLabel('Nomor segel yang terbaca').fill('SGL-CONTOH-1');
  await counter.getByLabel('Segel utuh').selectOption('ya');
  await counter.getByLabel('Jumlah keping yang Anda hitung').fill('2');
  await counter.getByRole('button', { name: 'Masukkan hitungan' }).click();
  await counter.getByLabel('Tempat').fill('Gudang, rak 1');
  await counter.getByRole('button', { name: 'Simpan di sini' }).click();
  await counter.getByText('Tempat kantong dicatat').waitFor();
  await faultless(counter, 'kantong-disimpan');
});

test('a bag that is held as evidence is not offered to the fire, and two lift the hold', async () => {
  const page = await open(section, bag);
  await page.getByText('Tahan sebagai barang bukti', { exact: true }).first().click();
  await page.getByLabel('Dasar penahanan').fill('perkara pidana CONTOH');
  await page.getByLabel('Nomor surat atau perkara').fill('B/1/CONTOH');
  await page.getByLabel('Ditinjau kembali').fill('30-06-2019');
  await page.getByRole('button', { name: 'Tahan kantong' }).click();
  await page.getByText('Ditahan (barang bukti)').first().waitFor();
  await faultless(page, 'kantong-ditahan');
  const proposing = await open(head, '/pemusnahan/usul');
  await proposing.getByText('Tidak ada kantong tersimpan yang siap.').waitFor();
  await page.getByLabel('Penahanan', { exact: true }).selectOption({ label: 'B/1/CONTOH' });
  await page.getByLabel('Alasan').fill('perkara sudah berkekuatan tetap');
  await page.getByRole('button', { name: 'Usulkan pencabutan' }).click();
  await page.getByText('Pencabutan diusulkan; orang kedua memutuskan').waitFor();
  const { proposals } = (await head.call('GET', '/v1/proposals')).body;
  const deciding = await open(head, `/usul/${proposals[0].id}`);
  await deciding.getByLabel('Kata sandi').fill(PASSWORD);
  await deciding.getByRole('button', { name: 'Setujui dan jalankan', exact: true }).click();
  await deciding.waitForURL(/petugas$/);
});

test('it is planned by one office and approved by another', async () => {
  const page = await open(head, '/pemusnahan');
  await page.getByRole('link', { name: 'Usulkan pemusnahan' }).click();
  await page.getByLabel('Pilih semua').check();
  await page.getByLabel('Hari pemusnahan').fill('19-12-2018');
  await page.getByLabel('Tempat pemusnahan').fill('Halaman Dinas CONTOH');
  await page.getByLabel('Cara').selectOption('burn');
  await page.getByText(/2 keping dalam 1 kantong dimusnahkan untuk selamanya pada 19 Desember 2018/).waitFor();
  await faultless(page, 'usul');
  await page.getByRole('button', { name: 'Usulkan pemusnahan' }).dblclick();
  await page.getByText('Menunggu persetujuan', { exact: true }).waitFor();
  plan = part(page);
  await faultless(page, 'rencana');
  const approving = await open(above, plan);
  await approving.getByRole('link', { name: 'Buka usul untuk memutuskan' }).click();
  await approving.getByLabel('Kata sandi').fill(PASSWORD);
  await approving.getByRole('button', { name: 'Setujui dan jalankan', exact: true }).click();
  await approving.waitForURL(/petugas$/);
});

test('it is destroyed by two with witnesses and a photo', async () => {
  const day = await open(verifier, `${plan}/hari`);
  await day.getByRole('button', { name: 'Mulai hari pemusnahan' }).dblclick();
  await day.getByLabel('Nomor segel yang terbaca').fill('sgl-contoh-1');
  await day.getByLabel('Segel utuh').selectOption('ya');
  await faultless(day, 'hari-segel');
  await day.getByRole('button', { name: 'Catat segel' }).click();
  await day.getByText('Kantong undian.').waitFor();
  const other = await open(colleague, `${plan}/hari`);
  await other.getByLabel('Jumlah keping yang Anda hitung').fill('2');
  await other.getByRole('button', { name: 'Masukkan hitungan' }).click();
  for (const outside of [true, false]) {
    await other.getByLabel('Nama saksi').fill('SAKSI CONTOH');
    await other.getByLabel('Lembaga').fill(outside ? 'Satpol PP CONTOH' : 'Dinas CONTOH');
    if (outside) await other.getByLabel('Dari luar kantor ini').check();
    await other.locator('input[type=file]').first().setInputFiles(image('tanda-tangan.jpg'));
    await other.getByText('tanda-tangan.jpg tersimpan').waitFor();
    await other.getByRole('button', { name: 'Catat saksi' }).click();
    await other.getByText(outside ? '1 menandatangani' : '2 menandatangani').waitFor();
  }
  await other.getByText('Yang masih kurang: Foto.').waitFor();
  await other.locator('input[type=file]').last().setInputFiles(image('foto.jpg'));
  await other.getByRole('button', { name: 'Selesai: sudah dimusnahkan' }).waitFor();
  await faultless(other, 'hari-selesai');
  await other.getByRole('button', { name: 'Selesai: sudah dimusnahkan' }).dblclick();
  await other.getByText('Berita acara sedang disusun.').waitFor();
  await given.system((tx) => makeMinutes.run(tx, { planId: plan.split('/').at(-1)! }));
});

test('its minutes come out the same again, and it is reported to the ministry', async () => {
  const done = await open(head, plan);
  await done.getByRole('button', { name: 'Unduh berita acara (PDF)' }).waitFor();
  const download = done.waitForEvent('download');
  await done.getByRole('button', { name: 'Unduh berita acara (PDF)' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  await done.getByRole('button', { name: 'Susun ulang dan bandingkan' }).click();
  await done.getByText('Sama persis dengan yang terbit.').waitFor();
  await done.getByRole('button', { name: 'Laporkan ke kementerian' }).click();
  await done.getByText('Sudah dilaporkan').waitFor();
  await faultless(done, 'rencana-selesai');
  const reports = await open(above, '/pemusnahan/laporan');
  await reports.getByRole('row', { name: /Jakarta Timur.* 19 Desember 2018/i }).waitFor();
  await faultless(reports, 'laporan');
});

test('a find keeps two counts side by side; what differs is explained by another before both reports are issued', async () => {
  const page = await open(verifier, '/ktp-ditemukan');
  await page.getByRole('link', { name: 'Catat temuan' }).click();
  await page.getByLabel('Tempat ditemukan').fill('Lahan kosong CONTOH');
  await page.getByLabel('Tanggal ditemukan').fill('08-12-2018');
  await page.getByLabel('Penemu').fill('WARGA CONTOH');
  const region = page.getByRole('textbox', { name: 'Wilayah' });
  await region.fill('3175');
  await page.getByRole('option').first().waitFor();
  await region.press('Enter');
  await faultless(page, 'temuan-catat');
  await page.getByRole('button', { name: 'Catat temuan' }).click();
  await page.getByText('Belum ada hitungan.').waitFor();
  find = part(page);
  await page.getByText('Catat hitungan satu pihak').first().click();
  for (const [counter, n, parts] of [
    ['Kepolisian', '3', 'karung pertama 2; karung kedua 1'],
    ['Ditjen Dukcapil', '2', ''],
  ] as const) {
    await page.getByLabel('Penghitung').fill(counter);
    await page.getByLabel('Lembaga').first().fill(`${counter} CONTOH`);
    await page.getByLabel('Tanggal menghitung').fill('09-12-2018');
    await page.getByLabel('Jam menghitung').fill('10.00');
    await page.getByLabel('Jumlah keping').fill(n);
    await page.getByLabel('Rincian').fill(parts);
    await page.getByRole('button', { name: 'Catat hitungan satu pihak' }).click();
    await page.getByRole('row', { name: new RegExp(`^${counter}`) }).waitFor();
  }
  await page.getByText('berselisih 1 keping').waitFor();
  const list = ['nik,serial,tahun', `${card!.nik},${card!.serial},2013`, ',,', 'tidak terbaca,955555,2014'].join('\n');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'temuan.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await page.getByText('Tercatat sudah dimusnahkan').waitFor();
  await faultless(page, 'temuan');

  const agreeing = await open(head, find);
  await agreeing.getByLabel('Jumlah yang disepakati').fill('3');
  await agreeing.getByLabel('Mengapa Ditjen Dukcapil menghitung 2').fill('satu keping dihitung Kepolisian saja');
  await agreeing.getByRole('button', { name: 'Sepakati jumlah' }).click();
  await agreeing.getByText(/Ditjen Dukcapil \(2, -1\)/).waitFor();
  await agreeing.getByRole('button', { name: 'Terbitkan kedua laporan' }).click();
  await agreeing.getByRole('button', { name: 'Laporan untuk Kepolisian (PDF)' }).waitFor();
  await faultless(agreeing, 'temuan-selesai');
  const finds = await open(verifier, '/ktp-ditemukan');
  await finds.getByRole('row', { name: /TMN\/.* 3$/ }).waitFor();
  await faultless(finds, 'temuan-daftar');
});

test('bags are scanned and sent to another office', async () => {
  bags = [await storedBag('SGL-CONTOH-A'), await storedBag('SGL-CONTOH-B')];
  const page = await open(keeper, '/pemusnahan/kiriman');
  await page.getByText('Belum ada kiriman dari kantor ini.').waitFor();
  await page.getByText('Tidak ada kantong yang sedang menuju kantor ini.').waitFor();
  await page.getByRole('link', { name: 'Kirim kantong' }).click();
  await page.getByRole('button', { name: 'Kirim kantong' }).click();
  await page.getByText('Pindai atau pilih sedikitnya satu kantong.').first().waitFor();
  const scan = page.getByLabel('Kantong yang dikirim', { exact: true });
  await scan.fill('SGL-PALSU');
  await scan.press('Enter');
  await page.getByText('Tidak ada kantong bernomor atau bersegel "SGL-PALSU"').waitFor();
  for (const code of ['sgl-contoh-a', bags[1]!]) {
    await scan.fill(code);
    await scan.press('Enter');
  }
  await page.getByText(/2 kantong dengan 4 keping dikirim ke Direktorat Jenderal/).waitFor();
  const to = page.getByRole('textbox', { name: 'Kantor tujuan' });
  await to.fill('Kantor 3273');
  await page.getByRole('option').first().waitFor();
  await to.press('Enter');
  await page.getByText(/2 kantong dengan 4 keping dikirim ke Kantor 3273/).waitFor();
  await faultless(page, 'kiriman-kirim');
  await page.getByRole('button', { name: 'Kirim kantong' }).dblclick();
  await page.getByRole('row', { name: /KRM\/3175.*0 dari 2/ }).waitFor();
  await faultless(page, 'kiriman-dikirim');
});

test('they are counted unseen where they come, the label first and then the seal', async () => {
  const [good, bad] = bags as [string, string];
  const coming = await open(receiver, '/pemusnahan/kiriman');
  const label = coming.getByLabel('Kantong yang tiba', { exact: true });
  await coming.getByText(good).waitFor();
  expect(await label.evaluate((input) => input === document.activeElement)).toBe(true);
  await label.fill('SGL-CONTOH-A');
  await label.press('Enter');
  await coming.getByText('Pindai nomor kantong, bukan nomor segelnya.').waitFor();
  await faultless(coming, 'kiriman-tiba');
  await label.fill(good);
  await label.press('Enter');
  const counting = async (seal: string, counted: string) => {
    await coming.getByRole('button', { name: 'Masukkan hitungan' }).waitFor();
    expect(await coming.locator('main').textContent()).not.toContain('SGL-CONTOH');
    // The seal is the next thing that the scanner reads.
    await coming.keyboard.type(seal);
    await coming.getByLabel('Segel utuh').selectOption('ya');
    await coming.getByLabel('Jumlah keping yang Anda hitung').fill(counted);
  };
  await counting('SGL-CONTOH-A', '2');
  await faultless(coming, 'kiriman-hitung');
  await coming.getByRole('button', { name: 'Masukkan hitungan' }).dblclick();
  await coming.getByText(`Kantong ${good} cocok`).waitFor();
  await coming.getByRole('button', { name: new RegExp(bad) }).press('Enter');
  await counting('SGL-CONTOH-B', '1');
  await coming.getByRole('button', { name: 'Masukkan hitungan' }).click();
  await coming.getByText(`Kantong ${bad} tidak cocok`).waitFor();
  await coming.getByText('Tidak ada kantong yang sedang menuju kantor ini.').waitFor();
});

test('one that differs waits by its deadline for who decides, and is then counted once more', async () => {
  const settling = await open(head, '/pemusnahan/selisih');
  await settling.getByText(/tercatat 2, dihitung 1 · Kantor 3175, saat tiba di Kantor 3273/).waitFor();
  await settling.getByText('sisa 7 hari').waitFor();
  await faultless(settling, 'selisih');
  await settling.keyboard.press('j');
  await settling.keyboard.press('Enter');
  await settling.getByText('Sampai diputuskan kantong tetap tanggungan Kantor 3175').waitFor();
  await settling.getByLabel('Putusan').selectOption('recount');
  await settling.getByLabel('Penjelasan').fill('dua keping melekat satu sama lain');
  await settling.getByRole('button', { name: 'Putuskan selisih' }).click();
  await settling.getByText(/KRM\/3175.* menuju Kantor 3273/).waitFor();
  await settling.goto(`${web.origin}/petugas/pemusnahan/selisih`);
  await settling.getByText('Tidak ada selisih kantong yang menunggu putusan.').waitFor();
  await settling
    .getByRole('row', { name: /Dihitung ulang petugas lain; segel tetap/ })
    .first()
    .waitFor();
});
