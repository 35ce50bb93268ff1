/** Synthetic fingers, and the extractor held against their minutiae. Nothing here says how well fingers of people are told apart. */
import { beforeAll, expect, test } from 'vitest';
import { extractFinger } from '../extract/extract.ts';
import { writeFingerTemplate } from '../extract/template.ts';
import { readMinutiaeRecord } from '../minutiae-record.ts';
import { agreementOf } from './agreement.ts';
import { drawFinger, type SyntheticFinger } from './draw.ts';
import { noFinger } from './given-no-finger.ts';
import { depthIn } from './outline.ts';
import { drawPattern, PATTERNS } from './pattern.ts';
import { pressFinger, type PressGiven } from './press.ts';
import { randomOf } from './random.ts';

let fingers: readonly SyntheticFinger[];
let finger: SyntheticFinger;

beforeAll(() => {
  fingers = PATTERNS.map((pattern, n) => drawFinger({ seed: n + 1, pattern }));
  finger = fingers[0]!;
});

const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

test('the same seed gives the same finger and the same picture, another seed another picture', () => {
  const again = drawFinger({ seed: 1, pattern: 'arch' });
  expect(again.minutiae).toEqual(finger.minutiae);
  const bad = { noise: 0.5, distortion: 1, scratches: 2, part: 0.6 };
  const [one, other, third] = [
    pressFinger(finger, { seed: 7, ...bad }),
    pressFinger(again, { seed: 7, ...bad }),
    pressFinger(finger, { seed: 8, ...bad }),
  ];
  expect(same(one.image.pixels, other.image.pixels)).toBe(true);
  expect(other.minutiae).toEqual(one.minutiae);
  expect(same(one.image.pixels, third.image.pixels)).toBe(false);
});

test('a finger of any pattern has 20 to 60 minutiae, ends and forks', () => {
  for (const { pattern, minutiae, outline } of fingers) {
    expect(minutiae.length, pattern).toBeGreaterThanOrEqual(20);
    expect(minutiae.length, pattern).toBeLessThanOrEqual(60);
    for (const { x, y } of minutiae) expect(depthIn(outline, x, y)).toBeGreaterThan(0);
    const endings = minutiae.filter(({ kind }) => kind === 'ending').length;
    expect(endings, pattern).toBeGreaterThan(0.2 * minutiae.length);
    expect(endings, pattern).toBeLessThan(0.8 * minutiae.length);
  }
});

test('patterns are as frequent as in life', () => {
  const random = randomOf(1, 0);
  const drawn = Array.from({ length: 20_000 }, () => drawPattern(random));
  const share = (pattern: string) => drawn.filter((each) => each === pattern).length / drawn.length;
  expect(share('left-loop')).toBeCloseTo(0.338, 1);
  expect(share('right-loop')).toBeCloseTo(0.317, 1);
  expect(share('whorl')).toBeCloseTo(0.279, 1);
  expect(share('arch') + share('tented-arch')).toBeCloseTo(0.066, 1);
});

test('minutiae are turned and moved with the finger, at every resolution to the same place', () => {
  const frame = { seed: 1, width: 700, height: 700 };
  const still = pressFinger(finger, frame).minutiae;
  const moved = pressFinger(finger, { ...frame, turn: 30, shift: [20, -9], dpi: 300 }).minutiae;
  expect(moved).toHaveLength(still.length);
  const middle = { x: 350, y: 350 + finger.outline.y - finger.height / 2 };
  const [cos, sin] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)];
  for (const [n, { x, y, angle, kind }] of still.entries()) {
    const [dx, dy] = [x - middle.x, y - middle.y];
    expect(moved[n]!.kind).toBe(kind);
    expect(moved[n]!.x).toBeCloseTo(middle.x + 20 + cos * dx + sin * dy, 6);
    expect(moved[n]!.y).toBeCloseTo(middle.y - 9 - sin * dx + cos * dy, 6);
    const turned = (((moved[n]!.angle - angle) & 255) * 360) / 256;
    expect(Math.abs(turned - 30)).toBeLessThan(2);
  }
});

test('a part shows some of the minutiae, a pulled skin moves them, a negative shows the same', () => {
  const whole = pressFinger(finger, { seed: 3 });
  const part = pressFinger(finger, { seed: 3, part: 0.4 });
  expect(part.minutiae.length).toBeGreaterThan(0);
  expect(part.minutiae.length).toBeLessThan(0.7 * whole.minutiae.length);
  const pulled = pressFinger(finger, { seed: 3, distortion: 1 });
  // At the rim a pulled skin carries some out of what touches.
  const inner = whole.minutiae.filter(({ depth }) => depth > 24);
  const far = inner.map(({ x, y }) => Math.min(...pulled.minutiae.map((to) => Math.hypot(to.x - x, to.y - y))));
  expect(Math.max(...far)).toBeGreaterThan(4);
  expect(Math.max(...far)).toBeLessThan(25);
  const negative = pressFinger(finger, { seed: 3, inverted: true });
  expect(negative.minutiae).toEqual(whole.minutiae);
  expect(
    same(
      negative.image.pixels,
      whole.image.pixels.map((grey) => 255 - grey),
    ),
  ).toBe(true);
});

/** Shares of the minutiae that are there, and of those found, over all fingers. */
function pressed(given: Omit<PressGiven, 'seed'>): {
  readonly hit: number;
  readonly invented: number;
  readonly astray: number;
} {
  const all = fingers.map((each, n) => {
    const { image, minutiae } = pressFinger(each, { seed: 100 + n, ...given });
    return agreementOf(extractFinger(image).minutiae, minutiae);
  });
  const sum = (of: (each: (typeof all)[number]) => number) => all.reduce((total, each) => total + of(each), 0);
  return {
    hit: sum(({ hits }) => hits) / sum(({ there }) => there),
    invented: sum(({ invented }) => invented) / sum(({ found }) => found),
    astray: sum(({ astray, hits }) => astray * hits) / sum(({ hits }) => hits),
  };
}

/** How the finger lies; least found of what is there, and most invented of what was found. Above each what was measured. */
const CONDITIONS: readonly (readonly [string, Omit<PressGiven, 'seed'>, number, number])[] = [
  // 0.97, 0.02
  ['as it should be', {}, 0.93, 0.07],
  // 0.98, 0.04
  ['turned', { turn: 30 }, 0.93, 0.08],
  // 0.97, 0.02
  ['as a negative', { inverted: true }, 0.93, 0.07],
  // 0.96, 0.03
  ['with its skin pulled', { distortion: 1 }, 0.92, 0.08],
  // 0.94, 0.04
  ['dry', { pressure: -1 }, 0.88, 0.1],
  // 0.93, 0.11
  ['wet', { pressure: 1 }, 0.92, 0.13],
  // 0.93, 0.13
  ['dirty', { noise: 1 }, 0.89, 0.15],
  // 0.94, 0.05
  ['in part', { part: 0.4 }, 0.91, 0.09],
  // 0.96, 0.04
  ['at 300 dpi', { dpi: 300 }, 0.91, 0.08],
  // 0.99, 0.02
  ['at 1000 dpi', { dpi: 1000 }, 0.92, 0.07],
];

test.each(CONDITIONS)(
  'of a finger that is pressed %s the extractor finds what is there and little else',
  (_, given, least, most) => {
    const { hit, invented, astray } = pressed(given);
    expect(hit).toBeGreaterThan(least);
    // Pixels; more where dirt hides the end.
    expect(astray).toBeLessThan(given.noise ? 3.2 : 2.5);
    expect(invented).toBeLessThan(most);
  },
);

test('ends and forks are told apart, on a negative too where something is to be seen around the finger', () => {
  for (const inverted of [false, true]) {
    const { hits, otherKind } = fingers
      .map((each, n) => pressFinger(each, { seed: 300 + n, inverted }))
      .map(({ image, minutiae }) => agreementOf(extractFinger(image).minutiae, minutiae))
      .reduce((sum, each) => ({ ...each, hits: sum.hits + each.hits, otherKind: sum.otherKind + each.otherKind }));
    expect(otherKind / hits).toBeLessThan(0.2);
  }
});

test('any part of a picture gives a record that can be read, or says that there is no finger', () => {
  const { image } = pressFinger(finger, { seed: 400 });
  const random = randomOf(401, 1);
  const below = (end: number) => Math.floor(random.next() * end);
  let written = 0;
  for (let n = 0; n < 30; n++) {
    const [width, height] = [64 + below(image.width - 64), 64 + below(image.height - 64)];
    const [left, top] = [below(image.width - width), below(image.height - height)];
    const row = (y: number) => image.pixels.subarray((y + top) * image.width + left).subarray(0, width);
    const pixels = new Uint8Array(width * height);
    for (let y = 0; y < height; y++) pixels.set(row(y), y * width);
    const found = extractFinger({ width, height, pixels, dpi: 500 });
    if (found.minutiae.length === 0) continue;
    const { minutiae } = readMinutiaeRecord(writeFingerTemplate(found, { finger: 1 }));
    expect(minutiae).toHaveLength(found.minutiae.length);
    written++;
  }
  expect(written).toBeGreaterThan(10);
});

test('a picture without a finger gives no minutiae and no quality', () => {
  for (const [name, image] of Object.entries(noFinger()))
    expect(extractFinger(image), name).toMatchObject({ minutiae: [], quality: 0 });
});

test('what is pressed badly is of less quality than what is pressed well', () => {
  const quality = (given: Omit<PressGiven, 'seed'>) =>
    fingers.reduce(
      (sum, each, n) => sum + extractFinger(pressFinger(each, { seed: 200 + n, ...given }).image).quality,
      0,
    );
  const good = quality({});
  for (const given of [{ noise: 1 }, { part: 0.4 }]) expect(quality(given)).toBeLessThan(good);
});
