// AssemblyScript, compiled by `node dev/kernels.ts` to `relaxed-dots.wasm`; `scan.ts` says when it is used.
// Dot products of int8 vectors with the relaxed instruction that multiplies bytes with 7-bit numbers. A query's value q, -127 to 127, comes as two such
// numbers whose sum is q + 127, so that nothing is lost and no intermediate sum can overflow: the result is the same on every machine.

/**
 * As `int8Dots` of `scan.as.ts`, but of `queries` each 16 values are 32 bytes: their first parts, then their second parts.
 */
export function int8Dots(queries: usize, many: i32, vectors: usize, count: i32, dims: i32, out: usize): void {
  const wide = <usize>(2 * dims);
  let n = 0;
  for (; n + 2 <= count; n += 2) {
    const vector = vectors + <usize>n * dims;
    const to = out + 4 * <usize>n * many;
    const first = 127 * total(vector, dims);
    const second = 127 * total(vector + dims, dims);
    let q = 0;
    for (; q + 4 <= many; q += 4) {
      twoByFour(queries + <usize>q * wide, vector, dims, to + 4 * q, 4 * many);
      v128.store(to + 4 * q, i32x4.sub(v128.load(to + 4 * q), i32x4.splat(first)));
      v128.store(to + 4 * (q + many), i32x4.sub(v128.load(to + 4 * (q + many)), i32x4.splat(second)));
    }
    for (; q < many; q++) {
      store<i32>(to + 4 * q, one(queries + <usize>q * wide, vector, dims) - first);
      store<i32>(to + 4 * (q + many), one(queries + <usize>q * wide, vector + dims, dims) - second);
    }
  }
  if (n < count) {
    const vector = vectors + <usize>n * dims;
    const last = 127 * total(vector, dims);
    for (let q = 0; q < many; q++)
      store<i32>(out + 4 * (<usize>n * many + q), one(queries + <usize>q * wide, vector, dims) - last);
  }
}

@inline
function twoByFour(at: usize, vector: usize, dims: usize, out: usize, next: usize): void {
  const wide = 2 * dims;
  let a = i32x4.splat(0);
  let b = i32x4.splat(0);
  let c = i32x4.splat(0);
  let d = i32x4.splat(0);
  let e = i32x4.splat(0);
  let f = i32x4.splat(0);
  let g = i32x4.splat(0);
  let h = i32x4.splat(0);
  for (let i: usize = 0; i < dims; i += 16) {
    const first = v128.load(vector + i);
    const second = v128.load(vector + dims + i);
    let here = at + 2 * i;
    let part = v128.load(here);
    a = dot(first, part, a);
    e = dot(second, part, e);
    part = v128.load(here, 16);
    a = dot(first, part, a);
    e = dot(second, part, e);
    here += wide;
    part = v128.load(here);
    b = dot(first, part, b);
    f = dot(second, part, f);
    part = v128.load(here, 16);
    b = dot(first, part, b);
    f = dot(second, part, f);
    here += wide;
    part = v128.load(here);
    c = dot(first, part, c);
    g = dot(second, part, g);
    part = v128.load(here, 16);
    c = dot(first, part, c);
    g = dot(second, part, g);
    here += wide;
    part = v128.load(here);
    d = dot(first, part, d);
    h = dot(second, part, h);
    part = v128.load(here, 16);
    d = dot(first, part, d);
    h = dot(second, part, h);
  }
  v128.store(out, sums(a, b, c, d));
  v128.store(out + next, sums(e, f, g, h));
}

@inline
function dot(values: v128, part: v128, sum: v128): v128 {
  return i32x4.relaxed_dot_i8x16_i7x16_add_s(values, part, sum);
}

function one(query: usize, vector: usize, dims: usize): i32 {
  let a = i32x4.splat(0);
  let b = i32x4.splat(0);
  for (let i: usize = 0; i < dims; i += 16) {
    const values = v128.load(vector + i);
    a = dot(values, v128.load(query + 2 * i), a);
    b = dot(values, v128.load(query + 2 * i, 16), b);
  }
  return sum(i32x4.add(a, b));
}

/** The sum of a vector's values. */
function total(vector: usize, dims: usize): i32 {
  let a = i32x4.splat(0);
  for (let i: usize = 0; i < dims; i += 16) a = dot(v128.load(vector + i), i8x16.splat(1), a);
  return sum(a);
}

/** The sums of the lanes of four vectors, as the lanes of one. */
@inline
function sums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = i32x4.add(i32x4.shuffle(a, b, 0, 4, 1, 5), i32x4.shuffle(a, b, 2, 6, 3, 7));
  const cd = i32x4.add(i32x4.shuffle(c, d, 0, 4, 1, 5), i32x4.shuffle(c, d, 2, 6, 3, 7));
  return i32x4.add(i32x4.shuffle(ab, cd, 0, 1, 4, 5), i32x4.shuffle(ab, cd, 2, 3, 6, 7));
}

@inline
function sum(a: v128): i32 {
  return i32x4.extract_lane(a, 0) + i32x4.extract_lane(a, 1) + i32x4.extract_lane(a, 2) + i32x4.extract_lane(a, 3);
}
