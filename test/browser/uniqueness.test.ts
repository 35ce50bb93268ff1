import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { asCivilDate } from '../../src/core/time/index.ts';
import { givenEnrolment } from '../../src/recording/enrolment/given-enrolment.ts';
import { givenPair, type GivenPair } from '../../src/recording/uniqueness/given-pair.ts';
import { bodyOf, recordBody } from '../../src/simulation/body/index.ts';
import { PASSWORD, type Caller } from '../given/serving.ts';
import { openBrowser } from './browser.ts';
import { givenWeb, type GivenWeb } from './given-web.ts';
import { faultless, openScreen, type Screen } from './screen.ts';

const given = await givenEnrolment();
const sequencer = given.house.startSequencer((fault) => {
  throw fault;
});
afterAll(() => sequencer.stop());

type Officer = Caller & { username: string };
let browser: Browser;
let web: GivenWeb;
let screens: Screen[] = [];
/** At the office in Jakarta Timur: three who judge, one of them at its head, and the counter. */
let ratna: Officer;
let bagus: Officer;
let head: Officer;
let counter: Officer;
const windows = new Map<string, Screen>();

beforeAll(async () => {
  const { officeId } = given;
  ratna = await given.officer({ role: 'verifier', officeId, username: 'ratna' });
  bagus = await given.officer({ role: 'section_head', officeId, username: 'bagus' });
  head = await given.officer({ role: 'office_head', officeId, username: 'kepala' });
  counter = await given.officer({ role: 'operator', officeId, username: 'loket' });
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
  windows.clear();
  expect(offences).toEqual([]);
});

/** A window of the officer's own, one a test. */
async function open(who: Officer, path: string): Promise<Page> {
  let screen = windows.get(who.username);
  if (!screen) {
    screen = await openScreen(browser);
    screens.push(screen);
    windows.set(who.username, screen);
    const answer = await screen.context.request.post(`${web.origin}/v1/session`, {
      data: { username: who.username, password: PASSWORD },
    });
    expect(answer.status()).toBe(200);
  }
  await screen.page.goto(web.origin + path);
  await screen.page.getByRole('heading', { level: 1 }).waitFor();
  return screen.page;
}

let bodies = 500;
const pairOf = (name: string, later: Parameters<typeof givenPair>[3] = {}): Promise<GivenPair> =>
  givenPair(
    given,
    bodies++,
    { name: `${name} CONTOH AWAL`, birthDate: asCivilDate('1977-02-03') },
    { name: `${name} CONTOH AKHIR`, birthDate: asCivilDate('1977-03-02'), address: 'GANG CONTOH 9', ...later },
  );
const say = (who: Caller, { id }: GivenPair, verdict: string) =>
  who.call('POST', `/v1/adjudications/${id}/opinions`, { verdict, reasons: ['fingers_same'] });

async function speak(page: Page, verdict: string, reason: string): Promise<void> {
  await page.getByRole('radio', { name: verdict }).check();
  await page.getByRole('checkbox', { name: reason, exact: true }).check();
  await page.getByRole('button', { name: 'Kirim pendapat' }).dblclick();
}

// One story in order: each part goes on where the one before ended.
describe('a pair', () => {
  let pair: GivenPair;
  beforeAll(async () => {
    pair = await pairOf('DEWI');
  });
  const at = () => `/petugas/ketunggalan/${pair.id}`;

  test('is found at home and in the list, and looked at finger by finger, each opened on purpose', async () => {
    const page = await open(ratna, '/petugas');
    await page.getByText('Dua rekaman mungkin satu tubuh').waitFor();
    await page.goto(`${web.origin}/petugas/ketunggalan`);
    await page.getByRole('button', { name: /DEWI CONTOH AKHIR dan DEWI CONTOH AWAL/ }).waitFor();
    await faultless(page);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'DEWI CONTOH AKHIR dan DEWI CONTOH AWAL', level: 1 }).waitFor();
    const looks: string[] = [];
    page.on('request', (request) => {
      if (/images|minutiae/.test(request.url())) looks.push(request.url());
    });
    await page.getByRole('row', { name: /Tanggal lahir .* Berbeda/ }).waitFor();
    await page.getByRole('row', { name: /Tempat lahir .* sama/ }).waitFor();
    expect(looks).toEqual([]);
    expect(await page.getByText(/\d[,.]\d+ ?%|llr|skor/i).count()).toBe(0);
    await page.getByRole('button', { name: /Telunjuk kanan/ }).click();
    await page.getByRole('button', { name: 'Buka di kedua sisi (tercatat)' }).click();
    await page.getByRole('img', { name: /Telunjuk kanan, Rekaman yang kemudian/ }).waitFor();
    await page.getByRole('img', { name: /Telunjuk kanan, Rekaman yang terdahulu/ }).waitFor();
    // Both templates in one look, and the one picture that was kept.
    expect(looks).toHaveLength(2);
    await page.getByText('semua pasangan terlihat').waitFor();
    const numbers = page.locator('.two-sides svg text');
    expect(await numbers.count()).toBeGreaterThan(10);
    await page.keyboard.press('n');
    await page.keyboard.press('n');
    await page.getByText('pasangan 2 terlihat').waitFor();
    expect(await numbers.allTextContents()).toEqual(['2', '2']);
    await page.keyboard.press('p');
    await page.keyboard.press('p');
    await page.getByText('semua pasangan terlihat').waitFor();
    await page.locator('.two-sides svg g.choosable').first().click();
    await expect.poll(() => numbers.count()).toBe(2);
    await page.getByRole('button', { name: 'Tampilkan semua' }).click();
    await page.getByText('semua pasangan terlihat').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: 'Jari tengah kanan' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('+');
    await page.getByText('diperbesar 2 kali').waitFor();
    await page.getByRole('button', { name: /Buka semua jari/ }).click();
    await page.getByText('Semua jari sudah dibuka').waitFor();
    await expect.poll(() => page.locator('.small-looks svg').count()).toBe(20);
    expect(looks).toHaveLength(20);
    await faultless(page);
  });

  test('is judged by two officers, neither of whom sees what the other said', async () => {
    const [mine, other] = [await open(ratna, at()), await open(bagus, at())];
    await mine.getByRole('button', { name: 'Kirim pendapat' }).click();
    await mine.getByText('2 isian perlu diperbaiki').waitFor();
    await faultless(mine);
    await mine.getByRole('radio', { name: 'Satu tubuh' }).check();
    await mine.getByRole('checkbox', { name: 'Lainnya (lihat catatan)' }).check();
    await mine.getByRole('button', { name: 'Kirim pendapat' }).click();
    await mine.getByText('Catatan: Tuliskan alasan lainnya.').waitFor();
    await mine.getByRole('textbox', { name: 'Catatan' }).fill('saya kenal tandanya');
    await mine.getByRole('button', { name: 'Kirim pendapat' }).click();
    await mine.getByText('Pendapat tersimpan. Petugas lain melanjutkan.').waitFor();
    await mine.getByText('saya kenal tandanya').waitFor();
    await mine.getByText('Anda sudah memberi pendapat atas pasangan ini.').waitFor();
    await other.reload();
    await other.getByText('Anda tidak melihat pendapat petugas lain').waitFor();
    expect(await other.getByText(/saya kenal tandanya|Pendapat semua|Petugas ratna/).count()).toBe(0);
    await other.goto(`${web.origin}/petugas/ketunggalan`);
    await other.getByRole('button', { name: /DEWI .* Menunggu Anda/ }).waitFor();
    await mine.goto(`${web.origin}/petugas/ketunggalan`);
    await mine.getByRole('button', { name: /DEWI .* Anda sudah berpendapat/ }).waitFor();
    await other.goto(web.origin + at());
    await speak(other, 'Dua tubuh', 'Biodata berbeda');
    await other.getByText('Dua pendapat berbeda, menunggu petugas ketiga').waitFor();
    expect(await other.getByText('saya kenal tandanya').count()).toBe(0);
  });

  test('goes to a third where they differ, and is then shown whole; the way out becomes a proposal and a letter', async () => {
    const page = await open(head, at());
    await page.getByText('Dua petugas sudah berpendapat dan berbeda.').waitFor();
    expect(await page.getByText('saya kenal tandanya').count()).toBe(0);
    await speak(page, 'Satu tubuh', 'Jari sama');
    await page.getByRole('heading', { name: 'Keputusan', exact: true }).waitFor();
    await page.getByText('saya kenal tandanya').waitFor();
    await page.getByText(/Petugas bagus, /).waitFor();
    await page.getByRole('radio', { name: 'Penggabungan data' }).check();
    await page.getByRole('button', { name: 'Tetapkan jalan keluar' }).click();
    await page.getByText('3 isian perlu diperbaiki').waitFor();
    await page.getByRole('radio', { name: /DEWI CONTOH AWAL/ }).check();
    await page.getByLabel('Dasar hukum').fill('UU 24/2013 pasal 63');
    await page.getByRole('textbox', { name: 'Catatan' }).fill('satu orang dengan dua NIK');
    await faultless(page);
    await page.getByRole('button', { name: 'Tetapkan jalan keluar' }).dblclick();
    await page.getByRole('link', { name: 'Buka usulnya' }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Cetak surat untuk DEWI CONTOH AKHIR' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('surat-ketunggalan.pdf');
    await page.getByText('sudah dicetak').first().waitFor();
    await page.getByText('Surat dicetak: rekaman yang kemudian').waitFor();
    await faultless(page);
  });

  test('is taken up again with everything listed that is taken back', async () => {
    const page = await open(head, at());
    await page.getByText('Putuskan ulang', { exact: true }).first().click();
    await page.getByText('Usul penggabungan: ditarik, tidak dapat lagi disetujui.').waitFor();
    await page.getByText('Surat untuk rekaman yang kemudian: ditarik.').waitFor();
    await page.getByLabel('Alasan').fill('foto tertukar');
    await faultless(page);
    await page.getByRole('button', { name: 'Putuskan ulang' }).click();
    await page.getByText(/putaran 2/).waitFor();
    await page.getByText('Anda sudah memberi pendapat atas pasangan ini.').waitFor();
    expect(await page.getByText('foto tertukar').count()).toBe(0);
  });
});

test('an objection that was received at the counter is answered by an officer who had no part in the decision', async () => {
  const pair = await pairOf('RUDI');
  await say(ratna, pair, 'same_body');
  await say(bagus, pair, 'same_body');
  await head.call('POST', `/v1/adjudications/${pair.id}/way`, { way: 'move', note: 'pindah tanpa surat pindah' });
  const desk = await open(counter, `/petugas/penduduk/${given.ref(pair.later.nik)}?bagian=perekaman`);
  await desk.getByRole('radio', { name: 'Pemeriksaan data ganda' }).check();
  await desk.getByRole('button', { name: 'Buka' }).click();
  await desk.getByRole('heading', { name: 'Yang perlu dilakukan warga sekarang' }).waitFor();
  await desk.getByText(/^Ajukan kepindahan di kantor Dukcapil/).waitFor();
  expect(await desk.getByText('RUDI CONTOH AWAL').count()).toBe(0);
  await desk.getByText('Terima keberatan').first().click();
  await desk.getByRole('button', { name: 'Terima keberatan' }).click();
  await desk.getByText('1 isian perlu diperbaiki').waitFor();
  await desk.getByLabel('Keberatan dengan kata-kata warga').fill('Saya dan dia dua orang yang berbeda.');
  await faultless(desk);
  await desk.getByLabel('Diterima pada').fill('12-12-2018');
  await desk.getByRole('button', { name: 'Terima keberatan' }).click();
  await desk.getByText('Tanggal ini belum tiba.').first().waitFor();
  await desk.getByLabel('Diterima pada').fill('11-12-2018');
  await desk.getByRole('button', { name: 'Terima keberatan' }).click();
  await desk.getByText('Keberatan diterima 11 Desember 2018, menunggu jawaban.').waitFor();
  const judge = await open(ratna, `/petugas/ketunggalan/${pair.id}`);
  await judge.getByText('Anda ikut memutuskan pasangan ini. Petugas lain yang menjawab.').waitFor();
  const page = await open(head, '/petugas/ketunggalan?daftar=objection');
  await page.getByRole('button', { name: /RUDI .* Jawab keberatan/ }).click();
  await page.getByText('Saya dan dia dua orang yang berbeda.').waitFor();
  await page.getByRole('button', { name: 'Jawab keberatan' }).click();
  await page.getByText('2 isian perlu diperbaiki').waitFor();
  await page.getByRole('radio', { name: 'Kabulkan' }).check();
  await page.getByLabel('Jawaban').fill('Diperiksa ulang oleh petugas lain.');
  await faultless(page);
  await page.getByRole('button', { name: 'Jawab keberatan' }).click();
  await page.getByText('Dikabulkan', { exact: true }).waitFor();
  await page.getByText(/putaran 2/).waitFor();
  await page.getByRole('button', { name: 'Kirim pendapat' }).waitFor();
});

test('a search by order of a court is proposed by one, approved by another, opened for a purpose, and counted in public', async () => {
  const [one, two] = [
    await given.officer({ role: 'ministry_officer', username: 'satker1' }),
    await given.officer({ role: 'ministry_officer', username: 'satker2' }),
  ];
  await pairOf('YUNI');
  const templates = recordBody(bodyOf('pair', bodies - 1), { number: 5, wear: 0.1 }).filter(
    ({ modality }) => modality === 'finger',
  );
  const page = await open(one, '/petugas/ketunggalan/perintah-pengadilan');
  await page.getByText('Belum ada pencarian yang dijalankan.').waitFor();
  await faultless(page);
  await page.getByRole('link', { name: 'Usulkan pencarian' }).click();
  await page.getByRole('button', { name: 'Usulkan pencarian' }).click();
  await page.getByText('5 isian perlu diperbaiki').waitFor();
  await page.getByLabel('Pengadilan').fill('PN Contoh Jakarta Timur');
  await page.getByLabel('Nomor perintah').fill('12/Pen/2018');
  await page.getByLabel('Tanggal perintah').fill('10-12-2018');
  await page.getByLabel('Berlaku sampai').fill('31-12-2018');
  for (const { position, bytes } of templates.slice(0, 4)) {
    const name = `jari-${position}.fmr`;
    const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByLabel(`Jari untuk ${name}`).selectOption(String(position));
  }
  await faultless(page);
  await page.getByRole('button', { name: 'Usulkan pencarian' }).dblclick();
  await page.getByRole('heading', { name: /Cari tubuh atas perintah PN Contoh Jakarta Timur/ }).waitFor();
  await page.getByText('Ini usul Anda sendiri.').waitFor();

  // Not before: a pair is searched for by the test itself.
  const workers = await given.house.startWorkers(1);
  const second = await open(two, new URL(page.url()).pathname);
  await second.getByLabel('Kata sandi Anda').fill(PASSWORD);
  await second.getByRole('button', { name: 'Setujui dan jalankan' }).click();
  await second.getByText('Disetujui dan dijalankan').first().waitFor();
  await second.goto(`${web.origin}/petugas/ketunggalan/perintah-pengadilan`);
  await second.getByRole('row', { name: /12\/Pen\/2018 .* Sudah dijalankan/ }).waitFor();
  await workers.stop();
  await second.getByText('1 pencarian dijalankan.').waitFor();
  await second.getByRole('link', { name: 'Buka perintah 12/Pen/2018' }).click();
  await second.getByRole('radio', { name: /Penegakan hukum/ }).check();
  await second.getByRole('button', { name: 'Buka' }).click();
  await second.getByRole('row', { name: /YUNI CONTOH AWAL/ }).waitFor();
  await faultless(second);
});

test('the ministry publishes the statement with its counts, once for a button pressed twice, and it stands in public', async () => {
  const officer = await given.officer({ role: 'ministry_officer', username: 'humas' });
  const page = await open(officer, '/petugas/keterangan');
  await page.getByText('Belum ada yang diterbitkan').waitFor();
  await page.getByRole('row', { name: /Pencarian tubuh atas perintah pengadilan/ }).waitFor();
  await faultless(page);
  await page.getByRole('button', { name: 'Terbitkan angka ini sekarang' }).dblclick();
  await page.getByText('Keterangan diterbitkan').waitFor();
  const published = page.getByRole('region', { name: 'Yang pernah diterbitkan' });
  await published.getByRole('row').nth(1).waitFor();
  expect(await published.getByRole('row').count()).toBe(2);
  await faultless(page);
  const { body } = await given.anybody.call('GET', '/v1/statement/publications');
  expect(body.publications).toHaveLength(1);
});
