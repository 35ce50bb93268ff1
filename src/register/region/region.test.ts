import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenHouse } from '../../../test/given/house.ts';
import { publicActor, systemActor } from '../../core/access/index.ts';
import { many, run, sql } from '../../core/db/index.ts';
import { asCivilDate } from '../../core/time/index.ts';
import { findRegionContract, listRegionsContract } from './contract.ts';
import { findRegion, importMap, listRegions, loadRegions, regionOutlines, regionTiles } from './index.ts';
import type { ListRegionsInput } from './find-region.ts';

const given = await givenHouse();
const anybody = publicActor('id');
const today = asCivilDate('2026-11-23');
const list = (input: ListRegionsInput) => given.transact(anybody, (tx) => listRegions(tx, anybody, input));
const names = async (input: ListRegionsInput) => (await list(input)).regions.map((region) => region.name);
const load = () => given.system((tx) => loadRegions(tx, tx.ground.regions));

let loaded = 0;
beforeAll(async () => {
  loaded = await load();
});

describe('filling the table', () => {
  test('leaves there what the index holds', async () => {
    const counts = await given.system((tx) =>
      many(
        tx,
        sql<{
          n: number;
        }>`select count(*)::int as n from region_read.version where valid_to is null group by level order by level`,
      ),
    );
    expect(counts.map((row) => row.n)).toEqual([38, 514, 7285, 83_762]);
    expect(loaded).toBe([...given.house.ground.regions.all()].length);
  });

  test('again does nothing, also from two processes at once', async () => {
    expect(await Promise.all([load(), load()])).toEqual([0, 0]);
  });

  test('is done anew when the lists changed', async () => {
    await given.system(async (tx) => {
      await many(tx, sql`update region.load set digest = 'of another package'`);
      await many(tx, sql`delete from region.version where code = '31'`);
    });
    expect(await load()).toBe(loaded);
  });
});

describe('searching', () => {
  test('three letters find names that begin so, higher levels first', async () => {
    const { regions } = await list({ search: 'jak', asOf: today });
    expect(regions[0]).toMatchObject({ code: '31', level: 'province' });
    expect(regions.slice(1, 6).map((region) => region.code.slice(0, 2))).toEqual(['31', '31', '31', '31', '31']);
    expect(regions).toHaveLength(20);
  });

  test('every word typed must begin a word of the name', async () => {
    expect(await names({ search: 'duren saw', asOf: today })).toContain('Duren Sawit');
    expect(await names({ search: 'SAWIT duren', asOf: today })).toContain('Duren Sawit');
    expect(await names({ search: 'duren kelapa xyz', asOf: today })).toEqual([]);
  });

  test('the place comes with its path', async () => {
    const { regions } = await list({ search: 'Duren Sawit', level: 'district', asOf: today });
    expect(regions[0]).toMatchObject({ code: '317507', kind: 'district', zone: 'Asia/Jakarta', validFrom: null });
    expect(regions[0]!.path.map((part) => part.code)).toEqual(['31', '3175']);
  });

  test('within a parent and of a level', async () => {
    const { regions } = await list({ search: 'pon', parent: '3175', level: 'village', asOf: today });
    expect(regions.length).toBeGreaterThan(2);
    expect(regions.every((region) => region.code.startsWith('3175') && region.level === 'village')).toBe(true);
  });

  test.each([
    ['kota bandung', '3273'],
    ['dki', '31'],
    ["ra'as", '352922'],
    ['RAAS', '352922'],
    ['31.75.07', '317507'],
    ['3175', '3175'],
  ])('"%s" finds %s first', async (search, code) => {
    expect((await list({ search, asOf: today })).regions[0]?.code).toBe(code);
  });

  test.each(["' | !", '\\', 'abc:* & !', '%__', '(((', "a'); drop table"])('%j is only text', async (search) => {
    await list({ search, asOf: today }).catch((error: unknown) =>
      expect(error).toMatchObject({ code: 'region.search_too_short' }),
    );
    expect(await names({ search: 'bali', asOf: today })).toContain('Bali');
  });

  test.each([
    ['a word', sql`words @@ to_tsquery('simple'::regconfig, 'DUREN:*')`, 'version_words'],
    ['a code', sql`code >= '3175' and code < '3175:'`, 'version_pkey'],
  ])('%s is found by an index', async (_, condition, index) => {
    const plan = await given.system((tx) => many(tx, sql`explain select code from region.version where ${condition}`));
    expect(JSON.stringify(plan)).toContain(index);
  });

  test('two letters are refused', async () => {
    await expect(list({ search: 'ja' })).rejects.toMatchObject({ code: 'region.search_too_short', status: 422 });
  });

  test('is on the lists of the day asked for, else of the day of the story', async () => {
    expect(await names({ search: 'merauke', level: 'regency', asOf: today })).toEqual(['Kabupaten Merauke']);
    expect((await list({ search: 'merauke', level: 'regency', asOf: today })).regions[0]?.code).toBe('9301');
    expect((await list({ search: 'merauke', level: 'regency' })).regions[0]?.code).toBe('9101');
    expect(await names({ search: 'papua sel' })).toEqual([]);
  });
});

describe('looking up', () => {
  test('without a search, what lies in a region', async () => {
    expect((await list({})).regions).toHaveLength(34);
    expect((await list({ asOf: today })).regions).toHaveLength(38);
    expect(await names({ parent: '3175', asOf: today })).toContain('Duren Sawit');
  });

  test('a code of former days is found with its successor', async () => {
    const region = await given.transact(anybody, (tx) => findRegion(tx, anybody, { code: '9101', asOf: today }));
    expect(region).toMatchObject({ name: 'Kabupaten Merauke', successor: '9301', validTo: '2022-11-11' });
  });

  test('a code that never was is refused', async () => {
    const look = given.transact(anybody, (tx) => findRegion(tx, anybody, { code: '99' }));
    await expect(look).rejects.toMatchObject({ code: 'region.not_found', status: 404 });
  });

  test('what leaves fits the contracts', async () => {
    const found = await given.transact(anybody, (tx) => findRegion(tx, anybody, { code: '3175071004', asOf: today }));
    expect(findRegionContract.output.parse(found)).toEqual(found);
    const listed = await list({ search: 'merauke' });
    expect(listRegionsContract.output.parse(listed)).toEqual(listed);
    expect(findRegionContract.params!.parse({ code: '31.75.07.1004' })).toEqual({ code: '3175071004' });
    expect(findRegionContract.params!.safeParse({ code: '31750' }).success).toBe(false);
    expect(listRegionsContract.query!.safeParse({ asOf: '2018-02-31' }).success).toBe(false);
  });

  test('tiles are those of the day', async () => {
    const on = (asOf: string) => given.transact(anybody, (tx) => regionTiles(tx, anybody, { asOf: asCivilDate(asOf) }));
    expect((await on('2018-12-11')).tiles).toHaveLength(34);
    expect((await on('2026-11-23')).tiles).toHaveLength(38);
    expect((await on('2026-11-23')).outlines).toBeNull();
  });
});

describe('figures of a day stand on the map of that day', () => {
  test('each regency lies in one province on each day, whatever code it bore', async () => {
    const rows = await given.system((tx) =>
      many(
        tx,
        sql<{ regency_code: string; day: string; province_code: string }>`
          select regency_code, day::text, province_code
            from region_read.regency_province, unnest(array['2012-06-30', '2018-12-11', '2026-11-23']::date[]) as day
           where valid_from <= day and (valid_to is null or valid_to > day)`,
      ),
    );
    const regions = given.house.ground.regions;
    const codes = new Set([...regions.all('regency')].map((region) => region.code));
    expect(rows).toHaveLength(codes.size * 3);
    for (const { regency_code, day, province_code } of rows) {
      expect(province_code, `${regency_code} on ${day}`).toBe(regions.provinceAt(regency_code, asCivilDate(day)));
    }
  });
});

describe('a map', () => {
  const square = [
    [95, 1],
    [96, 1],
    [96, 2],
    [95, 2],
    [95, 1],
  ];
  const shape = (code: unknown, arcs: unknown = [[0]], type = 'Polygon') => ({ type, arcs, properties: { code } });
  const topology = (geometries: unknown[], arcs: unknown[] = [square]) =>
    JSON.stringify({ type: 'Topology', arcs, objects: { any: { type: 'GeometryCollection', geometries } } });
  const imported = (text: string) => given.system((tx) => importMap(tx, systemActor('test'), text));
  const boundary = async (code: string) => {
    const rows = await given.transact(anybody, (tx) =>
      many(tx, sql<{ geometry: unknown }>`select geometry from region_read.boundary where code = ${code}`),
    );
    return rows[0]?.geometry;
  };

  test('is stored as GeoJSON and replaced by the next', async () => {
    expect(await imported(topology([shape('11')]))).toEqual({ read: 1, matched: 1, refused: 0, faults: [] });
    expect(await boundary('11')).toEqual({ type: 'Polygon', coordinates: [square] });
    await imported(topology([shape('11', [[[0]]], 'MultiPolygon')]));
    expect(await boundary('11')).toEqual({ type: 'MultiPolygon', coordinates: [[square]] });
  });

  test('is an entry in the log, which names the file by its hash', async () => {
    await given.system(async (tx) => {
      await importMap(tx, systemActor('test'), topology([shape('11')]));
      const entries = await many(
        tx,
        sql<{ body: string }>`select body from ledger.pending where body like '%map_imported%'`,
      );
      expect(entries.at(-1)?.body).toMatch(/"file":"[0-9a-f]{64}"/);
    });
  });

  test('with quantised arcs and arcs read backwards is decoded', async () => {
    const text = JSON.stringify({
      type: 'Topology',
      transform: { scale: [0.5, 0.25], translate: [95, 1] },
      arcs: [
        [
          [0, 0],
          [2, 0],
          [0, 4],
        ],
        [
          [0, 0],
          [0, 4],
          [2, 0],
        ],
      ],
      objects: { any: shape('12', [[0, -2]]) },
    });
    expect(await imported(text)).toMatchObject({ read: 1, matched: 1 });
    expect(await boundary('12')).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [95, 1],
          [96, 1],
          [96, 2],
          [95, 2],
          [95, 1],
        ],
      ],
    });
  });

  test('refuses shape by shape what has no code, an unknown or former one, one used twice, or broken rings', async () => {
    const far = square.map(([x, y]) => [x! * 100_000, y! * 100_000]);
    const text = topology(
      [
        shape('13'),
        shape('91'),
        shape('91'),
        shape('9101'),
        shape('99'),
        shape(null),
        shape('14', [[7]]),
        shape('15', [[1]]),
        shape('16', [[2]]),
        shape('17', []),
        { type: 'Point', coordinates: [95, 1], properties: { code: '18' } },
      ],
      [square, square.slice(0, 4), far],
    );
    const result = await imported(text);
    expect(result).toMatchObject({ read: 11, matched: 1, refused: 10 });
    expect(result.faults.map(({ code, fault }) => `${code} ${fault}`)).toEqual([
      '91 code_twice',
      '91 code_twice',
      '9101 code_unknown',
      '99 code_unknown',
      'null code_missing',
      '14 shape_broken',
      '15 shape_broken',
      '16 shape_broken',
      '17 shape_broken',
      '18 shape_broken',
    ]);
    expect(await boundary('91')).toBeUndefined();
  });

  test.each([
    ['{', 'not JSON'],
    ['[]', 'not TopoJSON'],
    ['{"type":"FeatureCollection","features":[]}', 'GeoJSON, not TopoJSON'],
    ['{"type":"Topology","arcs":[[["x"]]],"objects":{}}', 'broken arcs'],
    ['{"type":"Topology","arcs":[],"objects":{},"transform":{"scale":[0]}}', 'broken arcs'],
  ])('%s is refused as a whole: %s', async (text, reason) => {
    await expect(imported(text)).rejects.toMatchObject({ code: 'region.map_unreadable', values: { reason } });
  });

  test('of which nothing fits is refused as a whole', async () => {
    await expect(imported(topology([shape('99')]))).rejects.toMatchObject({ code: 'region.map_matches_nothing' });
  });

  const shared = process.env['JATIDIRI_SHARED'] ?? join(import.meta.dirname, '../../../../shared');
  test.skipIf(!existsSync(join(shared, 'data/map')))(
    'of all provinces and regencies fits without a remainder (skipped where the shared data is absent)',
    async () => {
      const read = (file: string) => readFileSync(join(shared, 'data/map', file), 'utf8');
      expect(await imported(read('provinces.topo.json'))).toMatchObject({ read: 38, matched: 38, refused: 0 });
      expect(await imported(read('regencies.topo.json'))).toMatchObject({ read: 514, matched: 514, refused: 0 });
    },
  );

  test('is drawn with the codes of the day: a province divided since from its parts, what has no boundary is counted', async () => {
    await given.system((tx) => run(tx, sql`delete from region.boundary`));
    await imported(topology([shape('11'), shape('91'), shape('93'), shape('9301'), shape('9105')]));
    const on = (within: string, day: string) =>
      given.transact(anybody, (tx) => regionOutlines(tx, { within, asOf: asCivilDate(day) }));
    const codes = async (within: string, day: string) => (await on(within, day))?.shapes.map(({ code }) => code);
    expect(await codes('', '2026-11-23')).toEqual(['11', '91', '93']);
    expect(await codes('', '2018-12-11')).toEqual(['11', '91', '91']);
    expect(await codes('91', '2018-12-11')).toEqual(['9105', '9101']);
    expect(await codes('93', '2026-11-23')).toEqual(['9301']);
    expect(await codes('11', '2026-11-23')).toBeUndefined();
    expect(await on('', '2018-12-11')).toMatchObject({
      box: { left: 100, top: 500, width: 100, height: 100 },
      missing: 32,
    });
  });

  test('cannot be stored by the role of requests', async () => {
    await expect(given.transact(anybody, (tx) => importMap(tx, anybody, topology([shape('11')])))).rejects.toThrow(
      /permission denied/,
    );
  });
});
