/**
 * WSQ files for tests: a small encoder with a fixed quantiser. It splits by the definition (each sample as the sum over its
 * mirrored neighbours), not by the decoder's tables.
 */
import { BANDS, layoutOf, type Area, type Split } from './bands.ts';
import type { Filters } from './filter.ts';

/** The filters of FBI encoder number one: Cohen, Daubechies, Feauveau 9/7. */
export const NINE_SEVEN: Filters = {
  odd: true,
  low: [0.8526986790094034, 0.3774028556126538, -0.11062440441842342, -0.02384946501938, 0.03782845550699546],
  high: [0.7884856164056644, -0.4180922732222122, -0.0406894176095584, 0.0645388826289384],
};
/** Cohen, Daubechies, Feauveau 2/6: even lengths. */
export const TWO_SIX: Filters = {
  odd: false,
  low: [Math.SQRT1_2],
  high: [-Math.SQRT1_2, Math.SQRT1_2 / 8, Math.SQRT1_2 / 8],
};

export interface WsqGiven {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  readonly filters?: Filters;
  /** The width of each subband's bins, 0 for none of it. */
  readonly bin?: (band: number) => number;
  /** The first subband of each block. */
  readonly blocks?: readonly number[];
  /** A restart after so many coefficients. */
  readonly restart?: number;
  readonly comments?: readonly string[];
}

/** Where each part lies, so that a test can change it. */
export interface GivenWsq {
  readonly bytes: Uint8Array;
  readonly at: Readonly<Record<string, number>>;
}

export const USUAL_BLOCKS = [0, 19, 52];
const usualBin = (band: number) => (band < 60 ? 6 : 0);

export function givenWsq(given: WsqGiven): GivenWsq {
  const { width, height, pixels, filters = NINE_SEVEN, bin = usualBin, blocks = USUAL_BLOCKS } = given;
  const shift = pixels.reduce((sum, pixel) => sum + pixel, 0) / pixels.length;
  const scale = pixels.reduce((most, pixel) => Math.max(most, Math.abs(pixel - shift)), 1) / 128;
  const plane = Float64Array.from(pixels, (pixel) => (pixel - shift) / scale);
  const { bands, splits } = layoutOf(width, height);
  for (const split of splits) splitPart(plane, width, { split, filters });
  const out = new Out();
  out.mark('SOI').u16(0xffa0);
  for (const comment of given.comments ?? []) out.segment('COM', 0xa8, Buffer.from(comment));
  out.segment('DTT', 0xa4, transformTable(filters));
  out.segment('DQT', 0xa5, quantiserTable(bin));
  out.segment('SOF', 0xa2, frame({ width, height, shift, scale }));
  if (given.restart) out.segment('DRT', 0xa7, Buffer.from([given.restart >> 8, given.restart & 0xff]));
  blocks.forEach((first, n) => {
    const values: number[] = [];
    for (let band = first; band < (blocks[n + 1] ?? BANDS); band++)
      if (bin(band) > 0) values.push(...quantised(plane, width, { area: bands[band]!, bin: bin(band) }));
    writeBlock(out, n, { values, restart: given.restart ?? 0 });
  });
  out.mark('EOI').u16(0xffa1);
  return { bytes: out.bytes(), at: out.at };
}

class Out {
  readonly at: Record<string, number> = {};
  readonly #bytes: number[] = [];

  mark(name: string): this {
    this.at[name] = this.#bytes.length;
    return this;
  }

  u16(value: number): this {
    this.#bytes.push(value >> 8, value & 0xff);
    return this;
  }

  add(bytes: Iterable<number>): this {
    for (const byte of bytes) this.#bytes.push(byte);
    return this;
  }

  segment(name: string, marker: number, content: Uint8Array): void {
    this.mark(name)
      .u16(0xff00 | marker)
      .u16(content.length + 2)
      .add(content);
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** One step of the decomposition, in place: rows, then columns. */
function splitPart(plane: Float64Array, stride: number, { split, filters }: { split: Split; filters: Filters }): void {
  const { x, y, width, height, turnedX, turnedY } = split;
  for (let row = y; row < y + height; row++) {
    const line = Array.from({ length: width }, (_, n) => plane[row * stride + x + n]!);
    splitLine(line, filters, turnedX).forEach((value, n) => (plane[row * stride + x + n] = value));
  }
  for (let column = x; column < x + width; column++) {
    const line = Array.from({ length: height }, (_, n) => plane[(y + n) * stride + column]!);
    splitLine(line, filters, turnedY).forEach((value, n) => (plane[(y + n) * stride + column] = value));
  }
}

/** Brislawn's extensions: an odd filter mirrors about the outermost pixels, an even one about their outer edges. */
function splitLine(line: readonly number[], { odd, low, high }: Filters, turned: boolean): number[] {
  const { length } = line;
  const at = (place: number): number => {
    let mirrored = place;
    while (mirrored < 0 || mirrored >= length)
      if (mirrored < 0) mirrored = odd ? -mirrored : -1 - mirrored;
      else mirrored = odd ? 2 * (length - 1) - mirrored : 2 * length - 1 - mirrored;
    return line[mirrored]!;
  };
  const lows: number[] = [];
  const highs: number[] = [];
  for (let k = 0; 2 * k < length; k++)
    lows.push(
      odd
        ? low.reduce((sum, tap, n) => sum + tap * (n === 0 ? at(2 * k) : at(2 * k - n) + at(2 * k + n)), 0)
        : low.reduce((sum, tap, n) => sum + tap * (at(2 * k + 1 + n) + at(2 * k - n)), 0),
    );
  for (let k = 0; 2 * k + 1 < length; k++)
    highs.push(
      odd
        ? high.reduce((sum, tap, n) => sum + tap * (n === 0 ? at(2 * k + 1) : at(2 * k + 1 - n) + at(2 * k + 1 + n)), 0)
        : high.reduce((sum, tap, n) => sum - tap * (at(2 * k + 1 + n) - at(2 * k - n)), 0),
    );
  return length === 1 ? lows : turned ? [...highs, ...lows] : [...lows, ...highs];
}

/** The specification's quantiser; the bin about zero is 1.2 times as wide as the others. */
function quantised(plane: Float64Array, stride: number, { area, bin }: { area: Area; bin: number }): number[] {
  const values: number[] = [];
  const half = 0.6 * bin;
  for (let y = area.y; y < area.y + area.height; y++)
    for (let x = area.x; x < area.x + area.width; x++) {
      const value = plane[y * stride + x]!;
      const size = Math.abs(value) <= half ? 0 : Math.floor((Math.abs(value) - half) / bin) + 1;
      values.push(value < 0 ? -size : size);
    }
  return values;
}

function transformTable({ odd, low, high }: Filters): Uint8Array {
  const length = (half: readonly number[]) => half.length * 2 - (odd ? 1 : 0);
  const out = Buffer.alloc(2 + (low.length + high.length) * 6);
  out.set([length(low), length(high)]);
  [...low, ...high].forEach((tap, n) => {
    out.set([tap < 0 ? 1 : 0, 9], 2 + n * 6);
    out.writeUInt32BE(Math.round(Math.abs(tap) * 1e9), 4 + n * 6);
  });
  return out;
}

function quantiserTable(bin: (band: number) => number): Uint8Array {
  const decimals = [0.44, ...Array.from({ length: BANDS }, (_, band) => [bin(band), 1.2 * bin(band)]).flat()];
  return Buffer.concat(decimals.map(decimal));
}

function frame(given: { width: number; height: number; shift: number; scale: number }): Uint8Array {
  const size = Buffer.alloc(6);
  size.set([0, 255]);
  size.writeUInt16BE(given.height, 2);
  size.writeUInt16BE(given.width, 4);
  return Buffer.concat([size, decimal(given.shift), decimal(given.scale), Buffer.from([2, 0, 0])]);
}

/** As many decimals as fit. */
function decimal(value: number): Uint8Array {
  let places = 0;
  while (value > 0 && places < 9 && value * 10 ** (places + 1) < 0xffff) places += 1;
  const number = Math.round(value * 10 ** places);
  return Uint8Array.of(places, number >> 8, number & 0xff);
}

interface Coded {
  readonly category: number;
  readonly bits: number;
  readonly number: number;
}

/** Zeros as runs, values as they are or behind an escape. */
function symbolsOf(values: readonly number[]): Coded[] {
  const symbols: Coded[] = [];
  for (let n = 0; n < values.length;) {
    let zeros = 0;
    while (n + zeros < values.length && values[n + zeros] === 0 && zeros < 0xffff) zeros += 1;
    if (zeros > 0) symbols.push(runOf(zeros));
    else symbols.push(valueOf(values[n]!));
    n += Math.max(1, zeros);
  }
  return symbols;
}

function runOf(zeros: number): Coded {
  if (zeros <= 100) return { category: zeros, bits: 0, number: 0 };
  return zeros <= 0xff ? { category: 105, bits: 8, number: zeros } : { category: 106, bits: 16, number: zeros };
}

function valueOf(value: number): Coded {
  if (value >= -73 && value <= 74) return { category: value + 180, bits: 0, number: 0 };
  const size = Math.abs(value);
  if (size <= 0xff) return { category: value > 0 ? 101 : 102, bits: 8, number: size };
  return { category: value > 0 ? 103 : 104, bits: 16, number: size };
}

/** The block's own Huffman table and its coded data. */
function writeBlock(out: Out, block: number, { values, restart }: { values: number[]; restart: number }): void {
  const pieces: Coded[][] = [];
  for (let n = 0; n < Math.max(1, values.length); n += restart || values.length || 1)
    pieces.push(symbolsOf(values.slice(n, n + (restart || values.length))));
  const lengths = codeLengths(pieces.flat());
  const codes = new Map<number, { code: number; bits: number }>();
  const counts = new Uint8Array(16);
  let [code, last] = [0, 0];
  for (const [category, bits] of lengths) {
    code <<= bits - last;
    last = bits;
    codes.set(category, { code, bits });
    code += 1;
    counts[bits - 1]! += 1;
  }
  out.segment(`DHT ${block}`, 0xa6, Buffer.from([block, ...counts, ...lengths.map(([category]) => category)]));
  out.segment(`SOB ${block}`, 0xa3, Buffer.from([block]));
  out.mark(`data ${block}`);
  pieces.forEach((symbols, n) => {
    if (n > 0) out.mark(`RST ${n}`).u16(0xffb0 | ((n - 1) % 8));
    out.add(bitsOf(symbols, codes));
  });
}

/** Huffman's lengths, shortest first; one code of ones alone is kept free, as the filling bits are such. */
function codeLengths(symbols: readonly Coded[]): (readonly [category: number, bits: number])[] {
  const counted = new Map<number, number>();
  for (const { category } of symbols) counted.set(category, (counted.get(category) ?? 0) + 1);
  if (counted.size === 0) counted.set(1, 1);
  const FREE = 256;
  for (let flatter = 0; ; flatter++) {
    let nodes = [...counted].map(([category, count]) => ({ count: Math.max(1, count >> flatter), in: [category] }));
    nodes.push({ count: 0, in: [FREE] });
    const bits = new Map<number, number>();
    while (nodes.length > 1) {
      nodes = nodes.toSorted((a, b) => b.count - a.count);
      const [a, b] = [nodes.pop()!, nodes.pop()!];
      for (const category of [...a.in, ...b.in]) bits.set(category, (bits.get(category) ?? 0) + 1);
      nodes.push({ count: a.count + b.count, in: [...a.in, ...b.in] });
    }
    if (Math.max(...bits.values()) > 16) continue;
    bits.delete(FREE);
    return [...bits].toSorted((a, b) => a[1] - b[1] || a[0] - b[0]);
  }
}

function bitsOf(symbols: readonly Coded[], codes: ReadonlyMap<number, { code: number; bits: number }>): number[] {
  const bytes: number[] = [];
  let [held, count] = [0, 0];
  const put = (value: number, bits: number) => {
    for (let bit = bits - 1; bit >= 0; bit--) {
      held = (held << 1) | ((value >> bit) & 1);
      count += 1;
      if (count < 8) continue;
      bytes.push(held);
      if (held === 0xff) bytes.push(0);
      [held, count] = [0, 0];
    }
  };
  for (const { category, bits, number } of symbols) {
    const code = codes.get(category)!;
    put(code.code, code.bits);
    put(number, bits);
  }
  if (count > 0) put((1 << (8 - count)) - 1, 8 - count);
  return bytes;
}
