import { expect, test } from 'vitest';
import { boxAround, outlineOf } from './outline.ts';
import type { Ring } from './topojson.ts';

const square: Ring = [
  [95, 1],
  [96, 1],
  [96, 2],
  [95, 2],
  [95, 1],
];

test('a boundary becomes steps of a hundredth of a degree from the north-west', () => {
  expect(outlineOf({ type: 'Polygon', coordinates: [square] }, 1)).toBe('M100 600l100 0 0 -100 -100 0z');
});

test('what lies on a straight line or under the grid is left out', () => {
  const ring: Ring = [
    [95, 1],
    [95.5, 1],
    [95.501, 1.001],
    [96, 1],
    [96, 2],
    [95, 2],
    [95, 1],
  ];
  expect(outlineOf({ type: 'Polygon', coordinates: [ring] }, 5)).toBe('M100 600l100 0 0 -100 -100 0z');
});

test('a spike that goes out and back keeps its end', () => {
  const ring: Ring = [
    [95, 1],
    [97, 1],
    [96, 1],
    [96, 2],
    [95, 1],
  ];
  expect(outlineOf({ type: 'Polygon', coordinates: [ring] }, 1)).toBe('M100 600l200 0 -100 0 0 -100z');
});

test('an island under the grid is left out, the only one becomes a dot', () => {
  const islet: Ring = [
    [97, 1],
    [97.001, 1],
    [97.001, 1.001],
    [97, 1],
  ];
  expect(outlineOf({ type: 'MultiPolygon', coordinates: [[islet], [square]] }, 5)).toBe(
    'M100 600l100 0 0 -100 -100 0z',
  );
  expect(outlineOf({ type: 'Polygon', coordinates: [islet] }, 5)).toBe('M300 600l5 0 0 5 -5 0z');
});

test('the box around several outlines holds each corner', () => {
  expect(boxAround(['M100 600l100 0 0 -100 -100 0z', 'M300 600l5 0 0 5 -5 0z'])).toEqual([100, 500, 205, 105]);
});
