import { beforeAll, describe, expect, test } from 'vitest';
import { publicRequest } from '../../../test/given/public-request.ts';
import { publicActor } from '../../core/access/index.ts';
import { many, sql } from '../../core/db/index.ts';
import { givenHouse } from '../../../test/given/house.ts';
import { BANDUNG, givenActor, givenResidents, PONDOK_KELAPA } from '../../../test/given/people.ts';
import { asCivilDate } from '../../core/time/index.ts';
import { loadCheckText } from './check/page.ts';
import type { Download } from '../../core/http/index.ts';
import { checkText } from './check/check.ts';
import { pressLines } from './press/compose.ts';
import { pressPaperPage } from './press/page.ts';
import { readPress } from './press/read.ts';
import { loadFigure } from './figure/page.ts';
import type { FigurePage } from './figure/schema.ts';
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

describe('a press text', () => {
  const check = (teks: string, language: 'id' | 'en' = 'id') =>
    given.transact(publicActor(language), (tx) => loadCheckText(tx, publicRequest({ language, form: { teks } })));

  test('is held against what is known now and was known on its day, and each claim opens its figure', async () => {
    const { checked } = await check('Jakarta (11/12/2018) - Ada 10 jiwa penduduk dan 42 MoU.');
    expect(checked!.claims).toMatchObject([
      {
        value: 10,
        indicator: 'resident.total',
        verdict: 'borne_out',
        opens: '/angka/resident.total?tanggal=2018-12-11',
      },
      { value: 42, indicator: 'partner.mou', verdict: 'contradicted', why: expect.stringContaining('bukan 42') },
    ]);
    const earlier = await check('On 10 December 2018 there were 10 residents.', 'en');
    expect(earlier.checked!.claims).toMatchObject([
      {
        asOf: '2018-12-10',
        verdict: 'borne_out',
        why: expect.stringContaining('as known now; on that day 0 were known'),
        opens: '/angka/resident.total?tanggal=2018-12-10&diketahui=2018-12-10',
      },
    ]);
  });

  test('leaves no trace, and one that is empty or too long is refused with words', async () => {
    const mark = 'KATARAHASIA';
    await check(`${mark} 10 penduduk`);
    const kept = await given.system((tx) =>
      many<{ content: string }>(tx, sql`select content::text from statement.reading`),
    );
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.filter(({ content }) => content.includes(mark))).toEqual([]);
    expect((await check('  ')).fault).toContain('Teksnya kosong');
    expect(await check('a'.repeat(10_001))).toMatchObject({
      checked: null,
      fault: expect.stringContaining('10.001 huruf'),
    });
  });
});

describe('the text for the press', () => {
  test.each(['id', 'en'] as const)('says nothing that its own checker does not bear out (%s)', async (language) => {
    const press = await given.transact(everybody, (tx) => readPress(tx, { language }));
    const text = pressLines(press, { footnotes: false }).join('\n');
    const { claims } = await given.transact(everybody, (tx) => checkText(tx, { text, language }));
    expect(claims.filter(({ verdict }) => verdict !== 'borne_out').map(({ text: said, why }) => [said, why])).toEqual(
      [],
    );
    const sentences = press.parts.flatMap((part) => part.sentences);
    // The share names its denominator besides.
    expect(claims.map(({ indicator }) => indicator)).toHaveLength(sentences.length + 2);
    expect(new Set(claims.map(({ indicator }) => indicator))).toEqual(new Set(press.notes.map(({ code }) => code)));
    for (const [at, { text: note }] of press.notes.entries()) {
      expect(note).not.toMatch(/statement\.|indicator\.|undefined/);
      expect(sentences.some((one) => one.note === at + 1)).toBe(true);
    }
  });

  test('tells what is not in order beside what was reached, and is a paper too', async () => {
    const press = await given.transact(everybody, (tx) => readPress(tx, { language: 'id' }));
    const [well, wrong] = press.parts;
    expect(well!.sentences.map(({ text }) => text)).toContain(
      'Per 11 Desember 2018 register mencatat 10 jiwa penduduk.',
    );
    expect(wrong!.sentences.map(({ text }) => text)).toContain('Sebanyak 6 jiwa belum direkam.');
    const request = publicRequest({ params: { file: 'pdf' } });
    const paper = (await given.transact(everybody, (tx) => pressPaperPage.load(tx, request))) as Download;
    expect(paper.file.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('one figure', () => {
  const open = (code: string, query: Record<string, string> = {}) =>
    given.transact(everybody, (tx) => loadFigure(tx, publicRequest({ params: { code }, query })));
  const figureOf = async (code: string, query: Record<string, string> = {}) =>
    ((await open(code, query)) as FigurePage).figure!;

  test('opens into its ground, its owner and regencies, where one or two are withheld with one beside them', async () => {
    const figure = await figureOf('resident.total');
    expect(figure).toMatchObject({ law: 'UU 23/2006 jo. UU 24/2013; PP 40/2019', owner: 'offices', records: null });
    expect(figure.regencies!.map(({ name, n, withheld }) => [name, n, withheld])).toEqual([
      [expect.stringContaining('Jakarta Timur'), 5, null],
      [expect.stringContaining('Bandung'), null, 'beside_few'],
      [expect.stringContaining('Merauke'), null, 'few'],
    ]);
    expect((await figureOf('partner.mou')).regencies).toBeNull();
  });

  test('stands as it was known then beside what is known now, its share over the end of the semester too', async () => {
    const figure = await figureOf('enrolment.coverage', { tanggal: '2018-12-10' });
    expect([figure.past.denominator, figure.now.denominator]).toEqual([0, 6]);
    expect(figure.knownThen).toBe('2018-12-10T16:59:59.999Z');
    expect(figure.told.map(({ percent }) => percent)).toEqual([97.3, 97.58, 97.21]);
  });

  test('is taken along as a table that says what it sums up to, and as data', async () => {
    const { file } = (await open('resident.total', { bentuk: 'csv' })) as Download;
    const lines = file.bytes.toString().replace('\uFEFF', '').trim().split(/\r?\n/);
    expect(lines[0]).toContain('indicator,as_of,known_at,level');
    expect(lines.find((line) => line.includes(',nation,'))).toMatch(/,10,$/);
    expect(lines.filter((line) => line.includes(',regency,') && line.includes('samarkan'))).toHaveLength(1);
    const data = (await open('resident.total', { bentuk: 'json' })) as Download;
    expect(JSON.parse(data.file.bytes.toString())).toMatchObject({ code: 'resident.total', past: { numerator: 10 } });
  });

  test('that nobody counts is not there, and a day that is none is refused beside its field', async () => {
    expect(await open('resident.secret')).toBeNull();
    expect(await open('resident.total', { tanggal: '2018-02-31' })).toMatchObject({
      figure: null,
      fault: { field: 'asOf' },
    });
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
