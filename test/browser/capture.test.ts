import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { many, sql } from '../../src/core/db/index.ts';
import type { Nik } from '../../src/core/id/index.ts';
import { asCivilDate } from '../../src/core/time/index.ts';
import { announcedPng, drawnFaces, drawnWall } from '../../src/recording/biometric/face/given-picture.ts';
import { openPictures } from '../../src/recording/enrolment/index.ts';
import { bodyOf, recordBody } from '../../src/simulation/index.ts';
import { BANDUNG, givenResidents } from '../given/people.ts';
import { givenServer, PASSWORD } from '../given/serving.ts';
import { openBrowser } from './browser.ts';
import { filmedFace } from './given-camera.ts';
import { givenWeb, type GivenWeb } from './given-web.ts';
import { faultless, openScreen, type Screen } from './screen.ts';

// The house's clock stands in 2018 and the browser's does not: what is dated by the house's is taken all the same.
const given = await givenServer();
const sequencer = given.house.startSequencer((fault) => {
  throw fault;
});
// Before the house closes, which `givenServer` asked for earlier.
afterAll(() => sequencer.stop());
const officeId = await given.office('3175');
const operator = await given.officer({ role: 'operator', officeId });
const admin = await given.officer({ role: 'administrator', officeId });
const [ratna, budi, citra, eka, child] = (await givenResidents(given, [
  { name: 'RATNA CONTOH', birthDate: asCivilDate('1991-02-03') },
  { name: 'BUDI CONTOH', sex: 1 },
  { name: 'CITRA CONTOH', villageCode: BANDUNG },
  { name: 'EKA CONTOH' },
  { name: 'DEWI CONTOH', birthDate: asCivilDate('2018-01-01') },
])) as [Nik, Nik, Nik, Nik, Nik];
const refOf = (nik: Nik) => given.house.ground.personRefs.of(nik);

let browser: Browser;
let web: GivenWeb;
/** The one device of this file: its store, its keys and its worker live in its context. */
let device: Screen;
let page: Page;

beforeAll(async () => {
  const film = await filmedFace();
  [web, browser] = await Promise.all([givenWeb(given.house), openBrowser(film.flags)]);
  device = await openScreen(browser, { takenAlong: true });
  page = device.page;
  await page.goto(`${web.origin}/masuk`);
  await page.getByLabel('Nama pengguna').fill(operator.username);
  await page.getByLabel('Kata sandi').fill(PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByRole('heading', { name: 'Pekerjaan Anda' }).waitFor();
});
afterAll(async () => {
  await device?.close();
  await browser?.close();
  await web?.close();
});
afterEach(() => {
  // A network that is cut on purpose, and a service for fingers that is not on this machine, are told on the console.
  expect(
    device.offences
      .splice(0)
      .filter((each) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION_REFUSED/.test(each)),
  ).toEqual([]);
});

async function open(path: string): Promise<void> {
  await page.goto(web.origin + path);
  await page.locator('main h1').waitFor();
}

/** Opens the recording of a person, saying why once. */
async function record(nik: Nik): Promise<void> {
  await open(`/petugas/perekaman/rekam/${refOf(nik)}`);
  await page.getByRole('button', { name: 'Buka', exact: true }).click();
}

const queue = (nik: Nik) =>
  operator.call('POST', '/v1/queue', { person: refOf(nik), officeId, day: '2018-12-11' }).then(({ status }) => {
    expect(status).toBe(200);
  });

const fromFile = (name: string, buffer: Buffer) =>
  page.getByLabel(/^Foto wajah/).setInputFiles({ name, mimeType: 'image/jpeg', buffer });

/** Templates of a body that nobody has, as files of an office; `without` fingers. */
async function fingersFromFiles(n: number, without: readonly number[] = []): Promise<void> {
  await page.keyboard.press('2');
  const templates = recordBody(bodyOf('perekaman', n), { number: n, wear: 0, without, withoutFace: true });
  const files = templates.map(({ position, bytes }) => ({
    name: `finger_${position}.fmr`,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  }));
  await page.getByLabel('Pilih berkas jari').setInputFiles(files);
  await page.getByRole('button', { name: `Pakai ${files.length} berkas` }).click();
  await page.getByText(`${files.length} dari 10 jari selesai`).first().waitFor();
}

async function sign(): Promise<void> {
  await page.keyboard.press('4');
  const sheet = page.getByRole('img', { name: /Kotak tanda tangan/ });
  await page.getByRole('button', { name: 'Pakai tanda tangan ini' }).click();
  await page.getByText('Belum ada tanda tangan').waitFor();
  const { x, y, width, height } = (await sheet.boundingBox())!;
  await page.mouse.move(x + width * 0.1, y + height / 2);
  await page.mouse.down();
  for (let part = 0.1; part < 0.8; part += 0.05)
    await page.mouse.move(x + width * part, y + height * (0.5 + 0.3 * Math.sin(part * 20)));
  await page.mouse.up();
  await page.getByRole('button', { name: 'Pakai tanda tangan ini' }).click();
  await page.getByText('Tanda tangan disimpan').waitFor();
}

interface Taken {
  readonly id: string;
  readonly officer: string;
  readonly day: string;
  readonly minutesBefore: number;
}

/** What stands at the centre, and how long before the house's time it says it was captured. */
const packetsOf = (nik: Nik) =>
  given.system((tx) =>
    many<Taken>(
      tx,
      sql`select id, officer_id as officer, recorded_on::text as day,
                 extract(epoch from received_at - captured_at)::int / 60 as "minutesBefore"
          from enrolment.packet where nik = ${nik}::bigint`,
    ),
  );

const itemsOf = (nik: Nik) =>
  given.system((tx) =>
    many<{ modality: number; position: number; quality: number | null; tries: number; exception: string | null }>(
      tx,
      sql`select modality, position, quality, tries, exception from enrolment.item where nik = ${nik}::bigint
          order by modality, position`,
    ),
  );

/** What the face's picture at the centre is. */
const faceOf = (nik: Nik, packet: string) =>
  given.system(async (tx) => {
    for await (const { bytes } of openPictures(tx, [{ nik, packet }], ({ modality }) => modality === 'face'))
      return sharp(bytes).metadata();
    return null;
  });

describe('before a recording', () => {
  test('a device that is no station keeps nothing and leads to where it becomes one', async () => {
    await open('/petugas/perekaman/rekam');
    await page.getByText('Alat ini belum terdaftar sebagai alat perekaman.').waitFor();
    await faultless(page);
    await page.getByRole('link', { name: 'Buka alat perekaman' }).click();
    const issued = await admin.call('POST', '/v1/stations/codes', { officeId, name: 'Loket 1', kind: 'fixed' });
    await page.getByLabel('Kode pendaftaran').fill(issued.body.code);
    await page.getByLabel('Kode pendaftaran').press('Enter');
    await page.getByText('Terdaftar sebagai Loket 1').waitFor();
    await open('/petugas/perekaman/rekam');
    await page.getByText('Belum ada daftar yang dibawa.').waitFor();
    await faultless(page);
    await faultless(page);
  });

  test('who may not be recorded is told why and what is right', async () => {
    await record(child);
    await page.getByText('Belum cukup umur untuk direkam.').waitFor();
    await page.getByText('Dapat direkam mulai 01-01-2034.').waitFor();
    await page.getByRole('link', { name: 'Buka datanya' }).waitFor();
    await faultless(page);
  });

  test('an NIK that nobody has is refused; somebody of another region is recorded by what he brought', async () => {
    await open('/petugas/perekaman/rekam');
    await page.getByRole('button', { name: 'Mulai merekam' }).click();
    await page.getByText('Ketik NIK dari KK atau akta.').waitFor();
    await page.getByRole('textbox', { name: 'NIK' }).fill('3175074508909777');
    await page.getByText('5 Agustus 1990').waitFor();
    await page.getByRole('textbox', { name: 'Nama' }).fill('citra contoh');
    await page.getByRole('button', { name: 'Mulai merekam' }).click();
    await page.getByText('NIK ini tidak ada dalam data kependudukan.').waitFor();
    await faultless(page);
    await page.getByRole('textbox', { name: 'NIK' }).fill(citra);
    await page.getByRole('button', { name: 'Mulai merekam' }).click();
    await page.getByRole('button', { name: 'Buka', exact: true }).click();
    await page.getByRole('heading', { name: 'CITRA CONTOH' }).waitFor();
    await page.getByText('Tercatat di wilayah lain').waitFor();
  });
});

describe('a face', () => {
  test('is guided before the camera, taken by itself when all is good for a second, and kept over a reload', async () => {
    await record(ratna);
    const byItself = page.getByLabel('Ambil sendiri setelah satu detik baik');
    await byItself.uncheck();
    await page.getByText('Hadapkan wajah ke kamera').waitFor();
    await page.getByText('Siap luring').waitFor();
    await page.getByText('Bagus, tahan sebentar').waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Satu wajah: baik' }).waitFor();
    await faultless(page);
    await byItself.check();
    await page.getByText('Foto diambil').waitFor();
    await page.getByText(/Mutu (cukup|baik)/).waitFor();
    await page.getByText('Draf tersimpan terenkripsi di alat ini.').waitFor();
    await faultless(page);
    await faultless(page);
    await page.reload();
    await page.getByRole('heading', { name: 'Sidik jari' }).waitFor();
    await page.keyboard.press('1');
    await page.getByText('1 kali dicoba').waitFor();
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(ratna);
  });

  test('from a file is looked at in the same way, and what is no picture of one face is refused by name', async () => {
    await page.getByText('Foto dari berkas').click();
    const drawn = await drawnFaces(1);
    for (const [picture, said] of [
      [Buffer.alloc(0), 'kosong'],
      [Buffer.from('teks yang bernama foto.jpg'), 'bukan gambar JPEG atau PNG'],
      [announcedPng(20_000, 10_000), 'lebih dari 40 megapiksel'],
      [drawn.subarray(0, drawn.length >> 1), 'rusak atau terpotong'],
      [await drawnWall(), 'Tidak ada wajah'],
      [await drawnFaces(2, { width: 1000 }), 'lebih dari satu wajah'],
    ] as const) {
      await fromFile('foto.jpg', picture);
      await page.getByText(said).waitFor();
    }
    await faultless(page);
    await page.getByText('1 kali dicoba').waitFor();
    await fromFile('foto.jpg', await sharp(drawn).jpeg().toBuffer());
    await page.getByText('2 kali dicoba').waitFor();
  });

  test('needs no camera: what is in the way is named, and the file stays', async () => {
    await page.addInitScript(() => {
      if (!localStorage.getItem('test.noCamera')) return;
      const faults = ['NotAllowedError', 'NotFoundError', 'NotReadableError'];
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', faults.shift() ?? 'Error'));
    });
    await page.evaluate(() => localStorage.setItem('test.noCamera', 'yes'));
    await page.reload();
    await page.evaluate(() => localStorage.removeItem('test.noCamera'));
    await page.getByRole('heading', { name: 'Sidik jari' }).waitFor();
    await page.keyboard.press('1');
    await page.getByRole('button', { name: 'Ulangi' }).click();
    await page.getByText('Kamera tidak diizinkan.').waitFor();
    await faultless(page);
    await page.getByRole('button', { name: 'Coba lagi' }).click();
    await page.getByText('Tidak ada kamera pada alat ini.').waitFor();
    await page.getByRole('button', { name: 'Coba lagi' }).click();
    await page.getByText('Kamera sedang dipakai program lain').waitFor();
    await page.getByText('Foto dari berkas').waitFor();
    await page.getByRole('button', { name: 'Kembali ke foto yang ada' }).click();
    await page.getByText('2 kali dicoba').waitFor();
  });
});

describe('a recording', () => {
  test('is signed, checked, sealed once however often one presses, sent, and stands at the centre', async () => {
    await sign();
    await faultless(page);
    await page.keyboard.press('5');
    await page.getByRole('heading', { name: '10 bagian belum ada' }).waitFor();
    await page.getByRole('button', { name: 'Segel perekaman' }).click({ force: true });
    await page.getByText('Lengkapi dahulu yang belum ada').waitFor();
    await faultless(page);
    await fingersFromFiles(1, [10]);
    await page.keyboard.press('5');
    const last = page.getByRole('region', { name: '1 bagian belum ada' });
    await last.getByText('Beri alasan').click();
    await last.getByRole('button', { name: 'Catat alasan ini' }).click();
    await page.getByText('Pilih satu alasan.').waitFor();
    await last.getByLabel(/^Tidak ada/).check();
    await last.getByRole('button', { name: 'Catat alasan ini' }).click();
    await page.getByText('1 bagian tidak direkam.').waitFor();
    await faultless(page);
    await faultless(page);
    await page.getByRole('button', { name: 'Segel perekaman' }).dblclick();
    await page.getByRole('status').getByText('Terkirim ke pusat').waitFor();
    await faultless(page);
    const [packet, ...others] = await packetsOf(ratna);
    expect(others).toEqual([]);
    expect(packet).toMatchObject({ officer: operator.officerId, day: '2018-12-11' });
    expect(Math.abs(packet!.minutesBefore)).toBeLessThan(10);
    const items = await itemsOf(ratna);
    expect(items).toHaveLength(12);
    expect(items[0]).toMatchObject({ modality: 1, tries: 2, exception: null });
    expect(items[10]).toMatchObject({ modality: 2, position: 10, exception: 'missing', quality: null });
    expect(items.slice(1, 10).every(({ quality }) => quality !== null)).toBe(true);
    expect(await faceOf(ratna, packet!.id)).toMatchObject({ format: 'jpeg', width: 480, height: 640 });
  });

  test('leaves no draft, is not made twice, and the next number is one press away', async () => {
    await queue(eka);
    await page.getByRole('button', { name: 'Panggil nomor berikutnya' }).click();
    await page.getByRole('button', { name: 'Buka', exact: true }).click();
    await page.getByRole('heading', { name: 'EKA CONTOH' }).waitFor();
    await open(`/petugas/perekaman/rekam/${refOf(ratna)}`);
    await page.getByText('Orang ini sudah direkam; perekamannya sedang diproses.').waitFor();
    await faultless(page);
    await open('/petugas/perekaman/rekam');
    await page.getByRole('heading', { name: 'Dengan NIK' }).waitFor();
    expect(await page.getByText('Perekaman yang belum disegel').count()).toBe(0);
  });

  test('works without a network from the list taken along, by a NIK that is typed, and is sent when there is one again', async () => {
    await queue(budi);
    await open('/petugas/perekaman');
    await page.getByText('Bawa daftar ini', { exact: true }).first().click();
    await page.getByRole('button', { name: 'Bawa daftar ini' }).click();
    await page.getByText(/orang tersimpan di perangkat ini/).waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
    await device.context.setOffline(true);

    await open('/petugas/perekaman/rekam');
    await page.getByText('Tanpa jaringan NIK tidak dapat diperiksa.').waitFor();
    await faultless(page);
    await page.getByRole('textbox', { name: 'NIK' }).fill(citra);
    await page.getByRole('textbox', { name: 'Nama' }).fill('citra contoh');
    await page.getByRole('button', { name: 'Mulai merekam' }).click();
    await page.getByRole('button', { name: 'Rekam dengan NIK ini' }).click();
    await page.getByText('NIK diketik, belum diperiksa').waitFor();
    await page.getByRole('button', { name: 'Batalkan perekaman' }).click();
    await page.getByRole('button', { name: 'Ya, hapus' }).click();
    await page.getByText('Tidak ada yang tersimpan di alat ini.').waitFor();

    await open('/petugas/perekaman/rekam');
    await page.getByRole('button', { name: /BUDI CONTOH/ }).click();
    await page.getByRole('button', { name: 'Buka', exact: true }).click();
    await page.getByText('Dari daftar bawaan').waitFor();
    await page.getByText('Foto diambil').waitFor();
    await page.keyboard.press('Enter');
    await fingersFromFiles(2);
    await page.getByRole('button', { name: 'Lanjut ke iris mata' }).click();
    await page.getByRole('button', { name: 'Lanjut ke tanda tangan' }).click();
    await page.getByText('Tidak dapat menandatangani').click();
    await page.getByLabel('Luka atau diperban').check();
    await page.getByRole('button', { name: 'Catat alasan ini' }).click();
    await page.getByRole('button', { name: 'Lanjut memeriksa' }).click();
    await page.getByRole('button', { name: 'Segel perekaman' }).click();
    await page.getByText('Tersegel, menunggu dikirim').waitFor();
    await faultless(page);
    // Loaded again, the page knows that he is recorded here, and does not begin anew.
    await page.reload();
    await page.getByRole('link', { name: /menunggu dikirim/ }).waitFor();
    await page.getByText('Tersegel, menunggu dikirim').waitFor();
    expect(await packetsOf(budi)).toHaveLength(0);
    await device.context.setOffline(false);
    await expect.poll(async () => (await packetsOf(budi)).length).toBe(1);
    expect(await packetsOf(citra)).toHaveLength(0);
  });
});
