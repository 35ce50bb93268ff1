import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advise, checksOf, CHECKS, cropAround, middleOf, steadySince, STEADY_MS } from './guidance.ts';
import type { SeenFace } from './seen.ts';

const FRAME = { width: 480, height: 640 };

function face(over: Partial<SeenFace> = {}): SeenFace {
  return {
    box: { x: 90, y: 170, width: 300, height: 300 },
    turned: { yaw: 0, pitch: 0, roll: 0 },
    light: { middle: 140, contrast: 40, sharpness: 3 },
    eyesOpen: true,
    quality: 80,
    ...over,
  };
}
const at = (x: number, y: number, size = 300) => ({ box: { x, y, width: size, height: size } });
const turned = (over: Partial<SeenFace['turned']>) => ({ turned: { yaw: 0, pitch: 0, roll: 0, ...over } });
const lit = (over: Partial<SeenFace['light']>) => ({ light: { middle: 140, contrast: 40, sharpness: 3, ...over } });

describe('one thing is said at a time', () => {
  test.for([
    ['a face in the middle, lit, sharp, with open eyes', {}, 'good'],
    ['too far away', at(190, 270, 100), 'closer'],
    ['too near', at(20, 100, 440), 'back'],
    ['left of the middle', at(10, 170), 'to_right'],
    ['right of it', at(170, 170), 'to_left'],
    ['above it', at(90, 10), 'down'],
    ['below it', at(90, 330), 'up'],
    ['head tilted', turned({ roll: 0.3 }), 'upright'],
    ['looking aside', turned({ yaw: -0.5 }), 'look_here'],
    ['chin up', turned({ pitch: 0.5 }), 'chin'],
    ['dark', lit({ middle: 30 }), 'brighter'],
    ['glaring', lit({ middle: 235 }), 'darker'],
    ['without light and shade', lit({ contrast: 5 }), 'even_light'],
    ['blurred', lit({ sharpness: 0.4 }), 'hold_still'],
    ['eyes shut', { eyesOpen: false }, 'open_eyes'],
    ['eyes that cannot be seen', { eyesOpen: null }, 'open_eyes'],
    ['far away and dark: nearer first', { ...at(190, 270, 100), ...lit({ middle: 30 }) }, 'closer'],
  ] as const)('%s', ([, over, advice]) => {
    expect(advise({ ...FRAME, faces: [face(over)] })).toBe(advice);
  });
  test('nobody, and two people', () => {
    expect(advise({ ...FRAME, faces: [] })).toBe('no_face');
    expect(advise({ ...FRAME, faces: [face(), face()] })).toBe('several_faces');
  });
});

test('all checks are fulfilled exactly when nothing is to be done', () => {
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  const faces = fc.record({
    box: fc.record({ x: number(0, 300), y: number(0, 400), width: number(50, 500), height: number(50, 500) }),
    turned: fc.record({ yaw: number(-1, 1), pitch: number(-1, 1), roll: number(-1, 1) }),
    light: fc.record({ middle: number(0, 255), contrast: number(0, 90), sharpness: number(0, 9) }),
    eyesOpen: fc.constantFrom(true, false, null),
    quality: fc.constant(50),
  });
  fc.assert(
    fc.property(fc.array(faces, { maxLength: 3 }), (seen) => {
      const checks = checksOf({ ...FRAME, faces: seen });
      expect(Object.keys(checks)).toEqual([...CHECKS]);
      expect(Object.values(checks).every(Boolean)).toBe(advise({ ...FRAME, faces: seen }) === 'good');
    }),
  );
});

test('the shutter goes by itself after a second of good, and any fault begins the second anew', () => {
  let since = steadySince(null, 'good', 1_000);
  expect(since).toBe(1_000);
  since = steadySince(since, 'good', 1_900);
  expect(1_900 - since!).toBeLessThan(STEADY_MS);
  expect(steadySince(since, 'hold_still', 1_950)).toBeNull();
  expect(steadySince(null, 'good', 2_000)).toBe(2_000);
});

test('what is kept is upright, three by four, inside the picture and holds the middle of the face', () => {
  const size = fc.integer({ min: 200, max: 6000 });
  const share = fc.double({ min: 0.05, max: 0.9, noNaN: true });
  fc.assert(
    fc.property(size, size, share, share, share, (width, height, left, top, part) => {
      const side = Math.min(width, height) * part;
      const box = { x: (width - side) * left, y: (height - side) * top, width: side, height: side };
      const crop = cropAround(box, { width, height });
      expect(crop.width / crop.height).toBeCloseTo(3 / 4, 6);
      expect(Math.min(crop.x, crop.y)).toBeGreaterThanOrEqual(0);
      expect(crop.x + crop.width).toBeLessThanOrEqual(width + 1e-6);
      expect(crop.y + crop.height).toBeLessThanOrEqual(height + 1e-6);
      const middle = [box.x + side / 2, box.y + side / 2] as const;
      expect(middle[0]).toBeGreaterThanOrEqual(crop.x);
      expect(middle[0]).toBeLessThanOrEqual(crop.x + crop.width);
      expect(middle[1]).toBeGreaterThanOrEqual(crop.y);
      expect(middle[1]).toBeLessThanOrEqual(crop.y + crop.height);
    }),
  );
});

test('of a wide picture the middle is shown, of a high one the whole width', () => {
  expect(middleOf({ width: 1280, height: 720 })).toEqual({ x: 370, y: 0, width: 540, height: 720 });
  expect(middleOf({ width: 300, height: 1000 })).toEqual({ x: 0, y: 300, width: 300, height: 400 });
});
