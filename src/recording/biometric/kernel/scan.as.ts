// AssemblyScript, compiled by `node dev/kernels.ts` to `scan.wasm`; `scan.ts` says what is what.
// Plain scans: many queries against many vectors, each result stored query by query for every vector.

/**
 * Dot products of int8 vectors, exact in 32 bits. `queries` holds 16-bit values (so that they are widened once, not once a
 * vector), `vectors` 8-bit ones; both rows have `dims` values, a multiple of 16. `out[vector * many + query]`.
 * Two vectors meet four queries at a time: each load serves several products, and all sums stay in registers.
 */
export function int8Dots(queries: usize, many: i32, vectors: usize, count: i32, dims: i32, out: usize): void {
  const wide = <usize>(2 * dims);
  let n = 0;
  for (; n + 2 <= count; n += 2) {
    const vector = vectors + <usize>n * dims;
    const to = out + 4 * <usize>n * many;
    let q = 0;
    for (; q + 4 <= many; q += 4) twoByFour(queries + <usize>q * wide, vector, dims, to + 4 * q, 4 * many);
    for (; q < many; q++) {
      store<i32>(to + 4 * q, one(queries + <usize>q * wide, vector, dims));
      store<i32>(to + 4 * (q + many), one(queries + <usize>q * wide, vector + dims, dims));
    }
  }
  if (n < count) {
    for (let q = 0; q < many; q++)
      store<i32>(out + 4 * (<usize>n * many + q), one(queries + <usize>q * wide, vectors + <usize>n * dims, dims));
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
  for (let i: usize = 0; i < dims; i += 8) {
    const first = v128.load_ext<i8>(vector + i);
    const second = v128.load_ext<i8>(vector + dims + i);
    const here = at + 2 * i;
    let query = v128.load(here);
    a = i32x4.add(a, i32x4.dot_i16x8_s(first, query));
    e = i32x4.add(e, i32x4.dot_i16x8_s(second, query));
    query = v128.load(here + wide);
    b = i32x4.add(b, i32x4.dot_i16x8_s(first, query));
    f = i32x4.add(f, i32x4.dot_i16x8_s(second, query));
    query = v128.load(here + 2 * wide);
    c = i32x4.add(c, i32x4.dot_i16x8_s(first, query));
    g = i32x4.add(g, i32x4.dot_i16x8_s(second, query));
    query = v128.load(here + 3 * wide);
    d = i32x4.add(d, i32x4.dot_i16x8_s(first, query));
    h = i32x4.add(h, i32x4.dot_i16x8_s(second, query));
  }
  v128.store(out, sums(a, b, c, d));
  v128.store(out + next, sums(e, f, g, h));
}

function one(query: usize, vector: usize, dims: usize): i32 {
  let a = i32x4.splat(0);
  for (let i: usize = 0; i < dims; i += 16) {
    a = i32x4.add(a, i32x4.dot_i16x8_s(v128.load_ext<i8>(vector + i), v128.load(query + 2 * i)));
    a = i32x4.add(a, i32x4.dot_i16x8_s(v128.load_ext<i8>(vector + i, 8), v128.load(query + 2 * i, 16)));
  }
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

/** Dot products of 32-bit floats; `dims` is a multiple of 8. Four queries share each load of a vector. */
export function floatDots(queries: usize, many: i32, vectors: usize, count: i32, dims: i32, out: usize): void {
  const row = <usize>(4 * dims);
  for (let n = 0; n < count; n++) {
    const vector = vectors + <usize>n * row;
    let q = 0;
    for (; q + 4 <= many; q += 4) {
      const at = queries + <usize>q * row;
      let a = f32x4.splat(0);
      let b = f32x4.splat(0);
      let c = f32x4.splat(0);
      let d = f32x4.splat(0);
      for (let i: usize = 0; i < row; i += 16) {
        const values = v128.load(vector + i);
        a = f32x4.add(a, f32x4.mul(values, v128.load(at + i)));
        b = f32x4.add(b, f32x4.mul(values, v128.load(at + row + i)));
        c = f32x4.add(c, f32x4.mul(values, v128.load(at + 2 * row + i)));
        d = f32x4.add(d, f32x4.mul(values, v128.load(at + 3 * row + i)));
      }
      const to = out + 4 * (<usize>n * many + q);
      store<f32>(to, floatSum(a));
      store<f32>(to, floatSum(b), 4);
      store<f32>(to, floatSum(c), 8);
      store<f32>(to, floatSum(d), 12);
    }
    for (; q < many; q++) {
      const at = queries + <usize>q * row;
      let a = f32x4.splat(0);
      let b = f32x4.splat(0);
      for (let i: usize = 0; i < row; i += 32) {
        a = f32x4.add(a, f32x4.mul(v128.load(vector + i), v128.load(at + i)));
        b = f32x4.add(b, f32x4.mul(v128.load(vector + i, 16), v128.load(at + i, 16)));
      }
      store<f32>(out + 4 * (<usize>n * many + q), floatSum(f32x4.add(a, b)));
    }
  }
}

@inline
function floatSum(a: v128): f32 {
  return (
    f32x4.extract_lane(a, 0) + f32x4.extract_lane(a, 1) + (f32x4.extract_lane(a, 2) + f32x4.extract_lane(a, 3))
  );
}

/** Differing bits of each query and each code, of `bytes` bytes, a multiple of 16 and at most 496. */
export function hamming(queries: usize, many: i32, codes: usize, count: i32, bytes: i32, out: usize): void {
  for (let n = 0; n < count; n++) {
    const code = codes + <usize>n * bytes;
    for (let q = 0; q < many; q++) {
      const query = queries + <usize>q * bytes;
      // A byte counts at most 8 a step, so 31 steps fit.
      let sum8 = i8x16.splat(0);
      for (let i: usize = 0; i < <usize>bytes; i += 16) {
        sum8 = i8x16.add(sum8, i8x16.popcnt(v128.xor(v128.load(query + i), v128.load(code + i))));
      }
      store<i32>(out + 4 * (<usize>n * many + q), bytesSum(sum8));
    }
  }
}

@inline
function bytesSum(bytes: v128): i32 {
  return sum(i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bytes)));
}

/**
 * The least share of differing bits among those that both masks show, over `turns` rotations of the query (Daugman's
 * comparison of irises). The query lies in memory once a rotation, code then mask; so does each of the many, once. 1 where
 * fewer than `fewest` bits are shown by both in every rotation.
 */
export function maskedHamming(query: usize, turns: i32, codes: usize, count: i32, bytes: i32, fewest: i32, out: usize): void {
  const pair = <usize>(2 * bytes);
  for (let n = 0; n < count; n++) {
    const code = codes + <usize>n * pair;
    let least: f32 = 1;
    for (let turn = 0; turn < turns; turn++) {
      const own = query + <usize>turn * pair;
      let differing = i8x16.splat(0);
      let shown = i8x16.splat(0);
      for (let i: usize = 0; i < <usize>bytes; i += 16) {
        const mask = v128.and(v128.load(own + bytes + i), v128.load(code + bytes + i));
        differing = i8x16.add(differing, i8x16.popcnt(v128.and(mask, v128.xor(v128.load(own + i), v128.load(code + i)))));
        shown = i8x16.add(shown, i8x16.popcnt(mask));
      }
      const both = bytesSum(shown);
      if (both >= fewest) least = min(least, <f32>bytesSum(differing) / <f32>both);
    }
    store<f32>(out + 4 * n, least);
  }
}
