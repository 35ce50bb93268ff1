import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { run, sql } from '../../src/core/db/index.ts';
import { systemActor } from '../../src/core/access/index.ts';
import { newId, type Nik } from '../../src/core/id/index.ts';
import { asCivilDate } from '../../src/core/time/index.ts';
import {
  addOfficer,
  changePost,
  hashPassword,
  issueFirstRunCodes,
  registerFirstAdministrator,
  setPassword,
  type Role,
} from '../../src/register/officer/index.ts';
import { DITJEN_ID } from '../../src/register/office/index.ts';
import { givenHouse } from '../given/house.ts';
import { BANDUNG, givenFamily, givenResident, PONDOK_KELAPA } from '../given/people.ts';
import { openBrowser } from './browser.ts';
import { givenWeb, type GivenWeb } from './given-web.ts';
import { faultless, openScreen, type Screen } from './screen.ts';

const PASSWORD = 'kuda hijau makan awan';
const given = await givenHouse();
const sequencer = given.house.startSequencer((fault) => {
  throw fault;
});
// Before the house closes, which `givenHouse` asked for earlier.
afterAll(() => sequencer.stop());

let browser: Browser;
let web: GivenWeb;
let screens: Screen[] = [];
/** Signed in once: argon2id is slow on purpose. */
let cookies: Awaited<ReturnType<Screen['context']['cookies']>>;

beforeAll(async () => {
  await officers();
  [web, browser] = await Promise.all([givenWeb(given.house), openBrowser()]);
  const page = await open('/masuk');
  await page.getByLabel('Nama pengguna').fill('kadis');
  await page.getByLabel('Kata sandi').fill(PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByRole('heading', { name: 'Pekerjaan Anda' }).waitFor();
  cookies = await page.context().cookies();
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

/** The two first administrators, and the head of the office in East Jakarta. */
async function officers(): Promise<void> {
  const actor = systemActor('test');
  const hash = await hashPassword(PASSWORD);
  await given.system(async (tx) => {
    for (const [place, code] of (await issueFirstRunCodes(tx)).entries()) {
      const username = `admin${place}`;
      await registerFirstAdministrator(tx, { code, username, name: `Administrator ${place}`, password: PASSWORD });
    }
    const [province, officeId] = [newId(), newId()];
    for (const [id, kind, region, parent] of [
      [province, 'provincial', '31', DITJEN_ID],
      [officeId, 'regency', '3175', province],
    ] as const) {
      await run(
        tx,
        sql`insert into office.office (id, kind, name, region_code, zone, parent_id, opened_on)
            values (${id}, ${kind}, ${`Kantor ${region}`}, ${region}, 'Asia/Jakarta', ${parent}, '2010-01-01')`,
      );
    }
    const { officerId } = await addOfficer(tx, actor, {
      username: 'kadis',
      name: 'Kepala Dinas',
      employeeNumber: null,
    });
    await setPassword(tx, officerId, hash);
    await run(tx, sql`update officer.officer set state = 'active' where id = ${officerId}`);
    const role: Role = 'office_head';
    await changePost(tx, actor, { change: 'grant', officerId, officeId, role, from: '2012-01-01', until: null });
  });
}

async function open(path: string, width = 1280): Promise<Page> {
  const screen = await openScreen(browser, { width });
  screens.push(screen);
  if (cookies) await screen.context.addCookies(cookies);
  await screen.page.goto(web.origin + path);
  await screen.page.getByRole('heading', { level: 1 }).waitFor();
  return screen.page;
}

const refOf = (nik: Nik) => given.house.ground.personRefs.of(nik);

/** As an officer does it: once for each person. */
async function openPerson(nik: Nik, rest = ''): Promise<Page> {
  const page = await open(`/petugas/penduduk/${refOf(nik)}${rest}`);
  await page.getByRole('button', { name: 'Buka', exact: true }).click();
  await page.getByText('Dibuka untuk: Pelayanan penduduk di loket').waitFor();
  return page;
}

describe('finding a person', () => {
  test('by the bar and the keyboard alone; the purpose is stated once, and no name or NIK stands in the address', async () => {
    const nik = await givenResident(given, { name: 'RATNA PENCARIAN', birthDate: asCivilDate('1991-02-03') });
    await givenResident(given, { name: 'RATNA PENCARIAN', villageCode: BANDUNG, birthDate: asCivilDate('1988-01-01') });
    const page = await open('/petugas');
    await page.keyboard.press('/');
    await page.keyboard.type('ratna pencarian');
    await page.getByRole('option', { name: 'Cari penduduk: ratna pencarian' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '1 orang cocok di wilayah Anda' }).waitFor();
    await page.getByText('Dinas Dukcapil Kota Bandung').waitFor();
    expect(await page.getByText('R*** P***').count()).toBe(1);
    await faultless(page);
    await faultless(page);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByText('Untuk apa data ini dibuka?').waitFor();
    await faultless(page);
    await page.getByRole('radio', { checked: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Dibuka untuk: Pelayanan penduduk di loket').waitFor();
    expect(page.url()).toBe(`${web.origin}/petugas/penduduk/${refOf(nik)}`);
    await faultless(page);
    await page.reload();
    await page.getByText('Dibuka untuk: Pelayanan penduduk di loket').waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Cari penduduk' }).waitFor();
  });

  test('nobody found says what to do next, and 16 figures may be those of a family card', async () => {
    const head = await givenResident(given, { name: 'KEPALA KELUARGA' });
    const card = await givenFamily(given, [{ nik: head, relation: 1 }]);
    const page = await open('/petugas/cari');
    await page.getByLabel('NIK, nomor KK, atau nama').fill('31750745');
    await page.getByRole('button', { name: 'Cari', exact: true }).click();
    await page.getByText('NIK dan nomor KK berisi 16 angka; ini 8.').waitFor();
    await page.getByLabel('NIK, nomor KK, atau nama').fill(card);
    await page.keyboard.press('Enter');
    await page.getByText('Tidak ada penduduk dengan NIK ini').waitFor();
    await faultless(page);
    await page.getByRole('button', { name: 'Cari sebagai nomor kartu keluarga' }).click();
    await page.getByRole('button', { name: 'Buka', exact: true }).click();
    await page.getByRole('heading', { name: /Kartu keluarga/ }).waitFor();
    expect(page.url()).not.toContain(card);
    await faultless(page);
  });

  test('a search that the database gave up says so, and the same words once more are searched for again', async () => {
    await givenResident(given, { name: 'WULAN TERTUNDA' });
    const page = await open('/petugas/cari');
    const other = new Client(given.superuser);
    await other.connect();
    try {
      await other.query('begin; lock table resident.resident in access exclusive mode');
      await page.getByLabel('NIK, nomor KK, atau nama').fill('wulan tertunda');
      await page.keyboard.press('Enter');
      // As the operator's patience does: whoever waits for the table is cancelled.
      const cancelled = () =>
        other.query(
          `select pg_cancel_backend(pid) from pg_locks where relation = 'resident.resident'::regclass and not granted`,
        );
      await expect.poll(async () => (await cancelled()).rowCount).toBeGreaterThan(0);
      await page.getByText('Permintaan ini dihentikan').waitFor();
      await faultless(page);
    } finally {
      await other.end();
    }
    await page.getByLabel('NIK, nomor KK, atau nama').focus();
    await page.keyboard.press('Enter');
    await page.getByText('WULAN TERTUNDA').waitFor();
  });
});

describe('a person’s page', () => {
  test('shows every part without a fault, and proves in the browser that the log holds a look', async () => {
    const nik = await givenResident(given, { name: 'SITI HALAMAN' });
    const page = await openPerson(nik);
    const part = (name: string) => page.getByLabel('Bagian data penduduk').getByRole('link', { name }).click();
    await page.getByRole('button', { name: 'Lihat nama orang tua dan disabilitas' }).click();
    await page.getByText('IBU CONTOH').waitFor();
    await part('Keluarga');
    await page.getByText('belum masuk kartu keluarga').waitFor();
    await part('Dokumen');
    await page.getByText('Belum ada dokumen').waitFor();
    await part('Riwayat');
    await page.getByRole('heading', { name: /Didaftarkan/ }).waitFor();
    await faultless(page);
    await part('Siapa melihat');
    await page.getByRole('button', { name: /yang dilindungi dibuka/ }).click();
    await page.getByText(/cocok: log memuat catatan ini/).waitFor();
    await faultless(page);
    await page.keyboard.press('Escape');
    await part('Tindakan');
    await page.getByRole('link', { name: 'Perbaiki biodata' }).waitFor();
    await faultless(page);
    // What comes next begins with him.
    await page.getByLabel('Tindakan', { exact: true }).getByRole('link', { name: 'Catat peristiwa' }).click();
    await page.getByText('Tentang SITI HALAMAN').waitFor();
    await faultless(page);
    await page.getByRole('link', { name: 'Kematian' }).click();
    expect(await page.locator('.picked').textContent()).toContain('SITI HALAMAN');
  });

  test('a correction made while a colleague changed the record is neither lost nor laid over his', async () => {
    const nik = await givenResident(given, { name: 'SITI PERBAIKAN' });
    const first = await openPerson(nik, '/perbaiki');
    await first.getByLabel('Tempat lahir').fill('BOGOR');
    await first.getByLabel('Dasar hukum atau dokumen').fill('Akta 12/2011');
    await first.getByLabel('Alasan').fill('salah tulis');
    await faultless(first);
    const second = await openPerson(nik, '/perbaiki');
    await second.getByLabel('Agama atau kepercayaan').selectOption('3');
    await second.getByLabel('Dasar hukum atau dokumen').fill('Surat gereja');
    await second.getByLabel('Alasan').fill('pindah agama');
    await second.getByRole('button', { name: 'Simpan perbaikan' }).click();
    await second.getByText('1 elemen diperbaiki').waitFor();
    expect(await second.locator('.changes').first().textContent()).toMatch(/Islam.*Katholik/);
    await first.getByRole('button', { name: 'Simpan perbaikan' }).click();
    await first.getByText('Data ini baru saja diubah petugas lain').waitFor();
    await faultless(first);
    await first.getByRole('button', { name: 'Lanjutkan atas data terbaru' }).click();
    expect(await first.getByLabel('Agama atau kepercayaan').inputValue()).toBe('3');
    expect(await first.getByLabel('Tempat lahir').inputValue()).toBe('BOGOR');
    await first.getByRole('button', { name: 'Simpan perbaikan' }).click();
    await first.getByText('1 elemen diperbaiki').waitFor();
    expect(await first.locator('.changes').first().textContent()).toMatch(/JAKARTA.*BOGOR/);
  });

  test('a deactivation is announced with notice, and an appeal recorded against it', async () => {
    const nik = await givenResident(given, { name: 'SITI NONAKTIF' });
    const page = await openPerson(nik, '?bagian=tindakan');
    await page.getByRole('button', { name: 'Siapkan pengumuman penonaktifan' }).click();
    await page.getByLabel('Berlaku mulai').fill('31-02-2019');
    await page.getByLabel('Alasan').fill('belum merekam');
    await page.getByLabel('Dasar hukum atau dokumen').fill('Surat edaran');
    await page.getByRole('button', { name: 'Umumkan penonaktifan' }).click();
    // A day that no calendar has is not sent as none: the cursor goes there.
    await page.getByText('31-02-2019 tidak ada di kalender').waitFor();
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('effectiveOn');
    await page.getByLabel('Berlaku mulai').fill('12-12-2018');
    await page.getByRole('button', { name: 'Umumkan penonaktifan' }).click();
    await page.getByRole('button', { name: /Berlaku mulai:/ }).waitFor();
    await page.getByLabel('Berlaku mulai').fill('31-12-2018');
    await page.getByRole('button', { name: 'Umumkan penonaktifan' }).click();
    await page.getByRole('list', { name: 'Penonaktifan' }).waitFor();
    await page.locator('summary', { hasText: 'Catat keberatan' }).click();
    await page.getByLabel('Keberatan yang disampaikan').fill('sudah merekam di kantor lain');
    await page.getByRole('button', { name: 'Catat keberatan' }).click();
    await page.getByText('Keberatan: sudah merekam di kantor lain').waitFor();
    await faultless(page);
  });

  test('two records that a case has found to be one’s are laid side by side, and their merge proposed, never done at once', async () => {
    const nik = await givenResident(given, { name: 'DEWI GANDA', birthDate: asCivilDate('1979-05-06') });
    const other = await givenResident(given, { name: 'DEWI GANDHA', birthDate: asCivilDate('1979-05-06') });
    const caseId = newId();
    await given.system((tx) =>
      run(
        tx,
        sql`insert into resident.identity_case (id, kind, nik, other_nik, village_code, other_village, source, opened_at)
            values (${caseId}, 'likely_duplicate', ${nik}::bigint, ${other}::bigint, ${PONDOK_KELAPA}::bigint,
                    ${PONDOK_KELAPA}::bigint, 'test', ${tx.ground.clock.now()})`,
      ),
    );
    const page = await open(`/petugas/kasus/${caseId}`);
    await page.getByLabel(/Orang yang sama/).check();
    await page.getByLabel('Alasan').fill('foto dan tanda tangan sama');
    await page.getByRole('button', { name: 'Putuskan kasus' }).click();
    await page.getByRole('button', { name: 'Buka', exact: true }).click();
    await page.getByRole('columnheader', { name: 'Data yang lain' }).waitFor();
    await page.getByLabel(/^Data yang lain: DEWI GANDHA/).waitFor();
    // Or somebody else, who is searched for.
    await page.getByRole('button', { name: 'Pilih data lain' }).click();
    await page.getByLabel('Cari data yang lain').last().fill(other);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /Pilih.*DEWI GANDHA/ }).click();
    await page.getByRole('table').waitFor();
    await page.getByLabel(/^Data ini: DEWI GANDA/).check();
    await page.getByLabel('Dasar hukum atau dokumen').fill('PP 40/2019');
    await page.getByLabel('Alasan').fill('orang yang sama');
    await faultless(page);
    await page.getByRole('button', { name: 'Usulkan penggabungan' }).click();
    await page.getByRole('heading', { name: /DEWI GANDHA digabungkan ke data atas nama DEWI GANDA/ }).waitFor();
  });

  test('an erasure says what will happen, is proposed with its ground, and stands on the page once it is done', async () => {
    const nik = await givenResident(given, { name: 'BUDI TERHAPUS' });
    const page = await openPerson(nik, '?bagian=tindakan');
    await page.getByRole('link', { name: 'Usulkan penghapusan berkas' }).click();
    await page.getByText('Ini tidak dapat dibatalkan.').waitFor();
    await page.getByLabel('Dasar hukum atau dokumen').fill('Putusan 12/Pdt.P/2018');
    // Enter proposes nothing.
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Usulkan penghapusan' }).click();
    await page.getByText('2 isian perlu diperbaiki').waitFor();
    await faultless(page);
    await page.getByLabel('Putusan pengadilan').check();
    await page.getByLabel('Alasan').fill('atas perintah pengadilan');
    await page.getByRole('button', { name: 'Usulkan penghapusan' }).click();
    await page.getByRole('heading', { name: /0 berkas atas nama BUDI TERHAPUS menjadi tidak terbaca/ }).waitFor();
    await faultless(page);
    await given.system((tx) =>
      run(
        tx,
        sql`insert into resident.erasure (nik, id, act_id, erased_at, files, ground, legal_basis)
            values (${nik}::bigint, ${newId()}, ${newId()}, ${tx.ground.clock.now()}, 0, 'court', 'Putusan 12')`,
      ),
    );
    const erased = await openPerson(nik, '/hapus-berkas');
    await erased.getByText(/Berkas dihapus pada .* Putusan pengadilan \(Putusan 12\)/).waitFor();
    await faultless(erased);
  });
});

test('a new person who may exist is looked at before he gets a NIK, and nothing typed is lost on the way', async () => {
  await givenResident(given, {
    name: 'SUPRIYADI HARTONO',
    sex: 1,
    birthDate: asCivilDate('1977-03-09'),
    villageCode: BANDUNG,
  });
  const page = await open('/petugas/penduduk-baru');
  await page.getByRole('button', { name: 'Periksa dan daftarkan' }).click();
  await page.getByText('8 isian perlu diperbaiki').waitFor();
  await faultless(page);
  await page.getByLabel('Nama lengkap').fill('SUPRIJADI 2');
  await page.getByText('Nama tidak memakai angka').waitFor();
  await page.getByLabel('Nama lengkap').fill('SUPRIJADI HARTONO');
  await page.getByLabel('Jenis kelamin').selectOption('1');
  await page.getByLabel('Tempat lahir').fill('JAKARTA');
  await page.getByLabel('Tanggal lahir').fill('09-03-1977');
  await page.getByLabel('Agama atau kepercayaan').selectOption('1');
  await page.getByLabel('NIK ibu').fill('3175074508909001');
  await page.getByText('Duren Sawit · 5 Agustus 1990 · perempuan').waitFor();
  await page.getByLabel('NIK ibu').fill('');
  const village = page.getByRole('textbox', { name: 'Desa atau kelurahan' });
  await village.fill('Pondok Kelapa');
  await page.getByRole('option', { name: /Duren Sawit/ }).waitFor();
  await village.press('Enter');
  await page.getByLabel('Alamat', { exact: true }).fill('JALAN CONTOH 9');
  await page.getByLabel('Dasar hukum atau dokumen').fill('F-1.01');
  await page.getByText('Draf tersimpan di perangkat ini.').waitFor();
  await page.reload();
  expect(await page.getByLabel('Nama lengkap').inputValue()).toBe('SUPRIJADI HARTONO');
  await page.getByRole('button', { name: 'Periksa dan daftarkan' }).click();
  await page.getByRole('heading', { name: '1 orang mungkin sudah terdaftar' }).waitFor();
  await page.getByText('S*** H***').first().waitFor();
  await faultless(page);
  await page.getByRole('button', { name: 'Daftarkan sebagai orang baru', disabled: true }).waitFor();
  await page.getByText('1 orang lagi belum diperiksa.').waitFor();
  await page.getByRole('checkbox', { name: /Sudah saya periksa/ }).check();
  await page.getByRole('button', { name: 'Daftarkan sebagai orang baru' }).click();
  await page.getByText('berlaku seumur hidup').waitFor();
  expect((await page.locator('.great-number').textContent())?.replaceAll(' ', '')).toMatch(/^317507090377\d{4}$/);
  await faultless(page);
});

describe('families', () => {
  test('a new head gives a card with a new number and every relation anew', async () => {
    const head = await givenResident(given, { name: 'BAPAK LAMA', sex: 1 });
    const wife = await givenResident(given, { name: 'IBU BARU' });
    const card = await givenFamily(given, [
      { nik: head, relation: 1 },
      { nik: wife, relation: 3 },
    ]);
    const page = await open(`/petugas/keluarga/${given.house.ground.familyRefs.of(card)}`);
    await page.getByRole('button', { name: 'Buka', exact: true }).click();
    await page.getByRole('link', { name: 'Ganti kepala keluarga' }).click();
    await page.getByRole('button', { name: 'Ganti kepala keluarga' }).click();
    await page.getByRole('button', { name: 'Anggota: Pilih hubungan untuk setiap orang.' }).waitFor();
    await faultless(page);
    await page.getByRole('combobox', { name: /IBU BARU/ }).selectOption('1');
    await page.getByRole('combobox', { name: /BAPAK LAMA/ }).selectOption('2');
    await page.getByLabel('Alasan').fill('kesepakatan keluarga');
    await page.getByRole('button', { name: 'Ganti kepala keluarga' }).click();
    await page.getByText('Kartu keluarga diperbarui').waitFor();
    await page.getByRole('row', { name: /IBU BARU.*Kepala keluarga/ }).waitFor();
    expect((await page.locator('h1').textContent())?.replaceAll(/\D/g, '')).not.toBe(card);
  });

  test('a card is formed at an address by people who were in none', async () => {
    const nik = await givenResident(given, { name: 'TANPA KARTU' });
    const page = await open('/petugas/keluarga');
    await page.getByText('Semua keluarga di wilayah Anda punya kepala keluarga').waitFor();
    await faultless(page);
    await page.getByRole('link', { name: 'Kartu keluarga baru' }).click();
    await page.getByLabel('Cari orang yang masuk').last().fill(nik);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /Pilih.*TANPA KARTU/ }).click();
    await page.getByRole('textbox', { name: 'Desa atau kelurahan' }).fill('Pondok Kelapa');
    await page.getByRole('option', { name: /Duren Sawit/ }).waitFor();
    await page.getByRole('textbox', { name: 'Desa atau kelurahan' }).press('Enter');
    await page.getByLabel('Alamat', { exact: true }).fill('JALAN BARU 1');
    await page.getByLabel('Alasan').fill('membentuk keluarga');
    await faultless(page);
    await page.getByRole('button', { name: 'Terbitkan kartu keluarga' }).click();
    await page.getByRole('row', { name: /TANPA KARTU.*Kepala keluarga/ }).waitFor();
    await faultless(page);
  });
});

test('one NIK of two people is decided by a person, and the other begins his own registration', async () => {
  const nik = await givenResident(given, { name: 'PEMILIK NIK' });
  const claim = {
    name: 'ORANG KEDUA',
    sex: 1,
    birthPlace: 'MEDAN',
    birthDate: '1988-01-02',
    religion: 2,
    maritalStatus: 1,
    address: 'JALAN LAIN 2',
    villageCode: PONDOK_KELAPA,
  };
  await given.system(async (tx) => {
    const place = { table: 'resident.identity_case', row: nik, column: 'claim' };
    const sealed = tx.ground.vault.seal('resident.protected', place, JSON.stringify(claim));
    await run(
      tx,
      sql`insert into resident.identity_case (id, kind, nik, village_code, claim, source, opened_at)
          values (${newId()}, 'nik_of_two', ${nik}::bigint, ${PONDOK_KELAPA}::bigint, ${sealed}, 'test', ${tx.ground.clock.now()})`,
    );
  });
  const page = await open('/petugas/kasus');
  await page.getByText('PEMILIK NIK dan ORANG KEDUA').waitFor();
  await faultless(page);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Kasus identitas: PEMILIK NIK' }).waitFor();
  await faultless(page);
  await page.getByLabel(/Orang yang berbeda/).check();
  await page.getByLabel('Alasan').fill('tanggal lahir dan asal berbeda');
  await page.getByRole('button', { name: 'Putuskan kasus' }).click();
  await page.getByRole('heading', { name: 'Penduduk baru' }).waitFor();
  expect(await page.getByLabel('Nama lengkap').inputValue()).toBe('ORANG KEDUA');
  expect(await page.getByLabel('Tanggal lahir').inputValue()).toBe('02-01-1988');
});
