import { mix, roll, type Die } from '../person/index.ts';
import type { GreyPicture } from './draw-finger.ts';

const WIDTH = 640;
const HEIGHT = 480;

/** An iris that nobody has, as an infrared camera sees one: pupil, crypts and furrows from the body's seed; lid and gaze from the visit's. */
export function drawIris(bodySeed: number, position: number, visit: number): GreyPicture {
  const own: Die = { state: mix(bodySeed, 0x49524953 + position) };
  const now: Die = { state: mix(mix(bodySeed, visit), 0x4c494400 + position) };
  const iris = { rim: 118 + 10 * roll(own), base: 95 + 50 * roll(own), collarette: 0.3 + 0.12 * roll(own) };
  const fibres = ringOf(own, 90, 5);
  const coarse = ringOf(own, 34, 4);
  const furrows = Array.from({ length: 3 }, () => ({ at: 0.45 + 0.5 * roll(own), deep: 5 + 9 * roll(own) }));
  const pupil = iris.rim * (0.33 + 0.12 * roll(now));
  const middle = { x: WIDTH / 2 + 24 * (roll(now) - 0.5), y: HEIGHT / 2 + 18 * (roll(now) - 0.5) };
  const lids = { upper: -96 - 26 * roll(now), lower: 108 + 16 * roll(now) };
  const pixels = new Uint8Array(WIDTH * HEIGHT);
  for (let y = 0, at = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++, at++) {
      const dx = x - middle.x;
      const dy = y - middle.y;
      const far = Math.hypot(dx, dy);
      const grain = 7 * (roll(now) - 0.5);
      const upper = lids.upper + 0.0011 * dx * dx;
      const lower = lids.lower - 0.0008 * dx * dx;
      if (dy < upper || dy > lower) {
        const away = dy < upper ? upper - dy : dy - lower;
        // The fold of the lid, then skin.
        pixels[at] = 172 - 34 * Math.exp(-((away - 26) ** 2) / 60) - 60 * Math.exp(-away / 5) + grain;
        continue;
      }
      const shade = dy - upper < 14 ? 0.6 + 0.4 * ((dy - upper) / 14) : 1;
      const depth = (far - pupil) / (iris.rim - pupil);
      // Two lamps in the pupil, as such cameras have.
      const lamp = Math.hypot(dx - 14, dy + 9) < 5 || Math.hypot(dx + 14, dy + 9) < 5;
      let grey: number;
      if (lamp) grey = 250;
      else if (depth < 0) grey = 22;
      else if (depth > 1.04) grey = 205 - 18 * Math.min(1, (far - iris.rim) / 160);
      else {
        const turn = (Math.atan2(dy, dx) / (2 * Math.PI) + 1) % 1;
        let value = iris.base + 34 * fibres(turn, depth) + 26 * coarse(turn, depth);
        for (const { at: ring, deep } of furrows) value -= deep * Math.exp(-(((depth - ring) / 0.02) ** 2));
        value += 20 * Math.exp(-(((depth - iris.collarette) / 0.05) ** 2));
        if (depth > 0.9) value *= 1 - 4 * (depth - 0.9);
        grey = value;
      }
      const edge = Math.abs(depth) < 0.03 ? 0.5 + Math.abs(depth) / 0.06 : 1;
      pixels[at] = Math.max(0, Math.min(255, grey * shade * (depth >= 0 && depth < 0.03 ? edge : 1) + grain));
    }
  }
  return { width: WIDTH, height: HEIGHT, pixels };
}

/** Smooth noise of -1 to 1 around a ring: `around` values a turn, `deep` from pupil to rim; fibres run outwards. */
function ringOf(die: Die, around: number, deep: number): (turn: number, depth: number) => number {
  const values = Float64Array.from({ length: around * (deep + 1) }, () => 2 * roll(die) - 1);
  return (turn, depth) => {
    const u = turn * around;
    const v = Math.max(0, Math.min(deep - 0.001, depth * deep));
    const left = Math.floor(u) % around;
    const right = (left + 1) % around;
    const top = Math.floor(v);
    const fu = u - Math.floor(u);
    const fv = v - top;
    const at = (column: number, row: number) => values[row * around + column]!;
    const upper = at(left, top) * (1 - fu) + at(right, top) * fu;
    const lower = at(left, top + 1) * (1 - fu) + at(right, top + 1) * fu;
    return upper * (1 - fv) + lower * fv;
  };
}
