import { describe, expect, test } from 'vitest';
import { givenHouse } from '../../../test/given/house.ts';
import { givenActor, givenResidents, SITI } from '../../../test/given/people.ts';
import { expectAgreement } from '../../../test/given/series.ts';
import { publicActor } from '../../core/access/index.ts';
import type { Nik } from '../../core/id/index.ts';
import { addDays, asCivilDate, dayIn, ZONES } from '../../core/time/index.ts';
import { changeResidents, registerResidents } from '../../register/resident/index.ts';
import { keepCounts } from './keep.ts';
import { publishStatement } from './publish.ts';
import { listPublications, readStatement, readStatementForPublic, recountStatement } from './read.ts';

const given = await givenHouse({ now: new Date('2013-05-02T02:00:00Z') });
const centre = givenActor({ region: '' });
const read = (input = {}) => given.system((tx) => readStatement(tx, input));
const totals = async (input = {}) => {
  const { indicators } = await read(input);
  return Object.fromEntries(indicators.map((figure) => [figure.code, figure.numerator]));
};

/** Plays five years: births, deaths reported late, marriages of minors, departures. Deterministic. */
async function playYears(): Promise<Date[]> {
  const people = await givenResidents(
    given,
    Array.from({ length: 40 }, (_, i) => ({
      name: `ORANG CONTOH ${'ABCDEFGHIJ'[i % 10]}`,
      birthDate: asCivilDate(`${1950 + i}-0${1 + (i % 9)}-11`),
      sex: 1 + (i % 2),
    })),
  );
  const instants: Date[] = [];
  const act = (kind: string, occurredOn: ReturnType<typeof asCivilDate>) => ({
    kind,
    label: `test.${kind}`,
    occurredOn,
  });
  for (let step = 0; step < 10; step++) {
    const now = new Date(Date.UTC(2013, 6 + step * 6, 15, 3));
    given.clock.moveTo(now);
    const day = dayIn(ZONES.WIB, now);
    await given.system(async (tx) => {
      await registerResidents(tx, centre, act('born', addDays(day, -40)), [
        {
          biodata: { ...SITI, name: `ANAK CONTOH ${step}`, birthDate: addDays(day, -60) },
          protected: { motherName: null, fatherName: null, disability: null },
        },
      ]);
      const nik = (n: number): Nik => people[n]!;
      // Late: it happened half a year before anybody said so.
      await changeResidents(tx, centre, act('died', addDays(day, -180)), [
        { nik: nik(step), delta: { state: 'MENINGGAL', stateSince: addDays(day, -180) } },
      ]);
      await changeResidents(tx, centre, act('married', day), [{ nik: nik(39 - step), delta: { maritalStatus: 2 } }]);
      await changeResidents(tx, centre, act('merged', day), [{ nik: nik(10 + step), delta: { state: 'GANDA' } }]);
      await changeResidents(tx, centre, act('left', day), [
        { nik: nik(20 + step), delta: { state: step % 2 ? 'PINDAH_LUAR_NEGERI' : 'NONAKTIF' } },
      ]);
    });
    instants.push(now);
  }
  return instants;
}

const instants = await playYears();

describe('every published figure can be made again', () => {
  test('at ten past days, as known then and as known now, two ways of counting agree', async () => {
    for (const instant of instants) {
      const asOf = dayIn(ZONES.WIB, instant);
      for (const input of [
        { asOf, knownAt: instant.toISOString() },
        { asOf },
        { knownAt: instant.toISOString(), asOf: addDays(asOf, -100) },
      ]) {
        expect(await given.system((tx) => recountStatement(tx, input))).toEqual([]);
      }
    }
  });

  test('from a count that is kept, whenever it was made, the same comes out as from nothing', async () => {
    const now = given.clock.now();
    for (const kept of [instants[3]!, instants[8]!, now]) {
      given.clock.moveTo(kept);
      await given.system(keepCounts);
      given.clock.moveTo(now);
      for (const instant of instants.filter((_, n) => n % 3 === 0)) {
        const asOf = dayIn(ZONES.WIB, instant);
        for (const input of [{ asOf, knownAt: instant.toISOString() }, { asOf }])
          expect(await given.system((tx) => recountStatement(tx, input))).toEqual([]);
      }
    }
  });

  test('what every room counts of many days at once is what its indicators count of each', async () => {
    const { series, indicators } = given.house.ground;
    for (const knownAt of [instants[4]!, given.clock.now()])
      await expectAgreement(given, {
        series,
        indicators,
        knownAt,
        from: asCivilDate('2013-05-01'),
        step: 131,
        many: 17,
      });
    const asked = { series, indicators, knownAt: given.clock.now(), step: 1, many: 1 };
    for (const instant of [instants[6]!, given.clock.now()])
      await expectAgreement(given, { ...asked, from: dayIn(ZONES.WIB, instant) });
  });

  test('a death that was reported late counts once it is known, for the day on which it happened', async () => {
    const asOf = addDays(dayIn(ZONES.WIB, instants[4]!), -90);
    const then = await totals({ asOf, knownAt: new Date(instants[4]!.getTime() - 86_400_000).toISOString() });
    const now = await totals({ asOf, knownAt: instants[4]!.toISOString() });
    expect(now['resident.total']).toBe(then['resident.total']! - 1);
  });

  test('the figures of a day do not change by what happens later', async () => {
    const asOf = dayIn(ZONES.WIB, instants[2]!);
    const knownAt = instants[2]!.toISOString();
    const before = await totals({ asOf, knownAt });
    await given.system((tx) =>
      registerResidents(
        tx,
        centre,
        { kind: 'born', label: 'test.born', occurredOn: dayIn(ZONES.WIB, given.clock.now()) },
        [
          {
            biodata: { ...SITI, birthDate: asCivilDate('2018-01-05') },
            protected: { motherName: null, fatherName: null, disability: null },
          },
        ],
      ),
    );
    expect(await totals({ asOf, knownAt })).toEqual(before);
  });

  test('what was published is kept with the log that stood behind it', async () => {
    const { id } = await given.system((tx) => publishStatement(tx, centre));
    const { publications } = await given.system((tx) => listPublications(tx));
    expect(publications.map((one) => one.id)).toEqual([id]);
    expect(publications[0]!.indicators.map((figure) => figure.numerator)).toEqual(Object.values(await totals()));
  });
});

describe('bad input', () => {
  test.each([
    [{ asOf: '2018-02-31' }, 'statement.no_such_day'],
    [{ asOf: '31-12-2018' }, 'statement.no_such_day'],
    [{ knownAt: 'kemarin' }, 'statement.no_such_instant'],
    [{ asOf: '2099-01-01' }, 'statement.in_future'],
  ])('%o is refused', async (input, code) => {
    await expect(read(input)).rejects.toMatchObject({ code });
  });
});

test('the public reads the nation without signing in, from a reading of the last seconds', async () => {
  const visitor = publicActor('id');
  const first = await given.transact(visitor, (tx) => readStatementForPublic(tx, {}));
  expect(first.indicators.find((figure) => figure.code === 'resident.total')!.numerator).toBe(
    (await totals())['resident.total'],
  );
  expect(await given.transact(visitor, (tx) => readStatementForPublic(tx, {}))).toEqual(first);
});
