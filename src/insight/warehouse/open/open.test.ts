import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenHouse } from '../../../../test/given/house.ts';
import { givenResidents } from '../../../../test/given/people.ts';
import { publicRequest } from '../../../../test/given/public-request.ts';
import { publicActor, systemActor } from '../../../core/access/index.ts';
import { Download, type PublicPage, type PublicRequest } from '../../../core/http/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { isSmall } from '../disclosure/given-attack.ts';
import type { Answer } from '../query/schema.ts';
import { makeSnapshot } from '../snapshot/make.ts';
import { loadOpenData, openCataloguePage, openFilePage } from './page.ts';
import { openFolder, publishOpenData } from './publish.ts';

const given = await givenHouse({ now: new Date('2018-07-02T02:00:00Z') });
const actor = systemActor('test');
const publish = (asOf = '2018-06-30') => given.system((tx) => publishOpenData(tx, actor, { asOf }));
const everybody = publicActor('id');
const see = (query: Record<string, string> = {}) =>
  given.transact(everybody, (tx) => loadOpenData(tx, publicRequest({ query })));
const load = (page: PublicPage, over: Partial<PublicRequest> = {}) =>
  given.transact(everybody, (tx) => page.load(tx, publicRequest(over)));
const fileAt = async (tanggal: string, berkas: string) => {
  const got = await load(openFilePage, { params: { tanggal, berkas } });
  return got instanceof Download ? got.file : got;
};

let first: Awaited<ReturnType<typeof publish>>;
beforeAll(async () => {
  expect(await see()).toEqual({ releases: [], missing: null, shown: null });
  await givenResidents(
    given,
    Array.from({ length: 300 }, (_, i) => ({
      birthDate: asCivilDate(`${1950 + (i % 50)}-0${1 + (i % 9)}-11`),
      sex: 1 + (i % 2),
      religion: i < 2 ? 6 : 1,
      occupation: 1 + (i % 60),
    })),
  );
  await given.system((tx) => makeSnapshot(tx, actor, { asOf: '2018-06-30' }));
  first = await publish();
});

describe('open data', () => {
  test('lies as CSV, JSON and Parquet at addresses of its own, each as its hash says', async () => {
    const { shown } = await see();
    const files = shown!.tables.flatMap((table) => table.files);
    expect(files.length).toBe(first.files);
    for (const { name, sha256, bytes } of files) {
      const file = (await fileAt('2018-06-30', name)) as { bytes: Buffer };
      expect([createHash('sha256').update(file.bytes).digest('hex'), file.bytes.length]).toEqual([sha256, bytes]);
    }
    expect(shown!.glance).toEqual([{ label: expect.stringMatching(/jakarta/i), n: expect.any(Number) }]);
  });

  test('never shows a cell of one or two, and names what was spread too thin instead of publishing it', async () => {
    const { shown } = await see();
    const thin = shown!.tables.filter(({ files }) => files.length === 0).map((table) => table.id);
    expect(thin).toEqual(['penduduk-pekerjaan']);
    for (const { id, files } of shown!.tables) {
      if (files.length === 0) continue;
      const { cells } = JSON.parse(
        ((await fileAt('2018-06-30', `${id}.json`)) as { bytes: Buffer }).bytes.toString(),
      ) as Answer;
      expect(cells.filter(({ n }) => isSmall(n))).toEqual([]);
    }
  });

  test('published again is the same, brings lost files back, and stands in the ledger once', async () => {
    await rm(await given.system((tx) => Promise.resolve(openFolder(tx, '2018-06-30'))), { recursive: true });
    expect(await publish()).toEqual({ ...first, made: false });
    expect(await fileAt('2018-06-30', 'penduduk-agama.csv')).not.toBeNull();
    const entries = await given.system((tx) =>
      tx.client.query<{ body: string }>(`select body from ledger.pending where body like '%warehouse.open_published%'`),
    );
    expect(entries.rows.map(({ body }) => JSON.parse(body).facts.root)).toEqual([first.root]);
  });

  test('has a DCAT catalogue that names every file with its hash and is cited by cut-off and root', async () => {
    const got = (await load(openCataloguePage, { origin: 'https://jatidiri.example' })) as Download;
    expect(got.file.mediaType).toMatch(/^application\/ld\+json/);
    const catalogue = JSON.parse(got.file.bytes.toString());
    const { shown } = await see();
    const published = shown!.tables.filter(({ files }) => files.length > 0);
    expect(catalogue['dcat:dataset']).toHaveLength(published.length);
    const [dataset] = catalogue['dcat:dataset'];
    expect(dataset['dct:identifier']).toBe(`penduduk-provinsi@2018-06-30:${first.root}`);
    expect(dataset['dcat:distribution'][0]).toMatchObject({
      'dcat:downloadURL': { '@id': 'https://jatidiri.example/data-terbuka/2018-06-30/penduduk-provinsi.csv' },
      'spdx:checksum': { 'spdx:checksumValue': { '@value': published[0]!.files[0]!.sha256 } },
    });
  });

  test.each([
    ['2018-06-30', '../2018-06-30/manifest.json'],
    ['2018-06-30', 'penduduk-pekerjaan.csv'],
    ['2017-12-31', 'penduduk-agama.csv'],
    ['..', 'penduduk-agama.csv'],
  ])('has nothing at %s/%s', async (tanggal, berkas) => {
    expect(await fileAt(tanggal, berkas)).toBeNull();
  });

  test('of a day that was never published says so and shows the latest', async () => {
    expect(await see({ per: '2016-12-31' })).toMatchObject({ missing: '2016-12-31', shown: { asOf: '2018-06-30' } });
    await expect(publish('2016-12-31')).rejects.toMatchObject({ code: 'warehouse.no_snapshot' });
  });
});
