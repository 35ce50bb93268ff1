import { randomBytes } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Tx } from '../../src/core/db/index.ts';
import { cancelDocument, issueDocument, replaceDocument } from '../../src/core/document/index.ts';
import { givenTemplate } from '../../src/core/document/given-template.ts';
import { givenPng } from '../../src/core/file/given-content.ts';
import { newId } from '../../src/core/id/index.ts';
import { asCivilDate } from '../../src/core/time/index.ts';
import { allRooms } from '../../src/house.ts';
import { draftApplication, handInDocument, submitApplication } from '../../src/register/application/index.ts';
import { issueFirstRunCodes, registerFirstAdministrator } from '../../src/register/officer/index.ts';
import { givenHouse } from '../given/house.ts';
import { BANDUNG, givenActor, givenResident, givenResidents, PONDOK_KELAPA, givenFamily } from '../given/people.ts';
import { openBrowser } from './browser.ts';
import { givenWeb, type GivenWeb } from './given-web.ts';
import { faultlessHere, openScreen, type Screen, type ScreenGiven } from './screen.ts';

// A paper of a kind that no office prints.
const PAPER = { code: 200, template: givenTemplate };
const given = await givenHouse({
  rooms: [...allRooms, { name: 'given-paper', papers: [PAPER as never] }],
  demonstration: true,
});
const sequencer = given.house.startSequencer(() => {});
let browser: Browser;
let web: GivenWeb;
let screens: Screen[] = [];

beforeAll(async () => {
  [web, browser] = await Promise.all([givenWeb(given.house), openBrowser(), sequencer.ready]);
});
afterAll(async () => {
  await browser?.close();
  await web?.close();
  await sequencer.stop();
});
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

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();
// Wide and light, narrow and dark: each width and each theme once.
const VIEWS: readonly ScreenGiven[] = [{ width: 1280 }, { width: 390, dark: true }];
/** Without a script, what counts is what the server sends. (axe is a script itself: where it looks there is one.) */
const PLAIN: ScreenGiven = { javaScript: false };

// In order: before the first run, then a register with people in it.
test('until the first administrators exist every page says so, and none is cached', async () => {
  const page = await open('/');
  expect(await heading(page)).toBe('Register ini belum dibuka');
  await faultlessHere(page);
  const answer = await page.request.get(`${web.origin}/coba-curangi`);
  expect([answer.status(), answer.headers()['cache-control']]).toEqual([503, 'no-store']);
});

describe('a register with people in it', () => {
  const officer = givenActor({ region: '3175' });
  beforeAll(async () => {
    await given.system(async (tx) => {
      for (const [place, code] of (await issueFirstRunCodes(tx)).entries()) {
        const password = randomBytes(12).toString('hex');
        await registerFirstAdministrator(tx, { code, username: `admin${place}`, name: `Contoh ${place}`, password });
      }
    });
    await givenResidents(given, [
      ...Array.from({ length: 6 }, () => ({ villageCode: PONDOK_KELAPA })),
      { villageCode: BANDUNG },
    ]);
  });

  test.each(VIEWS)('shows each page faultlessly ($width, dark: $dark)', async (view) => {
    const page = await open('/', view);
    await faultlessHere(page);
    for (const path of [
      '/?tanggal=2018-02-31',
      '/cara-memeriksa-log',
      '/coba-curangi',
      '/periksa-pernyataan',
      '/angka/enrolment.coverage',
      '/dasbor',
      '/dasbor/31/pemilih',
      '/angka/resident.total?tanggal=2018-02-31',
      '/periksa-dokumen',
      '/periksa-kartu',
      '/ikuti-permohonan',
      '/tidak-ada',
    ]) {
      await page.goto(web.origin + path);
      await faultlessHere(page);
    }
  });

  test('states its figures without a script, and a link in the sentence unfolds the evidence', async () => {
    const page = await open('/', PLAIN);
    expect(await heading(page)).toBe('Dari 7 penduduk, 7 wajib memiliki KTP-el');
    const definition = page.getByText('Penduduk yang hidup dan bertempat tinggal');
    expect(await definition.isVisible()).toBe(false);
    await page.locator('.lead a').first().click();
    expect(await definition.isVisible()).toBe(true);
    await page.getByText('Tabel penduduk menurut provinsi').click();
    expect(await page.getByRole('row', { name: /Jawa Barat/ }).textContent()).toContain('< 3');
    await page.getByRole('link', { name: 'English' }).click();
    expect(await heading(page)).toBe('Of 7 residents, 7 must hold an identity card');
    expect(await page.textContent('footer')).toContain('ODbL');
  });

  test('takes up new figures by itself and leaves open what a reader has opened', async () => {
    const page = await open('/');
    await page.clock.install();
    await page.reload();
    await page.locator('main summary').first().click();
    await givenResident(given, { villageCode: PONDOK_KELAPA });
    const awaited = async () => (await page.clock.runFor(3_000), heading(page));
    await expect.poll(awaited).toContain('Dari 8 penduduk');
    expect(await page.locator('main details').first().getAttribute('open')).not.toBeNull();
    expect(await page.textContent('#bukti-resident-total')).toContain('8 jiwa');
    await page.getByText('Tabel penduduk menurut provinsi').click();
    await faultlessHere(page);
  });

  test('shows another day when asked, keeps it when the language changes, and refuses one that cannot be', async () => {
    const page = await open('/?tanggal=2010-01-01', PLAIN);
    expect(await heading(page)).toBe('Belum ada penduduk yang tercatat');
    await page.getByRole('link', { name: 'English' }).click();
    expect(await heading(page)).toBe('No residents are registered yet');
    await page.getByLabel('As it was known on').fill('2015-06-30');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.textContent('main')).toContain('1 January 2010, as known on 30 June 2015');
    const answer = await page.request.get(`${web.origin}/?tanggal=2019-01-01&bahasa=id`);
    expect(answer.status()).toBe(422);
    expect(await answer.text()).toContain('Angka untuk waktu yang belum tiba');
  });

  test('holds a press text against the records without a script, claim by claim, and keeps it in its field', async () => {
    const page = await open('/periksa-pernyataan', PLAIN);
    const text = 'Jakarta (11/12/2018) - Ada 42 MoU sesuai UU no.23 thn 2013 ttg kependudukan; oknum dilaporkan.';
    await page.getByLabel('Teks', { exact: true }).fill(text);
    await page.getByRole('button', { name: 'Periksa' }).click();
    expect(await heading(page)).toBe('3 pernyataan ditemukan');
    expect(await page.locator('.claims').textContent()).toContain('UU 23/2006 tentang Administrasi Kependudukan');
    expect(await page.getByLabel('Teks', { exact: true }).inputValue()).toBe(text);
    expect(page.url()).toBe(`${web.origin}/periksa-pernyataan`);
    const looked = await open('/periksa-pernyataan', { width: 390, dark: true });
    await looked.getByLabel('Teks', { exact: true }).fill(text);
    await looked.getByRole('button', { name: 'Periksa' }).click();
    await looked.locator('.claims').waitFor();
    await faultlessHere(looked);
  });

  test('opens a figure by region, as known then and now, without a script', async () => {
    const page = await open('/angka/resident.total', PLAIN);
    expect(await heading(page)).toMatch(/^Penduduk: \d+ jiwa$/);
    expect(await page.getByRole('row', { name: /Bandung/ }).textContent()).toContain('< 3');
    await page.getByLabel('Keadaan pada tanggal').fill('2010-01-01');
    await page.getByRole('button', { name: 'Tampilkan' }).click();
    expect(await heading(page)).toBe('Penduduk: 0 jiwa');
    expect((await page.request.get(`${web.origin}/angka/tidak.ada`)).status()).toBe(404);
  });

  test('has dashboards of every region without a script: ordered by a link, in both languages, down to a regency and up again', async () => {
    const page = await open('/dasbor', PLAIN);
    expect(await heading(page)).toBe('Dasbor: Cakupan, Indonesia');
    const rows = page.locator('#perbandingan ~ .scrolls tbody tr');
    expect(await rows.first().textContent()).toContain('Aceh');
    await page.getByRole('columnheader', { name: 'Wilayah' }).getByRole('link').click();
    expect(await rows.first().textContent()).toContain('Sumatera Utara');
    expect(await page.getByRole('row', { name: /^Jawa Barat/ }).textContent()).toContain('< 3');
    await page.getByRole('link', { name: /Ibukota Jakarta$/ }).click();
    await page.getByRole('link', { name: /Jakarta Timur$/ }).click();
    expect(await heading(page)).toBe('Dasbor: Cakupan, Kota Administrasi Jakarta Timur');
    await page.getByRole('link', { name: 'English' }).click();
    expect(await heading(page)).toBe('Dashboard: Coverage, Kota Administrasi Jakarta Timur');
    await page.getByRole('link', { name: 'Ladder of cooperation' }).click();
    expect(await page.textContent('main')).toContain('Nothing has been recorded here up to');
    const address = `${web.origin}/dasbor/31/kartu-dan-blangko`;
    expect((await page.request.get(`${address}/pdf`)).headers()['content-type']).toBe('application/pdf');
    expect((await page.request.get(`${web.origin}/dasbor/98`)).status()).toBe(404);
  });

  test('has a text for the press, each sentence with its footnote', async () => {
    const page = await open('/keterangan-pers', { width: 390, dark: true });
    const sentence = page.getByText('register mencatat');
    await sentence.getByRole('link').click();
    expect(page.url()).toContain('#catatan-1');
    expect(await page.locator('#catatan-1').textContent()).toContain('Riwayat tindakan pada register penduduk');
    await faultlessHere(page);
  });

  test('tells what the log is now, and gives the verifier with its digest', async () => {
    const page = await open('/cara-memeriksa-log', PLAIN);
    const note = await (await page.request.get(`${web.origin}/v1/ledger/checkpoint`)).text();
    expect(await page.textContent('main')).toContain(note.split('\n')[2]);
    const file = await (await page.request.get(`${web.origin}/v1/ledger/verifier`)).body();
    const { hash } = await import('node:crypto');
    expect(await page.textContent('main')).toContain(hash('sha256', file, 'hex'));
  });

  test.each(['Ubah', 'Hapus', 'Tarik kembali', 'Ganti'])(
    'lets anybody cheat (%s), finds it, and is sound again',
    async (way) => {
      const page = await open('/coba-curangi');
      await page.getByRole('radio', { name: new RegExp(`^${way}`) }).check();
      await page.getByRole('button', { name: 'Rusak, lalu periksa' }).click();
      await page.getByText('Ketahuan', { exact: true }).waitFor();
      if (way === 'Ubah') await faultlessHere(page);
      expect((await page.request.get(`${web.origin}/readyz`)).status()).toBe(200);
    },
  );

  test('finds a paper genuine, its history still in the log, and says when it was replaced or cancelled', async () => {
    const nik = await givenResident(given);
    const paper = {
      kind: PAPER,
      data: { title: 'Surat uji', pages: 1, number: 12 },
      nik,
      villageCode: PONDOK_KELAPA,
      number: '470/12/2018',
      issuedOn: asCivilDate('2018-12-11'),
      office: { id: newId(), name: 'Suku Dinas Dukcapil Kota Contoh' },
    };
    const act = <Result>(work: (tx: Tx) => Promise<Result>) => given.transact(officer, work);
    const first = await act((tx) => issueDocument(tx, officer, paper));
    const page = await open(`/periksa/${first.qrText.split('/').at(-1)}`);
    expect(await heading(page)).toBe('Dokumen ini asli dan masih berlaku');
    const shown = await page.textContent('main');
    expect(shown).toContain('masih dimulai persis dengan catatan-catatan itu');
    expect(shown).toContain('Suku Dinas Dukcapil Kota Contoh');
    expect(shown).not.toContain(nik);
    expect(shown).not.toContain(paper.number);
    await faultlessHere(page);

    await page.getByLabel('Bandingkan nomor').fill(paper.number);
    await page.getByRole('button', { name: 'Bandingkan' }).click();
    expect(await page.textContent('main')).toContain('cocok dengan yang diterbitkan');
    await page.goto(`${web.origin}/periksa/${first.qrText.split('/').at(-1)}`);

    const second = await act((tx) => replaceDocument(tx, officer, first.id, paper));
    await page.reload();
    expect(await heading(page)).toBe('Dokumen ini asli, tetapi sudah diganti');
    await act((tx) => cancelDocument(tx, second.id, 'salah cetak'));
    await page.goto(`${web.origin}/periksa-dokumen`);
    await page.getByLabel('Kode dokumen').fill(second.qrText);
    await page.getByLabel('Nomor pada dokumen').fill('470/99/2018');
    await page.getByRole('button', { name: 'Periksa' }).click();
    expect(await heading(page)).toBe('Kode ini bukan milik kertas ini');
    expect(await page.textContent('main')).toContain('dibatalkan pada');
    await page.goto(`${web.origin}/periksa/${second.qrText.split('/').at(-1)}`);
    expect(await heading(page)).toBe('Dokumen ini asli, tetapi sudah dibatalkan');
    await faultlessHere(page);
  });

  test('says of a code that is none, of a forged one and of an unknown id what to do', async () => {
    const page = await open('/periksa-dokumen');
    const ask = async (code: string) => {
      await page.goto(`${web.origin}/periksa-dokumen`);
      await page.getByLabel('Kode dokumen').fill(code);
      await page.getByRole('button', { name: 'Periksa' }).click();
    };
    await ask('https://contoh.id/periksa/x');
    expect(await page.textContent('.error')).toContain('bukan kode dokumen kependudukan');
    expect(await page.getByLabel('Kode dokumen').inputValue()).toBe('https://contoh.id/periksa/x');
    await faultlessHere(page);
    await ask('018f3a5e-7c1b-7d2e-8a4f-0123456789ab');
    expect(await heading(page)).toBe('Tidak ada dokumen dengan nomor kode ini');
  });

  test('lets an applicant follow his application; a wrong number and a wrong birth date look the same', async () => {
    const nik = await givenResident(given, { birthDate: asCivilDate('1988-02-29') });
    await givenFamily(given, [{ nik, relation: 1 }]);
    const applicant = given.house.ground.personRefs.of(nik);
    const drafted = await given.transact(officer, (tx) =>
      draftApplication(tx, officer, { kind: 'family_card.lost', applicant, subject: null, contact: null, details: {} }),
    );
    const file = { name: 'surat.png', bytes: givenPng() };
    for (const code of ['police_letter', 'identity_card'])
      await given.transact(officer, (tx) => handInDocument(tx, officer, { id: drafted.id, code, file }));
    await given.transact(officer, (tx) => submitApplication(tx, officer, { id: drafted.id }));

    const page = await open('/ikuti-permohonan');
    const ask = async (number: string, born: string) => {
      await page.goto(`${web.origin}/ikuti-permohonan`);
      await page.getByLabel('Nomor permohonan').fill(number);
      await page.getByLabel('Tanggal lahir').fill(born);
      await page.getByRole('button', { name: 'Lihat' }).click();
      return page.content();
    };
    const wrongDate = await ask(drafted.number, '28-02-1988');
    const wrongNumber = await ask(`${drafted.number}0`, '29-02-1988');
    expect(wrongDate).toContain('Tidak ada permohonan dengan nomor dan tanggal lahir itu');
    expect(wrongNumber.replace(`${drafted.number}0`, drafted.number)).toBe(wrongDate);
    expect(await ask(drafted.number, '31-02-1988')).toContain('Tanggal ini tidak ada di kalender');
    await faultlessHere(page);
    await ask(drafted.number, '29-2-1988');
    expect(await heading(page)).toBe('Kartu keluarga hilang atau rusak');
    expect(await page.textContent('.state-line [aria-current]')).toContain('Diajukan');
    expect(await page.content()).not.toContain(nik);
    await faultlessHere(page);
  });

  test('takes every form without a script', async () => {
    const page = await open('/coba-curangi', PLAIN);
    await page.getByRole('button', { name: 'Rusak, lalu periksa' }).click();
    await page.getByText('Ketahuan', { exact: true }).waitFor();
    await page.goto(`${web.origin}/periksa-dokumen`);
    await page.getByLabel('Kode dokumen').fill('x');
    await page.getByRole('button', { name: 'Periksa' }).click();
    await page.locator('.error').waitFor();
  });

  test('refuses a form that a page of another site sent', async () => {
    const answer = await fetch(`${web.origin}/coba-curangi`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'cara=alter',
    });
    expect(answer.status).toBe(403);
  });

  test('takes the theme that a person chooses over that of the device', async () => {
    const page = await open('/');
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.getByLabel('Tampilan').selectOption('dark');
    expect(await ground()).not.toBe(light);
    await page.reload();
    await expect.poll(ground).not.toBe(light);
  });
});
