import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { givenCitizens } from '../../src/sharing/citizen/given-citizen.ts';
import { about } from '../../src/sharing/verification/given-partner.ts';
import { systemActor } from '../../src/core/access/index.ts';
import { many, sql } from '../../src/core/db/index.ts';
import { asCivilDate } from '../../src/core/time/index.ts';
import { release } from '../../src/sharing/voter/extract/release.ts';
import { makeExtract } from '../../src/sharing/voter/index.ts';
import { publicOf, thumbprintOf } from '../../src/sharing/voter/seal/commission-key.ts';
import { readProof, verifyProof } from '../../src/sharing/voter/verify/verify-proof.ts';
import { givenPdf } from '../../src/core/file/given-content.ts';
import { givenResident } from '../given/people.ts';
import type { Caller } from '../given/serving.ts';
import { newId } from '../../src/core/id/index.ts';
import { openBrowser } from './browser.ts';
import { givenWeb, type GivenWeb } from './given-web.ts';
import { faultless, faultlessHere, openScreen, type Screen, type ScreenGiven } from './screen.ts';

const given = await givenCitizens();
let browser: Browser;
let web: GivenWeb;
let bank: Awaited<ReturnType<typeof given.partner>>;
let screens: Screen[] = [];

beforeAll(async () => {
  [web, browser] = await Promise.all([givenWeb(given.house), openBrowser()]);
  bank = await given.partner({}, { institution: { name: 'BADAN CONTOH SEJAHTERA', sector: 'finance' } });
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

const NARROW: ScreenGiven = { width: 390, dark: true };

async function open(path: string, how: ScreenGiven = {}, cookies: Record<string, string> = {}): Promise<Page> {
  const screen = await openScreen(browser, how);
  screens.push(screen);
  await screen.context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: web.origin })));
  await screen.page.goto(web.origin + path);
  await screen.page.getByRole('heading', { level: 1 }).waitFor();
  return screen.page;
}

const officer = (by: Caller) =>
  Object.fromEntries(by.headers['cookie']!.split('; ').map((part) => part.split('=') as [string, string]));
const asked = async (nik: string, over: object = {}) =>
  (await bank.ask(about(nik, undefined, over))).body.answer.entry as string;

test('the code from the counter, the card and a password of one’s own open the pages, without a script', async () => {
  const { nik, serial } = await given.holder();
  const desk = await open(`/petugas/penduduk/${given.ref(nik)}`, {}, officer(given.operator));
  await desk.getByRole('button', { name: 'Buka' }).click();
  await desk.locator('.act-bar').waitFor();
  await desk.goto(`${web.origin}/petugas/penduduk/${given.ref(nik)}?bagian=kartu`);
  await desk.getByRole('button', { name: 'Beri kode' }).click();
  const code = (await desk.locator('.service-code').textContent())!;
  await faultless(desk);
  const page = await open('/warga/siapa-melihat', { ...NARROW, javaScript: false });
  expect(page.url()).toContain('/warga/masuk?ke=');
  await page.getByRole('link', { name: 'Masuk pertama kali dengan kode dari loket' }).click();
  await page.getByLabel('NIK').fill('12');
  await page.getByLabel('Nomor kartu').fill(serial);
  await page.getByLabel('Kode dari loket').fill(code);
  await page.getByRole('button', { name: 'Masuk' }).click();
  expect(await page.getByLabel('NIK').getAttribute('aria-invalid')).toBe('true');
  expect(await page.getByLabel('Nomor kartu').inputValue()).toBe(serial);
  await page.getByLabel('NIK').fill(nik);
  await page.getByLabel('Kode dari loket').fill(code);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.getByLabel('Kata sandi baru', { exact: true }).fill(given.password);
  await page.getByLabel('Ulangi kata sandi baru').fill(given.password);
  await page.getByRole('button', { name: 'Simpan kata sandi' }).click();
  await page.getByRole('heading', { name: 'Siapa melihat data saya', level: 1 }).waitFor();
  await page.getByText('Kode layanan warga diberikan di loket').waitFor();
  await page.getByRole('button', { name: 'Keluar' }).click();
  await page.getByText('Anda sudah keluar.').waitFor();
});

test('who looked, one look with its proof, and "bukan saya" pressed twice are one case that the ministry decides', async () => {
  const own = await given.citizen();
  await asked(own.nik, { unit: 'KC CONTOH TEBET' });
  const cookies = { jatidiri_warga: own.token! };
  const page = await open('/warga/siapa-melihat', NARROW, cookies);
  await page.getByRole('heading', { name: 'BADAN CONTOH SEJAHTERA' }).waitFor();
  await faultless(page);
  await page.getByRole('link', { name: 'Rincian, bukti, "bukan saya"' }).click();
  await page.getByText('Isi data Anda tidak diberikan').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Unduh bukti' }).click();
  expect(JSON.parse(readFileSync(await (await download).path(), 'utf8'))).toMatchObject({ format: 'jatidiri/look/1' });
  await faultless(page);
  await page.getByLabel('Uraian (boleh kosong)').fill('saya tidak pernah ke sana');
  await page.getByRole('button', { name: 'Nyatakan "bukan saya"' }).dblclick();
  await page.getByRole('heading', { name: /^Kasus BS\/2018\/0000\d$/ }).waitFor();
  await faultless(page);
  const id = page.url().split('/').at(-1)!;
  const answer = { answer: 'explanation', basis: 'contract', words: 'nasabah membuka rekening daring' };
  const headers = { authorization: `Bearer ${bank.token}`, 'idempotency-key': crypto.randomUUID() };
  expect((await given.inject('POST', `/v1/disputes/${id}/answer`, answer, headers)).status).toBe(200);
  await page.goto(`${web.origin}/warga`);
  await page.getByRole('link', { name: /^Buka kasus/ }).click();
  await page.getByLabel('Mengapa Anda keberatan').fill('saya tidak membuka rekening apa pun');
  await page.getByRole('button', { name: 'Ajukan keberatan' }).click();
  await page.getByText('Menunggu putusan kementerian').first().waitFor();
  const staff = await open('/petugas/bukan-saya', {}, officer(given.dian));
  await faultless(staff);
  await staff.getByRole('button', { name: /BADAN CONTOH SEJAHTERA/ }).click();
  await staff.getByRole('button', { name: 'Simpan putusan' }).click();
  await staff.getByText('Pilih salah satu.').waitFor();
  await staff.getByLabel('Warga benar').check();
  await staff.getByLabel('Alasan putusan').fill('tidak ada bukti persetujuan');
  await faultless(staff);
  await staff.getByRole('button', { name: 'Simpan putusan' }).click();
  await staff.getByText('Selesai: warga benar').waitFor();
  await page.reload();
  await page.getByText('tidak ada bukti persetujuan').waitFor();
});

test('start page, locks and one’s own data say what holds and what to do', async () => {
  const own = await given.citizen();
  const cookies = { jatidiri_warga: own.token! };
  const page = await open('/warga', { width: 390 }, cookies);
  await page.getByText('Tidak ada yang harus Anda lakukan sekarang.').waitFor();
  await faultless(page);
  await page.getByRole('link', { name: 'Kunci data', exact: true }).click();
  await page.getByRole('button', { name: 'Kunci: Jasa keuangan' }).click();
  await page.getByText('Tersimpan. Berlaku sejak saat ini.').waitFor();
  await faultless(page);
  await page.getByRole('link', { name: 'Data saya', exact: true }).click();
  await page.getByText('SITI CONTOH RAHAYU').waitFor();
  await faultless(page);
  await given.system((tx) =>
    tx.client.query(
      `insert into voter.election (id, name_id, name_en, kind, voting_day, cutoff, area, state, planned_at, planned_by, opened_at, opened_by, entry_id)
       values ($1, 'Pemilu 2019', 'Election', 'pemilu', '2019-04-17', '2018-12-01', '{}', 'OPEN', '2018-01-01', $1, '2018-01-02', $2, $1)`,
      [newId(), newId()],
    ),
  );
  await page.goto(`${web.origin}/warga/pemilih`);
  await page.getByText('Memenuhi syarat memilih', { exact: true }).waitFor();
  await faultless(page, 'data-pemilih');
  await handOver();
  await page.reload();
  await page.getByText('Ada dalam daftar', { exact: true }).waitFor();
  await faultless(page, 'daftar-pemilih');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Unduh bukti' }).click(),
  ]);
  const proof = await readProof(await file.path());
  expect(verifyProof(proof, { file: 'bukti', list: null, logKey: undefined })).toMatchObject({ ok: true, faults: [] });
  expect(proof.row).toContain('SITI CONTOH RAHAYU');
});

/** The list of the election that is open, as two officers hand it over. */
async function handOver(): Promise<void> {
  const system = systemActor('test');
  const [open_] = await given.system((tx) =>
    many(tx, sql<{ electionId: string }>`select id as "electionId" from voter.election where state = 'OPEN'`),
  );
  const { electionId } = open_!;
  const publicKey = publicOf(generateKeyPairSync('x25519').privateKey);
  await given.system((tx) =>
    tx.client.query(
      `insert into voter.commission_key values ($1, $2, $3, $4, 'KPU CONTOH', '1', '2018-12-01', now(), $1, $1)`,
      [newId(), electionId, publicKey, thumbprintOf(publicKey)],
    ),
  );
  const { id } = await given.system((tx) => makeExtract(tx, system, { electionId }));
  await given.system((tx) => release.execute(tx, system, { id }));
}

test('a right is asked for at home and answered by the office with its article', async () => {
  const own = await given.citizen();
  const page = await open('/warga/permohonan', { width: 390 }, { jatidiri_warga: own.token! });
  await faultless(page);
  await page.getByRole('link', { name: 'Ada data yang keliru? Minta perbaikan' }).click();
  expect(await page.getByRole('radio', { name: /Memperbaiki data saya/ }).isChecked()).toBe(true);
  await page.getByLabel('Uraian').fill('tempat lahir saya BANDUNG, bukan JAKARTA');
  await page.getByRole('button', { name: 'Kirim permintaan' }).click();
  await page.getByText(/Permintaan HP\/2018\/0000\d diterima/).waitFor();
  await faultless(page);
  const verifier = await given.officer({ role: 'verifier', officeId: await given.office('3175') });
  const staff = await open('/petugas/hak-warga', {}, officer(verifier));
  await faultless(staff);
  await staff.getByRole('button', { name: /HP\/2018/ }).click();
  await staff.getByLabel('Ditolak').check();
  await staff.getByLabel('Alasan dan yang dikerjakan').fill('bawa akta kelahiran ke loket');
  await staff.getByRole('button', { name: 'Kirim jawaban' }).click();
  await staff.getByText('Pilih pasal yang menjadi dasar.').first().waitFor();
  await faultless(staff);
  await staff.getByLabel('Pasal pengecualian').selectOption('unproved');
  await staff.getByRole('button', { name: 'Kirim jawaban' }).click();
  await staff.getByText('Permintaan ini sudah dijawab.').waitFor();
  await page.reload();
  await page.getByText('bawa akta kelahiran ke loket').waitFor();
});

test('a mother opens her child’s pages from her telephone, sees for whom they are, and comes back', async () => {
  const dewi = await given.citizen({ name: 'DEWI CONTOH', maritalStatus: 2 });
  const birthDate = asCivilDate('2012-05-06');
  const ani = await givenResident(given, { name: 'ANI CONTOH', birthDate, motherNik: dewi.nik });
  await asked(ani, { attributes: { name: 'ANI CONTOH', birthDate } });
  const page = await open('/warga', NARROW, { jatidiri_warga: dewi.token! });
  await page.getByRole('link', { name: 'Anak dan perwalian' }).click();
  await page.getByText('Anda ibunya, menurut catatan kelahirannya.').waitFor();
  await faultlessHere(page);
  await page.getByRole('button', { name: 'Buka data ANI CONTOH' }).click();
  await page.getByText('Anda membuka data ANI CONTOH sebagai ibunya.').waitFor();
  await faultless(page);
  await page.getByRole('link', { name: 'Kunci data', exact: true }).click();
  await page.getByRole('button', { name: 'Kunci: Jasa keuangan' }).click();
  await page.getByText('Tersimpan. Berlaku sejak saat ini.').waitFor();
  await page.goto(`${web.origin}/warga/sesi`);
  await page.getByText('Cara masuk dan sesi hanya untuk diri sendiri.').waitFor();
  await page.getByRole('button', { name: 'Kembali ke data saya sendiri' }).click();
  await page.getByText('Anda kembali ke data Anda sendiri.').waitFor();
  await page.getByRole('link', { name: 'Kunci data', exact: true }).click();
  expect(await page.getByRole('button', { name: 'Kunci: Jasa keuangan' }).count()).toBe(1);
});

test('the counter enters a guardian by the paper, and helps who cannot see, after the card was shown', async () => {
  const wali = await given.citizen({ name: 'WALI CONTOH HASAN', sex: 1 });
  const ani = await givenResident(given, { name: 'ANI CONTOH', birthDate: asCivilDate('2012-05-06') });
  const verifier = await given.officer({ role: 'verifier', officeId: await given.office('3175') });
  const staff = await open(`/petugas/penduduk/${given.ref(ani)}/perwakilan`, {}, officer(verifier));
  await staff.getByRole('button', { name: 'Buka' }).click();
  await staff.getByText('Register tidak mengenal orang tuanya').waitFor();
  await staff.getByRole('button', { name: 'Kirim ke petugas kedua' }).click();
  await staff.getByText('Pilih pindaian suratnya.').first().waitFor();
  await faultless(staff);
  await staff.getByLabel(/^Wali/).check();
  const by = staff.getByRole('search', { name: /^Siapa yang mewakili/ });
  await by.getByRole('textbox').first().fill(wali.nik);
  await by.getByRole('textbox').first().press('Enter');
  await by.getByRole('button', { name: /WALI CONTOH HASAN/ }).click();
  await staff.getByLabel('Pengadilan atau kantor').fill('PENGADILAN AGAMA CONTOH');
  await staff.getByLabel('Nomor', { exact: true }).fill('12/Pdt.P/2018');
  await staff.getByLabel('Tanggal surat').fill('01-11-2018');
  await staff
    .getByLabel('Pindaian surat')
    .setInputFiles({ name: 'penetapan.pdf', mimeType: 'application/pdf', buffer: givenPdf() });
  await staff.getByRole('button', { name: 'Kirim ke petugas kedua' }).click();
  await staff.getByRole('heading', { name: /Mencatat WALI CONTOH HASAN sebagai wali ANI CONTOH/ }).waitFor();
  const desk = await open(`/petugas/penduduk/${given.ref(wali.nik)}/bantuan`, {}, officer(given.operator));
  await asked(wali.nik, { unit: 'KC CONTOH TEBET' });
  await desk.getByRole('button', { name: 'Buka' }).click();
  await desk.getByLabel('Nomor kartu').fill('12345');
  await desk.getByLabel('Tidak dapat melihat').check();
  await desk.getByRole('button', { name: 'Mulai, lima belas menit' }).click();
  await desk.getByText('Nomor ini bukan KTP-el orang ini').first().waitFor();
  await desk.getByLabel('Nomor kartu').fill(wali.serial);
  await desk.getByRole('button', { name: 'Mulai, lima belas menit' }).click();
  await desk.getByText('Sisa 15 menit').waitFor();
  await desk.getByRole('button', { name: /^Kunci ?: Jasa keuangan/ }).click();
  await desk.getByRole('button', { name: /^Buka kunci ?: Jasa keuangan/ }).waitFor();
  await desk.locator('summary', { hasText: 'BADAN CONTOH SEJAHTERA' }).click();
  await desk.getByRole('button', { name: 'Nyatakan "bukan saya"' }).click();
  await desk.getByText('Sudah dinyatakan "bukan saya"').waitFor();
  await faultless(desk);
  await desk.getByRole('button', { name: 'Selesai' }).click();
  await desk.getByLabel('Nomor kartu').waitFor();
});

test('a wrong password says what to do, and the same in English', async () => {
  const page = await open('/warga/masuk?bahasa=en', {});
  await page.getByLabel('NIK').fill('3175074508909987');
  await page.getByLabel('Password').fill('something else entirely');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('That does not match. Check NIK and password').waitFor();
  await faultless(page);
});
