import type { Plane } from './image.ts';

/**
 * Where two ridges and two valleys meet at one corner of pixels, both lines would run through, and a minutia stand in neither: the faintest of the
 * four goes over to the others, in place.
 */
export function partCrossings({ width, height, values }: Plane): void {
  for (let again = true; again;) {
    again = false;
    for (let y = 0; y < height - 1; y++)
      for (let x = 0; x < width - 1; x++) {
        const at = y * width + x;
        const isRidge = values[at]! > 0;
        if (isRidge !== values[at + width + 1]! > 0) continue;
        if (isRidge === values[at + 1]! > 0 || isRidge === values[at + width]! > 0) continue;
        // Outside of the finger nothing is anything.
        if (values[at] === 0 && values[at + 1] === 0) continue;
        let faintest = at;
        for (const each of [at + 1, at + width, at + width + 1])
          if (Math.abs(values[each]!) < Math.abs(values[faintest]!)) faintest = each;
        // Stronger than anything from now on, so that it never goes back.
        values[faintest] = values[faintest]! > 0 ? -STRONGEST : STRONGEST;
        again = true;
      }
  }
}
const STRONGEST = 1e3;
