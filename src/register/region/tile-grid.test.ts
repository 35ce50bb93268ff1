import { describe, expect, test } from 'vitest';
import { asCivilDate } from '../../core/time/index.ts';
import { POPULATION_2024 } from './population.ts';
import { openRegionIndex } from './region-index.ts';
import { TILES_34, TILES_38, TILE_COLUMNS, TILE_ROWS, tilesFor } from './tile-grid.ts';

const index = openRegionIndex();
const provincesOn = (date: string) => index.childrenAt('', asCivilDate(date)).map((province) => province.code);

describe.each([
  ['2018-12-11', TILES_34],
  ['2026-11-23', TILES_38],
])('the grid of %s', (date, tiles) => {
  test('has a tile for each province of that day and no other', () => {
    expect(tiles.map((tile) => tile.code)).toEqual(provincesOn(date));
    expect(tilesFor(provincesOn(date))).toEqual(tiles);
  });

  test('has no two provinces on one place, and none outside', () => {
    expect(new Set(tiles.map(({ column, row }) => `${column},${row}`)).size).toBe(tiles.length);
    expect(new Set(tiles.map(({ label }) => label)).size).toBe(tiles.length);
    expect(tiles.every(({ column, row }) => column < TILE_COLUMNS && row < TILE_ROWS)).toBe(true);
  });

  test.each([
    ['11', 'west of', '94'],
    ['11', 'north of', '18'],
    ['61', 'west of', '64'],
    ['65', 'north of', '63'],
    ['71', 'north of', '73'],
    ['73', 'west of', '74'],
    ['36', 'west of', '35'],
    ['32', 'west of', '33'],
    ['51', 'west of', '53'],
    ['82', 'north of', '81'],
    ['64', 'west of', '72'],
    ['92', 'west of', '91'],
    ['91', 'north of', '53'],
  ])('puts %s %s %s', (a, relation, b) => {
    const [one, other] = [a, b].map((code) => tiles.find((tile) => tile.code === code));
    if (!one || !other) return expect(tiles).toBe(TILES_34);
    return expect(relation === 'west of' ? one.column < other.column : one.row < other.row).toBe(true);
  });
});

test('outside Papua both grids are the same', () => {
  const west = (tile: { code: string }) => tile.code < '91';
  expect(TILES_34.filter(west)).toEqual(TILES_38.filter(west));
});

test('each of the 38 provinces has its population, 284,973,643 together', () => {
  expect(Object.keys(POPULATION_2024).toSorted()).toEqual(provincesOn('2026-11-23'));
  expect(Object.values(POPULATION_2024).reduce((sum, n) => sum + n, 0)).toBe(284_973_643);
});
