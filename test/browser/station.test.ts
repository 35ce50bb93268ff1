import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { many, sql } from '../../src/core/db/index.ts';
import type { Nik } from '../../src/core/id/index.ts';
import { asCivilDate } from '../../src/core/time/index.ts';
import { givenPicture } from '../../src/recording/enrolment/given-station.ts';
import { bodyOf, recordBody } from '../../src/simulation/index.ts';
import { givenResidents } from '../given/people.ts';
import { givenServer, PASSWORD } from '../given/serving.ts';
import { openBrowser } from './browser.ts';
import { givenWeb, type GivenWeb } from './given-web.ts';
import { faultless, openScreen, type Screen } from './screen.ts';
import { captureScript } from './station/bundle.ts';
import type { KeepGiven } from './station/capture.ts';

const given = await givenServer();
// A packet from a clock that is off is held, so the house lives in the browser's time.
given.clock.moveTo(new Date());
const sequencer = given.house.startSequencer((fault) => {
  throw fault;
});
// Before the house closes, which `givenServer` asked for earlier.
afterAll(() => sequencer.stop());
const officeId = await given.office('3175');
const operator = await given.officer({ role: 'operator', officeId });
const second = await given.officer({ role: 'operator', officeId });
const admin = await given.officer({ role: 'administrator', officeId });
const [adi, budi, citra, child] = (await givenResidents(given, [
  { name: 'ADI CONTOH', sex: 1 },
  { name: 'BUDI CONTOH', sex: 1 },
  { name: 'CITRA CONTOH' },
  { name: 'DEWI CONTOH', birthDate: asCivilDate('2018-01-01') },
])) as [Nik, Nik, Nik, Nik];
const refOf = (nik: Nik) => given.house.ground.personRefs.of(nik);

let browser: Browser;
let web: GivenWeb;
let script: string;
let origin: string;
/** The one device of this file: its store, keys and worker live in its context. */
let device: Screen;
let administrator: Screen;

beforeAll(async () => {
  [web, browser, script] = await Promise.all([givenWeb(given.house), openBrowser(), captureScript()]);
  origin = web.origin.replace('127.0.0.1', 'localhost');
  [device, administrator] = await Promise.all([openScreen(browser, { takenAlong: true }), openScreen(browser)]);
  await Promise.all([signIn(device.page, operator.username), signIn(administrator.page, admin.username)]);
});
afterAll(async () => {
  await Promise.all([device?.close(), administrator?.close()]);
  await browser?.close();
  await web?.close();
});
afterEach(() => {
  const offences = [device, administrator].flatMap((screen) => screen.offences.splice(0));
  // What a test cuts on purpose the browser tells on its console.
  expect(offences.filter((each) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(each))).toEqual([]);
});

async function signIn(page: Page, username: string): Promise<void> {
  await page.goto(`${origin}/masuk`);
  await page.getByLabel('Nama pengguna').fill(username);
  await page.getByLabel('Kata sandi').fill(PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByRole('heading', { name: 'Pekerjaan Anda' }).waitFor();
}

async function open(path: string, page = device.page): Promise<Page> {
  await page.goto(origin + path);
  await page.locator('main h1').waitFor();
  return page;
}

/** A recording of the synthetic body `n` for this person, through the station of the page's browser. */
async function keep(page: Page, nik: Nik, n: number, over: Partial<KeepGiven> = {}): Promise<string> {
  const items = recordBody(bodyOf('peramban', n), { number: n, wear: 0 }).map(
    ({ modality, position, format, quality, bytes }) => ({
      about: { modality, position, quality, tries: 1, exception: null, format, mediaType: null },
      base64: Buffer.from(bytes).toString('base64'),
    }),
  );
  // A picture of noise, so that the packet has three pieces.
  const face = {
    about: { ...items[0]!.about, format: null, mediaType: 'image/png' as const },
    base64: givenPicture(nik, 1200).toString('base64'),
  };
  await page.evaluate(script);
  const about = {
    nik: nik as never,
    officer: operator.officerId,
    kind: 'first' as const,
    capturedAt: new Date().toISOString(),
  };
  const whole: KeepGiven = { about, items: [...items, face], label: { name: `Perekaman ${n}`, nik }, ...over };
  return page.evaluate((asked) => window.keepInOutbox!(asked), whole);
}

const packetsOf = (nik: Nik) =>
  given.system((tx) =>
    many<{ id: string; officer: string }>(
      tx,
      sql`select p.id, p.officer_id as officer from enrolment.packet p where p.nik = ${nik}::bigint`,
    ),
  );

/** Once the shell lies on the device the app opens without a network. */
async function shellKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

const offline = (context: BrowserContext, yes: boolean) => context.setOffline(yes);

describe('a station', () => {
  test('is enrolled with a code that an administrator issues once, and its key cannot be read out', async () => {
    const issuing = await open('/petugas/perekaman/alat', administrator.page);
    await issuing.getByText('Belum ada alat di wilayah Anda.').waitFor();
    await issuing.getByText('Terbitkan kode pendaftaran', { exact: true }).click();
    await issuing.getByRole('button', { name: 'Terbitkan kode' }).click();
    await issuing.getByText('Wajib diisi.').first().waitFor();
    await issuing.getByLabel('Nama alat').fill('Loket Contoh');
    await issuing.getByRole('button', { name: 'Terbitkan kode' }).click();
    const code = await issuing.locator('.once').innerText();
    expect(code).toMatch(/^([A-Z2-9]{5}-){3}[A-Z2-9]{5}$/);
    await faultless(issuing);

    const page = await open('/petugas/perekaman/alat');
    await page.getByText('Perangkat ini belum menjadi alat perekaman').waitFor();
    await faultless(page);
    const field = page.getByLabel('Kode pendaftaran');
    await field.fill('ABCDE');
    await field.press('Enter');
    await page.getByText('Kode berisi 20 huruf dan angka; ini 5.').first().waitFor();
    await field.fill('ABCDE-ABCDE-ABCDE-ABCDE');
    await field.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'Kode' }).first().waitFor();
    await field.fill(code.toLowerCase().replaceAll('-', ' '));
    await field.press('Enter');
    await page.getByText('Terdaftar sebagai Loket Contoh').waitFor();
    await page.getByRole('row', { name: /Loket Contoh · perangkat ini .* Terdaftar/ }).waitFor();
    await faultless(page);
    await page.evaluate(script);
    const exported = await page.evaluate(async () => {
      const request = indexedDB.open('jatidiri.perekaman');
      await new Promise((resolve) => request.addEventListener('success', resolve));
      const found = request.result.transaction('device').objectStore('device').get('this');
      await new Promise((resolve) => found.addEventListener('success', resolve));
      request.result.close();
      const { signingKey } = found.result as { signingKey: CryptoKey };
      return crypto.subtle.exportKey('pkcs8', signingKey).then(
        () => 'read',
        () => 'refused',
      );
    });
    expect(exported).toBe('refused');
  });
});

describe('the outbox', () => {
  test('keeps a recording without a network, over a reload, and shows who waits', async () => {
    const page = await open('/petugas/perekaman/kotak-kirim');
    await page.getByText('Tidak ada perekaman yang menunggu.').waitFor();
    await faultless(page);
    await shellKept(page);
    await offline(device.context, true);
    await keep(page, adi, 1);
    await page.getByText('Perekaman 1').waitFor();
    await page.reload();
    await page.getByText('Menunggu jaringan').waitFor();
    await page.getByText('Perekaman 1').waitFor();
    await page.getByRole('link', { name: /1 perekaman menunggu dikirim · tertua/ }).waitFor();
    await faultless(page);
    // Nothing readable lies on the disk: neither the name nor the NIK.
    const stored = await page.evaluate(async () => {
      const request = indexedDB.open('jatidiri.perekaman');
      await new Promise((resolve) => request.addEventListener('success', resolve));
      const found = request.result.transaction('waiting').objectStore('waiting').getAll();
      await new Promise((resolve) => found.addEventListener('success', resolve));
      request.result.close();
      return JSON.stringify(found.result);
    });
    expect(stored).not.toContain(adi);
    expect(stored).not.toContain('Perekaman 1');
    expect(await packetsOf(adi)).toEqual([]);
  });

  test('warns at sign-out, and another officer of the office sends what waits', async () => {
    const { page } = device;
    await offline(device.context, true);
    await page.getByRole('button', { name: /Akun dan tampilan/ }).click();
    await page.getByRole('button', { name: 'Keluar' }).click();
    await page.getByText(/1 perekaman masih menunggu di perangkat ini/).waitFor();
    // The line drops each first answer: what the centre has is not sent again, and counts once.
    const cut = new Set<string>();
    let line: 'down' | 'bad' = 'down';
    let sent = 0;
    const packets = /\/v1\/packets(\/|$)/;
    await device.context.route(packets, async (route) => {
      const { pathname } = new URL(route.request().url());
      if (line === 'down') return route.abort('failed');
      if (pathname.includes('/pieces/')) sent++;
      if (cut.has(pathname)) return route.continue();
      cut.add(pathname);
      await route.fetch();
      await route.abort('failed');
    });
    const other = await device.context.newPage();
    await offline(device.context, false);
    await page.getByRole('button', { name: 'Keluar' }).click();
    await page.getByLabel('Nama pengguna').waitFor();
    await signIn(page, second.username);
    await Promise.all([open('/petugas/perekaman/kotak-kirim'), open('/petugas/perekaman/kotak-kirim', other)]);
    line = 'bad';
    const again = setInterval(() => {
      void page
        .getByRole('button', { name: 'Kirim sekarang' })
        .click({ timeout: 500 })
        .catch(() => {});
      void other
        .getByRole('button', { name: 'Kirim sekarang' })
        .click({ timeout: 500 })
        .catch(() => {});
    }, 700);
    await page
      .getByText('Diterima pusat', { exact: true })
      .waitFor()
      .finally(() => clearInterval(again));
    await page.getByText('Tidak ada perekaman yang menunggu.').waitFor();
    // Three pieces whose first answers were lost: each went once, as the centre said from where to go on.
    expect(sent).toBe(3);
    expect(await packetsOf(adi)).toEqual([{ id: expect.any(String), officer: operator.officerId }]);
    await faultless(page);
    await other.close();
    await device.context.unroute(packets);
  });

  test('says why a packet was refused and what to do, and lets it go once an officer said what became of the person', async () => {
    const page = await open('/petugas/perekaman/kotak-kirim');
    await keep(page, budi, 2, { forged: true });
    await page.getByText('Ditolak', { exact: true }).waitFor();
    await page.getByText('Panggil kembali orangnya dan rekam ulang').waitFor();
    await faultless(page);
    await open('/petugas');
    await page.getByText('Paket perekaman ditolak: baca sebabnya dan panggil orangnya').waitFor();
    await open('/petugas/perekaman/kotak-kirim');
    await page.getByRole('link', { name: 'Sisihkan Perekaman 2' }).click();
    await page.getByRole('button', { name: 'Sisihkan dari perangkat ini' }).click();
    await page.getByText('Wajib diisi.').first().waitFor();
    await faultless(page);
    await page.getByLabel('Apa yang terjadi dengan orangnya?').selectOption('called_back');
    await page.getByRole('button', { name: 'Sisihkan dari perangkat ini' }).click();
    await page.getByText('Ditolak, disisihkan').waitFor();
    expect(await packetsOf(budi)).toEqual([]);
  });
});

describe('the queue', () => {
  test('gives a number to the person of an address, calls it by a key, and takes it back, by keyboard alone', async () => {
    const page = await open(`/petugas/perekaman?orang=${refOf(citra)}`);
    await page.getByText('CITRA CONTOH boleh direkam.').waitFor();
    await faultless(page);
    await page.getByRole('button', { name: 'Beri nomor', exact: true }).press('Enter');
    await page.getByText('Nomor 1 untuk CITRA CONTOH').waitFor();
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('p');
    await page.getByRole('heading', { name: 'Sedang dipanggil' }).waitFor();
    await faultless(page);
    await page.getByRole('button', { name: 'Tidak hadir 1 CITRA CONTOH' }).press('Enter');
    await page.getByRole('row', { name: /1 CITRA CONTOH Tidak hadir/ }).waitFor();
    await page.getByRole('button', { name: 'Kembalikan ke antrean 1 CITRA CONTOH' }).press('Enter');
    await page.getByRole('row', { name: /1 CITRA CONTOH Menunggu/ }).waitFor();
    await faultless(page);
  });

  test('tells whom one may not record why, and the right way', async () => {
    const page = await open(`/petugas/perekaman?orang=${refOf(child)}`);
    await page.getByText('DEWI CONTOH belum dapat direkam').waitFor();
    await page.getByText('Dapat direkam mulai').waitFor();
    await faultless(page);
  });

  test('goes along sealed on the device and opens without a network, until it is dropped', async () => {
    const page = await open('/petugas/perekaman');
    await page.getByText('Bawa daftar ini', { exact: true }).first().click();
    await page.getByRole('button', { name: 'Bawa daftar ini' }).click();
    await page.getByText('1 orang tersimpan di perangkat ini.').waitFor();
    await shellKept(page);
    await offline(device.context, true);
    await page.reload();
    await page.getByText('ini daftar yang dibawa, bukan antrean terkini').waitFor();
    await page.getByRole('row', { name: /CITRA CONTOH/ }).waitFor();
    await faultless(page);
    await open('/petugas/perekaman/alat');
    await page.getByText('Terdaftar sebagai Loket Contoh').waitFor();
    await open('/petugas/perekaman');
    await page.getByRole('button', { name: 'Hapus daftar ini dari perangkat' }).click();
    await page.getByText('tidak ada daftar yang dibawa').waitFor();
    await offline(device.context, false);
  });
});

test('a revoked station, and one whose key is gone, are told so with the way out', async () => {
  const page = await open('/petugas/perekaman/alat', administrator.page);
  await page.getByRole('link', { name: 'Cabut Loket Contoh' }).click();
  await page.getByLabel('Alasan').fill('laptop diganti');
  await faultless(page);
  await page.getByRole('button', { name: 'Cabut alat ini' }).click();
  await page.getByRole('row', { name: /Loket Contoh .* Dicabut/ }).waitFor();
  const own = await open('/petugas/perekaman/alat');
  await own.getByText(/Alat ini dicabut pada .*: laptop diganti/).waitFor();
  await faultless(own);
  await own.evaluate(() => indexedDB.deleteDatabase('jatidiri.perekaman'));
  await own.reload();
  await own.getByText('Kunci alat Loket Contoh tidak ada lagi di peramban ini').waitFor();
  await own.getByLabel('Kode pendaftaran').waitFor();
  await faultless(own);
});
