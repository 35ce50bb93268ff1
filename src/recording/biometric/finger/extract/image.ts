/** Grey pictures of a finger, and the picture at 500 pixels an inch that everything after works on. Pure. */

/** 8 bits a pixel, row by row from the top. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  /** Pixels an inch, as the device or the file says. */
  readonly dpi: number;
}

/** Values that are no greys: normalised, filtered. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

export const WORKING_DPI = 500;
/** Resolutions so near are taken as they are: sensors are not more exact than that. */
const NEAR = 0.02;

/** The picture at 500 dpi: averaged where it is finer, interpolated where it is coarser. */
export function atWorkingResolution(image: GreyImage): GreyImage {
  const scale = WORKING_DPI / image.dpi;
  if (Math.abs(scale - 1) <= NEAR) return image;
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const across = resampled(image.pixels, { from: image.width, to: width, lines: image.height });
  const turned = transposed(across, width, image.height);
  const down = resampled(turned, { from: image.height, to: height, lines: width });
  const values = transposed(down, height, width);
  const pixels = Uint8Array.from(values, (value) => Math.max(0, Math.min(255, Math.round(value))));
  return { width, height, pixels, dpi: WORKING_DPI };
}

/** Each line to another length, with a triangle that is as wide as the coarser of the two grids. */
function resampled(
  values: Uint8Array | Float32Array,
  { from, to, lines }: { from: number; to: number; lines: number },
): Float32Array {
  const out = new Float32Array(to * lines);
  const step = from / to;
  const reach = Math.max(1, step);
  for (let at = 0; at < to; at++) {
    const centre = (at + 0.5) * step - 0.5;
    const first = Math.max(0, Math.ceil(centre - reach));
    const last = Math.min(from - 1, Math.floor(centre + reach));
    let sum = 0;
    const weights: number[] = [];
    for (let n = first; n <= last; n++) {
      const weight = Math.max(0, 1 - Math.abs(n - centre) / reach);
      weights.push(weight);
      sum += weight;
    }
    for (let line = 0; line < lines; line++) {
      let value = 0;
      for (let n = 0; n < weights.length; n++) value += weights[n]! * values[line * from + first + n]!;
      out[line * to + at] = value / sum;
    }
  }
  return out;
}

function transposed(values: Float32Array, width: number, height: number): Float32Array {
  const out = new Float32Array(values.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) out[x * height + y] = values[y * width + x]!;
  return out;
}
