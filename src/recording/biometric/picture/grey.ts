/** Grey of colour. Pure. */

/**
 * One grey a pixel from samples of 8 bits: of three or four channels the luma of ITU-R BT.601, which leaves a grey as it is;
 * of one or two the first.
 */
export function greyOf(samples: Uint8Array, channels: number): Uint8Array {
  if (channels === 1) return Uint8Array.from(samples);
  const grey = new Uint8Array(Math.floor(samples.length / channels));
  for (let n = 0, at = 0; n < grey.length; n++, at += channels)
    grey[n] = channels < 3 ? samples[at]! : luma(samples[at]!, samples[at + 1]!, samples[at + 2]!);
  return grey;
}

export function luma(red: number, green: number, blue: number): number {
  return Math.floor((red * 299 + green * 587 + blue * 114 + 500) / 1000);
}
