import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../src/core/access/index.ts';
import { one, sql } from '../../src/core/db/index.ts';
import type { Nik } from '../../src/core/id/index.ts';
import { asCivilDate } from '../../src/core/time/index.ts';
import { givenEnrolment, type GivenEnrolment } from '../../src/recording/enrolment/given-enrolment.ts';
import { settlePackets } from '../../src/recording/enrolment/index.ts';
import { PASSWORD } from '../given/serving.ts';
import { BANDUNG, givenResidents, PONDOK_KOPI } from '../given/people.ts';
import { openBrowser } from './browser.ts';
import { givenWeb, type GivenWeb } from './given-web.ts';
import { faultless, openScreen, type Screen } from './screen.ts';

const given: GivenEnrolment = await givenEnrolment();
const sequencer = given.house.startSequencer((fault) => {
  throw fault;
});
// Before the house closes, which was asked for earlier.
afterAll(() => sequencer.stop());

const day = asCivilDate;
const NAMES = ['ANI', 'BUDI', 'CITRA', 'DEDI', 'EKA', 'FITRI', 'GITA', 'HADI'].map((name) => `${name} CONTOH`);
const niks = await givenResidents(given, [
  ...NAMES.map((name, place) => ({ name, birthDate: day(`198${place}-03-04`), sex: 1 + (place % 2) })),
  { name: 'INDAH CONTOH', birthDate: day('2002-05-05') },
  { name: 'JAYA CONTOH', birthDate: day('1970-05-05'), villageCode: PONDOK_KOPI },
  { name: 'KARIM CONTOH', birthDate: day('1971-05-05'), villageCode: BANDUNG },
]);
const [ani, budi, citra, dedi, eka, , , , , , karim] = niks as [Nik, Nik, Nik, Nik, Nik, Nik, Nik, Nik, Nik, Nik, Nik];
const clock = { clock: '2018-12-11T09:20:00.000Z' };

/** Packets in the states that the desks work on: with the centre, to be checked, held, found to be the only one, lost. */
async function packets(): Promise<void> {
  await given.send(await given.packet(ani));
  const unique = await given.packet(budi);
  await given.send(unique);
  await given.send(await given.packet(citra, { exceptions: { 'finger:2': 'missing', 'finger:7': 'injured' } }));
  await given.send(await given.packet(dedi), clock);
  await given.send(await given.packet(karim));
  await given.send(await given.packet(eka, { exceptions: { 'finger:1': 'injured' }, officer: given.head.officerId }));
  await given.system((tx) =>
    settlePackets(tx, systemActor('test'), [{ packet: unique.id, status: 'PRINT_READY_RECORD' }]),
  );
}

type Cookies = Awaited<ReturnType<Screen['context']['cookies']>>;
let browser: Browser;
let web: GivenWeb;
let screens: Screen[] = [];
let head: Cookies;

beforeAll(async () => {
  await packets();
  [web, browser] = await Promise.all([givenWeb(given.house), openBrowser()]);
  const page = await open('/masuk', null);
  await page.getByLabel('Nama pengguna').fill('section_head3');
  await page.getByLabel('Kata sandi').fill(PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByRole('heading', { name: 'Pekerjaan Anda' }).waitFor();
  head = await page.context().cookies();
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

async function open(path: string, cookies: Cookies | null = head): Promise<Page> {
  const screen = await openScreen(browser);
  screens.push(screen);
  if (cookies) await screen.context.addCookies(cookies);
  await screen.page.goto(web.origin + path);
  await screen.page.getByRole('heading', { level: 1 }).waitFor();
  return screen.page;
}

const looksAt = (nik: Nik, detail: string) =>
  given.system(async (tx) => {
    const row = await one(
      tx,
      sql<{
        n: number;
      }>`select count(*)::int as n from ledger.access where nik = ${nik}::bigint and detail = ${detail}`,
    );
    return row.n;
  });

describe('the board', () => {
  test('says where packets wait and who must act, and a number opens its list, which leads to the person', async () => {
    const page = await open('/petugas/perekaman/papan');
    await page.getByRole('heading', { name: 'Status satu per satu' }).waitFor();
    const row = page.getByRole('row', { name: /Diterima pusat RAC/ });
    expect(await row.textContent()).toContain('pusat data');
    await page.getByText('Waktu kritis I: dari perekaman sampai diterima pusat').waitFor();
    await faultless(page);
    await page
      .getByRole('row', { name: /Diproses untuk dikirim PRO/ })
      .getByRole('link')
      .click();
    await page.getByRole('heading', { name: 'Daftar: Diproses untuk dikirim' }).waitFor();
    await page.getByText('CITRA CONTOH').waitFor();
    expect(page.url()).toContain('status=PROCESSING');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByText('Untuk apa data ini dibuka?').waitFor();
    expect(page.url()).toContain('bagian=perekaman');
  });

  test('counts within the region that is chosen, and keeps it in the address', async () => {
    const page = await open('/petugas/perekaman/papan');
    await page.getByRole('textbox', { name: 'Wilayah' }).fill('Pondok Kopi');
    await page.getByRole('option', { name: /Pondok Kopi/ }).click();
    await page.getByText('Tidak ada paket yang menunggu di sini.').waitFor();
    expect(page.url()).toContain(`wilayah=${PONDOK_KOPI}`);
    await page.reload();
    await page.getByText('Tidak ada paket yang menunggu di sini.').waitFor();
    await page.getByRole('button', { name: /^Seluruh wilayah/ }).click();
    await page.getByRole('row', { name: /Diterima pusat/ }).waitFor();
  });
});

describe('coverage', () => {
  test('goes down to the village, is held against another day, and opens into the people who get a number', async () => {
    const page = await open('/petugas/perekaman/cakupan');
    await page.getByRole('heading', { name: 'Cakupan Kota Administrasi Jakarta Timur' }).waitFor();
    await page.getByText('44,44 %').first().waitFor();
    await faultless(page);
    await page.getByLabel('Bandingkan dengan hari').fill('10-12-2018');
    await page.getByText('naik 44,44 poin persen sejak 10 Desember 2018').waitFor();
    await page.getByRole('link', { name: 'Duren Sawit', exact: true }).click();
    await page.getByRole('link', { name: 'Pondok Kelapa', exact: true }).click();
    await page.getByRole('heading', { name: 'Cakupan Pondok Kelapa' }).waitFor();
    const crumbs = page.getByRole('navigation', { name: 'Wilayah di atasnya' });
    expect((await crumbs.getByRole('listitem').allTextContents()).join(' / ')).toBe(
      'Kota Administrasi Jakarta Timur / Duren Sawit / Pondok Kelapa',
    );
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Unduh tabel ini (CSV)' }).click(),
    ]);
    expect(await readFile(await download.path(), 'utf8')).toContain('wilayah,3175071004,Pondok Kelapa,4,8,50');
    await page
      .getByRole('row', { name: 'Laki-laki' })
      .getByRole('link', { name: /belum direkam/ })
      .click();
    await page.getByRole('heading', { name: 'Belum direkam', exact: true }).waitFor();
    await page.getByRole('row', { name: /GITA CONTOH/ }).waitFor();
    expect(await page.getByRole('row', { name: /FITRI CONTOH/ }).count()).toBe(0);
    await faultless(page);
    await page.getByRole('button', { name: /Beri nomor ?: GITA CONTOH/ }).click();
    await page.getByRole('button', { name: 'Beri nomor antrean' }).dblclick();
    await page
      .getByRole('row', { name: /GITA CONTOH/ })
      .getByText('punya nomor, 11-12-2018')
      .waitFor();
    await page.getByRole('link', { name: 'Rencanakan kunjungan ke Pondok Kelapa' }).waitFor();
  });
});

describe('a visit of a mobile team', () => {
  test('is planned where most are unrecorded, shows what it reached, and is cancelled with a reason or ended', async () => {
    const page = await open('/petugas/perekaman/tim-keliling');
    await page.getByText('Belum ada kunjungan.').waitFor();
    await page.getByText(/hanya dihitung dari pohon wilayah/).waitFor();
    await page.getByRole('button', { name: /Rencanakan ?: .*Pondok Kelapa/ }).click();
    await page.getByLabel('Hari kunjungan').fill('11-12-2018');
    await page.getByRole('button', { name: 'Rencanakan kunjungan' }).click();
    await page.getByText('Tempat berhenti: Wajib diisi.').waitFor();
    await page.getByLabel('Tempat berhenti').fill('Balai warga RW 7');
    await page.getByRole('button', { name: 'Rencanakan kunjungan' }).dblclick();
    const visit = page.getByRole('row', { name: /Balai warga RW 7/ });
    await visit.getByText('0 dari 4 yang belum direkam').waitFor();
    await faultless(page);
    await visit.getByRole('button', { name: /^Akhiri kunjungan/ }).click();
    await page.getByText('Belum ada kunjungan.').waitFor();
    await page.getByText('Lihat kunjungan yang lalu').click();
    await page
      .getByRole('row', { name: /Balai warga RW 7/ })
      .getByText('Selesai')
      .waitFor();
    await page.getByRole('button', { name: /Rencanakan ?: .*Pondok Kopi/ }).click();
    await page.getByLabel('Hari kunjungan').fill('20-12-2018');
    await page.getByLabel('Tempat berhenti').fill('Sekolah');
    await page.getByRole('button', { name: 'Rencanakan kunjungan' }).click();
    await page
      .getByRole('row', { name: /Sekolah/ })
      .getByRole('button', { name: /^Batalkan/ })
      .click();
    await page.getByLabel('Alasan').fill('hujan lebat');
    await page
      .getByLabel(/Batalkan kunjungan/)
      .getByRole('button', { name: 'Batalkan' })
      .click();
    await page.getByText('hujan lebat').waitFor();
  });
});

describe('exceptions', () => {
  test('are approved by another officer one by one and all at once; one’s own are shown, not approved', async () => {
    const page = await open('/petugas/perekaman/pengecualian');
    await page.getByText('rekaman Anda sendiri').waitFor();
    await page.getByRole('button', { name: /EKA CONTOH/ }).click();
    await page.getByText('Pengecualiannya diperiksa petugas lain').waitFor();
    expect(await page.getByRole('button', { name: /Setujui/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Kembali ke daftar' }).click();
    await page.getByRole('button', { name: /CITRA CONTOH/ }).click();
    await page.getByText('tidak ada (amputasi atau bawaan lahir)').waitFor();
    const before = await looksAt(citra, 'recording.face');
    await page.getByRole('button', { name: /dicatat ?: Wajah/ }).click();
    await page.getByRole('img', { name: 'Gambar Wajah CITRA CONTOH' }).waitFor();
    expect(await looksAt(citra, 'recording.face')).toBe(before + 1);
    await faultless(page);
    await page.getByRole('button', { name: /Setujui ?: Telunjuk kanan/ }).click();
    await page.getByText('Disetujui; 1 pengecualian CITRA CONTOH masih menunggu').waitFor();
    await page.getByRole('button', { name: 'Setujui semua 1 pengecualian' }).dblclick();
    await page.getByText('Semua disetujui; perekaman CITRA CONTOH dikirim ke pusat').waitFor();
    await expect.poll(() => page.getByRole('button', { name: /CITRA CONTOH/ }).count()).toBe(0);
  });
});

describe('a packet that is held', () => {
  test('is decided with a reason by somebody who has read what becomes of the citizen', async () => {
    const page = await open('/petugas');
    await page.getByRole('button', { name: /DEDI CONTOH/ }).click();
    await page.getByRole('heading', { name: 'DEDI CONTOH' }).waitFor();
    await page.getByText('Jam alat berbeda lebih dari 10 menit dari jam server.').waitFor();
    await page.getByText('20 menit lebih cepat dari jam server').waitFor();
    await page.getByText(/Ia tidak perlu datang lagi/).waitFor();
    await page.getByText(/tetap belum direkam dan perlu datang lagi/).waitFor();
    await faultless(page);
    await page.getByRole('button', { name: 'Putuskan paket ini' }).click();
    await page.getByText('Pilih salah satu.').waitFor();
    await page.getByRole('radio', { name: /^Terima/ }).check();
    await page.getByRole('textbox', { name: 'Alasan' }).fill('baterai jam alat habis, petugasnya hadir');
    await page.getByRole('button', { name: 'Putuskan paket ini' }).dblclick();
    await page.getByText('Paket DEDI CONTOH diterima').waitFor();
    await page.getByText('Tidak ada paket yang ditahan.').waitFor();
  });
});

describe('a person’s page', () => {
  test('shows the way of each recording, what it holds, and the photo only to who asks, as an entry', async () => {
    const page = await open(`/petugas/penduduk/${given.ref(budi)}?bagian=perekaman`);
    await page.getByRole('button', { name: 'Buka', exact: true }).click();
    await page.getByText('Tidak perlu direkam', { exact: true }).waitFor();
    const line = page.getByRole('list', { name: /Perjalanan rekaman/ });
    expect(await line.getByRole('listitem').allTextContents()).toEqual([
      expect.stringContaining('Sudah direkam, masih di daerah11 Desember 2018'),
      expect.stringContaining('Diproses untuk dikirim'),
      expect.stringContaining('Terkirim ke pusat'),
      expect.stringContaining('Diterima pusat'),
      expect.stringContaining('Tunggal, siap cetak'),
      expect.stringContaining('Dikirim untuk dicetak, berikutnyapetugas pencetakan'),
    ]);
    await page.getByText('Yang direkam: 12 bagian').click();
    await page
      .getByRole('row', { name: /Telunjuk kanan/ })
      .getByText('72 dari 100')
      .waitFor();
    const before = await looksAt(budi, 'recording.face');
    await page.getByRole('button', { name: /lihat foto/ }).dblclick();
    await page.getByRole('img', { name: 'Foto BUDI CONTOH' }).waitFor();
    expect(await looksAt(budi, 'recording.face')).toBe(before + 1);
    await page.getByText('Gambar rekaman 11 Desember 2018').click();
    await page.getByRole('button', { name: /dicatat ?: Tanda tangan/ }).click();
    await page.getByRole('img', { name: 'Gambar Tanda tangan BUDI CONTOH' }).waitFor();
    await faultless(page);
  });
});
