// AssemblyScript, compiled by `node dev/kernels.ts` to `line-filter.wasm`; `line-filter.ts` says what is where.
// A filter of one dimension that lies otherwise in each tile of 4 x 4 values: along the lines of a fingerprint, or across them.

/**
 * Of `columns` by `rows` tiles, whose first value is at `source` in a plane of `width` values a row; the taps' values may lie around. `tiles` has for each the number of its
 * filter, or -1: all 0. `filters` has for each filter where its taps are, and how many: of each tap how many bytes away it is, and its weight.
 */
export function filter(
  source: usize,
  width: i32,
  tiles: usize,
  columns: i32,
  rows: i32,
  filters: usize,
  out: usize,
): void {
  const line = <usize>(4 * width);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const number = <i32>load<i8>(tiles + row * columns + column);
      const at = <usize>(4 * row) * line + 16 * column;
      let a = f32x4.splat(0);
      let b = f32x4.splat(0);
      let c = f32x4.splat(0);
      let d = f32x4.splat(0);
      if (number >= 0) {
        let tap = <usize>load<i32>(filters + 8 * number);
        const end = tap + 8 * load<i32>(filters + 8 * number, 4);
        for (; tap < end; tap += 8) {
          const from = source + at + load<i32>(tap);
          const weight = v128.load32_splat(tap, 4);
          a = f32x4.add(a, f32x4.mul(weight, v128.load(from)));
          b = f32x4.add(b, f32x4.mul(weight, v128.load(from + line)));
          c = f32x4.add(c, f32x4.mul(weight, v128.load(from + 2 * line)));
          d = f32x4.add(d, f32x4.mul(weight, v128.load(from + 3 * line)));
        }
      }
      v128.store(out + at, a);
      v128.store(out + at + line, b);
      v128.store(out + at + 2 * line, c);
      v128.store(out + at + 3 * line, d);
    }
  }
}
