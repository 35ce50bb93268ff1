import { expect, test } from 'vitest';
import { drawPair, drawPrint, type DrawnPrint } from './index.ts';
import { numbered, tailOf, type DrawnMinutia } from './rules.ts';

const minutia = (kind: DrawnMinutia['kind'], x: number, y: number, angle = 0): DrawnMinutia => ({ kind, x, y, angle });
const print = (minutiae: readonly DrawnMinutia[]): DrawnPrint => ({ width: 300, height: 400, picture: null, minutiae });

test('a tail points where the angle says: counter-clockwise, with the picture’s rows going down', () => {
  const { x1, y1, x2, y2 } = tailOf(minutia('ending', 10, 10, 64), 2);
  expect([x1, y1, x2, y2].map((value) => Math.round(value * 10) / 10)).toEqual([10, 8, 10, 3.6]);
});

test('endings, bifurcations and what is neither differ in shape', () => {
  const svg = drawPrint(
    print([minutia('ending', 20, 20), minutia('bifurcation', 60, 20), minutia('other', 90, 20)]),
    'x',
  );
  const [sheet] = svg.split('<g class="key">');
  expect(sheet!.match(/<circle/g)).toHaveLength(1);
  expect(sheet!.match(/<rect x="56.4"/g)).toHaveLength(1);
  expect(sheet!.match(/M90 16.4L/g)).toHaveLength(1);
});

test('matched minutiae bear one number in both prints, counted down the first print', () => {
  const one = [minutia('ending', 50, 300), minutia('ending', 50, 100), minutia('ending', 90, 200)];
  const { one: left, other: right } = numbered(one, [
    [0, 2],
    [1, 0],
  ]);
  expect([...left]).toEqual([
    [1, 1],
    [0, 2],
  ]);
  expect([...right]).toEqual([
    [0, 1],
    [2, 2],
  ]);
  const svg = drawPair(print(one), print([one[1]!, one[2]!, one[0]!]), {
    matched: [
      [0, 2],
      [1, 0],
    ],
    title: 'two',
  });
  expect(svg.match(/class="number"/g)).toHaveLength(4);
  // What has no match stands back, in either print.
  expect(svg.match(/ lone"/g)).toHaveLength(2);
});

test('a title is text, whatever stands in a file’s name', () => {
  expect(drawPrint(print([]), '<script>&"')).toContain('<title>&lt;script&gt;&amp;&quot;</title>');
});

test('orientation is drawn where the finger is, along the ridges', () => {
  const field = {
    columns: 2,
    rows: 1,
    cos2: Float32Array.of(1, -1),
    sin2: Float32Array.of(0, 0),
    mask: Uint8Array.of(1, 0),
  };
  const svg = drawPrint({ ...print([]), field }, 'x');
  expect(svg).toContain('<path class="field" d="M0.8 4L7.2 4"/>');
});
