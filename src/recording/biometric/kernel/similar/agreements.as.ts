// Which of the pairs agree with one another.
import { ACROSS, ALONG, APART, DIRECTIONS, LEFT_X, LEFT_Y, ONE, OTHER, RIGHT_X, RIGHT_Y, ROW, SLACK, TURN, TURNED } from './layout.as';

/** More than double precision is off by. */
const HAIR: f64 = 1 + 1e-9;

let agreements: i32 = 0;
/** What two pairs may differ in: pixels, and the tangent of a turn. */
let mostApart: f64 = 0;
let steepest: f64 = 0;

/**
 * Finds, of the first `taken` pairs that `find` found, each two that agree: turned alike to `mostTurn` 256ths, less than a quarter; equally far from one another in both fingers
 * to `apart` pixels; and the way from one to the other turned as the other is, to `mostTurn` and a hair. Each pair in turn with those before it; gives how many there are.
 */
export function findAgreements(taken: i32, mostTurn: i32, apart: f64): i32 {
  agreements = 0;
  mostApart = apart;
  steepest = (sinOf(mostTurn) / cosOf(mostTurn)) * HAIR;
  for (let one = 1; one < taken; one++) {
    const turn = i32x4.splat(load<i32>(TURN + 4 * one) + mostTurn);
    for (let other = 0; other < one; other += 4) {
      const turned = v128.and(i32x4.sub(turn, v128.load(TURN + 4 * other)), i32x4.splat(255));
      const before = i32x4.lt_s(i32x4.add(i32x4(0, 1, 2, 3), i32x4.splat(other)), i32x4.splat(one));
      const left = distances(LEFT_X, one, other);
      const right = distances(RIGHT_X, one, other);
      const most = f32x4.add(f32x4.splat(<f32>apart), f32x4.mul(f32x4.splat(SLACK), f32x4.add(left, right)));
      const alike = v128.and(i32x4.le_u(turned, i32x4.splat(2 * mostTurn)), f32x4.le(f32x4.abs(f32x4.sub(left, right)), most));
      for (let rest = i32x4.bitmask(v128.and(before, alike)); rest !== 0; rest &= rest - 1) keepAgreement(one, other + ctz(rest));
    }
  }
  return agreements;
}

@inline
function cosOf(angle: i32): f64 {
  return load<f64>(DIRECTIONS + 16 * (angle & 255));
}

@inline
function sinOf(angle: i32): f64 {
  return load<f64>(DIRECTIONS + 8 + 16 * (angle & 255));
}

/** How far a pair's minutia lies from those of four others in one finger. */
@inline
function distances(places: usize, one: i32, four: i32): v128 {
  const x = f32x4.convert_i32x4_s(i32x4.sub(v128.load(places + 4 * four), v128.load32_splat(places + 4 * one)));
  const y = f32x4.convert_i32x4_s(i32x4.sub(v128.load(places + ROW + 4 * four), v128.load32_splat(places + ROW + 4 * one)));
  return f32x4.sqrt(f32x4.add(f32x4.mul(x, x), f32x4.mul(y, y)));
}

/** Takes two pairs into the agreements, unless double precision finds them further apart or the way between them turned otherwise. */
@inline
function keepAgreement(one: i32, other: i32): void {
  const ax = from(LEFT_X, one, other);
  const ay = from(LEFT_Y, one, other);
  const bx = from(RIGHT_X, one, other);
  const by = from(RIGHT_Y, one, other);
  const apart = abs(sqrt(ax * ax + ay * ay) - sqrt(bx * bx + by * by));
  if (apart > mostApart) return;
  const turn = load<i32>(TURN + 4 * other);
  const dot = ax * bx + ay * by;
  const cross = bx * ay - by * ax;
  // One minutia cannot be two: between pairs that share one there is no way.
  if (dot === 0 && cross === 0) return;
  const along = dot * cosOf(turn) + cross * sinOf(turn);
  const across = cross * cosOf(turn) - dot * sinOf(turn);
  if (abs(across) > along * steepest) return;
  store<i32>(ONE + 4 * agreements, one);
  store<i32>(OTHER + 4 * agreements, other);
  store<i32>(TURNED + 4 * agreements, <i32>(<i8>(load<i32>(TURN + 4 * one) - turn)));
  store<f64>(APART + 8 * agreements, apart);
  store<f64>(ALONG + 8 * agreements, along);
  store<f64>(ACROSS + 8 * agreements, across);
  agreements++;
}

@inline
function from(places: usize, one: i32, other: i32): f64 {
  return <f64>(load<i32>(places + 4 * other) - load<i32>(places + 4 * one));
}
