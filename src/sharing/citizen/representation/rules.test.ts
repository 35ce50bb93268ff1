import { describe, expect, test } from 'vitest';
import { asNik } from '../../../core/id/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { capacityOf, entryFaults, parentage, standingOf, type Claim, type Kin, type Party } from './rules.ts';

const DAY = asCivilDate('2018-12-11');
const party = (over: Partial<Party>): Party => ({
  nik: asNik('9975070101809001'),
  name: 'BUDI CONTOH',
  sex: 1,
  birthDate: asCivilDate('1980-01-01'),
  maritalStatus: 2,
  state: 'HIDUP',
  motherNik: null,
  fatherNik: null,
  ...over,
});
const budi = party({});
const dewi = party({ nik: asNik('9975074101809002'), name: 'DEWI CONTOH', sex: 2 });
const other = party({ nik: asNik('9975074101809003'), name: 'RINA CONTOH', sex: 2 });
const ani = party({
  nik: asNik('9975074101109004'),
  name: 'ANI CONTOH',
  sex: 2,
  birthDate: asCivilDate('2010-01-01'),
  maritalStatus: 1,
});
const same = (a: string, b: string) => a === b;
const kin = (over: Partial<Kin>): Kin => ({
  child: ani,
  person: dewi,
  adopters: [],
  oneCard: false,
  named: null,
  ...over,
});

describe('the register says who is a parent', () => {
  const born = { ...ani, motherNik: dewi.nik };
  test('by the number in the birth record, wherever they live, and against everybody else', () => {
    expect(parentage(kin({ child: born }), same)).toBe('birth');
    const stepmother = {
      person: other,
      child: born,
      oneCard: true,
      named: { motherName: other.name, fatherName: null },
    };
    expect(parentage(kin(stepmother), same)).toBeNull();
  });

  test('by the card only together with the name in the child’s record: a step-parent is none', () => {
    const named = { motherName: dewi.name, fatherName: 'SESEORANG' };
    expect(parentage(kin({ oneCard: true, named }), same)).toBe('family_card');
    expect(parentage(kin({ oneCard: false, named }), same)).toBeNull();
    expect(parentage(kin({ person: other, oneCard: true, named }), same)).toBeNull();
    expect(parentage(kin({ person: budi, oneCard: true, named }), same)).toBeNull();
    expect(parentage(kin({ oneCard: true, named: { motherName: null, fatherName: null } }), same)).toBeNull();
  });

  test('who adopted takes the place of who gave birth', () => {
    const adopted = { child: born, adopters: [other.nik] };
    expect(parentage(kin({ ...adopted, person: other }), same)).toBe('adoption');
    expect(parentage(kin({ ...adopted, person: dewi }), same)).toBeNull();
  });
});

describe('somebody acts for another', () => {
  const claim = (over: Partial<Claim>): Claim => ({
    of: ani,
    by: dewi,
    register: 'birth',
    entered: [],
    excluded: false,
    incapable: false,
    ...over,
  });
  test('as mother or father until the day before the 17th birthday, or a marriage, and while both live', () => {
    expect(capacityOf(claim({}), DAY)).toEqual({ as: 'mother', ground: 'birth' });
    expect(capacityOf(claim({ by: budi }), DAY)?.as).toBe('father');
    const grown = asCivilDate('2027-01-01');
    expect(capacityOf(claim({}), asCivilDate('2026-12-31'))).not.toBeNull();
    expect(capacityOf(claim({}), grown)).toBeNull();
    expect(capacityOf(claim({ of: { ...ani, maritalStatus: 4 } }), DAY)).toBeNull();
    expect(capacityOf(claim({ of: { ...ani, state: 'MENINGGAL' } }), DAY)).toBeNull();
    expect(capacityOf(claim({ by: { ...dewi, state: 'NONAKTIF' } }), DAY)).toBeNull();
  });

  test('not when a court shut him out, nor while he has a curator himself', () => {
    expect(capacityOf(claim({ excluded: true }), DAY)).toBeNull();
    expect(capacityOf(claim({ incapable: true }), DAY)).toBeNull();
    const guardian = { kind: 'guardian', until: null, ended: false } as const;
    expect(capacityOf(claim({ register: null, entered: [guardian], excluded: true }), DAY)).toBeNull();
  });

  test('as guardian or curator by what was entered, until its term, and a curator of a grown person only', () => {
    const guardian = { kind: 'guardian', until: DAY, ended: false } as const;
    const entered = claim({ register: null, entered: [guardian] });
    expect(capacityOf(entered, DAY)).toEqual({ as: 'guardian', ground: 'entered' });
    expect(standingOf(guardian, ani, dewi, asCivilDate('2018-12-12'))).toBe('term');
    expect(standingOf({ ...guardian, until: null }, ani, dewi, asCivilDate('2027-01-01'))).toBe('of_age');
    expect(standingOf({ ...guardian, ended: true }, ani, dewi, DAY)).toBe('ended');
    const curator = { kind: 'curator', until: null, ended: false } as const;
    expect(capacityOf(claim({ of: budi, register: null, entered: [curator] }), DAY)?.as).toBe('curator');
  });
});

test('what is entered names a fitting paper, a decision of the past and people whom it can be about', () => {
  const given = { kind: 'guardian', paper: 'court_decision', decidedOn: DAY, until: null, excluded: false } as const;
  expect(entryFaults(given, ani, dewi, DAY)).toEqual([]);
  expect(entryFaults({ ...given, paper: 'birth_certificate' }, ani, dewi, DAY)).toEqual(['paper']);
  const parent = { ...given, kind: 'parent', paper: 'birth_certificate' } as const;
  expect(entryFaults(parent, ani, dewi, DAY)).toEqual([]);
  expect(entryFaults({ ...parent, excluded: true }, ani, dewi, DAY)).toEqual(['paper']);
  expect(entryFaults(given, budi, dewi, DAY)).toEqual(['not_a_child']);
  expect(entryFaults({ ...given, kind: 'curator' }, ani, dewi, DAY)).toEqual(['not_grown']);
  expect(entryFaults(given, ani, { ...ani, nik: dewi.nik }, DAY)).toEqual(['too_young']);
  const late = { ...given, decidedOn: asCivilDate('2018-12-12'), until: asCivilDate('2018-12-10') };
  expect(entryFaults(late, ani, dewi, DAY)).toEqual(['decided_ahead', 'term_over']);
});
