import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { givenPdf } from '../../src/core/file/given-content.ts';
import { asCivilDate } from '../../src/core/time/index.ts';
import { recordEvent } from '../../src/register/civil-event/index.ts';
import {
  BANDUNG,
  givenActor,
  givenFamily,
  givenResidents,
  givenSigningOffice,
  PONDOK_KELAPA,
} from '../given/people.ts';
import { givenServer, PASSWORD, type GivenServer } from '../given/serving.ts';
import { openBrowser } from './browser.ts';
import { givenWeb, type GivenWeb } from './given-web.ts';
import { faultless, openScreen, type Screen, type ScreenGiven } from './screen.ts';

let given: GivenServer;
let browser: Browser;
let web: GivenWeb;
let screens: Screen[] = [];
let stopSequencer: (() => Promise<void>) | undefined;
let cookies: Awaited<ReturnType<Screen['context']['cookies']>> = [];

const day = asCivilDate;
const MARRIED = {
  maritalStatus: 2,
  maritalRegistered: true,
  marriageCertificate: 'AK-1/2010',
  marriageDate: day('2010-06-01'),
};

beforeAll(async () => {
  given = await givenServer();
  // What is looked at has to reach the log, or nothing more is shown.
  const sequencer = given.house.startSequencer((fault) => {
    throw fault;
  });
  stopSequencer = () => sequencer.stop();
  const officeId = await givenSigningOffice(given);
  const { username } = await given.officer({ role: 'section_head', officeId });
  const people = await givenResidents(given, [
    { ...MARRIED, name: 'HARUN CONTOH WIBOWO', sex: 1, birthDate: day('1960-02-03') },
    { ...MARRIED, name: 'MURNI CONTOH WIBOWO', birthDate: day('1962-05-06') },
    { name: 'YUSUF CONTOH HIDAYAT', sex: 1, birthDate: day('1990-01-02') },
    { name: 'AISYAH CONTOH PUTRI', birthDate: day('1991-03-04') },
    { name: 'TOGAR CONTOH SIAHAAN', sex: 1, birthDate: day('1980-07-08'), villageCode: BANDUNG, religion: 2 },
    { name: 'LARAS CONTOH SIAHAAN', birthDate: day('2010-07-08'), villageCode: BANDUNG, religion: 2 },
    { name: 'PEPEN CONTOH SURYA', sex: 1, birthDate: day('1975-09-10') },
    { name: 'ENDANG CONTOH SURYA', birthDate: day('1999-09-10') },
  ]);
  const [harun, murni, , , togar, laras, pepen, endang] = people as [
    never,
    never,
    never,
    never,
    never,
    never,
    never,
    never,
  ];
  await givenFamily(given, [
    { nik: harun, relation: 1 },
    { nik: murni, relation: 3 },
  ]);
  await givenFamily(
    given,
    [
      { nik: togar, relation: 1 },
      { nik: laras, relation: 4 },
    ],
    BANDUNG,
  );
  await givenFamily(given, [
    { nik: pepen, relation: 1 },
    { nik: endang, relation: 4 },
  ]);
  [web, browser] = await Promise.all([givenWeb(given.house), openBrowser()]);
  const there = givenActor({ region: '3273', purpose: 'civil_registration' });
  const ref = given.house.ground.personRefs;
  await given.house.database.transact('app', there, (tx) =>
    recordEvent(tx, there, {
      kind: 'move',
      occurredOn: day('2018-12-03'),
      villageCode: BANDUNG,
      details: {
        movers: [
          { person: ref.of(togar), relation: 1 },
          { person: ref.of(laras), relation: 4 },
        ],
        address: { villageCode: PONDOK_KELAPA, address: 'JALAN TIBA 5', rt: 1, rw: 2 },
        reason: 'pekerjaan',
      },
    }),
  );
  const page = await open('/masuk');
  await page.getByLabel('Nama pengguna').fill(username);
  await page.getByLabel('Kata sandi').fill(PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByRole('heading', { name: 'Pekerjaan Anda' }).waitFor();
  cookies = await page.context().cookies();
  await closeScreens();
});
afterAll(async () => {
  await browser?.close();
  await web?.close();
  await stopSequencer?.();
});
afterEach(closeScreens);

async function closeScreens() {
  const offences = screens.flatMap((screen) => screen.offences);
  await Promise.all(screens.map((screen) => screen.close()));
  screens = [];
  expect(offences).toEqual([]);
}

async function open(path: string, how: ScreenGiven = {}): Promise<Page> {
  const screen = await openScreen(browser, how);
  screens.push(screen);
  await screen.context.addCookies(cookies);
  await screen.page.goto(web.origin + path);
  await screen.page.getByRole('heading', { level: 1 }).waitFor();
  return screen.page;
}

/** Searches a person in the field of this label, and takes the one that is found. */
async function choose(page: Page, label: string, name: string): Promise<void> {
  const field = page.getByRole('search', { name: label });
  await field.getByLabel(label, { exact: true }).fill(name);
  await page.keyboard.press('Enter');
  await field.getByRole('button', { name: new RegExp(`^Pilih ?: ${name}`) }).click();
  await page.getByText(name).first().waitFor();
}

describe('an event', () => {
  test('is chosen by kind, looked at before it is recorded, recorded once, and taken back', async () => {
    const page = await open('/petugas/peristiwa-baru');
    await faultless(page, 'jenis');
    await page.getByRole('link', { name: 'Kematian' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kematian' }).waitFor();
    await page.getByRole('button', { name: 'Lihat akibatnya' }).click();
    await page.getByText('5 isian perlu diperbaiki').waitFor();
    await faultless(page, 'kematian-kurang');
    await choose(page, 'Yang meninggal', 'HARUN CONTOH WIBOWO');
    await page.getByText('Draf tersimpan di perangkat ini.').waitFor();
    await page.reload();
    await page.getByRole('group', { name: 'Yang meninggal' }).waitFor();
    await page.getByLabel('Tempat meninggal').fill('JAKARTA');
    await page.getByLabel('Nomor surat kematian').fill('RS-9/2018');
    await page.getByLabel('Tanggal meninggal').fill('01-10-2018');
    await page.getByText('Dipilih: 3175071004').waitFor();
    await page.getByRole('button', { name: 'Lihat akibatnya' }).click();
    const follows = page.getByRole('region', { name: 'Yang akan terjadi' });
    await follows.getByText('HARUN CONTOH WIBOWO: meninggal').waitFor();
    await follows.getByText('MURNI CONTOH WIBOWO: status perkawinan cerai mati').waitFor();
    await follows.getByText('Terlambat dilaporkan 41 hari').waitFor();
    await faultless(page, 'kematian-akibat');
    await page.getByLabel('Tempat meninggal').fill('BEKASI');
    await page.getByText('Isian berubah sesudah akibatnya diperiksa').waitFor();
    await page.getByRole('button', { name: 'Lihat akibatnya' }).click();
    await follows.getByRole('button', { name: 'Catat peristiwa' }).dblclick();
    await page.getByRole('heading', { name: 'Kematian: tercatat' }).waitFor();
    await page.getByText('3175-KM-11122018-0001').waitFor();
    await faultless(page, 'kematian-tercatat');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Unduh kutipan' }).click(),
    ]);
    expect(file.suggestedFilename()).toContain('.pdf');

    await page.getByRole('link', { name: 'Buka peristiwa ini' }).click();
    await page.getByText('terlambat 41 hari').waitFor();
    await faultless(page, 'peristiwa');
    await page.getByRole('link', { name: 'Batalkan peristiwa ini' }).click();
    await page.getByRole('heading', { name: 'Membatalkan: Kematian' }).waitFor();
    await page.getByLabel('Alasan pembatalan').fill('Salah orang');
    await page.getByLabel('Dasar hukum').fill('BA-1/2018');
    await faultless(page, 'pembatalan');
    await page.getByRole('button', { name: 'Batalkan peristiwa' }).click();
    await page.getByRole('heading', { name: 'Pembatalan' }).waitFor();
    await page.getByRole('link', { name: 'Buka peristiwa yang dibatalkan' }).click();
    await page.getByText('Peristiwa ini dibatalkan.').waitFor();
    await page.goto(`${web.origin}/petugas/peristiwa?jenis=death`);
    await page.getByRole('cell', { name: 'Dibatalkan' }).waitFor();
    expect(await page.getByRole('row').count()).toBe(2);
    await faultless(page, 'daftar');
  });

  test('by religion: a Muslim couple is sent to the notification of the KUA, with the words beside the field', async () => {
    const page = await open('/petugas/peristiwa-baru/marriage');
    await choose(page, 'Suami', 'YUSUF CONTOH HIDAYAT');
    await choose(page, 'Istri', 'AISYAH CONTOH PUTRI');
    await page.getByLabel('Tempat perkawinan').fill('JAKARTA');
    await page.getByLabel('Pemuka agama atau penghayat').fill('CONTOH');
    await page.getByLabel('Tanggal perkawinan').fill('01-12-2018');
    await page.getByText('Dipilih: 3175071004').waitFor();
    await page.getByRole('button', { name: 'Lihat akibatnya' }).click();
    await page.getByRole('group', { name: 'Suami' }).getByText('dicatat oleh KUA atau pengadilan agama').waitFor();
    await faultless(page, 'perkawinan-ditolak');
    await page.getByRole('link', { name: /Keduanya beragama Islam/ }).click();
    await page.getByRole('heading', { name: 'Pemberitahuan perkawinan dari KUA' }).waitFor();
    await page.getByText('tanpa akta').waitFor();
  });

  test.each(['birth', 'adoption', 'move', 'biodata_correction', 'return_from_abroad', 'other'])(
    'the form of %s is faultless',
    async (kind) => {
      await faultless(await open(`/petugas/peristiwa-baru/${kind}`), `isian-${kind}`);
    },
  );
});

describe('a move', () => {
  test('underway stands on the board of both offices, and is ended by the arrival', async () => {
    const page = await open('/petugas/perpindahan');
    await faultless(page, 'perpindahan');
    await page.getByRole('button', { name: /TOGAR CONTOH SIAHAAN dan 1 orang lagi/ }).click();
    await page.getByRole('heading', { name: 'Mencatat kedatangan' }).waitFor();
    await faultless(page, 'kedatangan');
    await page.getByLabel('Tanggal tiba').fill('10-12-2018');
    await page.getByRole('button', { name: 'Catat kedatangan' }).click();
    await page.getByRole('heading', { name: 'Kedatangan tercatat' }).waitFor();
    await page.getByText('Kartu keluarga baru dengan nomor baru').waitFor();
    await faultless(page, 'kedatangan-tercatat');
  });

  test('of a family is recorded for its members, and cancelled on a page of its own', async () => {
    const page = await open('/petugas/peristiwa-baru/move');
    await choose(page, 'Cari orang yang pindah', 'PEPEN CONTOH SURYA');
    await page.getByRole('checkbox', { name: 'ENDANG CONTOH SURYA ikut' }).uncheck();
    await page.getByRole('textbox', { name: 'Desa atau kelurahan' }).first().pressSequentially('sukarasa');
    await page
      .getByRole('option', { name: /Kota Bandung/ })
      .first()
      .click();
    await page.getByLabel('Jalan dan nomor').fill('JALAN TUJUAN 1');
    await page.getByLabel('Alasan').fill('pekerjaan');
    await page.getByLabel('Tanggal berangkat').fill('10-12-2018');
    await page.getByRole('button', { name: 'Lihat akibatnya' }).click();
    await page.getByText('1 orang dalam perpindahan').waitFor();
    await faultless(page, 'pindah-akibat');
    await page.getByRole('button', { name: 'Catat peristiwa' }).click();
    await page.getByRole('link', { name: 'Buka daftar perpindahan' }).click();
    await page.getByRole('button', { name: /PEPEN CONTOH SURYA/ }).click();
    await page.getByRole('link', { name: 'Batalkan perpindahan' }).click();
    await page.getByLabel('Alasan').fill('tidak jadi');
    await page.getByLabel('Dasar hukum').fill('surat 1/2018');
    await faultless(page, 'pindah-batal');
    await page.getByRole('button', { name: 'Batalkan surat pindah' }).click();
    await page.getByText('Perpindahan dibatalkan').waitFor();
  });
});

describe('an application', () => {
  test('goes from draft to decision: documents, submission, taking, checking, acceptance', async () => {
    const page = await open('/petugas/permohonan-baru');
    await choose(page, 'Pemohon', 'MURNI CONTOH WIBOWO');
    await page.getByLabel('Layanan', { exact: true }).selectOption('family_card.lost');
    await page.getByText('Surat kehilangan dari kepolisian, KTP-el').waitFor();
    await faultless(page, 'permohonan-baru');
    await page.getByRole('button', { name: 'Lanjut ke dokumen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kartu keluarga hilang atau rusak' }).waitFor();
    await page.getByRole('button', { name: 'Ajukan permohonan' }).click();
    await page.getByText('Masih ada 2 dokumen wajib yang belum diserahkan.').waitFor();
    await faultless(page, 'permohonan-kurang');
    for (const name of ['Surat kehilangan dari kepolisian', 'KTP-el']) {
      await page.getByLabel(new RegExp(`^${name}`)).setInputFiles({
        name: 'surat.pdf',
        mimeType: 'application/pdf',
        buffer: givenPdf(),
      });
      await page.getByRole('button', { name: `Lihat ${name}` }).waitFor();
    }
    await page.getByRole('button', { name: 'Ajukan permohonan' }).click();
    await page.getByText('Permohonan diajukan').waitFor();
    await page.goto(`${web.origin}/petugas`);
    await page.getByText('Permohonan menunggu diambil dan diperiksa').waitFor();
    await faultless(page, 'beranda');
    await page.goto(`${web.origin}/petugas/permohonan`);
    await page.getByText('Tidak ada yang lewat batas').waitFor();
    await faultless(page, 'permohonan-daftar');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Ambil permohonan ini' }).click();
    await page.getByText('Permohonan Anda tangani').waitFor();
    await page.getByRole('button', { name: /^Tandai belum memenuhi ?: KTP-el/ }).click();
    await page.getByLabel('Apa yang kurang').fill('Foto buram');
    await page.getByRole('button', { name: /^Simpan: belum memenuhi/ }).click();
    await page.getByText('Foto buram').waitFor();
    expect(await page.getByRole('button', { name: 'Terima dan laksanakan' }).isDisabled()).toBe(true);
    await faultless(page, 'permohonan-diperiksa');
    for (const name of ['KTP-el', 'Surat kehilangan dari kepolisian']) {
      await page.getByRole('button', { name: new RegExp(`^Tandai memenuhi ?: ${name}`) }).click();
      await page
        .getByRole('button', { name: new RegExp(`^Tandai memenuhi ?: ${name}`) })
        .waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: 'Terima dan laksanakan' }).click();
    await page.getByText('Permohonan diterima dan dilaksanakan').waitFor();
    await page.getByText('Permohonan ini sudah selesai.').waitFor();
    await faultless(page, 'permohonan-diterima');
  });

  test('for an event carries it out, and leads to it; a reason goes back with what is returned', async () => {
    const page = await open('/petugas/permohonan-baru', { width: 390, dark: true });
    await choose(page, 'Pemohon', 'ENDANG CONTOH SURYA');
    await page.getByLabel('Layanan', { exact: true }).selectOption('name_change');
    await choose(page, 'Yang bersangkutan', 'ENDANG CONTOH SURYA');
    await page.getByLabel('Nama baru').fill('ENDANG BARU SURYA');
    await page.getByLabel('Pengadilan').fill('PN CONTOH');
    await page.getByLabel('Nomor penetapan atau putusan').fill('9/Pdt.P/2018');
    await page.getByLabel('Tanggal penetapan atau putusan').fill('01-12-2018');
    await page.getByLabel('Tanggal peristiwa').fill('01-12-2018');
    await page.getByText('Dipilih: 3175071004').waitFor();
    await faultless(page, 'permohonan-nama');
    await page.getByRole('button', { name: 'Lanjut ke dokumen' }).click();
    await page.getByText('ENDANG BARU SURYA').waitFor();
    await page.getByRole('link', { name: 'Ubah isi permohonan' }).click();
    await page.getByLabel('Nama baru').fill('ENDANG INDAH SURYA');
    await page.getByRole('button', { name: 'Simpan perubahan' }).click();
    await page.getByText('ENDANG INDAH SURYA').waitFor();
    await page.getByRole('button', { name: 'Batalkan permohonan' }).click();
    await page.getByLabel('Alasan').fill('Pemohon berubah pikiran');
    await page.getByRole('button', { name: 'Batalkan permohonan' }).click();
    await page.getByText('Alasan: Pemohon berubah pikiran').waitFor();
    await faultless(page, 'permohonan-batal');
  });

  test('for a new family card names its members and its address, and forms it when it is accepted', async () => {
    const page = await open('/petugas/permohonan-baru');
    await choose(page, 'Pemohon', 'YUSUF CONTOH HIDAYAT');
    await page.getByLabel('Layanan', { exact: true }).selectOption('family_card.new');
    await page.getByRole('button', { name: 'Lanjut ke dokumen' }).click();
    await page.getByText('3 isian perlu diperbaiki').waitFor();
    await faultless(page, 'kartu-baru-kurang');
    await choose(page, 'Cari anggota', 'YUSUF CONTOH HIDAYAT');
    await page.getByRole('textbox', { name: 'Desa atau kelurahan' }).pressSequentially('pondok kelapa');
    await page
      .getByRole('option', { name: /Duren Sawit/ })
      .first()
      .click();
    await page.getByLabel('Jalan dan nomor').fill('JALAN BARU 7');
    await page.getByLabel('Alasan').fill('tinggal sendiri');
    await page.getByRole('button', { name: 'Lanjut ke dokumen' }).click();
    await page.getByText('JALAN BARU 7').waitFor();
    await faultless(page, 'kartu-baru');
    await page.getByLabel(/^Buku nikah/).setInputFiles({
      name: 'surat.pdf',
      mimeType: 'application/pdf',
      buffer: givenPdf(),
    });
    await page.getByRole('button', { name: /^Lihat Buku nikah/ }).waitFor();
    await page.getByRole('button', { name: 'Ajukan permohonan' }).click();
    await page.getByRole('button', { name: 'Ambil permohonan ini' }).click();
    await page.getByRole('button', { name: /^Tandai memenuhi ?: Buku nikah/ }).click();
    await page.getByRole('button', { name: 'Terima dan laksanakan' }).click();
    await page.getByText('Permohonan ini sudah selesai.').waitFor();
  });
});
