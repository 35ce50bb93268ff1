import { describe, expect, test } from 'vitest';
import { asCivilDate } from '../../../core/time/index.ts';
import { bitOf, judge, REASONS, reasonsOf, type Ballot, type Candidate, type DatedSource } from './rules.ts';

const day = asCivilDate;
const BALLOT: Ballot = { kind: 'pemilu', votingDay: day('2019-04-17'), cutoff: day('2018-12-01'), regencies: null };
const PERSON: Candidate = {
  nationality: 'IDN',
  birthDate: day('1990-08-05'),
  maritalStatus: 1,
  occupation: 15,
  state: 'HIDUP',
  stateSince: day('2011-06-01'),
  villageAtCutoff: '3175071004',
};
const reasons = (over: Partial<Candidate>, sources: readonly DatedSource[] = [], ballot: Partial<Ballot> = {}) =>
  judge({ ...PERSON, ...over }, sources, { ...BALLOT, ...ballot }).reasons;
const source = (kind: DatedSource['kind'], since: string, until: string | null = null, body = 'TNI'): DatedSource => ({
  kind,
  body,
  since: day(since),
  until: until === null ? null : day(until),
});

describe('who votes (UU 7/2017 art. 198 and 200)', () => {
  test('is 17 on the voting day itself, or is or was married at any age', () => {
    expect(reasons({ birthDate: day('2002-04-17') })).toEqual([]);
    expect(reasons({ birthDate: day('2002-04-18') })).toEqual(['under_age']);
    for (const maritalStatus of [2, 3, 4]) expect(reasons({ birthDate: day('2004-01-01'), maritalStatus })).toEqual([]);
  });

  test('is a citizen; who leaves the citizenship or dies after the voting day still votes', () => {
    expect(reasons({ nationality: 'MYS' })).toEqual(['not_citizen']);
    const left = { nationality: 'AUS', state: 'LEPAS_WNI' as const };
    expect(reasons({ ...left, stateSince: day('2019-04-17') })).toEqual(['not_citizen', 'left_citizenship']);
    expect(reasons({ ...left, stateSince: day('2019-04-18') })).toEqual([]);
    expect(reasons({ state: 'MENINGGAL', stateSince: day('2019-04-17') })).toEqual(['dead']);
    expect(reasons({ state: 'MENINGGAL', stateSince: day('2019-04-18') })).toEqual([]);
  });

  test('has a record in force: a second one and one of nobody never were, an inactive one has its day', () => {
    const later = day('2020-01-01');
    expect(reasons({ state: 'GANDA', stateSince: later })).toEqual(['duplicate']);
    expect(reasons({ state: 'BATAL', stateSince: later })).toEqual(['cancelled']);
    expect(reasons({ state: 'NONAKTIF' })).toEqual(['deactivated']);
    expect(reasons({ state: 'NONAKTIF', stateSince: later })).toEqual([]);
  });

  test('does not serve on the voting day by a dated source; an occupation is only to be looked into', () => {
    expect(reasons({}, [source('military', '2010-01-01')])).toEqual(['military']);
    expect(reasons({}, [source('police', '2010-01-01', '2019-04-17', 'POLRI')])).toEqual(['police']);
    expect(reasons({}, [source('military', '2010-01-01', '2019-04-16')])).toEqual([]);
    expect(reasons({}, [source('military', '2019-04-18')])).toEqual([]);
    const hinted = judge({ ...PERSON, occupation: 6 }, [], BALLOT);
    expect([hinted.reasons, hinted.toVerify]).toEqual([[], ['occupation']]);
    expect(judge({ ...PERSON, occupation: 6 }, [source('military', '2010-01-01')], BALLOT).toVerify).toEqual([]);
  });

  test('was not deprived by a court on that day', () => {
    expect(reasons({}, [source('deprived', '2017-01-01', '2020-01-01', 'PN CONTOH')])).toEqual(['deprived']);
    expect(reasons({}, [source('deprived', '2017-01-01', '2019-01-01', 'PN CONTOH')])).toEqual([]);
  });

  test('votes where he lived at the cut-off; several reasons may hold', () => {
    const pilkada = { kind: 'pilkada' as const, regencies: ['3175'] };
    expect(reasons({}, [], pilkada)).toEqual([]);
    const elsewhere = { villageAtCutoff: '3273011001', birthDate: day('2010-01-01') };
    expect(reasons(elsewhere, [], pilkada)).toEqual(['under_age', 'outside_area']);
    expect(judge({ ...PERSON, ...elsewhere }, [], BALLOT).village).toBe('3273011001');
  });

  test('abroad votes at his mission, in elections of the nation only', () => {
    const abroad = { state: 'PINDAH_LUAR_NEGERI' as const };
    const mission = [source('mission', '2018-01-01', null, 'KBRI CONTOH')];
    expect(reasons(abroad)).toEqual(['abroad']);
    expect(judge({ ...PERSON, ...abroad }, mission, BALLOT)).toMatchObject({ reasons: [], mission: 'KBRI CONTOH' });
    expect(reasons(abroad, mission, { kind: 'pilkada', regencies: ['3175'] })).toEqual(['abroad']);
  });
});

test('a mask says its reasons and nothing else', () => {
  expect(reasonsOf(0)).toEqual([]);
  for (const reason of REASONS) expect(reasonsOf(bitOf(reason))).toEqual([reason]);
  expect(bitOf('not_citizen')).toBe(1);
  expect(bitOf('abroad')).toBe(2048);
});
