import { CELL, covers, type Field } from './field.ts';
import type { GreyImage, Plane } from './image.ts';

/** Of the picture: with less around the finger nobody can say. */
const LEAST_AROUND = 0.03;
/** From the dark lines to the light ones; less than half, for few prints are negatives. */
const NEARER = 0.4;

/**
 * Whether ridges are light and valleys dark. Where no finger is the sensor sees what it sees in the valleys; where that is nearer to the finger's dark lines than to its
 * light ones, the print is a negative. What was found stays where it is, but ends become forks and forks ends. Not seen of a print that fills its picture.
 * `plane` is above 0 on dark lines.
 */
export function isNegative({ width, height, pixels }: GreyImage, plane: Plane, field: Field): boolean {
  let [dark, darks, light, lights, around, arounds] = [0, 0, 0, 0, 0, 0];
  // One pixel in sixteen says it as well as all.
  for (let y = CELL / 4; y < height; y += CELL / 2)
    for (let x = CELL / 4; x < width; x += CELL / 2) {
      const at = y * width + x;
      if (!covers(field, x, y)) {
        around += pixels[at]!;
        arounds++;
      } else if (plane.values[at]! > 0) {
        dark += pixels[at]!;
        darks++;
      } else {
        light += pixels[at]!;
        lights++;
      }
    }
  if (darks === 0 || lights === 0 || arounds < LEAST_AROUND * (darks + lights + arounds)) return false;
  const [low, high] = [dark / darks, light / lights];
  return around / arounds < low + NEARER * (high - low);
}
