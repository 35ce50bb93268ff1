import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../core/access/index.ts';
import { readTable } from '../../core/table/index.ts';
import { asCivilDate } from '../../core/time/index.ts';
import { givenHouse } from '../../../test/given/house.ts';
import { givenActor, givenSigningOffice } from '../../../test/given/people.ts';
import { DITJEN_ID } from '../../register/office/index.ts';
import { givenBatch } from '../blank/given-blank.ts';
import { deliverBlanks, moveBlanks, openStore } from '../blank/index.ts';
import { enterFoundCount, explainCounts, importFound, noteCustody, openFound } from './found/found.ts';
import { importFind } from './found/import-find.ts';
import { readFound } from './found/list.ts';
import { issueFoundReports, openPoliceReport, openPublicReport } from './found/report.ts';
import { givenCards, pieceOf, piecesIn, refusal, storedBag, takenIn, type Act } from './given-disposal.ts';
import { indicators } from './indicators.ts';
import { series } from './series.ts';
import { expectAgreement } from '../../../test/given/series.ts';
import { viewFound } from './view.ts';

const given = await givenHouse();
const act: Act = (actor, work) => given.transact(actor, work);
let [clerk, other, head]: Actor[] = [];
let neighbour: Actor;
let office: string;

beforeAll(async () => {
  office = await givenSigningOffice(given, '3175');
  [clerk, other, head] = Array.from({ length: 3 }, () => givenActor({ region: '3175', officeId: office }));
  neighbour = givenActor({ region: '3273', officeId: await givenSigningOffice(given, '3273') });
});

const open = () =>
  act(clerk!, (tx) =>
    openFound(tx, clerk!, {
      place: 'Lahan kosong Pondok Kopi, Duren Sawit',
      regionCode: '3175071007',
      foundOn: '2018-12-08',
      finder: 'WARGA CONTOH',
      policeReport: 'LP/CONTOH/XII/2018',
    }),
  );
const count = (id: string, counter: string, n: number, parts: { kind: string; n: number }[]) =>
  act(clerk!, (tx) =>
    enterFoundCount(tx, clerk!, { id, counter, institution: counter, countedAt: '2018-12-09T03:00:00Z', n, parts }),
  );
const lines = async (rows: readonly string[]) =>
  readFound(await readTable({ name: 'daftar.csv', bytes: Buffer.from(['nik,serial,uid,tahun', ...rows].join('\n')) }));

describe('a find', () => {
  test('keeps the counts of several side by side; each that differs is explained, by somebody else, before anything is reported', async () => {
    const { id } = await open();
    const police = [
      { kind: 'karung pertama', n: 1_706 },
      { kind: 'karung kedua', n: 452 },
    ];
    const ministry = [
      { kind: 'rusak', n: 63 },
      { kind: 'cetakan 2014', n: 3 },
      { kind: 'melewati tanggal cetak', n: 2_087 },
    ];
    expect(await refusal(count(id, 'Kepolisian', 2_157, police))).toBe('disposal.parts_sum');
    await count(id, 'Kepolisian', 2_158, police);
    expect(await refusal(count(id, 'Kepolisian', 2_158, police))).toBe('disposal.counter_twice');
    const explain = (actor: Actor, reconciled: number, explanations: { counter: string; text: string }[]) =>
      act(actor, (tx) => explainCounts(tx, actor, { id, reconciled, explanations }));
    expect(await refusal(explain(head!, 2_158, []))).toBe('disposal.counts_few');
    await count(id, 'Ditjen Dukcapil', 2_153, ministry);
    expect(await refusal(explain(clerk!, 2_158, []))).toBe('disposal.found_own');
    expect(await refusal(explain(head!, 2_158, []))).toBe('disposal.unexplained');
    const text = 'lima keping dihitung satu pihak saja';
    expect((await explain(head!, 2_158, [{ counter: 'Ditjen Dukcapil', text }])).spread).toBe(5);
    const seen = await act(head!, (tx) => viewFound(tx, head!, { id }));
    expect(seen.counts.map(({ n }) => n)).toEqual([2_158, 2_153]);
    expect(seen.explanation).toContain('Ditjen Dukcapil (2153, -5)');
    expect(await refusal(act(head!, (tx) => issueFoundReports(tx, head!, { id })))).toBe('disposal.found_unexplained');
    const found = indicators.find(({ code }) => code === 'found.cards')!;
    const at = { asOf: asCivilDate('2018-12-11'), knownAt: given.clock.now() };
    const measured = await given.system((tx) => found.measure(tx, at));
    expect(measured).toEqual({
      numerator: 2_158,
      denominator: null,
      counts: [
        { counter: 'Ditjen Dukcapil', n: 2_153 },
        { counter: 'Kepolisian', n: 2_158 },
      ],
      byYearOfOrigin: {},
    });
    expect(await given.system((tx) => found.recount(tx, at))).toEqual(measured);
    await expectAgreement(given, {
      series,
      indicators,
      knownAt: at.knownAt,
      from: asCivilDate('2018-12-05'),
      step: 3,
      many: 4,
    });
  });

  test('looks each card up: state, last custodian, and what cannot be if it lies here', async () => {
    const [destroyed] = await given.system((tx) => givenCards(tx, 1, 'DESTROYED', office));
    const [bagged] = await given.system((tx) => givenCards(tx, 1, 'INVALID', office));
    const [held] = await given.system((tx) => givenCards(tx, 1, 'VALID', office));
    const [old] = await given.system((tx) => givenCards(tx, 1, 'INVALID', office));
    // Its holder has got another one since.
    await given.system((tx) => givenCards(tx, 1, 'VALID', office, old!.nik));
    await storedBag(act, clerk!, other!, piecesIn(await takenIn(act, clerk!, [pieceOf(bagged!)])));
    const first = 890_000_000n;
    await given.system(async (tx) => {
      const nation = { ...head!, jurisdiction: { code: '' } };
      const store = await openStore(tx, nation, {
        officeId: DITJEN_ID,
        name: 'Gudang',
        kind: 'centre',
        keeperId: head!.id,
      });
      const batch = await givenBatch(tx, first, 5n);
      const spans = [{ first, last: first + 4n }];
      await deliverBlanks(tx, head!, { batch, store: store.id, spans });
      await moveBlanks(tx, head!, { kind: 'counted_in', spans, from: { store: store.id, state: 'RECEIVED' } });
    });
    const { id } = await open();
    const uid = BigInt(destroyed!.uid).toString(16).toUpperCase().padStart(14, '0');
    const rows = [
      `,,${uid},2013`,
      `,${bagged!.serial},,`,
      `,${held!.serial},,`,
      `${old!.nik},${old!.serial},,2013`,
      `,${first},,`,
      `,123456,,`,
      `9901010101999998,${held!.serial},,`,
      `tidak terbaca,,,`,
    ];
    const list = await lines(rows);
    const summary = await act(clerk!, (tx) => importFound(tx, clerk!, { id, lines: list }));
    expect([summary.listed, summary.known, summary.unknown]).toEqual([8, 5, 3]);
    expect(summary.byState).toEqual({ DESTROYED: 1, TAKEN_IN: 1, VALID: 2, INVALID: 1 });
    expect(summary.contradictions).toEqual({
      recorded_destroyed: 1,
      in_sealed_bag: 1,
      recorded_valid: 2,
      holder_has_valid: 1,
      never_printed: 2,
      blank_not_personalised: 1,
      nik_differs: 1,
      listed_twice: 1,
    });
    const names = summary.lastCustodians.map(({ custodian }) => custodian);
    expect(names).toContain('Kantong bersegel di Dinas Kependudukan dan Pencatatan Sipil 3175');
    expect(names.some((name) => name.startsWith('Gudang blangko'))).toBe(true);
    expect(await refusal(act(clerk!, (tx) => importFound(tx, clerk!, { id, lines: list })))).toBe(
      'disposal.found_listed',
    );
  });

  test('gives the public a report without names and the police one with the chain of evidence', async () => {
    const { id } = await open();
    const custody = { holder: 'BRIPKA CONTOH', institution: 'Polsek Duren Sawit', takenAt: '2018-12-08T09:00:00Z' };
    await act(clerk!, (tx) => noteCustody(tx, clerk!, { id, ...custody }));
    await count(id, 'Kepolisian', 2, []);
    await count(id, 'Dinas', 2, []);
    const cards = await given.system((tx) => givenCards(tx, 2, 'VALID', office));
    await act(clerk!, async (tx) =>
      importFound(tx, clerk!, { id, lines: await lines(cards.map(({ serial }) => `,${serial},,`)) }),
    );
    await act(head!, (tx) => explainCounts(tx, head!, { id, reconciled: 2, explanations: [] }));
    await act(head!, (tx) => issueFoundReports(tx, head!, { id }));
    const open_ = (which: typeof openPublicReport, actor: Actor) => act(actor, (tx) => which(tx, actor, { id }));
    const [forAll, forPolice] = [await open_(openPublicReport, head!), await open_(openPoliceReport, head!)];
    expect(forPolice.bytes.length).toBeGreaterThan(forAll.bytes.length);
    expect(await refusal(open_(openPoliceReport, neighbour))).toBe('disposal.found_not_found');
    expect(await refusal(act(neighbour, (tx) => viewFound(tx, neighbour, { id })))).toBe('disposal.found_not_found');
    expect(await refusal(act(neighbour, (tx) => noteCustody(tx, neighbour, { id, ...custody })))).toBe(
      'disposal.found_not_found',
    );
  });

  test('and its list come in together once: the same list of the same place and day makes no second find', async () => {
    const cards = await given.system((tx) => givenCards(tx, 2, 'VALID', office));
    const list = await lines([...cards.map(({ serial }) => `,${serial},,`), '12345,,,13']);
    expect(list.map(({ unread }) => unread)).toEqual([[], [], ['nik', 'tahun']]);
    const finding = { place: 'Sawah', regionCode: '3175', foundOn: '2018-12-08', finder: 'WARGA CONTOH' };
    const bring = (over: object = {}, given_ = list) =>
      act(clerk!, (tx) => importFind(tx, clerk!, { ...finding, ...over }, given_));
    const first = await bring();
    expect(first).toMatchObject({
      number: expect.stringMatching(/^TMN\/3175\/2018\//),
      summary: { listed: 3, known: 2 },
    });
    expect(await refusal(bring())).toBe('disposal.found_twice');
    expect((await bring({ place: 'Parit' })).number).not.toBe(first.number);
    expect((await bring({}, list.slice(1))).number).not.toBe(first.number);
  });

  test('is not opened for another region, nor for a day that has not come, on which nobody has counted either', async () => {
    const finding = { place: 'Parit', foundOn: '2018-12-08', finder: 'WARGA CONTOH' };
    const opening = (over: object) =>
      refusal(act(clerk!, (tx) => openFound(tx, clerk!, { ...finding, regionCode: '3175', ...over })));
    expect(await opening({ regionCode: '3273' })).toBe('access.outside_jurisdiction');
    expect(await opening({ foundOn: '2018-12-12' })).toBe('disposal.found_ahead');
    const { id } = await open();
    const ahead = { id, counter: 'Dinas', institution: 'Dinas', countedAt: '2018-12-12T03:00:00Z', n: 1, parts: [] };
    expect(await refusal(act(clerk!, (tx) => enterFoundCount(tx, clerk!, ahead)))).toBe('disposal.found_ahead');
  });
});
