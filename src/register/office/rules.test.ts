import { expect, test } from 'vitest';
import { fitsLevel, fixedRegion, mayHead } from './rules.ts';
import { OFFICE_KINDS, type OfficeKind } from './schema.ts';

const kinds = Object.keys(OFFICE_KINDS) as OfficeKind[];

test('the Ditjen answers for the nation, a Dinas for its own level, a mission for no region', () => {
  expect(fitsLevel('ditjen', '')).toBe(true);
  expect(fitsLevel('provincial', '31')).toBe(true);
  expect(fitsLevel('provincial', '3175')).toBe(false);
  expect(fitsLevel('mission', null)).toBe(true);
  expect(fitsLevel('mission', '31')).toBe(false);
});

test('a regency office stands under the office of its own province only', () => {
  expect(mayHead({ kind: 'provincial', regionCode: '32' }, 'regency', '3201')).toBe(true);
  expect(mayHead({ kind: 'provincial', regionCode: '31' }, 'regency', '3201')).toBe(false);
  expect(mayHead({ kind: 'regency', regionCode: '3201' }, 'regency', '3202')).toBe(false);
});

test('a mission stands under the centre, and nothing stands under a mission', () => {
  expect(mayHead({ kind: 'ditjen', regionCode: '' }, 'mission', null)).toBe(true);
  expect(kinds.some((kind) => mayHead({ kind: 'mission', regionCode: null }, kind, '31'))).toBe(false);
});

test('a directorate is a unit of the centre: for the nation, under the Ditjen alone, and it heads nobody', () => {
  expect([fitsLevel('directorate', ''), fitsLevel('directorate', '31'), fitsLevel('directorate', null)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(mayHead({ kind: 'ditjen', regionCode: '' }, 'directorate', '')).toBe(true);
  expect(mayHead({ kind: 'directorate', regionCode: '' }, 'directorate', '')).toBe(false);
  expect(mayHead({ kind: 'provincial', regionCode: '31' }, 'directorate', '')).toBe(false);
  expect(kinds.some((kind) => mayHead({ kind: 'directorate', regionCode: '' }, kind, '31'))).toBe(false);
});

test('the Ditjen, its directorates and the missions have no region of the map, every other kind has', () => {
  expect(kinds.filter((kind) => fixedRegion(kind) !== undefined)).toEqual(['ditjen', 'directorate', 'mission']);
  expect([fixedRegion('directorate'), fixedRegion('mission')]).toEqual(['', null]);
});

test('every kind but the Ditjen can be placed under some office', () => {
  for (const kind of kinds.filter((k) => k !== 'ditjen')) expect(OFFICE_KINDS[kind].above.length).toBeGreaterThan(0);
});
