import { beforeAll, describe, expect, test } from 'vitest';
import { publicRequest } from '../../../test/given/public-request.ts';
import { publicActor } from '../../core/access/index.ts';
import { givenHouse } from '../../../test/given/house.ts';
import { BANDUNG, givenActor, givenResidents, PONDOK_KELAPA } from '../../../test/given/people.ts';
import { asCivilDate } from '../../core/time/index.ts';
import { loadStatementPage } from './page.ts';
import { publishStatement, readProvinces, readStatement, recountStatement } from './index.ts';
import { readStatementForPublic } from './read.ts';

const given = await givenHouse();
const everybody = publicActor('id');
/** Of a province that was founded in 2022. */
const MERAUKE = '9301011001';

beforeAll(async () => {
  await givenResidents(given, [
    ...Array.from({ length: 5 }, () => ({ villageCode: PONDOK_KELAPA })),
    ...Array.from({ length: 4 }, () => ({ villageCode: BANDUNG, birthDate: asCivilDate('2010-01-01') })),
    { villageCode: MERAUKE },
  ]);
});

const look = (query: Record<string, string> = {}, language: 'id' | 'en' = 'id') =>
  given.transact(publicActor(language), (tx) => loadStatementPage(tx, publicRequest({ language, query })));
const provinces = (asOf?: string) => given.transact(everybody, (tx) => readProvinces(tx, { asOf }));

describe('the statement for everyone', () => {
  test('is counted from the records, and a second way of counting agrees', async () => {
    const { statement } = await look();
    expect(statement!.asOf).toBe('2018-12-11');
    expect(statement!.figures.map(({ code, numerator, denominator }) => [code, numerator, denominator])).toEqual([
      ['resident.total', 10, null],
      ['resident.obligated', 6, 10],
      ['resident.duplicate', 0, null],
      ['enrolment.coverage', 0, 6],
      ['enrolment.duplicate', 0, null],
      ['uniqueness.court_searches', 0, null],
      ['blank.in_stock', 0, null],
      ['blank.unaccounted', 0, null],
      ['incident.open', 0, null],
      ['card.printed', 0, null],
      ['card.invalid_outstanding', 0, null],
      ['card.invalid_taken_in', 0, null],
      ['card.destroyed', 0, null],
      ['disposal.unreported_offices', 0, 0],
      ['found.cards', 0, null],
      ['partner.mou', 0, null],
      ['partner.agreement', 0, null],
      ['partner.technical_guide', 0, null],
      ['partner.suspended', 0, null],
      ['partner.connected', 0, null],
      ['verification.answers', 0, null],
      ['voter.eligible', 0, null],
      ['voter.without_card', 0, 0],
    ]);
    expect(await given.system((tx) => recountStatement(tx, {}))).toEqual([]);
  });

  test('opens each figure in words, in the language of the reader', async () => {
    const inEnglish = (await look({}, 'en')).statement!.figures[0]!;
    const [indonesian] = (await look()).statement!.figures;
    expect([indonesian!.label, inEnglish.label]).toEqual(['Penduduk', 'Residents']);
    for (const text of [inEnglish.definition, inEnglish.sourceText, indonesian!.definition, indonesian!.sourceText])
      expect(text).not.toMatch(/^indicator\./);
  });

  test('is that of another day when one is asked for', async () => {
    const { statement } = await look({ tanggal: '2011-05-31' });
    expect(statement!.figures[0]!.numerator).toBe(0);
  });

  test('is that of a day as it was known at the end of an earlier one, figures and map alike', async () => {
    const { statement } = await look({ tanggal: '2018-12-11', diketahui: '2018-12-10' });
    expect(statement!.knownAt).toBe('2018-12-10T16:59:59.999Z');
    expect([statement!.figures[0]!.numerator, statement!.map.total]).toEqual([0, 0]);
    const now = await look({ tanggal: '2018-12-11', diketahui: '2018-12-11' });
    expect(now.statement!.figures[0]).toMatchObject({ numerator: 10, byYearOfOrigin: { 2018: 10 } });
  });

  test.each([
    [{ tanggal: '2018-02-31' }, 'asOf', 'Tanggal ini tidak ada di kalender'],
    [{ tanggal: 'kemarin' }, 'asOf', 'Tanggal ini tidak ada di kalender'],
    [{ tanggal: '2018-12-12' }, 'asOf', 'Angka untuk waktu yang belum tiba'],
    [{ diketahui: '2018-02-31' }, 'knownAt', 'Waktu ini tidak dapat dibaca'],
    [{ diketahui: '2018-12-12' }, 'knownAt', 'Angka untuk waktu yang belum tiba'],
  ])(
    'refuses %o with words, beside its field',
    async (query: { tanggal?: string; diketahui?: string }, field, words) => {
      const page = await look(query);
      expect(page.statement).toBeNull();
      expect(page.fault).toMatchObject({ field, text: expect.stringContaining(words) });
      expect(page.asked).toEqual({ asOf: query.tanggal ?? null, knownAt: query.diketahui ?? null });
    },
  );

  test('costs one count however many ask at once', async () => {
    const readings = await Promise.all(
      Array.from({ length: 4 }, () =>
        given.transact(everybody, (tx) => readStatementForPublic(tx, { asOf: '2018-06-30' })),
      ),
    );
    expect(new Set(readings.map(({ knownAt }) => knownAt)).size).toBe(1);
    expect(readings[0]!.indicators).toEqual(
      (await given.system((tx) => readStatement(tx, { asOf: '2018-06-30' }))).indicators,
    );
  });

  test('names what was published, for ever', async () => {
    const { id } = await given.transact(givenActor({ region: '', role: 'leadership' }), (tx) =>
      publishStatement(tx, givenActor({ region: '' })),
    );
    const [publication] = (await look()).publications;
    expect(publication).toMatchObject({ id, asOf: '2018-12-11' });
    expect(publication!.figures.map(({ label, numerator }) => [label, numerator])).toContainEqual(['Penduduk', 10]);
  });
});

describe('residents by province', () => {
  test('stand on the map of the day, in the province of that day', async () => {
    const { provinces: on2018, total, elsewhere } = await provinces();
    expect(on2018).toHaveLength(34);
    expect([total, elsewhere]).toEqual([10, 0]);
    expect(on2018.find(({ code }) => code === '31')).toMatchObject({ label: 'JK', n: 5, withheld: null });
  });

  test('are withheld where they are one or two, with the smallest other cell beside them', async () => {
    const shown = (await provinces()).provinces.filter(({ n }) => n !== 0);
    expect(shown.map(({ code, n, withheld }) => [code, n, withheld])).toEqual([
      ['31', 5, null],
      ['32', null, 'beside_few'],
      ['91', null, 'few'],
    ]);
  });
});
