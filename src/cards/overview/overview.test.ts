import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STATUSES } from '../../recording/enrolment/index.ts';
import { loadRegions } from '../../register/region/index.ts';
import { givenLine } from '../blank/given-line.ts';
import { codesAt, figuresOf, type Gathered } from './rules.ts';

const line = await givenLine('2018-12-20T02:00:00Z');
afterAll(() => line.sequencer.stop());
const { ok, keepers, ministry, provinceHead, regencyHead } = line;
const FIRST = 9_900_000;
const opened = async (query = '', by = ministry) => ok(by.call('GET', `/v1/cards/overview${query}`));

beforeAll(async () => {
  await line.system((tx) => loadRegions(tx, line.house.ground.regions));
  await line.deliver(FIRST, 300);
  await line.ship('centre', 'province', FIRST, FIRST + 199);
  await line.ship('province', 'tulangBawang', FIRST, FIRST + 99);
  await ok(line.send('centre', 'province', [{ first: String(FIRST + 200), last: String(FIRST + 209) }]));
  await line.system(async (tx) => {
    for (let n = 1; n <= 7; n++)
      await tx.client.query(
        `insert into enrolment.packet (nik, id, status, status_since, source, village_code, captured_at, received_at, recorded_on)
         values ($1, $2, $3, now(), 'import', 1805012001, now(), now(), '2018-06-01')`,
        [`18050141019090${String(n).padStart(2, '0')}`, randomUUID(), STATUSES.PRINT_READY_RECORD.code],
      );
  });
  await ok(regencyHead.call('POST', '/v1/disposal/reports', { note: 'tidak ada KTP-el rusak bulan ini' }));
  const told = { kind: 'for_sale', place: 'Toko daring', seenOn: '2018-12-19', words: 'dijual di toko daring' };
  const seen = [String(FIRST + 5), String(FIRST + 150)];
  await ok(ministry.call('POST', '/v1/blanks/incidents', { ...told, seen }));
  await ok(ministry.call('POST', '/v1/blanks/incidents', { ...told, seen: ['04FFFFFFFFFFFF'] }));
});

describe('the overview', () => {
  test('adds up every province from its regencies and its own stores, and the nation from them and the centre', async () => {
    const { total, regions, level, due } = await opened();
    expect([level, due]).toEqual(['province', true]);
    expect(regions).toHaveLength(34);
    const lampung = regions.find(({ code }: { code: string }) => code === '18');
    expect(lampung).toMatchObject({ name: 'Lampung', stock: 200, coming: 10, backlog: 7, openIncidents: 1 });
    // One regency of fifteen has said that there was nothing to destroy.
    expect(lampung).toMatchObject({ regencies: 15, silent: 14, reportedOn: '2018-12-20' });
    expect(total).toMatchObject({ stock: 290, coming: 10, backlog: 7, openIncidents: 2, regencies: 514, silent: 513 });
  });

  test('opens a province into its regencies, those without a store too', async () => {
    const { regions, name } = await opened('?region=18');
    expect(name).toBe('Lampung');
    expect(regions).toHaveLength(15);
    const of = (wanted: string) => regions.find(({ code }: { code: string }) => code === wanted);
    expect(of('1805')).toMatchObject({ stock: 100, backlog: 7, silent: 0, openIncidents: 1, standing: 'unused' });
    expect(of('1872')).toMatchObject({ stock: 0, backlog: 0, silent: 1, reportedOn: null, openIncidents: 0 });
    expect((await opened('?level=regency')).regions).toHaveLength(514);
  });

  test('is a table to take along, with the day in every line', async () => {
    const csv = await ministry.call('GET', '/v1/cards/overview/table?region=18');
    expect(csv.headers['content-type']).toMatch(/^text\/csv/);
    const lines = String(csv.body).trim().split(/\r?\n/);
    expect(lines).toHaveLength(16);
    expect(lines[0]).toContain('hari stok');
    expect(lines.find((each) => each.includes('1805'))).toMatch(/,100,.*2018-12-20$/);
  });

  test('is for the ministry and its leadership', async () => {
    const leadership = await line.officer({ role: 'leadership' });
    expect((await opened('', leadership)).total.stock).toBe(290);
    for (const by of [provinceHead, keepers.centre]) {
      expect((await by.call('GET', '/v1/cards/overview')).status).toBe(403);
      expect((await by.call('GET', '/v1/cards/overview/table')).status).toBe(403);
    }
  });
});

test('an incident about two regencies counts once in their province; stock lasts for the backlog of all of it first', () => {
  const supply = { stock: 100, coming: 0, usedIn60Days: 60, backlog: 10 };
  const gathered: Gathered = {
    supply: [
      { code: '', ...supply, backlog: 0, usedIn60Days: 0 },
      { code: '18', ...supply, backlog: 0, usedIn60Days: 0 },
      { code: '1805', ...supply },
      { code: '1872', ...supply, stock: 0 },
    ],
    reports: [
      { region: '1805', destructions: 2, pieces: 30, lastOn: '2018-12-19' },
      { region: '1872', destructions: 0, pieces: 0, lastOn: null },
    ],
    incidents: [
      { id: 'a', codes: ['1805', '1872'] },
      { id: 'b', codes: [] },
    ],
    due: true,
  };
  expect(figuresOf('18', gathered)).toMatchObject({
    stock: 200,
    backlog: 20,
    daysLeft: 90,
    openIncidents: 1,
    silent: 1,
  });
  expect(figuresOf('1872', gathered)).toMatchObject({ standing: 'short', daysLeft: 0, openIncidents: 1 });
  expect(figuresOf('', gathered)).toMatchObject({ stock: 300, openIncidents: 2, pieces: 30, reportedOn: '2018-12-19' });
  expect(figuresOf('', { ...gathered, due: false }).silent).toBe(0);
  expect(codesAt('province', gathered)).toEqual(['18']);
  expect(codesAt('regency', gathered)).toEqual(['1805', '1872']);
});
