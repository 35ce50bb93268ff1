import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../src/core/access/index.ts';
import { many, run, sql } from '../../src/core/db/index.ts';
import { newId, type Nik } from '../../src/core/id/index.ts';
import { asCivilDate } from '../../src/core/time/index.ts';
import { issueStationCode } from '../../src/recording/enrolment/index.ts';
import { announcedPng, drawnFaces, drawnWall } from '../../src/recording/biometric/face/given-picture.ts';
import {
  addOfficer,
  changePost,
  hashPassword,
  issueFirstRunCodes,
  registerFirstAdministrator,
  setPassword,
} from '../../src/register/officer/index.ts';
import { DITJEN_ID } from '../../src/register/office/index.ts';
import { givenHouse } from '../given/house.ts';
import { BANDUNG, givenActor, givenResident } from '../given/people.ts';
import { openBrowser } from './browser.ts';
import { filmedFace } from './given-camera.ts';
import { givenWeb, type GivenWeb } from './given-web.ts';
import { axeFaults, openScreen, sidewaysOverflow, type Screen } from './screen.ts';

const PASSWORD = 'kuda hijau makan awan';
const given = await givenHouse();
const sequencer = given.house.startSequencer((fault) => {
  throw fault;
});
afterAll(() => sequencer.stop());

let browser: Browser;
let web: GivenWeb;
let screens: Screen[] = [];
let station: Screen;
const officeId = newId();

beforeAll(async () => {
  await officers();
  const { flags } = await filmedFace();
  [web, browser] = await Promise.all([givenWeb(given.house), openBrowser(flags)]);
  station = await openScreen(browser);
  const { page } = station;
  await page.goto(`${web.origin}/masuk`);
  await page.getByLabel('Nama pengguna').fill('perekam');
  await page.getByLabel('Kata sandi').fill(PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByRole('heading', { name: 'Pekerjaan Anda' }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await web?.close();
});

async function officers(): Promise<void> {
  const actor = systemActor('test');
  const hash = await hashPassword(PASSWORD);
  await given.system(async (tx) => {
    for (const [place, code] of (await issueFirstRunCodes(tx)).entries()) {
      const username = `admin${place}`;
      await registerFirstAdministrator(tx, { code, username, name: `Administrator ${place}`, password: PASSWORD });
    }
    const province = newId();
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
      username: 'perekam',
      name: 'Rina Contoh',
      employeeNumber: null,
    });
    await setPassword(tx, officerId, hash);
    await run(tx, sql`update officer.officer set state = 'active' where id = ${officerId}`);
    await changePost(tx, actor, {
      change: 'grant',
      officerId,
      officeId,
      role: 'operator',
      from: '2012-01-01',
      until: null,
    });
  });
}
const refOf = (nik: Nik) => given.house.ground.personRefs.of(nik);

async function faultless(page: Page): Promise<void> {
  expect(await axeFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 900 });
  expect(await sidewaysOverflow(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
}
let n = 0;
async function shots(page: Page, name: string) {
  if (!process.env['SHOTS']) return;
  n++;
  for (const [w, d] of [
    [1280, 0],
    [390, 0],
    [1280, 1],
    [390, 1],
  ] as const) {
    await page.setViewportSize({ width: w, height: 900 });
    await page.emulateMedia({ colorScheme: d ? 'dark' : 'light', reducedMotion: 'reduce' });
    await page.waitForTimeout(150);
    await page.screenshot({ path: `${process.env['SHOTS']}/${n}-${name}-${w}-${d}.png`, fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 900 });
}

test('scratch', { timeout: 120_000 }, async () => {
  const { page } = station;
  page.on('console', (m) => console.log('console', m.text()));
  const nik = await givenResident(given, { name: 'RATNA CONTOH PEREKAMAN', birthDate: asCivilDate('1991-02-03') });
  await page.goto(`${web.origin}/petugas/perekaman/rekam`);
  await page.getByText('belum terdaftar').waitFor();
  await shots(page, 'nodevice');
  const admin = givenActor({ role: 'administrator', officeId, region: '3175' });
  const { code } = await given.system((tx) =>
    issueStationCode(tx, admin, { officeId, name: 'Loket 1', kind: 'fixed' }),
  );
  await page.evaluate(
    async ({ code, officeId }) => {
      const b64 = (b: ArrayBuffer) =>
        btoa(String.fromCharCode(...new Uint8Array(b)))
          .replaceAll('+', '-')
          .replaceAll('/', '_')
          .replaceAll('=', '');
      const keys = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
      const letters = code.replaceAll('-', '');
      const publicKey = b64(await crypto.subtle.exportKey('raw', keys.publicKey));
      const proof = b64(
        await crypto.subtle.sign('Ed25519', keys.privateKey, new TextEncoder().encode(`jatidiri station\n${letters}`)),
      );
      const csrf = decodeURIComponent(/jatidiri_csrf=([^;]+)/.exec(document.cookie)![1]!);
      const answer = await fetch('/v1/stations', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-csrf-token': csrf, 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({ code, publicKey, proof }),
      });
      const { id, name, centreKey } = (await answer.json()) as Record<string, string>;
      await new Promise<void>((done, fail) => {
        const open = indexedDB.open('jatidiri.perekaman');
        open.onsuccess = () => {
          const tx = open.result.transaction('device', 'readwrite');
          tx.objectStore('device').put(
            { id, name, officeId, centreKey, signingKey: keys.privateKey, publicKey, enrolledAt: '', enrolledBy: '' },
            'this',
          );
          tx.oncomplete = () => (open.result.close(), done());
          tx.onerror = () => fail(tx.error);
        };
      });
    },
    { code, officeId },
  );
  await page.reload();
  await page.getByRole('heading', { name: 'Dengan NIK' }).waitFor();
  await shots(page, 'start');
  console.log(await axeFaults(page));
  await page.goto(`${web.origin}/petugas/perekaman/rekam/${refOf(nik)}`);
  await page.getByRole('button', { name: 'Buka', exact: true }).click();
  await page.getByText('Hadapkan wajah').waitFor();
  console.log('no face seen');

  for (let i = 0; i < 12; i++) {
    console.log(Date.now() % 100000, (await page.locator('.great').innerText()).slice(0, 40));
    await page.waitForTimeout(400);
  }
  await page.screenshot({ path: '/tmp/capscratch/shots/x.png' });
  await page.screenshot({ path: `${process.env['SHOTS']}/good.png` });
  await page.getByText('Foto diambil').waitFor({ timeout: 30_000 });
  await shots(page, 'taken');
  console.log(await axeFaults(page));
  await page.keyboard.press('Enter');
  await page.keyboard.press('4');
  await page.getByText('Silakan tanda tangan').waitFor();
  const box = (await page.locator('canvas').boundingBox())!;
  await page.mouse.move(box.x + 60, box.y + 200);
  await page.mouse.down();
  for (let x = 60; x < 500; x += 12) await page.mouse.move(box.x + x, box.y + 170 + 60 * Math.sin(x / 25));
  await page.mouse.up();
  await shots(page, 'signature');
  console.log(await axeFaults(page));
  await page.getByRole('button', { name: 'Pakai tanda tangan ini' }).click();
  await page.getByText('Tanda tangan disimpan').waitFor();
  await page.keyboard.press('5');
  await page.getByText('10 bagian belum ada').waitFor();
  await shots(page, 'check-missing');
  console.log(await axeFaults(page));
  await page.reload();
  await page.getByText('Sidik jari').first().waitFor();
  await page.keyboard.press('5');
  await page.getByText('10 bagian belum ada').waitFor();
  for (let i = 0; i < 10; i++) {
    await page.getByText('Beri alasan').first().click();
    await page.getByLabel('Tidak ada', { exact: true }).first().check();
    await page.getByRole('button', { name: 'Catat alasan ini' }).first().click();
  }
  await shots(page, 'check-ready');
  console.log(await axeFaults(page));
  await page.getByRole('button', { name: 'Segel perekaman' }).dblclick();
  await page.getByText('Tersegel, menunggu').waitFor();
  await shots(page, 'sealed');
  console.log(await axeFaults(page), station.offences);
  void [many, BANDUNG, announcedPng, drawnFaces, drawnWall, describe, afterEach, screens, refOf, nik, faultless];
});
