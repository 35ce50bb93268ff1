// AssemblyScript, compiled by `node dev/kernels.ts` to `cylinder.wasm`; `cylinder.ts` says what is what and fills in the tables.
// The cylinders of a finger's minutiae (Cappelli, Ferrara, Maltoni, IEEE TPAMI 32 (2010), bit variant). All sums are in double precision and in one order:
// from the same tables the same minutiae give the same bits on every processor.

const CELLS: i32 = 52;
const ALL: u64 = (<u64>1 << 52) - 1;
const GRID: i32 = 8;
const DIRECTIONS: usize = 6;
const RADIUS: f64 = 70;
const CELL: f64 = 17.5;
/** A neighbour adds nothing to cells that are farther away: three times the spread. */
const REACH: f64 = 28;
const SPREAD: f64 = 28.0 / 3;
/** Farther minutiae touch no cell. */
const NEAR: f64 = RADIUS + REACH;
/** The paper has 0.01; half of it lost nothing on two public sets and found a little more on both. */
const THRESHOLD: f64 = 0.005;
/** How far the finger is taken to reach beyond its outermost minutiae. */
const MARGIN: f64 = 50;
const FEWEST_CELLS: i32 = 42;
const FEWEST_NEIGHBOURS: i32 = 2;

// What lies where in memory, in bytes; `cylinder.ts` knows those that it fills or reads.
/** Sines and cosines of directions in 256ths of a turn, a pair each. */
const TURNS: usize = 1024;
const TURN_WEIGHTS: usize = TURNS + 16 * 256;
const BELL: usize = TURN_WEIGHTS + 8 * 6 * 256;
/** x of the middle of each cell, y, and its place in the grid. */
const CELL_X: usize = BELL + 8 * 800;
const CELL_Y: usize = CELL_X + 8 * 52;
const CELL_PLACES: usize = CELL_Y + 8 * 52;
/** x and y of each minutia, then its direction. */
const POINTS: usize = CELL_PLACES + 4 * 64;
const ANGLES: usize = POINTS + 16 * 64;
/** Of each edge: a corner's x and y, the way to the next corner, its length. */
const EDGES: usize = ANGLES + 4 * 64;
const EDGE: usize = 40;
const WORDS: usize = EDGES + EDGE * 64;
const CYLINDER: usize = 88;
/** Where the cells of the minutia at hand lie in the finger. */
const X_THERE: usize = WORDS + CYLINDER * 64;
const Y_THERE: usize = X_THERE + 8 * 52;
/** What neighbours add to each place of the grid in each direction. */
const SUMS: usize = Y_THERE + 8 * 52;
/** Which directions each cell has, a byte a cell. */
const CELLS_SET: usize = SUMS + 8 * 6 * 64;

/** Words of a cylinder, in bytes; `cylinder.ts` of the fingers says what they are. */
const PLANES: usize = 40;
const MASK: usize = 64;
const SET_BITS: usize = 72;
const PLACE: usize = 76;

/** Writes the cylinders of `count` minutiae within `edges` edges one after the other; gives how many there are. */
export function write(count: i32, edges: i32): i32 {
  let written = 0;
  for (let n = 0; n < count; n++) if (writeOne(WORDS + CYLINDER * written, n, count, edges)) written++;
  return written;
}

/** False where too little of the cylinder lies in the finger, too few neighbours do, or these set no bit: it would be like nothing, not even itself. */
function writeOne(to: usize, n: i32, count: i32, edges: i32): bool {
  const x = load<f64>(POINTS + 16 * n);
  const y = load<f64>(POINTS + 16 * n, 8);
  const angle = load<i32>(ANGLES + 4 * n);
  const sin = load<f64>(TURNS + 16 * angle);
  const cos = load<f64>(TURNS + 16 * angle, 8);
  const covered = coveredCells(x, y, sin, cos, edges);
  if (<i32>popcnt(covered) < FEWEST_CELLS) return false;
  memory.fill(SUMS, 0, 8 * DIRECTIONS * GRID * GRID);
  let neighbours = 0;
  for (let m = 0; m < count; m++) {
    const dx = load<f64>(POINTS + 16 * m) - x;
    const dy = load<f64>(POINTS + 16 * m, 8) - y;
    if (dx * dx + dy * dy > NEAR * NEAR || m === n) continue;
    neighbours++;
    // As the minutia sees it, its own direction to the right. With y upwards this is the way to turn: the other, which
    // the paper's image axes suggest, doubles the turn instead of undoing it.
    addNeighbour(cos * dx + sin * dy, cos * dy - sin * dx, (angle - load<i32>(ANGLES + 4 * m)) & 255);
  }
  if (neighbours < FEWEST_NEIGHBOURS) return false;
  store<i32>(to + PLACE, <i32>x);
  store<i32>(to + PLACE, <i32>y, 4);
  store<i32>(to + PLACE, angle, 8);
  return writeBits(to, covered) > 0;
}

/**
 * Which cells lie in the finger, a bit each: left of all edges of the hull, or no farther than the margin from one that they are not left of. All of them
 * where the minutia lies deep in it.
 */
function coveredCells(x: f64, y: f64, sin: f64, cos: f64, edges: i32): u64 {
  // Minutiae on one line have no inside: what is near enough to the line is covered.
  const flat = edges < 3;
  let deep = !flat;
  for (let n = 0; n < edges && deep; n++) {
    const edge = EDGES + EDGE * n;
    deep = leftOf(edge, x, y) >= (RADIUS - MARGIN) * load<f64>(edge, 32);
  }
  if (deep) return ALL;
  for (let cell = 0; cell < CELLS; cell += 2) {
    const cx = v128.load(CELL_X + 8 * cell);
    const cy = v128.load(CELL_Y + 8 * cell);
    const along = f64x2.sub(f64x2.mul(f64x2.splat(cos), cx), f64x2.mul(f64x2.splat(sin), cy));
    const up = f64x2.add(f64x2.mul(f64x2.splat(sin), cx), f64x2.mul(f64x2.splat(cos), cy));
    v128.store(X_THERE + 8 * cell, f64x2.add(f64x2.splat(x), along));
    v128.store(Y_THERE + 8 * cell, f64x2.add(f64x2.splat(y), up));
  }
  outside = 0;
  close = 0;
  for (let n = 0; n < edges; n++) {
    const edge = EDGES + EDGE * n;
    // No cell lies on the other side of an edge that is farther away than the cylinder reaches.
    if (flat || leftOf(edge, x, y) < RADIUS * load<f64>(edge, 32)) lookAcross(edge, flat);
  }
  return (~outside | close) & ALL;
}

/** Cells that lie on the other side of an edge, and those that are near it. */
let outside: u64 = 0;
let close: u64 = 0;

@inline
function lookAcross(edge: usize, flat: bool): void {
  const ex = f64x2.splat(load<f64>(edge, 16));
  const ey = f64x2.splat(load<f64>(edge, 24));
  const squared = f64x2.max(f64x2.add(f64x2.mul(ex, ex), f64x2.mul(ey, ey)), f64x2.splat(1));
  for (let cell = 0; cell < CELLS; cell += 2) {
    const dx = f64x2.sub(v128.load(X_THERE + 8 * cell), f64x2.splat(load<f64>(edge)));
    const dy = f64x2.sub(v128.load(Y_THERE + 8 * cell), f64x2.splat(load<f64>(edge, 8)));
    const left = f64x2.sub(f64x2.mul(ex, dy), f64x2.mul(ey, dx));
    const out = flat ? 3 : i64x2.bitmask(f64x2.lt(left, f64x2.splat(0)));
    if (out === 0) continue;
    const share = f64x2.div(f64x2.add(f64x2.mul(dx, ex), f64x2.mul(dy, ey)), squared);
    const part = f64x2.max(f64x2.splat(0), f64x2.min(f64x2.splat(1), share));
    const ax = f64x2.sub(dx, f64x2.mul(part, ex));
    const ay = f64x2.sub(dy, f64x2.mul(part, ey));
    const away = f64x2.add(f64x2.mul(ax, ax), f64x2.mul(ay, ay));
    outside |= <u64>out << cell;
    close |= <u64>(out & i64x2.bitmask(f64x2.le(away, f64x2.splat(MARGIN * MARGIN)))) << cell;
  }
}

/** How far a place lies to the left of an edge, times the edge's length: the finger lies there. */
@inline
function leftOf(edge: usize, x: f64, y: f64): f64 {
  return load<f64>(edge, 16) * (y - load<f64>(edge, 8)) - load<f64>(edge, 24) * (x - load<f64>(edge));
}

/** What a neighbour at this place, as the minutia sees it, and turned by so many 256ths adds to the cells around it. */
@inline
function addNeighbour(x: f64, y: f64, turned: i32): void {
  const weights = TURN_WEIGHTS + 8 * DIRECTIONS * turned;
  const first = v128.load(weights);
  const second = v128.load(weights, 16);
  const third = v128.load(weights, 32);
  const lastColumn = lastInReach(x);
  const row = firstInReach(y);
  const lastRow = lastInReach(y);
  for (let i = firstInReach(x); i <= lastColumn; i++) {
    const dx = x - (<f64>i - 3.5) * CELL;
    for (let j = row; j <= lastRow; j++) {
      const dy = y - (<f64>j - 3.5) * CELL;
      const squared = dx * dx + dy * dy;
      if (squared > REACH * REACH) continue;
      const weight = f64x2.splat(bell(squared));
      const at = SUMS + 8 * DIRECTIONS * <usize>(GRID * i + j);
      v128.store(at, f64x2.add(v128.load(at), f64x2.mul(weight, first)));
      v128.store(at, f64x2.add(v128.load(at, 16), f64x2.mul(weight, second)), 16);
      v128.store(at, f64x2.add(v128.load(at, 32), f64x2.mul(weight, third)), 32);
    }
  }
}

@inline
function firstInReach(at: f64): i32 {
  return max(0, <i32>ceil((at - REACH) * (1 / CELL) + 3.5));
}

@inline
function lastInReach(at: f64): i32 {
  return min(GRID - 1, <i32>floor((at + REACH) * (1 / CELL) + 3.5));
}

/** The bell curve of a squared distance: the table has it at whole numbers, and from there Taylor's series to less than one part in 10^14. */
@inline
function bell(squared: f64): f64 {
  const whole = nearest(squared);
  const r = (whole - squared) * (1 / (2 * SPREAD * SPREAD));
  return load<f64>(BELL + 8 * <usize>whole) * (1 + r * (1 + r * (1.0 / 2 + r * (1.0 / 6 + r * (1.0 / 24)))));
}

/** Writes the bits that the sums set in covered cells, how many are set in each cell, and how many in all, which it gives. */
function writeBits(to: usize, covered: u64): i32 {
  const least = f64x2.splat(THRESHOLD);
  for (let cell = 0; cell < CELLS; cell++) {
    const at = SUMS + 8 * DIRECTIONS * <usize>load<i32>(CELL_PLACES + 4 * cell);
    const set =
      i64x2.bitmask(f64x2.gt(v128.load(at), least)) |
      (i64x2.bitmask(f64x2.gt(v128.load(at, 16), least)) << 2) |
      (i64x2.bitmask(f64x2.gt(v128.load(at, 32), least)) << 4);
    store<u8>(CELLS_SET + cell, <u8>set);
  }
  const d0 = cellsSet(0) & covered;
  const d1 = cellsSet(1) & covered;
  const d2 = cellsSet(2) & covered;
  const d3 = cellsSet(3) & covered;
  const d4 = cellsSet(4) & covered;
  const d5 = cellsSet(5) & covered;
  // Direction by direction: 52 bits are six bytes and a half.
  store<u64>(to, d0 | (d1 << 52));
  store<u64>(to, (d1 >> 12) | (d2 << 40), 8);
  store<u64>(to, (d2 >> 24) | (d3 << 28), 16);
  store<u64>(to, (d3 >> 36) | (d4 << 16), 24);
  store<u64>(to, (d4 >> 48) | (d5 << 4), 32);
  const ones1 = d0 ^ d1 ^ d2;
  const ones2 = d3 ^ d4 ^ d5;
  const twos1 = (d0 & d1) | (d2 & (d0 ^ d1));
  const twos2 = (d3 & d4) | (d5 & (d3 ^ d4));
  const twos3 = ones1 & ones2;
  store<u64>(to + PLANES, ones1 ^ ones2);
  store<u64>(to + PLANES, twos1 ^ twos2 ^ twos3, 8);
  store<u64>(to + PLANES, (twos1 & twos2) | (twos3 & (twos1 ^ twos2)), 16);
  store<u64>(to + MASK, covered);
  const set = <i32>(popcnt(d0) + popcnt(d1) + popcnt(d2) + popcnt(d3) + popcnt(d4) + popcnt(d5));
  store<i32>(to + SET_BITS, set);
  return set;
}

/** The cells whose bit of direction `k` is set, from a byte a cell. */
@inline
function cellsSet(k: i32): u64 {
  const up = 7 - k;
  return (
    <u64>i8x16.bitmask(i8x16.shl(v128.load(CELLS_SET), up)) |
    (<u64>i8x16.bitmask(i8x16.shl(v128.load(CELLS_SET, 16), up)) << 16) |
    (<u64>i8x16.bitmask(i8x16.shl(v128.load(CELLS_SET, 32), up)) << 32) |
    (<u64>i8x16.bitmask(i8x16.shl(v128.load(CELLS_SET, 48), up)) << 48)
  );
}
