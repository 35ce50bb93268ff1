import { beforeAll, describe, expect, test } from 'vitest';
import { givenHouse } from '../../../test/given/house.ts';
import { BANDUNG, givenActor, givenResidents, PONDOK_KELAPA } from '../../../test/given/people.ts';
import { publicRequest } from '../../../test/given/public-request.ts';
import { publicActor } from '../../core/access/index.ts';
import { many, run, sql } from '../../core/db/index.ts';
import { Download } from '../../core/http/index.ts';
import { asCivilDate } from '../../core/time/index.ts';
import { readStatement } from '../statement/index.ts';
import { countDashboard, lastCounting } from './count.ts';
import { dashboardPages } from './page.ts';
import { readDashboard } from './read.ts';
import { rollUp } from './roll-up.ts';
import type { Section } from './rules.ts';
import type { Dashboard } from './schema.ts';

const given = await givenHouse();
const everybody = publicActor('id');
const jakarta = givenActor({ region: '3175' });
/** Villages of two provinces that were others' in 2018: Merauke's, and one of North Kalimantan, founded in 2012. */
const MERAUKE = '9301011001';
const TARAKAN = '6571011001';

const look = (region = '', section: Section = 'coverage', actor = everybody) =>
  given.transact(actor, (tx) => readDashboard(tx, actor, { region, section }));
const figure = ({ headlines }: Dashboard, measure: string) => headlines.find((each) => each.measure === measure)!;
const row = ({ regions, columns }: Dashboard, code: string, measure: string) =>
  regions.find((each) => each.code === code)?.cells[columns.findIndex((each) => each.measure === measure)];

const askedFor = () =>
  given.system(async (tx) => {
    const jobs = sql`select from graphile_worker.jobs where task_identifier = 'dashboard.count'`;
    return (await many(tx, jobs)).length;
  });

test('what could be reckoned from a measure beside it is withheld with it, in every region alike', () => {
  const day = asCivilDate('2018-12-11');
  const line = (measure: string, region: string, n: number) => ({ measure, region, day, part: '', n });
  const rows = [
    ...['3171', '3172', '3173'].flatMap((region, place) => [
      line('resident.obligated', region, 100),
      line('enrolment.coverage', region, [98, 90, 80][place]!),
      line('enrolment.unrecorded', region, [2, 10, 20][place]!),
    ]),
    line('enrolment.unrecorded', '3273', 50),
    line('enrolment.coverage', '3273', 900),
  ];
  const kept = rollUp(rows, { regions: given.house.ground.regions, regencies: new Set([day]) });
  const hidden = kept.filter(({ withheld }) => withheld).map(({ measure, region }) => `${measure} ${region}`);
  expect(hidden.toSorted()).toEqual([
    'enrolment.coverage 3171',
    'enrolment.coverage 3172',
    'enrolment.unrecorded 3171',
    'enrolment.unrecorded 3172',
  ]);
});

describe('an empty nation', () => {
  test('the first who asks counts, whoever asks meanwhile waits for the same', async () => {
    const seen = await Promise.all([look(), look('31'), look('3175', 'voters')]);
    const countings = await given.system((tx) => many(tx, sql`select day from dashboard.counting`));
    expect(countings).toHaveLength(1);
    expect(new Set(seen.map(({ countedAt }) => countedAt)).size).toBe(1);
    expect(figure(seen[0], 'resident.total').now).toEqual({ n: 0, withheld: null, percent: null });
    expect(seen[0].lines).toEqual([]);
    expect(seen[2].election).toBeNull();
  });
});

describe('a nation with people', () => {
  beforeAll(async () => {
    await givenResidents(given, [
      ...Array.from({ length: 9 }, () => ({ villageCode: PONDOK_KELAPA })),
      ...Array.from({ length: 5 }, () => ({ villageCode: '3171011001' })),
      ...Array.from({ length: 4 }, () => ({ villageCode: BANDUNG, birthDate: asCivilDate('2010-01-01') })),
      ...Array.from({ length: 6 }, () => ({ villageCode: TARAKAN })),
      { villageCode: MERAUKE },
    ]);
    await given.system(countDashboard);
  });

  test('every measure that is an indicator is what the statement says of the same day', async () => {
    const { indicators } = await given.system((tx) => readStatement(tx, {}));
    const stated = new Map(indicators.map(({ code, numerator }) => [code, numerator]));
    for (const section of ['coverage', 'cards', 'ladder', 'use', 'voters'] as const)
      for (const { measure, now } of (await look('', section)).headlines)
        if (stated.has(measure)) expect([measure, now.n]).toEqual([measure, stated.get(measure)]);
  });

  test('regions stand on the map of the day: a regency of a later province lies in the one of then', async () => {
    const nation = await look();
    expect(row(nation, '93', 'resident.total')).toBeUndefined();
    expect(row(nation, '91', 'resident.total')).toMatchObject({ n: null, withheld: 'few' });
    await expect(look('93')).rejects.toMatchObject({ code: 'dashboard.no_region' });
    await expect(look('0199')).rejects.toMatchObject({ code: 'dashboard.no_region' });
  });

  test('one or two people are shown to nobody but their own offices, nor what would tell them', async () => {
    const open = await look();
    const cells = open.regions.map(({ code }) => [code, row(open, code, 'resident.total')!] as const);
    expect(cells.filter(([, { withheld }]) => withheld === 'few').map(([code]) => code)).toEqual(['91']);
    expect(cells.filter(([, { withheld }]) => withheld === 'beside_few')).toHaveLength(1);
    const [, hidden] = cells.find(([, { withheld }]) => withheld === 'beside_few')!;
    expect(hidden).toMatchObject({ n: null, percent: null });
    const province = await look('91');
    expect(figure(province, 'resident.total').now.n).toBeNull();
    const ministry = await look('91', 'coverage', givenActor({ region: '' }));
    expect(figure(ministry, 'resident.total').now.n).toBe(1);
    const elsewhere = await look('91', 'coverage', jakarta);
    expect(figure(elsewhere, 'resident.total').now.n).toBeNull();
  });

  test('a regency has beside it its province and the nation, and the other regencies', async () => {
    const seen = await look('3175', 'coverage', jakarta);
    expect(seen).toMatchObject({ level: 'regency', day: '2018-12-11', stale: false });
    const total = figure(seen, 'resident.total');
    expect(total.now.n).toBe(9);
    expect(total.wider.map(({ code, cell }) => [code, cell.n])).toEqual([
      ['31', 14],
      ['', 25],
    ]);
    expect(seen.path.map(({ code }) => code)).toEqual(['', '31']);
    expect(seen.regions.find(({ here }) => here)?.code).toBe('3175');
    expect(row(seen, '3171', 'resident.total')).toMatchObject({ n: 5 });
  });

  test('a region that was split off says since when, and from what', async () => {
    const { began, lines } = await look('65');
    expect(began).toEqual({ day: '2013-04-22', from: 'Kalimantan Timur' });
    expect(lines.every(({ points }) => points[0]!.day >= began!.day)).toBe(true);
    expect((await look('31')).began).toBeNull();
  });

  test('what lies in no region is the nation’s wherever it is shown', async () => {
    const seen = await look('3175', 'ladder', jakarta);
    expect(seen.regions).toEqual([]);
    expect(figure(seen, 'partner.agreement')).toMatchObject({ now: { n: 0 }, wider: [] });
  });

  test('an older count is shown with its day, and a new one is asked for once', async () => {
    given.clock.moveTo(new Date('2018-12-13T02:00:00Z'));
    expect(await look()).toMatchObject({ day: '2018-12-11', stale: true });
    await look();
    expect(await askedFor()).toBe(1);
    await given.system(countDashboard);
    expect(await look()).toMatchObject({ day: '2018-12-13', stale: false });
    await given.system((tx) => run(tx, sql`delete from graphile_worker._private_jobs`));
    await look();
    expect(await askedFor()).toBe(0);
    given.clock.moveTo(new Date('2018-12-13T02:10:00Z'));
    await look();
    expect(await askedFor()).toBe(1);
  });

  test('a new month counts the months anew; days long ago are forgotten but for the ends of months', async () => {
    given.clock.moveTo(new Date('2019-02-10T02:00:00Z'));
    await given.system(countDashboard);
    const days = await given.system((tx) =>
      many<{ day: string }>(
        tx,
        sql`select distinct day from dashboard.count where region = '' and measure = 'resident.total' order by day desc`,
      ),
    );
    expect(days.map(({ day }) => day).slice(0, 3)).toEqual(['2019-02-10', '2019-01-31', '2018-12-31']);
    expect(days.some(({ day }) => day === '2018-12-11')).toBe(false);
    const { day } = await given.system(lastCounting);
    expect(day).toBe('2019-02-10');
  });

  test('goes along as a table with every number in it, and as a paper that comes out the same again', async () => {
    const page = dashboardPages.find(({ path }) => path.endsWith(':file'))!;
    const file = async (name: string) => {
      const params = { region: '31', section: 'cakupan', file: name };
      const got = await given.transact(everybody, (tx) => page.load(tx, publicRequest({ params })));
      return got instanceof Download ? got.file : null;
    };
    const csv = (await file('csv'))!;
    expect(csv.fileName).toBe('dasbor-cakupan-31-2019-02-10.csv');
    const lines = csv.bytes.toString().split('\r\n');
    expect(lines.find((line) => line.includes('3175') && line.includes('resident.total'))).toContain(',9,');
    const pdf = (await file('pdf'))!;
    expect(pdf.bytes.subarray(0, 4).toString()).toBe('%PDF');
    expect((await file('pdf'))!.bytes.equals(pdf.bytes)).toBe(true);
    expect(await file('exe')).toBeNull();
  });

  test('an address of no region or section is none', async () => {
    const page = dashboardPages.find(({ path }) => path === '/dasbor/:region/:section')!;
    const at = (region: string, section: string) =>
      given.transact(everybody, (tx) => page.load(tx, publicRequest({ params: { region, section } })));
    expect(await at('99', 'cakupan')).toBeNull();
    expect(await at('31', 'gaji')).toBeNull();
    expect(await at('317507', 'cakupan')).toBeNull();
    expect(await at('indonesia', 'pemilih')).toMatchObject({ dashboard: { section: 'voters' } });
  });
});
