import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { staffHeaders } from '../../src/core/http/web.ts';
import { announcedPng } from '../../src/recording/biometric/face/given-picture.ts';
import { CAPTURE_META } from '../../src/recording/enrolment/capture-service/contract.ts';
import { givenTemplate } from '../../src/recording/enrolment/given-station.ts';
import { openSimulator, type Simulator } from '../../src/simulation/index.ts';
import { openBrowser } from './browser.ts';
import { buildGallery } from './gallery/bundle.ts';
import { faultlessHere, openScreen, type Screen, type ScreenGiven } from './screen.ts';

/** Where nobody listens. */
const NOBODY = 'http://127.0.0.1:65533';

let browser: Browser;
let app: FastifyInstance;
let origin: string;
let simulator: Simulator;
let screens: Screen[] = [];

beforeAll(async () => {
  const [root, opened] = await Promise.all([buildGallery(), openBrowser()]);
  browser = opened;
  app = Fastify();
  // As the staff pages are served, with the policy that names the service.
  await app.register(fastifyStatic, {
    root,
    prefix: '/gallery/',
    setHeaders: (reply) => void reply.headers(staffHeaders({ [CAPTURE_META]: simulator.address, nobody: NOBODY })),
  });
  origin = await app.listen({ host: '127.0.0.1', port: 0 });
  simulator = await openSimulator({ seed: 'uji', person: 3, origins: [origin], port: 0, paceMs: 40 });
});
afterAll(async () => {
  await browser?.close();
  await simulator?.close();
  await app?.close();
});
afterEach(async () => {
  // That nobody listens the browser says on the console; the page must say it too.
  const offences = screens.flatMap((screen) => screen.offences).filter((text) => !text.includes('ERR_CONNECTION'));
  await Promise.all(screens.map((screen) => screen.close()));
  screens = [];
  await stage({ act: 'set', manner: 'still', wear: '0' });
  expect(offences).toEqual([]);
});

/** What somebody does in the simulator's own window. */
async function stage(form: Record<string, string>): Promise<void> {
  const body = new URLSearchParams(form);
  const answer = await fetch(simulator.address, {
    method: 'POST',
    body,
    headers: { origin: simulator.address },
    redirect: 'manual',
  });
  expect(answer.status).toBe(303);
}

async function open(how: ScreenGiven = {}, service = simulator.address): Promise<Page> {
  const screen = await openScreen(browser, how);
  screens.push(screen);
  const language = how.language ?? 'id';
  const query = new URLSearchParams({ bagian: 'perekaman', layanan: service, bahasa: language });
  await screen.page.goto(`${origin}/gallery/?${query}`);
  await screen.page.getByRole('heading', { level: 1 }).waitFor();
  return screen.page;
}

async function paired(how: ScreenGiven = {}): Promise<Page> {
  const page = await open(how);
  await page.getByLabel('Kode pasangan').first().fill(simulator.code());
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Empat jari kanan 0/4' }).waitFor();
  await page.getByRole('button', { name: 'Rekam kedua iris' }).waitFor();
  return page;
}

const press = async (page: Page, name: string | RegExp) => {
  const button = page.getByRole('button', { name }).first();
  await button.focus();
  await page.keyboard.press('Enter');
};
const packed = async (page: Page) => ((await page.textContent('#packed')) ?? '').split('\n').filter(Boolean);
const files = (page: Page, chosen: readonly (readonly [name: string, bytes: Uint8Array, ...unknown[]])[]) =>
  page
    .locator('.finger-files input[type=file]')
    .setInputFiles(
      chosen.map(([name, bytes]) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })),
    );
const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#999' } })
    .png()
    .toBuffer();

describe('the service on the station', () => {
  test('that is not there is said, with what to do; files can be used all the same', async () => {
    const page = await open({}, NOBODY);
    await page.getByText('Tidak ada layanan alat yang menjawab di komputer ini').first().waitFor();
    expect(await page.textContent('.fingers')).toContain(origin);
    expect(await page.getByRole('button', { name: 'Empat jari kanan' }).count()).toBe(0);
    await files(page, [['kanan-telunjuk.fmr', givenTemplate('x', 2)]]);
    await press(page, 'Pakai 1 berkas');
    await page.getByText('1 dari 10 jari selesai').first().waitFor();
    await faultlessHere(page);
  });

  test('is paired once with the code that it shows; a wrong one is said beside the field', async () => {
    const page = await open();
    const code = page.getByLabel('Kode pasangan').first();
    await code.fill('12 34');
    await page.keyboard.press('Enter');
    await page.getByText('Kode terdiri atas delapan angka.').waitFor();
    await code.fill(simulator.code() === '12345678' ? '87654321' : '1234 5678');
    await page.keyboard.press('Enter');
    await page.getByText('Kode ini bukan kode yang tampil').waitFor();
    await faultlessHere(page);
    await code.fill(`${simulator.code().slice(0, 4)} ${simulator.code().slice(4)}`);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Empat jari kanan 0/4' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Empat jari kanan 0/4' }).waitFor();
    await page.getByText('Simulasi: tidak ada tubuh sungguhan yang direkam.').first().waitFor();
  });
});

describe('fingers from the device', () => {
  test('all ten by keyboard alone: two slaps, the thumbs, and a reason for the one that is missing', async () => {
    const page = await paired();
    await stage({ act: 'set', missing: '3' });
    await press(page, 'Empat jari kanan 0/4');
    await page.getByText('TEMPELKAN EMPAT JARI TANGAN KANAN').waitFor();
    await page.getByText('Tidak terlihat alat: jari tengah kanan.').waitFor();
    await press(page, 'Empat jari kiri 0/4');
    await page.getByText('TEMPELKAN EMPAT JARI TANGAN KIRI').waitFor();
    await page.getByRole('button', { name: 'Empat jari kiri 4/4' }).waitFor();
    await press(page, 'Kedua jempol 0/2');
    await page.getByRole('button', { name: 'Kedua jempol 2/2' }).waitFor();
    await press(page, /^Jari tengah kanan, belum/);
    await page.getByText('Jari tengah kanan tidak dapat direkam').focus();
    await page.keyboard.press('Enter');
    await press(page, 'Catat alasan');
    await page.getByText('Pilih alasannya dahulu.').waitFor();
    await page.getByLabel('Alasan').first().selectOption({ label: 'Tidak ada (amputasi atau bawaan)' });
    await press(page, 'Catat alasan');
    await page.getByText('10 dari 10 jari selesai').first().waitFor();
    const items = await packed(page);
    expect(items).toHaveLength(19);
    expect(items).toContain('finger:3 missing 1 false');
    expect(items.filter((line) => line.includes('iso-19794-2:2005'))).toHaveLength(9);
    await press(page, /^Telunjuk kanan, baik/);
    expect(await page.getByRole('img', { name: /^Telunjuk kanan: \d+ minutiae/ }).count()).toBe(1);
  });

  test('leave out of a slap what has a reason, say so, and can be cancelled without a change', async () => {
    const page = await paired();
    await page.getByRole('button', { name: /^Jari tengah kanan, belum/ }).click();
    await page.getByText('Jari tengah kanan tidak dapat direkam').click();
    await page.getByLabel('Alasan').first().selectOption('injured');
    await press(page, 'Catat alasan');
    await stage({ act: 'set', manner: 'nothing' });
    await press(page, 'Empat jari kanan 1/4');
    await page.getByText('TEMPELKAN TELUNJUK KANAN, JARI MANIS KANAN, DAN KELINGKING KANAN').waitFor();
    await page.getByText('Tanpa jari tengah kanan: alasannya sudah dicatat.').waitFor();
    await press(page, 'Batalkan');
    await expect.poll(() => page.getByText('TEMPELKAN').count()).toBe(0);
    expect(await packed(page)).toEqual(['finger:3 injured 1 false']);
  });

  test('count every try, keep the better of two, and say what to do with a poor one', async () => {
    const page = await paired();
    await press(page, /^Telunjuk kanan, belum/);
    await stage({ act: 'set', manner: 'lifts' });
    await press(page, 'Rekam telunjuk kanan');
    await page.getByText('Diangkat terlalu cepat').waitFor();
    await stage({ act: 'set', manner: 'still', wear: '1' });
    await press(page, 'Coba lagi');
    await page.getByRole('button', { name: /^Telunjuk kanan, (cukup|kurang), \d\d dari 100/ }).waitFor();
    await page.getByText(/Rekam ulang: bersihkan kaca|rekam sekali lagi/).waitFor();
    expect(await packed(page)).toContain('finger:2 iso-19794-2:2005 2 true');
    await stage({ act: 'set', wear: '0' });
    await press(page, 'Rekam ulang telunjuk kanan');
    await page.getByRole('button', { name: /^Telunjuk kanan, baik, \d\d dari 100/ }).waitFor();
    await stage({ act: 'set', wear: '1' });
    await press(page, 'Rekam ulang telunjuk kanan');
    await page.getByText('Hasil sebelumnya lebih baik dan dipertahankan: telunjuk kanan.').waitFor();
    await page.getByText('4 kali').waitFor();
    await page.getByRole('button', { name: /^Telunjuk kanan, baik/ }).waitFor();
  });

  test('of a device that is unplugged in the middle are kept; the page sees by itself that it is back', async () => {
    const page = await paired();
    await press(page, 'Kedua jempol 0/2');
    await page.getByRole('button', { name: 'Kedua jempol 2/2' }).waitFor();
    await stage({ act: 'set', manner: 'nothing' });
    await press(page, 'Empat jari kiri 0/4');
    await page.getByText('TEMPELKAN EMPAT JARI TANGAN KIRI').waitFor();
    await stage({ act: 'set', manner: 'nothing', unplugged: 'finger' });
    await page.getByText('Pasang kembali kabelnya').waitFor();
    expect(await page.getByRole('button', { name: 'Empat jari kiri' }).count()).toBe(0);
    expect(await packed(page)).toHaveLength(4);
    await faultlessHere(page);
    await stage({ act: 'set', manner: 'still' });
    await press(page, 'Empat jari kiri 0/4');
    await page.getByRole('button', { name: 'Empat jari kiri 4/4' }).waitFor();
  });
});

describe('fingers from files', () => {
  test('every faulty one is refused in words, beside the finger that it is for', async () => {
    const page = await paired();
    const lying = givenTemplate('x', 2);
    lying.writeUInt32BE(lying.length + 6, 8);
    const many = Buffer.concat([givenTemplate('x', 4, 255).subarray(0, -2), Buffer.alloc(45 * 6, 1), Buffer.alloc(2)]);
    many.writeUInt32BE(many.length, 8);
    many[27] = 300 & 255;
    const whole = await blank(300, 300);
    const given = [
      ['kanan-telunjuk.fmr', lying, 'Templat terpotong'],
      ['right_ring.fmr', many, 'Templat memuat lebih dari 255 minutiae'],
      ['finger_5.fmr', givenTemplate('x', 5, 0), 'Templat tidak memuat satu minutia pun'],
      ['6.png', announcedPng(20_000, 10_000), 'Gambar terlalu besar'],
      ['jari-7.png', Buffer.alloc(0), 'Berkas ini kosong (0 byte)'],
      ['kiri-tengah.pdf', Buffer.from('%PDF-1.7'), 'bukan templat ISO/IEC 19794-2 dan bukan gambar'],
      ['left_ring.png', whole.subarray(0, 60), 'Berkas bukan gambar'],
      ['entah.png', whole, 'Pilih jarinya'],
    ] as const;
    await files(page, given);
    await page.getByRole('cell', { name: /Berkas bukan gambar/ }).waitFor();
    for (const [name, , why] of given) {
      const row = page.getByRole('row', { name: new RegExp(name.replaceAll('.', '\\.')) });
      expect(await row.textContent(), name).toContain(why);
    }
    await page.getByRole('button', { name: /^Telunjuk kanan, berkas ditolak/ }).click();
    await page.locator('.finger-detail').getByText('Templat terpotong').waitFor();
    expect(await page.getByRole('button', { name: 'Belum ada yang dapat dipakai' }).count()).toBe(1);
    expect(await packed(page)).toEqual([]);
    await faultlessHere(page);
  });

  test('are matched by name, corrected in the table, and joined: a template and its picture are one finger', async () => {
    const page = await paired();
    const picture = await blank(400, 500);
    await files(page, [
      ['kanan-telunjuk.fmr', givenTemplate('x', 2)],
      ['kanan-telunjuk.png', picture],
      ['rekaman.png', picture],
      ['left_thumb.fmr', givenTemplate('x', 7)],
      ['7.fmr', givenTemplate('y', 7)],
    ]);
    await page.getByText('Nama berkas menyebut Jempol kiri, templatnya Telunjuk kiri.').waitFor();
    await page.getByText('Sudah ada berkas sejenis untuk jari ini').waitFor();
    await page.getByLabel('Jari dari rekaman.png').selectOption({ label: 'Jempol kanan' });
    await page.getByLabel('Jari dari kanan-telunjuk.fmr').selectOption({ label: 'Jempol kanan' });
    await page.getByText('Diserahkan sebagai jari 1, tetapi templatnya jari 2.').waitFor();
    await page.getByLabel('Jari dari kanan-telunjuk.fmr').selectOption({ label: 'Telunjuk kanan' });
    await press(page, 'Pakai 4 berkas');
    await page.getByText('3 dari 10 jari selesai').first().waitFor();
    await page.getByRole('button', { name: 'Buang 7.fmr dari daftar' }).click();
    expect(await packed(page)).toEqual([
      'finger:2 iso-19794-2:2005 1 true',
      'finger:2 image/png 1 true',
      'finger:1 image/png 1 true',
      'finger:7 iso-19794-2:2005 1 true',
    ]);
    await files(page, [['2.png', picture]]);
    await page.getByText('Jari ini sudah punya templat dengan gambarnya.').waitFor();
    await page.getByRole('button', { name: 'Buang 2.png dari daftar' }).click();
    await files(page, [['2.fmr', givenTemplate('x', 2, 11)]]);
    await press(page, 'Pakai 1 berkas');
    await page.getByRole('button', { name: /^Telunjuk kanan, kurang/ }).click();
    await page.getByText('Hanya 11 minutiae: terlalu sedikit untuk dibandingkan.').waitFor();
    await page.getByRole('button', { name: /^Jempol kanan, gambar saja/ }).click();
    await page.getByText('Gambar saja belum dapat dibandingkan').waitFor();
    await press(page, 'Hapus hasil');
    await page.getByText('2 dari 10 jari selesai').first().waitFor();
  });
});

test('irises come from the device or a picture, or have a reason; what is no picture is refused', async () => {
  const page = await paired();
  await press(page, 'Rekam kedua iris 0/2');
  await page.getByText('TATAP KAMERA DENGAN KEDUA MATA').waitFor();
  await page.getByText('2 dari 2 iris selesai').waitFor();
  const right = page.getByRole('region', { name: 'Iris kanan' });
  await right.locator('img').waitFor();
  await right
    .locator('input[type=file]')
    .setInputFiles({ name: 'mata.png', mimeType: 'image/png', buffer: announcedPng(20_000, 10_000) });
  await right.getByText('Iris kanan: Gambar terlalu besar').waitFor();
  await right
    .locator('input[type=file]')
    .setInputFiles({ name: 'mata.png', mimeType: 'image/png', buffer: await blank(640, 480) });
  await right.getByText('belum dinilai').waitFor();
  const left = page.getByRole('region', { name: 'Iris kiri' });
  await left.getByRole('button', { name: 'Hapus hasil' }).click();
  await left.getByText('Iris kiri tidak dapat direkam').click();
  await left.getByLabel('Alasan').selectOption('injured');
  await left.getByRole('button', { name: 'Catat alasan' }).click();
  await expect.poll(() => packed(page)).toEqual(['iris:1 image/png 2 true', 'iris:2 injured 1 false']);
  await faultlessHere(page);
});

test.each([
  { width: 390, dark: true, language: 'id' as const },
  { width: 1280, dark: true, language: 'en' as const },
])('the parts stay inside the window and are faultless ($width, dark, $language)', async (view) => {
  const page = await open(view);
  await page.locator('.pairing input').first().fill(simulator.code());
  await page.keyboard.press('Enter');
  await page.locator('.fingers > .row button').first().click();
  await page.locator('.place.done').nth(3).waitFor();
  await page.locator('.place.done').first().click();
  await page.locator('.finger-picture').waitFor();
  await stage({ act: 'set', manner: 'nothing' });
  await page.locator('.fingers > .row button').nth(1).click();
  await page.locator('.capture-now').waitFor();
  await faultlessHere(page);
});

test('the simulator’s own window is faultless, and acts out trouble', async () => {
  const screen = await openScreen(browser, { width: 390 });
  screens.push(screen);
  const { page } = screen;
  await page.goto(simulator.address);
  await faultlessHere(page);
  await page.getByLabel('mengangkat terlalu cepat / lifts too early').check();
  await page.getByLabel('kamera iris / iris camera').check();
  await page.getByRole('button', { name: 'Terapkan / Apply' }).last().click();
  expect(await page.getByLabel('mengangkat terlalu cepat / lifts too early').isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Orang berikutnya / Next person' }).click();
  expect(await page.getByLabel('Orang nomor / Person number').inputValue()).toBe('4');
  expect(await page.getByLabel('diam di tempat / holds still').isChecked()).toBe(true);
});
