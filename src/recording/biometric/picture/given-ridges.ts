/** A drawn print and how near another comes to it, for tests. */

/** Ridges of about nine pixels that bend, and some grain: what a finger asks of the format. */
export function drawnRidges(width: number, height: number): Uint8Array {
  const pixels = new Uint8Array(width * height);
  let grain = 1;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      grain = (grain * 1103515245 + 12345) & 0x7fffffff;
      const ridge = Math.sin((Math.hypot(x - width / 3, y - height) * 2 * Math.PI) / 9);
      pixels[y * width + x] = 128 + 90 * ridge + ((grain >> 16) % 16) - 8;
    }
  return pixels;
}

/** Decibels between two pictures; infinite where they are one. */
export function peakSignalToNoise(a: Uint8Array, b: Uint8Array): number {
  const squares = a.reduce((sum, value, n) => sum + (value - b[n]!) ** 2, 0);
  return 10 * Math.log10(255 ** 2 / (squares / a.length));
}
