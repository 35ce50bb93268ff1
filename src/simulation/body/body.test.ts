import { describe, expect, test } from 'vitest';
import {
  CALIBRATIONS,
  equalErrorRate,
  humanFaceEncoder,
  likelihoodRatio,
  readFaceTemplate,
  readMinutiaeRecord,
  SIMULATED_ENCODER,
  type Template,
} from '../../recording/biometric/index.ts';
import { onFinger, outOfTouch } from './finger.ts';
import { directionAt } from './flow.ts';
import { bodyOf, bodySeed, drawFace, drawFinger, drawIris, impressionOf, recordBody, twinOf } from './index.ts';

const SEED = 'bodies';
const visits = (n: number) =>
  [1, 2].map((number) => recordBody(bodyOf(SEED, n), { number })) as [Template[], Template[]];
const embedding = (templates: readonly Template[]) => readFaceTemplate(templates[0]!.bytes).embedding;
const alike = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, n) => sum + value * b[n]!, 0);

describe('a recording', () => {
  test('is the same for the same seed, person and visit, and another for another', () => {
    const [first, second] = visits(3);
    expect(recordBody(bodyOf(SEED, 3), { number: 1 })).toEqual(first);
    expect(second).not.toEqual(first);
    expect(recordBody(bodyOf(SEED, 4), { number: 1 })[1]!.bytes).not.toEqual(first[1]!.bytes);
  });

  test('has a face and ten fingers with 20 to 80 minutiae each, as the standard writes them', () => {
    for (let n = 0; n < 10; n++) {
      const templates = visits(n)[0];
      expect(templates.map(({ modality, position }) => `${modality} ${position}`)).toEqual([
        'face 0',
        ...Array.from({ length: 10 }, (_, finger) => `finger ${finger + 1}`),
      ]);
      for (const { bytes, position } of templates.slice(1)) {
        const { finger, minutiae } = readMinutiaeRecord(bytes);
        expect(finger).toBe(position);
        expect(minutiae.length).toBeGreaterThan(20);
        expect(minutiae.length).toBeLessThan(80);
      }
    }
  });

  test('leaves out what is missing, and the rest is as it would have been', () => {
    const whole = visits(5)[0];
    const partly = recordBody(bodyOf(SEED, 5), { number: 1, without: [2, 10] });
    expect(partly).toHaveLength(9);
    expect(partly[1]).toEqual(whole[1]);
  });
});

describe('faces of the nation', () => {
  const people = Array.from({ length: 80 }, (_, n) => visits(n).map(embedding) as [Float32Array, Float32Array]);
  const mated = people.map(([a, b]) => alike(a, b));
  const nonMated = people.flatMap(([a], n) => people.flatMap(([, b], m) => (n === m ? [] : [alike(a, b)])));

  test('are told apart about as well as a real encoder does, not better', () => {
    const rate = equalErrorRate({ mated, nonMated })!;
    expect(rate).toBeGreaterThan(0.0005);
    expect(rate).toBeLessThan(0.04);
  });

  test('carry the simulation’s name, whose calibration is honest: strangers speak against, the same body for', () => {
    const calibration = CALIBRATIONS.find(({ encoder }) => encoder === SIMULATED_ENCODER)!;
    expect(readFaceTemplate(visits(0)[0][0]!.bytes).encoder).toBe(SIMULATED_ENCODER);
    const mean = (scores: readonly number[]) =>
      scores.reduce((sum, score) => sum + likelihoodRatio(calibration, score), 0) / scores.length;
    expect(mean(mated)).toBeGreaterThan(1);
    expect(mean(nonMated)).toBeLessThan(-1);
    // A ratio of 100 or more comes from strangers at most once in a hundred.
    const bold = nonMated.filter((score) => likelihoodRatio(calibration, score) >= 2).length;
    expect(bold / nonMated.length).toBeLessThan(0.01);
  });

  test('of twins are alike and their fingers are their own', () => {
    const one = bodyOf(SEED, 7);
    const other = twinOf(SEED, 8, 7);
    const score = alike(embedding(recordBody(one, { number: 1 })), embedding(recordBody(other, { number: 1 })));
    expect(score).toBeGreaterThan(0.4);
    expect(other.fingers[0]).toEqual(bodyOf(SEED, 8).fingers[0]);
    expect(other.fingers[0]).not.toEqual(one.fingers[0]);
  });
});

describe('what is drawn', () => {
  const pressed = (visit: number, wear = 0.2) => {
    const finger = bodyOf(SEED, 3).fingers[1]!;
    const impression = impressionOf(finger, 2, { state: visit }, { wear });
    return { ...impression, picture: drawFinger(finger, impression) };
  };
  const dark = (pixels: Uint8Array) => pixels.reduce((count, grey) => count + (grey < 128 ? 1 : 0), 0) / pixels.length;

  test('of a finger is the same for the same impression, 400 by 500, and another for another', () => {
    const { picture } = pressed(1);
    expect([picture.width, picture.height, picture.pixels.length]).toEqual([400, 500, 200_000]);
    expect(pressed(1).picture.pixels).toEqual(picture.pixels);
    expect(pressed(2).picture.pixels).not.toEqual(picture.pixels);
    expect(dark(picture.pixels)).toBeGreaterThan(0.08);
    expect(dark(pressed(1, 1).picture.pixels)).toBeLessThan(dark(picture.pixels));
  });

  test('of a finger has ridges about nine pixels apart, which run as its flow says', () => {
    const { picture, press } = pressed(1);
    const { flow } = bodyOf(SEED, 3).fingers[1]!;
    const grey = (x: number, y: number) => picture.pixels[Math.round(y) * 400 + Math.round(x)]!;
    let along = 0;
    let across = 0;
    for (let y = 150; y < 350; y += 7) {
      for (let x = 130; x < 270; x += 7) {
        const on = onFinger(press, x, y);
        if (outOfTouch(press, on.x, on.y) > 0.8) continue;
        const turn = directionAt(flow, on.x, on.y) + press.turn;
        along += Math.abs(grey(x, y) - grey(x + 4.5 * Math.cos(turn), y - 4.5 * Math.sin(turn)));
        across += Math.abs(grey(x, y) - grey(x - 4.5 * Math.sin(turn), y - 4.5 * Math.cos(turn)));
      }
    }
    expect(across).toBeGreaterThan(1.8 * along);
  });

  test('of a finger has the minutia that the template names: an ending is on a ridge, a fork on a valley, that runs on', () => {
    const { picture, record } = pressed(1, 0);
    const ink = (x: number, y: number) => {
      let sum = 0;
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) sum += picture.pixels[Math.round(y + dy) * 400 + Math.round(x + dx)] ?? 240;
      return sum / 9;
    };
    const inside = record.minutiae.filter(({ x, y }) => Math.abs(x - 200) < 70 && Math.abs(y - 250) < 100);
    const right = inside.filter(({ kind, x, y, angle }) => {
      const turn = (angle * Math.PI) / 128;
      const ahead = ink(x + 5 * Math.cos(turn), y - 5 * Math.sin(turn));
      const behind = ink(x - 5 * Math.cos(turn), y + 5 * Math.sin(turn));
      return kind === 'ending' ? ahead < behind : ahead > behind;
    });
    expect(right.length / inside.length).toBeGreaterThan(0.75);
  });

  test('of an iris is the body’s own: alike on two visits, unlike between eyes and people', () => {
    const at = (seed: number, eye: number, visit: number) => drawIris(seed, eye, visit).pixels;
    expect(at(5, 1, 1)).toEqual(at(5, 1, 1));
    expect(at(5, 2, 1)).not.toEqual(at(5, 1, 1));
    expect(at(6, 1, 1)).not.toEqual(at(5, 1, 1));
    expect(at(5, 1, 2)).not.toEqual(at(5, 1, 1));
  });

  test('of a face is found as one face with open eyes, whoever it is', async () => {
    const encoder = humanFaceEncoder();
    try {
      for (let n = 0; n < 4; n++) {
        const picture = await drawFace(bodySeed(SEED, n), 1);
        expect(picture).toEqual(await drawFace(bodySeed(SEED, n), 1));
        expect(await encoder.encode(picture)).toMatchObject({ eyesOpen: true });
      }
    } finally {
      await encoder.close();
    }
  });
});
