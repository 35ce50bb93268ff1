/**
 * How a finger lies on a sensor: moved, turned, and its skin pulled, firm where it presses most, giving way around that, and following the finger's
 * movement at the rim (Cappelli, Maio, Maltoni, "Modelling plastic distortion in fingerprint images", ICAPR 2001). Pure.
 */
import type { Outline } from './outline.ts';
import { eased, type Random } from './random.ts';
import type { TrueMinutia } from './truth.ts';

export interface Point {
  x: number;
  y: number;
}

export interface Lying {
  /** Where the middle of the finger lies in the picture: pixels at 500 dpi. */
  readonly x: number;
  readonly y: number;
  /** Radians, counter-clockwise. */
  readonly turn: number;
  readonly pull: Pull;
}

interface Pull {
  /** The firm ellipse around the middle, and how many times its size the skin needs to give way. */
  readonly aside: number;
  readonly tall: number;
  readonly wide: number;
  /** Movement of the rim: pixels and radians. */
  readonly x: number;
  readonly y: number;
  readonly turn: number;
}

/** At full strength: pixels at 500 dpi, and radians. */
const MOST_PULL = 14;
const MOST_TURN = 0.12;

export function drawPull(random: Random, strength: number): Pull {
  const way = random.between(0, 2 * Math.PI);
  const far = strength * MOST_PULL * random.between(0.6, 1);
  return {
    aside: random.between(35, 55),
    tall: random.between(45, 65),
    wide: random.between(1.4, 2.2),
    x: far * Math.cos(way),
    y: far * Math.sin(way),
    turn: strength * MOST_TURN * random.between(-1, 1),
  };
}

/** From the middle of the finger as it lies to the same place on the finger as it is; written to `into`. */
function unpulled({ aside, tall, wide, x, y, turn }: Pull, fx: number, fy: number, into: Point): void {
  const away = Math.sqrt((fx / aside) ** 2 + (fy / tall) ** 2) - 1;
  const share = away <= 0 ? 0 : eased(away / wide);
  // Small turns: the sine is the angle.
  into.x = fx + share * (x - turn * fy);
  into.y = fy + share * (y + turn * fx);
}

/** From a place in the picture to the finger as it lies: around its middle, not turned. */
export function onFinger({ x, y, turn }: Lying, px: number, py: number, into: Point): void {
  const [dx, dy] = [px - x, py - y];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  into.x = dx * cos - dy * sin;
  into.y = dx * sin + dy * cos;
}

/** From the finger as it lies to its master. */
export function onMaster({ pull }: Lying, outline: Outline, fx: number, fy: number, into: Point): void {
  unpulled(pull, fx, fy, into);
  into.x += outline.x;
  into.y += outline.y;
}

/** Where a place of the master comes to lie in the picture: the other way round, found by going nearer until nothing moves. */
function inPicture(lying: Lying, outline: Outline, mx: number, my: number): Point {
  const [gx, gy] = [mx - outline.x, my - outline.y];
  const tried: Point = { x: 0, y: 0 };
  let [fx, fy] = [gx, gy];
  for (let round = 0; round < ROUNDS; round++) {
    unpulled(lying.pull, fx, fy, tried);
    fx += gx - tried.x;
    fy += gy - tried.y;
  }
  const [cos, sin] = [Math.cos(lying.turn), Math.sin(lying.turn)];
  return { x: lying.x + fx * cos + fy * sin, y: lying.y - fx * sin + fy * cos };
}

const ROUNDS = 20;
/** Pixels along a minutia's direction to where it is seen how that was turned. */
const AHEAD = 4;

/** A minutia where it lies in the picture, turned as its ridge is there. */
export function placed(lying: Lying, outline: Outline, minutia: TrueMinutia): TrueMinutia {
  const angle = (minutia.angle * Math.PI) / 128;
  const here = inPicture(lying, outline, minutia.x, minutia.y);
  const [ax, ay] = [minutia.x + AHEAD * Math.cos(angle), minutia.y - AHEAD * Math.sin(angle)];
  const ahead = inPicture(lying, outline, ax, ay);
  const turned = Math.atan2(here.y - ahead.y, ahead.x - here.x);
  return { kind: minutia.kind, ...here, angle: (Math.round((turned * 128) / Math.PI) + 256) & 255 };
}
