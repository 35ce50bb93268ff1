import type { Browser, Page } from 'playwright-core';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { CONTENTS } from '../../src/sharing/partner/given-partner.ts';
import { fileDocuments } from '../../src/sharing/partner/index.ts';
import { compareBatch } from '../../src/sharing/returned-data/compare.ts';
import { WHY } from '../../src/sharing/verification/given-partner.ts';
import { givenMatching, nameOf } from '../../src/sharing/matching/given-matching.ts';
import type { Caller } from '../given/serving.ts';
import { openBrowser } from './browser.ts';
import { givenWeb, type GivenWeb } from './given-web.ts';
import { faultless, openScreen, type Screen } from './screen.ts';

const given = await givenMatching();
let browser: Browser;
let web: GivenWeb;
let screens: Screen[] = [];
let bank: string;

beforeAll(async () => {
  [web, browser] = await Promise.all([givenWeb(given.house), openBrowser()]);
  const partner = await given.partner({ packageRows: 500 }, { institution: { name: 'BANK CONTOH PEMADANAN' } });
  bank = partner.id;
  const head = 'REF,NIK,NAMA,TGL LAHIR\n';
  const people = await given.people(120);
  const honest = people.map(({ nik, name, birthDate }, n) => `R-${n},${nik},${name},${birthDate}\n`);
  const guesses = Array.from({ length: 150 }, (_, n) => `R-${n},990101410190${9001 + n},${nameOf(n)},1990-01-01\n`);
  for (const [rows, reference] of [
    [honest, 'NASABAH-2018-11'],
    [guesses, 'CALON-NASABAH'],
    [[...honest, ...guesses], 'NASABAH-2018-12'],
  ] as const) {
    const { body } = await given.handedIn(partner, head + rows.join(''), { reference });
    if (body.state === 'running') await given.work(body.id);
  }
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

async function open(by: Caller, path: string): Promise<Page> {
  const screen = await openScreen(browser);
  screens.push(screen);
  const cookies = (by.headers['cookie'] ?? '').split('; ').filter(Boolean);
  await screen.context.addCookies(
    cookies.map((part) => {
      const [name, ...value] = part.split('=');
      return { name: name!, value: value.join('='), url: web.origin };
    }),
  );
  await screen.page.goto(`${web.origin}/petugas${path}`);
  await screen.page.getByRole('heading', { level: 1 }).waitFor();
  return screen.page;
}

test('files that wait stand first; one that looks like guessing is looked at and stopped, one beyond its package approved', async () => {
  const page = await open(given.dian, '/pemadanan');
  await page.getByRole('link', { name: 'CALON-NASABAH' }).waitFor();
  await faultless(page, 'pemadanan');
  await page.getByRole('button', { name: 'Hanya yang menunggu keputusan' }).click();
  await page.getByRole('link', { name: 'NASABAH-2018-11' }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'CALON-NASABAH' }).click();
  await page.getByText('NIK dicoba berurutan').waitFor();
  await page.getByRole('button', { name: 'Hentikan berkas ini' }).click();
  await page.getByText('isian perlu diperbaiki').waitFor();
  await faultless(page, 'pemadanan-ditahan');
  const stop = page.locator('form', { has: page.getByRole('button', { name: 'Hentikan berkas ini' }) });
  await stop.getByLabel('Alasan').fill('serial NIK dicoba satu per satu');
  await stop.getByRole('button', { name: 'Hentikan berkas ini' }).dblclick();
  await page.getByText('serial NIK dicoba satu per satu').waitFor();

  const other = await open(given.dian, '/');
  await other.getByRole('button', { name: /BANK CONTOH PEMADANAN · NASABAH-2018-12/ }).click();
  const approve = other.locator('form', { has: other.getByRole('button', { name: 'Setujui berkas ini' }) });
  await approve.getByLabel('Alasan').fill('paket tambahan sudah dibayar');
  await approve.getByRole('button', { name: 'Setujui berkas ini' }).click();
  await other.getByText('Sedang dipadankan').waitFor();
});

test("an institution's page lists its files, and who may only read is told whom they wait for", async () => {
  const auditor = await given.officer({ role: 'auditor' });
  const page = await open(auditor, `/lembaga/${bank}`);
  await page.getByRole('heading', { name: 'Pemadanan berkas' }).waitFor();
  await page.getByRole('link', { name: 'NASABAH-2018-11' }).click();
  await page.getByText('Selesai').first().waitFor();
  await faultless(page, 'pemadanan-selesai');
  expect(await page.getByRole('button', { name: 'Setujui berkas ini' }).count()).toBe(0);
});

test('what a partner says otherwise stands beside the register at the office of the person, and opens an application or is dismissed', async () => {
  const partner = await given.partner({}, { institution: { name: 'RUMAH SAKIT CONTOH' } });
  const contents = { ...CONTENTS, returned: ['address', 'rt', 'occupation'] as never };
  await given.act((tx) => fileDocuments(tx, given.actor, [given.paper(partner.cooperationId, 'pks', { contents })]));
  const [first, second] = await given.people(2);
  const items = [
    [first!.nik, { address: 'GANG MAWAR 99', rt: '9', occupation: 'GURU' }],
    [second!.nik, { rt: '8' }],
  ].map(([nik, said], n) => ({ nik, said, reference: `RS-${n}`, learnedOn: '2018-12-01' }));
  const sent = await partner.ask({ ...WHY, items }, { 'idempotency-key': randomUUID() }, '/v1/returned-data');
  await given.system((tx) => compareBatch(tx, sent.body.batch));

  const verifier = await given.officer({ role: 'verifier', officeId: await given.office('3175') });
  const page = await open(verifier, '/data-balikan');
  await page.getByRole('link', { name: first!.name }).waitFor();
  await faultless(page, 'data-balikan');
  await page.getByRole('link', { name: first!.name }).click();
  await page.getByText('GANG MAWAR 99').waitFor();
  await faultless(page, 'data-balikan-satu');
  const accept = page.locator('form', { has: page.getByRole('button', { name: 'Buka permohonan', exact: true }) });
  await accept.getByLabel('Alasan').fill('warga dihubungi dan membenarkan');
  await accept.getByRole('button', { name: 'Buka permohonan', exact: true }).dblclick();
  await page.getByRole('link', { name: 'Buka permohonan 2' }).waitFor();
  await page.getByRole('link', { name: 'Buka permohonan 1' }).click();
  await page.getByText('GANG MAWAR 99').first().waitFor();

  const other = await open(verifier, '/data-balikan');
  await other.getByRole('link', { name: second!.name }).click();
  const dismiss = other.locator('form', { has: other.getByRole('button', { name: 'Kesampingkan petunjuk ini' }) });
  await dismiss.getByLabel('Alasan').fill('sudah diperiksa di lapangan');
  await dismiss.getByRole('button', { name: 'Kesampingkan petunjuk ini' }).click();
  await other.getByText('Isi data balikan sudah dihapus').waitFor();
});
