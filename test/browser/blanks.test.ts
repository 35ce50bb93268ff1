import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { givenCustody } from '../../src/cards/blank/given-custody.ts';
import type { Caller } from '../given/serving.ts';
import { openBrowser } from './browser.ts';
import { givenWeb, type GivenWeb } from './given-web.ts';
import { faultless, openScreen, type Screen, type ScreenGiven } from './screen.ts';

const given = await givenCustody();
const { clerk, centre, ministry, keeper, next, head } = given;
const sequencer = given.house.startSequencer((fault) => {
  throw fault;
});
// Before the house closes, which was asked for earlier.
afterAll(() => sequencer.stop());

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
  // A device that loses its network says so on the console; that is no fault of the page.
  expect(offences.filter((offence) => !/ERR_INTERNET_DISCONNECTED/.test(offence))).toEqual([]);
});

async function open(by: Caller, path: string, how: ScreenGiven = {}): Promise<Page> {
  const screen = await openScreen(browser, how);
  screens.push(screen);
  const cookies = by.headers['cookie']!.split('; ').map((part) => {
    const [name, ...value] = part.split('=');
    return { name: name!, value: value.join('='), url: web.origin };
  });
  await screen.context.addCookies(cookies);
  await screen.page.goto(`${web.origin}/petugas/blangko${path}`);
  await screen.page.getByRole('heading', { level: 1 }).waitFor();
  return screen.page;
}

/** As a barcode scanner types: at once, ended with Enter. */
async function scan(page: Page, name: string, ...codes: readonly string[]): Promise<void> {
  const field = page.locator(`input[name="${name}"]`);
  await field.focus();
  for (const code of codes) {
    await page.keyboard.insertText(code);
    await page.keyboard.press('Enter');
  }
}

// One story in order, from the supplier to the trace of one piece.
describe('blanks', () => {
  test('a delivery is recorded by scanner, with its boxes and its UIDs; a bad list is refused by its line', async () => {
    const page = await open(clerk, '/pemasok');
    await page.getByText('Belum ada kiriman.').waitFor();
    await page.getByRole('link', { name: 'Catat kiriman' }).click();
    await page.getByRole('button', { name: 'Catat kiriman' }).click();
    await page.getByText('5 isian perlu diperbaiki').waitFor();
    await faultless(page);
    await page.getByLabel('Nomor kiriman').fill('KTP/2018/01');
    await page.getByLabel('Pemasok').fill('PEMASOK CONTOH');
    await page.getByLabel('Nomor kontrak').fill('027/CONTOH/2018');
    await page.getByLabel('Tanggal kiriman').fill('03-12-2018');
    await scan(page, 'spans', '1000-1499');
    await page.getByLabel('Pindai awal lalu akhir').check();
    await scan(page, 'spans', '1500', '1999');
    await page.getByText('1 rentang · 1.000 keping').waitFor();
    await scan(page, 'boxes', 'BOKS-1', '1000', '1499', 'BOKS-2 1500-1999');
    await page.getByText('2 boks', { exact: true }).waitFor();
    await faultless(page);
    await page.getByRole('button', { name: 'Catat kiriman' }).dblclick();
    await page.getByText('Anda yang mencatat kiriman ini.').waitFor();

    const list = (uid: (serial: number) => string) =>
      ['serial,uid', ...Array.from({ length: 1000 }, (_, at) => `${1000 + at},${uid(1000 + at)}`)].join('\n');
    const upload = (text: string) =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name: 'uid.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await upload(list((serial) => (serial === 1006 ? 'BUKAN' : `04${String(serial).padStart(12, '0')}`)));
    await page.getByText('Baris 7: UID harus 14 angka heksadesimal.').waitFor();
    await faultless(page);
    await upload(list((serial) => `04${String(serial).padStart(12, '0')}`));
    await page.getByText('1.000 UID diterima').waitFor();
  });

  test('somebody else counts it blindly; only what agrees is in stock', async () => {
    const page = await open(centre, '/pemasok');
    await page.getByRole('row', { name: /KTP\/2018\/01 .* Menunggu hitungan Anda/ }).waitFor();
    await page.getByRole('link', { name: 'KTP/2018/01' }).click();
    await page.getByText('Diberitahukan setelah dihitung').waitFor();
    expect(await page.getByText(/1\.000 keping/).count()).toBe(0);
    await page.getByLabel('Jumlah keping yang Anda hitung').fill('999');
    await page.getByRole('button', { name: 'Masukkan hitungan' }).click();
    await page.getByText('Jumlah tidak cocok: surat jalan 1.000, dihitung 999.').waitFor();
    await faultless(page);
    await page.getByLabel('Jumlah keping yang Anda hitung').fill('1.000');
    await page.getByRole('button', { name: 'Masukkan hitungan' }).click();
    await page.getByText('Sudah dihitung, masuk stok').waitFor();
    await page.goto(`${web.origin}/petugas/blangko`);
    await page.getByRole('heading', { name: 'Gudang pusat' }).waitFor();
    await faultless(page);
  });

  test('a shipment is made with the keyboard alone, kept as a draft, and says before what will happen', async () => {
    const page = await open(centre, '/kirim');
    const store = page.getByRole('textbox', { name: 'Ke gudang' });
    await store.focus();
    await page.keyboard.type('jakarta timur');
    await page.getByRole('option', { name: /Gudang Jakarta Timur/ }).waitFor();
    await page.keyboard.press('Enter');
    await scan(page, 'spans', 'BOKS-1');
    await page.getByText('1 rentang · 500 keping').waitFor();
    // Enter in a field of the scanner adds and never sends; a serial that is there already is named.
    await scan(page, 'spans', '1001', '');
    await page.getByText('Nomor seri 1001 sudah ada dalam daftar.').waitFor();
    await scan(page, 'seals', 'SEGEL-CONTOH-1', 'SEGEL-CONTOH-2');
    await page.keyboard.press('Tab');
    await page.getByText('Draf tersimpan di perangkat ini.').waitFor();
    await page.reload();
    await page.getByText('1 rentang · 500 keping').waitFor();
    await page.getByLabel('Pembawa').focus();
    await page.keyboard.type('KURIR CONTOH');
    await page.keyboard.press('Tab');
    await page.keyboard.type('14-12-2018');
    await page
      .getByText(/500 keping \(1 rentang\) dikirim dari Gudang pusat ke Gudang Jakarta Timur, Kantor 3175/)
      .waitFor();
    await faultless(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /470\/0001\/BAST-BLANGKO\/2018/ }).waitFor();
    await page.getByText('500 keping', { exact: true }).waitFor();
    await faultless(page);
  });

  test('the receiver counts blindly, is told what differs, names what is there, and the rest is a case', async () => {
    const page = await open(keeper, '/../');
    await page.getByRole('button', { name: /470\/0001/ }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByText('Diberitahukan setelah penerima menghitung').waitFor();
    expect(await page.locator('main').textContent()).not.toContain('500');
    await faultless(page);
    await page.getByLabel('Ya, semua utuh').check();
    await page.getByLabel('Jumlah keping yang Anda hitung').fill('498');
    await page.getByRole('button', { name: 'Masukkan hitungan' }).click();
    await page
      .getByText('Jumlah tidak cocok: dikirim 500, diterima 498. Hitung ulang atau buka kasus selisih.')
      .waitFor();
    await page.getByText('Buka kasus selisih', { exact: true }).click();
    await page.getByRole('button', { name: 'Laporkan selisih' }).click();
    await page.getByText('Pindai apa yang ada, atau tandai').waitFor();
    await scan(page, 'there', '1000-1497');
    await page.getByText('yang kurang 2 keping menjadi kasus selisih').waitFor();
    await faultless(page);
    await page.getByRole('button', { name: 'Laporkan selisih' }).click();
    await page.getByText('Seharusnya 500, dihitung 498.').waitFor();
    await faultless(page);
    await page.goto(`${web.origin}/petugas/blangko/pengiriman`);
    await page.getByRole('heading', { name: /470\/0001/ }).waitFor();
    await faultless(page);
  });

  test('a count that agrees puts a shipment into stock', async () => {
    const { id } = await given.send(1500, 1599);
    const page = await open(keeper, `/pengiriman/${id}`);
    await page.getByLabel('Ya, semua utuh').check();
    await page.getByLabel('Jumlah keping yang Anda hitung').fill('99');
    await page.getByRole('button', { name: 'Masukkan hitungan' }).click();
    await page.getByText('dikirim 100, diterima 99').waitFor();
    const again = page.getByRole('form', { name: 'Hitung ulang' });
    await again.getByLabel('Ya, semua utuh').check();
    await again.getByLabel('Jumlah keping yang Anda hitung').fill('100');
    await again.getByRole('button', { name: 'Masukkan hitungan' }).click();
    await page.getByText('Cocok: 100 keping masuk stok Anda').waitFor();
    await page.getByText('Diterima', { exact: true }).waitFor();
  });

  test('a third officer settles the difference; a party to it may only read', async () => {
    const own = await open(centre, '/selisih');
    await own.getByRole('button', { name: /Kurang 2 keping/ }).click();
    await own.getByText('Yang memutuskan selisih adalah kepala dinas atau kementerian.').waitFor();
    const page = await open(ministry, '/selisih');
    await page.getByText('sisa 7 hari').waitFor();
    await faultless(page);
    await page.getByRole('button', { name: /Kurang 2 keping/ }).click();
    await page.getByRole('button', { name: 'Putuskan selisih ini' }).click();
    await page.getByText('Pilih salah satu.').waitFor();
    await page.getByRole('radio', { name: /^Hilang/ }).check();
    await page.getByLabel('Penjelasan').fill('segel kedua robek di jalan, disaksikan kurir');
    await faultless(page);
    await page.getByRole('button', { name: 'Putuskan selisih ini' }).click();
    await page.getByText('Tidak ada selisih yang menunggu keputusan.').waitFor();
  });

  test('a stock-take without a network stays on the device, is sent when it returns, and a difference opens a case', async () => {
    const page = await open(keeper, '/opname', { takenAlong: true });
    await page.getByLabel('Jumlah keping yang ada').waitFor();
    await faultless(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
    await page.context().setOffline(true);
    await page.reload();
    await page.getByText('Hitung dengan pemindai').click();
    await scan(page, 'serials', '1000-1496', '1500-1599');
    expect(await page.getByLabel('Jumlah keping yang ada').inputValue()).toBe('597');
    await page.getByRole('button', { name: 'Masukkan hitungan' }).click();
    await page.getByText('Menunggu sambungan').waitFor();
    await page.getByText('1 hitungan gudang menunggu dikirim').waitFor();
    await page.context().setOffline(false);
    await page.getByText('Jumlah tidak cocok: tercatat 598, dihitung 597.').waitFor();
    await faultless(page);
    await page.getByRole('button', { name: 'Buka kasus selisih' }).click();
    await page.getByText('Kasus selisih dibuka').waitFor();
    const decider = await open(head, '/selisih');
    await decider.getByRole('button', { name: /Kurang 1 keping/ }).click();
    await decider.getByRole('radio', { name: /^Hitungan yang salah/ }).check();
    await decider.getByLabel('Penjelasan').fill('dihitung ulang bersama, lengkap');
    await decider.getByRole('button', { name: 'Putuskan selisih ini' }).click();
    await decider.getByText('Tidak ada selisih yang menunggu keputusan.').waitFor();
  });

  test('a store passes to its next keeper when both have counted unseen and the head hands it over', async () => {
    const path = `/gudang/${given.regencyStore}/serah-terima`;
    for (const by of [keeper, next]) {
      const page = await open(by, path);
      await page.getByLabel('Jumlah keping yang Anda hitung').fill('598');
      await page.getByRole('button', { name: 'Masukkan hitungan' }).click();
      await page.getByText('tertutup').first().waitFor();
      if (by === next) await faultless(page);
    }
    const page = await open(head, path);
    await page.getByText(/dengan 598 keping berpindah dari Petugas gudang kepada Petugas pengganti/).waitFor();
    await faultless(page);
    await page.getByRole('button', { name: 'Serahkan gudang' }).dblclick();
    await page.getByText('Gudang diserahkan kepada Petugas pengganti').waitFor();
  });

  test('a stock card shows balance, lots and keepers; a movement opens into its proof and is taken back with a reason', async () => {
    const page = await open(centre, `/gudang/${given.centreStore}`);
    await page.getByRole('heading', { name: 'Rantai penanggung jawab' }).waitFor();
    await page.getByRole('button', { name: /Bukti mutasi Dinyatakan hilang/ }).click();
    await page.getByText('segel kedua robek di jalan, disaksikan kurir', { exact: true }).waitFor();
    await faultless(page);
    expect(await page.getByText('Balik mutasi ini').count()).toBe(0);
    await given.deliver(5_000, 10);
    await page.reload();
    await page
      .getByRole('row', { name: /Dihitung dan masuk stok, .* WIB 10 / })
      .getByRole('button')
      .click();
    await page.getByText('Balik mutasi ini').click();
    await page.getByRole('button', { name: 'Balik mutasi', exact: true }).click();
    await page.getByLabel('Apa yang salah').fill('boks kiriman lain yang terhitung');
    await page.getByRole('button', { name: 'Balik mutasi', exact: true }).dblclick();
    await page.getByText('Mutasi dibalik; 10 keping kembali').waitFor();
    await page.getByText('sudah dibalik').waitFor();
    const other = await open(next, `/gudang/${given.regencyStore}`);
    await other.getByRole('list', { name: 'Rantai penanggung jawab' }).getByText('Petugas pengganti').waitFor();
    await faultless(other);
  });

  test('a piece is traced by serial and by UID, holder by holder; where it is lost the chain is broken in red', async () => {
    const page = await open(next, '/telusuri');
    await page.getByLabel('Nomor seri atau UID cip').focus();
    await page.keyboard.insertText('04:0000:0000:1234');
    await page.keyboard.press('Enter');
    await page.getByText('Dalam stok di Gudang Jakarta Timur, Kantor 3175').waitFor();
    await page.getByText('Rantai utuh').waitFor();
    const chain = page.getByRole('list', { name: 'Rantai pertanggungjawaban' });
    expect(await chain.getByText('Gudang pusat').count()).toBe(1);
    await faultless(page);
    await page.getByLabel('Nomor seri atau UID cip').fill('1499');
    await page.keyboard.press('Enter');
    await page.getByText('Rantai terputus 1 kali').waitFor();
    await chain.getByText('Terputus: hilang').waitFor();
    await page.getByRole('button', { name: /Bukti mutasi Dikirim/ }).click();
    await page.getByText('Catatan log', { exact: true }).waitFor();
    await faultless(page);
    await page.getByLabel('Nomor seri atau UID cip').fill('999999');
    await page.keyboard.press('Enter');
    await page.getByText('Nomor seri ini tidak ada dalam kiriman pemasok mana pun.').waitFor();
  });

  test('books that do not add up stand in red on the list, in the region and on the card', async () => {
    // As nobody may: a lot is taken off the shelf without a movement.
    const taken = await given.system((tx) =>
      tx.client.query(`delete from blank.lot where serials = int8range(1500, 1600) returning *`),
    );
    const page = await open(next, '');
    await page.getByText('Pembukuan tidak cocok: 100 keping tidak dapat dipertanggungjawabkan.').waitFor();
    await faultless(page);
    await page.getByRole('button', { name: 'Seluruh wilayah' }).click();
    await page.getByRole('row', { name: /Gudang Jakarta Timur .* Selisih 100/ }).waitFor();
    await page.goto(`${web.origin}/petugas/blangko/gudang/${given.regencyStore}`);
    await page.getByText('Pembukuan tidak cocok: 100 keping').waitFor();
    const { store_id: store, batch_id: batch } = taken.rows[0] as { store_id: string; batch_id: string };
    await given.system((tx) =>
      tx.client.query(
        `insert into blank.lot (serials, store_id, state, batch_id) values (int8range(1500, 1600), $1, 2, $2)`,
        [store, batch],
      ),
    );
  });

  test('the region is a table kept in the address, and a store is opened with its first keeper', async () => {
    const page = await open(head, '');
    await page.getByRole('row', { name: /Gudang Jakarta Timur .* Cocok/ }).waitFor();
    await page.getByRole('button', { name: 'Kantor saya' }).click();
    expect(page.url()).toContain('cakupan=kantor');
    await page.getByRole('button', { name: 'Seluruh wilayah' }).click();
    await faultless(page);
    await page.getByRole('link', { name: 'Buka gudang baru' }).click();
    await page.getByRole('button', { name: 'Buka gudang', exact: true }).click();
    await page.getByText('4 isian perlu diperbaiki').waitFor();
    const office = page.getByRole('textbox', { name: 'Kantor' });
    await office.fill('3175');
    await page.getByRole('option', { name: /Kantor 3175/ }).waitFor();
    await office.press('Enter');
    await page.getByLabel('Nama gudang').fill('Gudang cetak');
    await page.getByLabel('Jenis gudang').selectOption('printer');
    await page.getByLabel('Petugas penyimpan').selectOption({ label: 'Petugas gudang' });
    await faultless(page);
    await page.getByRole('button', { name: 'Buka gudang', exact: true }).click();
    await page.getByRole('heading', { name: 'Gudang cetak' }).waitFor();
    await page.getByText('Tidak ada keping di gudang ini.').waitFor();
  });
});
