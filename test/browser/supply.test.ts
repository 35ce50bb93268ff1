import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { givenLine, span } from '../../src/cards/blank/given-line.ts';
import { tellIncident } from '../../src/cards/blank/incident/report.ts';
import { publicActor } from '../../src/core/access/index.ts';
import { givenJpeg } from '../../src/core/file/given-content.ts';
import { asCivilDate } from '../../src/core/time/index.ts';
import { PASSWORD, type Caller } from '../given/serving.ts';
import { openBrowser } from './browser.ts';
import { givenWeb, type GivenWeb } from './given-web.ts';
import { faultless, openScreen, type Screen } from './screen.ts';

const line = await givenLine('2018-12-17T03:00:00Z');
// Before the house closes, which was asked for earlier.
afterAll(() => line.sequencer.stop());
const { ok, keepers, ministry, second, provinceHead, regencyHead, stores } = line;
const leadership = await line.officer({ role: 'leadership', username: 'pimpinan' });
const FIRST = 5_000_001_200;

let browser: Browser;
let web: GivenWeb;
let screens: Screen[] = [];

beforeAll(async () => {
  [web, browser] = await Promise.all([givenWeb(line.house), openBrowser()]);
  await line.deliver(FIRST, 300);
  await line.ship('centre', 'province', FIRST, FIRST + 299);
  await line.ship('province', 'tulangBawang', FIRST, FIRST + 99);
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

/** As a barcode scanner types: at once, ended with Enter. */
async function scan(page: Page, name: string, ...codes: readonly string[]): Promise<void> {
  await page.locator(`input[name="${name}"]`).focus();
  for (const code of codes) {
    await page.keyboard.insertText(code);
    await page.keyboard.press('Enter');
  }
}

async function download(page: Page, name: string | RegExp): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).first().click()]);
  return file.suggestedFilename();
}

test('a store asks for blanks by need; whoever answers finds it among his work and meets it by a shipment', async () => {
  const page = await open(keepers.metro, '/blangko/permintaan');
  await page.getByRole('link', { name: 'Minta blangko' }).click();
  await page.getByRole('button', { name: 'Kirim permintaan' }).click();
  await page.getByText('2 isian perlu diperbaiki').waitFor();
  await page.getByLabel('1. Perekaman pertama').fill('20');
  await page.getByLabel('4. Penggantian kartu').fill('1.0x');
  await page.getByText('Tulis jumlah keping dengan angka').first().waitFor();
  await page.getByLabel('4. Penggantian kartu').fill('5');
  await page.getByText('Jumlah yang diminta: 25 keping').waitFor();
  await page.getByLabel('Penjelasan').fill('antrean siap cetak tiga hari');
  await faultless(page);
  await page.getByRole('button', { name: 'Kirim permintaan' }).dblclick();
  await page.getByRole('heading', { name: /470\/0001\/MINTA-BLANGKO\/2018/ }).waitFor();
  await ok(line.send('province', 'metro', [span(FIRST + 100, FIRST + 124)]));

  const head = await open(provinceHead, '');
  await head.getByRole('button', { name: /470\/0001\/MINTA-BLANGKO\/2018/ }).click();
  await head.getByText('Kurang untuk sebulan').waitFor();
  await head.getByRole('button', { name: 'Kirim jawaban' }).click();
  await head.getByText('Pilih bagaimana permintaan ini dijawab.').waitFor();
  await head.getByRole('radio', { name: /^Dipenuhi/ }).check();
  await head.getByLabel('Pengiriman', { exact: true }).selectOption({ index: 1 });
  await head.getByLabel('Penjelasan kepada gudang').fill('dikirim hari ini dengan kurir');
  await faultless(head);
  await head.getByRole('button', { name: 'Kirim jawaban' }).click();
  await head.getByText('Dipenuhi', { exact: true }).first().waitFor();
  await head.getByRole('link', { name: 'Semua permintaan' }).click();
  await head.getByText('Tidak ada permintaan yang menunggu.').waitFor();
  await faultless(head);
});

test('a rebalancing that the countdown to an election reckoned opens with both stores filled in', async () => {
  const page = await open(
    keepers.tulangBawang,
    `/blangko/pemindahan?dari=${stores.tulangBawang}&ke=${stores.metro}&keping=25`,
  );
  await page.getByText('Perhitungan pemilih menyarankan 25 keping.').waitFor();
  expect(await page.getByRole('textbox', { name: 'Ke gudang tetangga' }).inputValue()).toMatch(/^Gudang metro/);
});

test('a rebalancing is proposed with the keyboard, decided by another officer, and then has its minutes', async () => {
  const page = await open(keepers.tulangBawang, '/blangko/pemindahan');
  const store = page.getByRole('textbox', { name: 'Ke gudang tetangga' });
  await store.focus();
  await page.getByRole('option', { name: /Gudang metro/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await scan(page, 'spans', `${FIRST + 80}-${FIRST + 89}`);
  await scan(page, 'seals', 'SEGEL-CONTOH-9');
  await page.getByLabel('Pembawa').fill('KURIR CONTOH');
  await page.getByLabel('Perkiraan tiba').fill('19-12-2018');
  await page.getByLabel('Alasan').fill('stok Metro tinggal dua hari');
  await page.getByText(/10 keping diusulkan pindah dari Gudang tulangBawang ke Gudang metro/).waitFor();
  await faultless(page);
  await page.getByRole('button', { name: 'Usulkan pemindahan' }).click();
  await page.getByRole('heading', { name: /Pindahkan 10 blangko/ }).waitFor();
  const decider = await open(provinceHead, new URL(page.url()).pathname.replace('/petugas', ''));
  await decider.getByLabel('Kata sandi').fill(PASSWORD);
  await decider.getByRole('button', { name: 'Setujui dan jalankan', exact: false }).first().click();
  await decider.getByRole('heading', { name: 'Pekerjaan Anda' }).waitFor();
  const { shipments } = await ok(keepers.metro.call('GET', `/v1/blanks/shipments?store=${stores.metro}`));
  const moved = shipments.find(({ kind }: { kind: string }) => kind === 'rebalancing');
  await ok(keepers.metro.call('POST', `/v1/blanks/shipments/${moved.id}/counts`, { counted: 10, sealsWhole: true }));
  const papers = await open(provinceHead, '/blangko/bast');
  await papers.getByLabel('Jenis').selectOption('rebalancing');
  await papers.getByRole('row', { name: new RegExp(moved.number) }).waitFor();
  expect(await download(papers, /^Cetak PDF/)).toMatch(/BAST-BLANGKO-2018\.pdf$/);
  await faultless(papers);
  await papers.getByRole('link', { name: moved.number }).click();
  expect(await download(papers, /^Berita acara \(PDF\)/)).toMatch(/BAST-BLANGKO-2018\.pdf$/);
});

test('the forecast is put in any order, kept in the address, and its figures open into their lists', async () => {
  const page = await open(provinceHead, '/blangko/perkiraan');
  await page.getByRole('row', { name: /Tulang Bawang/ }).waitFor();
  await page.getByRole('button', { name: /Siap pakai/ }).focus();
  await page.keyboard.press('Enter');
  expect(await page.getByRole('columnheader', { name: /Siap pakai/ }).getAttribute('aria-sort')).toBe('descending');
  expect(page.url()).toContain('urut=-stock');
  const first = page.getByRole('row').nth(1);
  expect(await first.textContent()).toMatch(/Tulang Bawang/i);
  await faultless(page);
  await page.getByRole('link', { name: /Siap pakai di .*Tulang Bawang/i }).click();
  await page.getByRole('heading', { name: 'Stok blangko' }).waitFor();
  await page.getByRole('row', { name: /Gudang tulangBawang/ }).waitFor();
});

let incident = '';

test('a report of the public is taken up, and a number on its photo leads to every custodian and to what proves it', async () => {
  ({ id: incident } = await line.system((tx) =>
    tellIncident(tx, publicActor('id'), {
      kind: 'for_sale',
      place: 'Toko daring contoh',
      seenOn: asCivilDate('2018-12-16'),
      words: 'Sepuluh blangko ditawarkan di toko daring',
      seen: [],
      key: 'laporan contoh',
      photo: { name: 'foto.jpg', bytes: givenJpeg() },
    }),
  ));
  const page = await open(ministry, '');
  await page.getByRole('button', { name: /Toko daring contoh/ }).click();
  await page.getByText('Belum ada blangko yang dikenali.').waitFor();
  await page.getByRole('button', { name: 'Lihat foto' }).click();
  await page.getByRole('img', { name: /Foto yang menyertai laporan/ }).waitFor();
  await page.getByRole('button', { name: 'Mulai memeriksa laporan ini' }).click();
  await page.getByText('Sedang diselidiki').first().waitFor();
  await page.getByText('Masukkan blangko yang dikenali').first().click();
  await scan(page, 'identified', String(FIRST), String(FIRST + 1), '04FFFFFFFFFFFF');
  await page.getByRole('button', { name: 'Masukkan nomor' }).click();
  await page.getByText('Penguasaan terputus.').waitFor();
  await page.getByText(/2 keping tercatat dalam stok di Gudang tulangBawang/).waitFor();
  const chain = page.getByRole('list', { name: 'Penguasaan blangko' });
  await chain.getByText('Terputus: terlihat di luar').waitFor();
  await chain.getByRole('button', { name: /Bukti: Diterima gudang tujuan.*Gudang tulangBawang/ }).click();
  await page.getByRole('complementary').getByText('Catatan log').waitFor();
  await faultless(page);
  await page.keyboard.press('Escape');
  expect(await page.getByRole('complementary').getByText('Catatan log').count()).toBe(0);
});

test('blanks at risk are frozen, the police is told, the freeze is lifted and the case closed, on paper too', async () => {
  const page = await open(ministry, `/blangko/insiden/${incident}`);
  await page.getByRole('button', { name: `Pilih BOKS-${FIRST} untuk dibekukan` }).click();
  await page.getByText('1 rentang · 50 keping').waitFor();
  await page.getByLabel('Alasan').fill('dijual di toko daring');
  await page.getByRole('button', { name: 'Bekukan blangko', exact: true }).click();
  await page.getByText('50 keping dibekukan').waitFor();
  await page.getByText('Catat laporan polisi').first().click();
  await page.getByLabel('Nomor laporan').fill('LP/CONTOH/1/XII/2018');
  await page.getByLabel('Kantor polisi').fill('Polres Contoh');
  await page.getByRole('button', { name: 'Catat laporan polisi' }).click();
  await page.getByText('LP/CONTOH/1/XII/2018, Polres Contoh').first().waitFor();
  await page.getByText('Tutup insiden', { exact: true }).first().click();
  await page.getByText('Insiden ini masih membekukan 50 keping.').waitFor();
  await page.getByText('Buka pembekuan', { exact: true }).first().click();
  await page.getByRole('button', { name: 'Pilih semua yang dibekukan' }).click();
  const lifting = page.getByRole('form', { name: 'Buka pembekuan' });
  await lifting.getByLabel('Alasan').fill('barang bukti sudah diperiksa');
  await lifting.getByRole('button', { name: 'Buka pembekuan' }).click();
  await page.getByText('Pembekuan 50 keping dibuka').waitFor();
  await page.getByLabel('Hasil').selectOption('theft');
  await page.getByLabel('Kesimpulan').fill('pencurian oleh orang dalam, diserahkan kepada penyidik');
  await faultless(page);
  await page.getByRole('button', { name: 'Tutup insiden' }).click();
  await page.getByText('Selesai: Pencurian').waitFor();
  expect(await download(page, 'Lini masa (PDF)')).toMatch(/INSIDEN-BLANGKO-2018\.pdf$/);
});

test('an incident is opened from the trace of a piece, which goes along; a party to it may not decide', async () => {
  const page = await open(keepers.tulangBawang, '/blangko/telusuri');
  await page.getByLabel('Nomor seri atau UID cip').fill(String(FIRST + 60));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Laporkan insiden tentang keping ini' }).click();
  await page.getByRole('heading', { name: 'Laporkan insiden blangko' }).waitFor();
  await page
    .getByRole('list', { name: 'Nomor seri atau UID yang terbaca' })
    .getByText(String(FIRST + 60))
    .waitFor();
  expect(page.url()).not.toContain(String(FIRST + 60));
  await page.getByLabel('Apa yang terlihat').selectOption('found');
  await page.getByLabel('Tempat').fill('Pasar contoh');
  await page.getByLabel('Tanggal terlihat').fill('16-12-2018');
  await page.getByLabel('Uraian').fill('Satu keping ditemukan di lapak');
  await faultless(page);
  await page.getByRole('button', { name: 'Buka insiden' }).click();
  await page.getByText('Anda pernah memegang blangko ini').waitFor();
  await page.getByRole('link', { name: 'Semua insiden' }).click();
  await page.getByRole('row', { name: /Pasar contoh/ }).waitFor();
  await faultless(page);
});

test('missing blanks that turn up are reported by their keeper, decided on by a third officer, and end their case', async () => {
  const path = `/v1/blanks/stores/${stores.tulangBawang}`;
  const { stores: found } = await ok(ministry.call('GET', '/v1/blanks/stores?region=1805'));
  const counted = found[0].balance.inStock - 2;
  const { id } = await ok(keepers.tulangBawang.call('POST', `${path}/differences`, { counted }));
  const missing = [span(FIRST + 70, FIRST + 71)];
  const settled = { outcome: 'missing', explanation: 'hilang dari rak', missing };
  await ok(regencyHead.call('POST', `/v1/blanks/discrepancies/${id}/settlement`, settled));

  const page = await open(keepers.tulangBawang, `/blangko/gudang/${stores.tulangBawang}`);
  await page.getByRole('link', { name: 'Yang hilang dan laporan ditemukan' }).click();
  await page.getByRole('button', { name: /^Lapor ditemukan/ }).click();
  await page.getByText('1 rentang · 2 keping').waitFor();
  await page.getByRole('button', { name: 'Kirim laporan' }).click();
  await page.getByText('3 isian perlu diperbaiki').waitFor();
  await page.getByLabel('Tanggal ditemukan').fill('17-12-2018');
  await page.getByLabel('Tempat ditemukan').fill('belakang lemari gudang');
  await page.getByLabel('Siapa yang menemukan').fill('Petugas kebersihan, segel utuh, dihitung dua saksi');
  await faultless(page);
  await page.getByRole('button', { name: 'Kirim laporan' }).dblclick();
  await page.getByRole('heading', { name: /BLANGKO-DITEMUKAN/ }).waitFor();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: givenJpeg() });
  await page.getByText('Foto terlampir').waitFor();

  const head = await open(regencyHead, '');
  await head.getByRole('button', { name: /BLANGKO-DITEMUKAN/ }).click();
  await head.getByText('Apakah keping ini sungguh yang hilang?').waitFor();
  await head.getByRole('radio', { name: /^Ya, kembali ke stok/ }).check();
  await head.getByLabel('Penjelasan').fill('diperiksa dan dihitung ulang');
  await faultless(head);
  await head.getByRole('button', { name: 'Putuskan', exact: true }).click();
  await head.getByText('Kembali ke stok', { exact: true }).first().waitFor();
  await head.getByRole('link', { name: 'Hilang dan ditemukan' }).click();
  await head.getByText('Tidak ada blangko yang tercatat hilang di wilayah ini.').waitFor();
  await faultless(head);
  await page.goto(`${web.origin}/petugas/blangko/gudang/${stores.tulangBawang}`);
  await page.getByText('Ditemukan kembali', { exact: true }).first().waitFor();
});

test('the ministry and its leadership see every region on a map and in a table, by keyboard, and take it along', async () => {
  const page = await open(leadership, '/kartu-dan-blangko');
  await page.getByRole('row', { name: /Lampung/ }).waitFor();
  await page.getByRole('img', { name: 'Peta provinsi: Hari stok' }).waitFor();
  await page.getByRole('button', { name: 'Insiden terbuka' }).first().click();
  await page.getByRole('img', { name: 'Peta provinsi: Insiden terbuka' }).waitFor();
  await page.getByRole('columnheader', { name: 'Stok siap pakai' }).getByRole('button').focus();
  await page.keyboard.press('Enter');
  expect(await page.getByRole('row').nth(1).textContent()).toMatch(/Lampung/);
  await faultless(page);
  expect(await download(page, 'Unduh CSV')).toMatch(/^kartu-dan-blangko-nasional-2018-12-17\.csv$/);
  await page.getByRole('link', { name: 'Lampung', exact: true }).click();
  await page.getByRole('heading', { name: 'Kartu dan blangko: Lampung' }).waitFor();
  await page.getByRole('row', { name: /Metro/i }).waitFor();
  await page.getByRole('link', { name: /Insiden terbuka, .*Tulang Bawang$/i }).click();
  await page.getByRole('heading', { name: 'Insiden blangko' }).waitFor();
  await page.getByRole('row', { name: /Pasar contoh/ }).waitFor();
});

test('a dashboard opens on the officer’s own region, compares, orders by keyboard, goes to another section and along as files', async () => {
  const page = await open(regencyHead, '/dasbor/kartu-dan-blangko');
  await page.getByRole('heading', { name: /^Dasbor: Kartu dan blangko, Kabupaten Tulang Bawang$/ }).waitFor();
  await page.getByRole('heading', { name: 'Yang belum beres' }).waitFor();
  const stock = page.getByRole('listitem').filter({ hasText: 'Blangko dalam stok' });
  expect(await stock.first().textContent()).toMatch(/Pembanding: Lampung \d+ · Indonesia \d+/);
  await faultless(page, 'dasbor');
  await page.getByRole('columnheader', { name: 'Blangko dalam stok' }).getByRole('button').focus();
  await page.keyboard.press('Enter');
  expect(await page.getByRole('row').filter({ hasText: 'wilayah ini' }).textContent()).toContain('Tulang Bawang');
  expect(await download(page, 'Unduh tabel (CSV)')).toBe('dasbor-kartu-dan-blangko-1805-2018-12-17.csv');
  expect(await download(page, 'Unduh kertas (PDF)')).toBe('dasbor-kartu-dan-blangko-1805-2018-12-17.pdf');
  await page.getByRole('link', { name: 'Indonesia', exact: true }).click();
  await page.getByRole('heading', { name: 'Dasbor: Kartu dan blangko, Indonesia' }).waitFor();
  const choice = page.getByRole('group', { name: 'Yang ditampilkan' });
  await choice.getByRole('button', { name: 'Blangko dalam stok' }).click();
  await page.getByRole('img', { name: 'Peta: Blangko dalam stok' }).waitFor();
  await page.getByRole('link', { name: 'Lampung', exact: true }).click();
  await page.getByRole('heading', { name: 'Dasbor: Kartu dan blangko, Lampung' }).waitFor();
  await page.getByRole('link', { name: 'Pemilih', exact: true }).last().click();
  await page.getByText('Belum ada pemilihan yang dibuka').waitFor();
  await page.getByRole('link', { name: 'Wilayah saya' }).click();
  await page.getByRole('heading', { name: 'Dasbor: Pemilih, Kabupaten Tulang Bawang' }).waitFor();
});

test('a security hold is proposed with what it will do, decided by another officer, and then stands in the list', async () => {
  const page = await open(ministry, '/blangko/penahanan');
  await page.getByText('Belum pernah ada penahanan.').waitFor();
  await page.getByRole('button', { name: 'Usulkan penahanan' }).click();
  await page.getByText('Pilih wilayah, atau tandai seluruh Indonesia.').first().waitFor();
  const region = page.getByRole('textbox', { name: 'Wilayah' });
  // Enter before the answer is there takes the answer's first, and sends nothing.
  await region.fill('tulang bawang');
  await region.press('Enter');
  await page.getByText('Dipilih: 1805').waitFor();
  await page.getByLabel('Sampai tanggal').fill('17-12-2019');
  await page
    .getByText(/^Terlalu lama: paling lambat/)
    .first()
    .waitFor();
  await page.getByLabel('Sampai tanggal').fill('24-12-2018');
  await page.getByText(/angka stok blangko .*Tulang Bawang tidak diumumkan sampai akhir 24 Des/i).waitFor();
  await page.getByLabel('Alasan').fill('penyelidikan masih berjalan');
  await faultless(page);
  await page.getByRole('button', { name: 'Usulkan penahanan' }).dblclick();
  await page.getByRole('heading', { name: /Tahan pengumuman stok blangko/ }).waitFor();
  const decider = await open(second, new URL(page.url()).pathname.replace('/petugas', ''));
  await decider.getByLabel('Kata sandi').fill(PASSWORD);
  await decider.getByRole('button', { name: 'Setujui dan jalankan', exact: false }).first().click();
  await decider.getByRole('heading', { name: 'Pekerjaan Anda' }).waitFor();
  await decider.goto(`${web.origin}/petugas/blangko/penahanan`);
  await decider.getByRole('row', { name: /Tulang Bawang.*Berlaku.*penyelidikan masih berjalan/i }).waitFor();
  await faultless(decider);
  await decider.goto(`${web.origin}/dasbor/18/kartu-dan-blangko`);
  await decider.getByText('ditahan demi keamanan').first().waitFor();
});
