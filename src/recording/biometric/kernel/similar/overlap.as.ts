// How well two fingers agree where they lie on one another, once one is moved onto the other.
import { ANGLE, CYLINDER, FOURS, HIGHEST, LEFTMOST, LOWEST, RIGHTMOST, TAKEN, X, Y } from './layout.as';

/** A minutia lies on another within so many pixels and 256ths of a turn. */
const APART: i32 = 12;
const TURNED: f64 = 20;

/**
 * Of the minutiae of both fingers that lie where the other one is too, the share that lies on one of the other: 0 to 1. The left finger is turned about (`ax`, `ay`) by `turn`
 * 256ths, whose cosine and sine are `cos` and `sin`, and moved from there to (`bx`, `by`).
 */
export function overlap(
  left: usize, leftCount: i32, right: usize, rightCount: i32,
  ax: f64, ay: f64, bx: f64, by: f64, cos: f64, sin: f64, turn: f64,
): f64 {
  memory.fill(TAKEN, 0, 64);
  let within = 0;
  let on = 0;
  for (let n = 0; n < leftCount; n++) {
    const one = left + CYLINDER * n;
    const dx = valueOf(one, X) - ax;
    const dy = valueOf(one, Y) - ay;
    const x = bx + cos * dx - sin * dy;
    const y = by + sin * dx + cos * dy;
    if (!isIn(right, x, y)) continue;
    within++;
    const near = nearest(right, rightCount, x, y, valueOf(one, ANGLE) + turn);
    if (near < 0) continue;
    store<u8>(TAKEN + near, 1);
    on++;
  }
  let back = 0;
  for (let n = 0; n < rightCount; n++) {
    const dx = valueOf(right + CYLINDER * n, X) - bx;
    const dy = valueOf(right + CYLINDER * n, Y) - by;
    if (isIn(left, ax + cos * dx + sin * dy, ay - sin * dx + cos * dy)) back++;
  }
  return on === 0 ? 0 : min(1, <f64>on / sqrt(<f64>within * <f64>max(on, back)));
}

@inline
function valueOf(cylinder: usize, word: usize): f64 {
  return <f64>load<i32>(cylinder + 4 * word);
}

@inline
function isIn(place: usize, x: f64, y: f64): bool {
  return x > load<f64>(place + LEFTMOST) && x < load<f64>(place + RIGHTMOST) && y > load<f64>(place + LOWEST) && y < load<f64>(place + HIGHEST);
}

/** The nearest minutia of the finger at `place` that is not taken and can be the same, or -1. */
@inline
function nearest(place: usize, count: i32, x: f64, y: f64, angle: f64): i32 {
  const xs = i32x4.splat(<i32>x);
  const ys = i32x4.splat(<i32>y);
  let found = -1;
  let least = <f64>(APART * APART);
  for (let n = 0; n < count; n += 4) {
    const four = place + FOURS + CYLINDER * n;
    const dx = i32x4.abs(i32x4.sub(v128.load(four + 16 * X), xs));
    const dy = i32x4.abs(i32x4.sub(v128.load(four + 16 * Y), ys));
    // Whole pixels first: they are off by less than one.
    const lanes = i32x4.bitmask(i32x4.le_s(i32x4.max_s(dx, dy), i32x4.splat(APART)));
    for (let rest = lanes; rest !== 0; rest &= rest - 1) {
      const other = n + ctz(rest);
      if (other >= count) break;
      const one = place + CYLINDER * other;
      const alongX = valueOf(one, X) - x;
      const alongY = valueOf(one, Y) - y;
      const square = alongX * alongX + alongY * alongY;
      if (square >= least || load<u8>(TAKEN + other) === 1 || turnOff(valueOf(one, ANGLE) - angle) > TURNED) continue;
      least = square;
      found = other;
    }
  }
  return found;
}

/** A difference of angles in 256ths of a turn, 0 to 128 whichever way round. */
@inline
function turnOff(difference: f64): f64 {
  return abs(difference - 256 * f64.nearest(difference / 256));
}
