// AssemblyScript, compiled by `node dev/kernels.ts` to `first-stage.wasm`; `first-stage.ts` says what is what.
// One probe finger against many gallery fingers. The mean of the most similar pairs of cylinders, each weighed by how far the
// others agree with it in turn and distance: local similarity sort with one round of relaxation (Cappelli, Ferrara, Maltoni, IEEE TPAMI 32 (2010)), cut down to what a first look needs.

/** Most cylinders of a finger, and most pairs that are weighed. */
const MOST: i32 = 64;
const PAIRS: i32 = 12;
/** Bytes of four gallery cylinders: 13 words of each, word by word. */
const BLOCK: usize = 208;
const BIT_WORDS: i32 = 10;
/** Bytes of one probe cylinder: its 10 words of bits, each in all four lanes. */
const SPLAT: usize = 160;

// What lies where in memory, in bytes; `first-stage.ts` knows the first six.
const PROBE_SPLATS: usize = 1024;
const PROBE_SET: usize = PROBE_SPLATS + SPLAT * 64;
const PROBE_ANGLE: usize = PROBE_SET + 4 * 64;
const PROBE_X: usize = PROBE_ANGLE + 4 * 64;
const PROBE_Y: usize = PROBE_X + 4 * 64;
const STARTS: usize = PROBE_Y + 4 * 64;
const PAIR_SIMILARITY: usize = STARTS + 4 * 80;
const PAIR_LEFT: usize = PAIR_SIMILARITY + 4 * 16;
const PAIR_RIGHT: usize = PAIR_LEFT + 4 * 16;
const PAIR_TURN: usize = PAIR_RIGHT + 4 * 16;
/** Four rows of floats: x and y of the pairs in the probe, then in the gallery's finger. */
const ROW: usize = 4 * 16;
const PAIR_PLACES: usize = PAIR_TURN + ROW;

/** Directions in 256ths of a turn are looked up by eighths of 64. */
const BIN: i32 = 2;
const BINS: i32 = 64;
/** An eighth of a turn, half of what the full comparison allows: at a station fingers lie upright, and twice the pairs cost twice the time. */
const MOST_TURN: i32 = 32;
/** What two pairs may differ in: relative direction in 256ths, distance in pixels. */
const TURN_APART: i32 = 10;
const DISTANCE_APART: f32 = 12;

/**
 * Scores `fingers` gallery fingers. `list` holds for each its place in bytes and its cylinders, `scores` takes a float each.
 * The probe's `count` cylinders lie ready.
 */
export function score(count: i32, list: usize, fingers: i32, scores: usize): void {
  for (let n = 0; n < fingers; n++) {
    const at = <usize>load<i32>(list + 8 * n);
    const cylinders = load<i32>(list + 8 * n + 4);
    store<f32>(scores + 4 * n, cylinders < 2 || count < 2 ? <f32>0 : scoreOne(count, at, cylinders));
  }
}

function scoreOne(count: i32, gallery: usize, cylinders: i32): f32 {
  findStarts(gallery, cylinders);
  let pairs = 0;
  let least: f32 = 0;
  for (let i = 0; i < count; i++) {
    const angle = load<i32>(PROBE_ANGLE + 4 * i);
    const low = angle - MOST_TURN;
    const high = angle + MOST_TURN;
    bestAt = -1;
    best = 0;
    if (low < 0) {
      search(i, gallery, startOf((low + 256) >> BIN), cylinders);
      search(i, gallery, 0, startOf((high >> BIN) + 1));
    } else if (high > 255) {
      search(i, gallery, startOf(low >> BIN), cylinders);
      search(i, gallery, 0, startOf(((high - 256) >> BIN) + 1));
    } else {
      search(i, gallery, startOf(low >> BIN), startOf((high >> BIN) + 1));
    }
    if (bestAt < 0 || best <= least) continue;
    pairs = keep(pairs, best, i, bestAt);
    if (pairs === PAIRS) least = load<f32>(PAIR_SIMILARITY + 4 * (PAIRS - 1));
  }
  return pairs < 2 ? <f32>0 : weigh(pairs, gallery);
}

/** The most similar gallery cylinder of the range that was looked at, and how similar. */
let best: f32 = 0;
let bestAt: i32 = -1;

@inline
function startOf(bin: i32): i32 {
  return load<i32>(STARTS + 4 * bin);
}

/** For each 32nd of a turn the first gallery cylinder that points there or beyond; they are sorted by direction. */
function findStarts(gallery: usize, cylinders: i32): void {
  let bin = 0;
  for (let n = 0; n < cylinders; n++) {
    const own = angleOf(gallery, n) >> BIN;
    while (bin <= own) store<i32>(STARTS + 4 * bin++, n);
  }
  while (bin <= BINS) store<i32>(STARTS + 4 * bin++, cylinders);
}

@inline
function wordAt(gallery: usize, n: i32, word: i32): usize {
  return gallery + BLOCK * <usize>(n >> 2) + 16 * word + 4 * (n & 3);
}

/** The highest byte of the last word of bits. */
@inline
function angleOf(gallery: usize, n: i32): i32 {
  return <i32>load<u8>(wordAt(gallery, n, 9) + 3);
}

/**
 * Compares probe cylinder `i` with the gallery's from `from` up to `to`, in fours: as many as come nearest to the range, and one at least. Who is left out
 * or in by that is turned by nearly as much as may be, and seldom a mate.
 */
@inline
function search(i: i32, gallery: usize, from: i32, to: i32): void {
  if (from >= to) return;
  const probe = PROBE_SPLATS + SPLAT * i;
  const own = f32x4.splat(load<f32>(PROBE_SET + 4 * i));
  let most = f32x4.splat(best);
  let where = i32x4.splat(-1);
  const first = min((from + 2) >> 2, (to - 1) >> 2);
  const end = max((to + 2) >> 2, first + 1);
  for (let four = first; four < end; four++) {
    const at = gallery + BLOCK * <usize>four;
    const common = inCommon(probe, at);
    // 9 bits above the mask's second half say how many are set.
    const set = f32x4.convert_i32x4_u(i32x4.shr_u(v128.load(at, 16 * 11), 20));
    // Dice's coefficient orders pairs as the cylinders' own similarity does where as many are set, and needs no roots.
    const similar = f32x4.div(f32x4.convert_i32x4_u(common), f32x4.add(own, set));
    const better = f32x4.gt(similar, most);
    most = v128.bitselect(similar, most, better);
    where = v128.bitselect(i32x4.splat(four), where, better);
  }
  take(f32x4.extract_lane(most, 0), i32x4.extract_lane(where, 0), 0);
  take(f32x4.extract_lane(most, 1), i32x4.extract_lane(where, 1), 1);
  take(f32x4.extract_lane(most, 2), i32x4.extract_lane(where, 2), 2);
  take(f32x4.extract_lane(most, 3), i32x4.extract_lane(where, 3), 3);
}

@inline
function take(similarity: f32, four: i32, lane: i32): void {
  if (four < 0 || similarity <= best) return;
  best = similarity;
  bestAt = 4 * four + lane;
}

/**
 * Bits that are set in the probe's cylinder and in each of four others. Nine of the ten words are first added bit by bit (carry-save: three words
 * become their sums and their carries), so that five words are counted instead of ten.
 */
@inline
function inCommon(probe: usize, at: usize): v128 {
  const a = both(probe, at, 0);
  const b = both(probe, at, 1);
  const c = both(probe, at, 2);
  const ab = v128.xor(a, b);
  const ones1 = v128.xor(ab, c);
  const twos1 = v128.or(v128.and(a, b), v128.and(ab, c));
  const d = both(probe, at, 3);
  const e = both(probe, at, 4);
  const f = both(probe, at, 5);
  const de = v128.xor(d, e);
  const ones2 = v128.xor(de, f);
  const twos2 = v128.or(v128.and(d, e), v128.and(de, f));
  const g = both(probe, at, 6);
  const h = both(probe, at, 7);
  const i = both(probe, at, 8);
  const gh = v128.xor(g, h);
  const ones3 = v128.xor(gh, i);
  const twos3 = v128.or(v128.and(g, h), v128.and(gh, i));
  const o = v128.xor(ones1, ones2);
  const ones = v128.xor(o, ones3);
  const twos4 = v128.or(v128.and(ones1, ones2), v128.and(o, ones3));
  const t = v128.xor(twos1, twos2);
  const twos = v128.xor(t, twos3);
  const fours = v128.or(v128.and(twos1, twos2), v128.and(t, twos3));
  // At most 8 each, so 8 + 8 + 2 * 16 + 4 * 8 fit a byte.
  const single = i8x16.add(i8x16.popcnt(ones), i8x16.popcnt(both(probe, at, 9)));
  const double = i8x16.add(i8x16.popcnt(twos), i8x16.popcnt(twos4));
  const most = i8x16.popcnt(fours);
  const pairs = i8x16.add(double, i8x16.add(most, most));
  const bytes = i8x16.add(single, i8x16.add(pairs, pairs));
  return i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bytes));
}

@inline
function both(probe: usize, at: usize, word: usize): v128 {
  return v128.and(v128.load(probe + 16 * word), v128.load(at + 16 * word));
}

/** Puts a pair where it belongs among the best, the most similar first; gives how many there are. */
function keep(pairs: i32, similarity: f32, left: i32, right: i32): i32 {
  let at = min(pairs, PAIRS - 1);
  while (at > 0 && load<f32>(PAIR_SIMILARITY + 4 * (at - 1)) < similarity) {
    store<f32>(PAIR_SIMILARITY + 4 * at, load<f32>(PAIR_SIMILARITY + 4 * (at - 1)));
    store<i32>(PAIR_LEFT + 4 * at, load<i32>(PAIR_LEFT + 4 * (at - 1)));
    store<i32>(PAIR_RIGHT + 4 * at, load<i32>(PAIR_RIGHT + 4 * (at - 1)));
    at--;
  }
  store<f32>(PAIR_SIMILARITY + 4 * at, similarity);
  store<i32>(PAIR_LEFT + 4 * at, left);
  store<i32>(PAIR_RIGHT + 4 * at, right);
  return min(pairs + 1, PAIRS);
}

/**
 * Each pair's similarity times the similarity of those that agree with it, over what all in agreement would have. The pairs are laid out as rows of
 * floats, so that four are held against one at a time.
 */
function weigh(pairs: i32, gallery: usize): f32 {
  for (let t = 0; t < pairs; t++) {
    const left = 4 * load<i32>(PAIR_LEFT + 4 * t);
    const right = load<i32>(PAIR_RIGHT + 4 * t);
    const place = wordAt(gallery, right, 12);
    store<i32>(PAIR_TURN + 4 * t, load<i32>(PROBE_ANGLE + left) - angleOf(gallery, right));
    store<f32>(PAIR_PLACES + 4 * t, <f32>load<i32>(PROBE_X + left));
    store<f32>(PAIR_PLACES + ROW + 4 * t, <f32>load<i32>(PROBE_Y + left));
    store<f32>(PAIR_PLACES + 2 * ROW + 4 * t, <f32>(<i32>load<u16>(place)));
    store<f32>(PAIR_PLACES + 3 * ROW + 4 * t, <f32>(<i32>load<u16>(place + 2)));
  }
  let sums = f32x4.splat(0);
  for (let t = 1; t < pairs; t++) {
    const similarity = f32x4.splat(load<f32>(PAIR_SIMILARITY + 4 * t));
    for (let k = 0; k < t; k += 4) {
      const agree = v128.and(f32x4.le(f32x4.abs(f32x4.sub(apart(t, k, 0), apart(t, k, 2 * ROW))), f32x4.splat(DISTANCE_APART)), turnedAlike(t, k));
      // Those after `t` come when it is their turn; two pairs of one gallery minutia are no two.
      const before = i32x4.lt_s(i32x4.add(i32x4(0, 1, 2, 3), i32x4.splat(k)), i32x4.splat(t));
      const others = i32x4.ne(v128.load(PAIR_RIGHT + 4 * k), i32x4.splat(load<i32>(PAIR_RIGHT + 4 * t)));
      const counted = v128.and(v128.and(agree, before), v128.and(others, v128.load(PAIR_SIMILARITY + 4 * k)));
      sums = f32x4.add(sums, f32x4.mul(similarity, counted));
    }
  }
  const sum = f32x4.extract_lane(sums, 0) + f32x4.extract_lane(sums, 1) + f32x4.extract_lane(sums, 2) + f32x4.extract_lane(sums, 3);
  // A Dice coefficient of 1 is 0.5 here, and always over all pairs: a finger with few has said less.
  return (4 * sum) / <f32>((PAIRS * (PAIRS - 1)) / 2);
}

/** How far pair `t` lies from four others, in the probe or, two rows on, in the gallery's finger. */
@inline
function apart(t: i32, k: i32, rows: usize): v128 {
  const xs = PAIR_PLACES + rows;
  const x = f32x4.sub(f32x4.splat(load<f32>(xs + 4 * t)), v128.load(xs + 4 * k));
  const y = f32x4.sub(f32x4.splat(load<f32>(xs + ROW + 4 * t)), v128.load(xs + ROW + 4 * k));
  return f32x4.sqrt(f32x4.add(f32x4.mul(x, x), f32x4.mul(y, y)));
}

@inline
function turnedAlike(t: i32, k: i32): v128 {
  const turn = i32x4.sub(i32x4.splat(load<i32>(PAIR_TURN + 4 * t) + TURN_APART), v128.load(PAIR_TURN + 4 * k));
  return i32x4.le_u(v128.and(turn, i32x4.splat(255)), i32x4.splat(2 * TURN_APART));
}
