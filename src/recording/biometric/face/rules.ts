/** What can be said of a face in a picture. Pure and safe in a browser: the camera's guidance measures as the encoder does. */
import type { Pixels } from './picture.ts';

type Point = readonly [number, number, number?];

export interface SeenFace {
  /** Left, top, width, height in the pixels. */
  readonly box: readonly [number, number, number, number];
  readonly faceScore: number;
  readonly rotation?: {
    readonly angle: { readonly yaw: number; readonly pitch: number; readonly roll: number };
  } | null;
}

/** How sure the networks are that it is a face, and how large it is. */
export interface FoundFace {
  readonly faceScore: number;
  readonly boxScore: number;
  readonly size: readonly [number, number];
}

/** A face beside the largest one that is not a ninth of it is a picture on the wall. */
const COUNTS = 1 / 9;
const SURE = { mesh: 0.5, detector: 0.6 };

/** The faces of those who stand before the camera, the largest first. */
export function facesThatCount<Face extends FoundFace>(faces: readonly Face[]): Face[] {
  const area = ({ size }: FoundFace) => size[0] * size[1];
  const sure = faces.filter(({ faceScore, boxScore }) => faceScore >= SURE.mesh || boxScore >= SURE.detector);
  const sorted = sure.toSorted((a, b) => area(b) - area(a));
  return sorted.filter((face) => area(face) > COUNTS * area(sorted[0]!));
}

/** Upper and lower lid, and upper and lower edge of the socket, in the 468 points of the face mesh. */
const EYES = [
  { lids: [386, 374], socket: [443, 450] },
  { lids: [159, 145], socket: [223, 230] },
] as const;
const CLOSED_BELOW = 0.2;

/** Both eyes: the lids are at least a fifth as far apart as the edges of the socket. Null without a mesh. */
export function eyesAreOpen(mesh: readonly Point[]): boolean | null {
  if (mesh.length < 468) return null;
  const apart = ([a, b]: readonly [number, number]) => Math.abs((mesh[a]?.[1] ?? 0) - (mesh[b]?.[1] ?? 0));
  return EYES.every(({ lids, socket }) => apart(lids) >= CLOSED_BELOW * Math.max(1e-6, apart(socket)));
}

/**
 * 0 to 100, the product of what each can spoil alone: too small, blurred, too dark or bright, turned away. Rules of thumb, meant
 * to send a person back before the camera; no measure of how well the face will be recognised.
 */
export function faceQuality(face: SeenFace, pixels: Pixels): number {
  const { contrast, middle, sharpness } = lightOn(face, pixels);
  const { yaw, pitch } = face.rotation?.angle ?? { yaw: 0, pitch: 0 };
  const turned = Math.max(Math.abs(yaw), Math.abs(pitch));
  const original = face.box[2] / pixels.scale;
  const parts = [
    face.faceScore,
    between(original, 24, 120),
    between(sharpness, 0.5, 4),
    between(contrast, 8, 35),
    Math.min(between(middle, 20, 70), between(255 - middle, 10, 50)),
    1 - between(turned, 0.35, 0.9),
  ];
  return Math.round(100 * parts.reduce((product, part) => product * (0.3 + 0.7 * part), 1));
}

function between(value: number, none: number, full: number): number {
  return Math.max(0, Math.min(1, (value - none) / (full - none)));
}

export interface Light {
  /** Mean of grey, 0 black to 255 white. */
  readonly middle: number;
  /** Standard deviation of grey. */
  readonly contrast: number;
  /** Mean step between neighbouring pixels. */
  readonly sharpness: number;
}

/** The light on the face, and how sharp it is. */
export function lightOn({ box }: Pick<SeenFace, 'box'>, { rgb, width, height, scale }: Pixels): Light {
  const left = Math.max(0, Math.floor(box[0]));
  const top = Math.max(0, Math.floor(box[1]));
  const right = Math.min(width - 1, Math.floor(box[0] + box[2]));
  const bottom = Math.min(height - 1, Math.floor(box[1] + box[3]));
  let sum = 0;
  let squares = 0;
  let steps = 0;
  let count = 0;
  const grey = (x: number, y: number) => {
    const at = 3 * (y * width + x);
    return 0.299 * rgb[at]! + 0.587 * rgb[at + 1]! + 0.114 * rgb[at + 2]!;
  };
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const here = grey(x, y);
      sum += here;
      squares += here * here;
      steps += Math.abs(here - grey(x + 1, y)) + Math.abs(here - grey(x, y + 1));
      count++;
    }
  }
  const middle = count === 0 ? 0 : sum / count;
  // Enlarging makes steps smaller than the picture's own.
  const sharpness = count === 0 ? 0 : (steps / (2 * count)) * Math.max(1, scale);
  return { middle, contrast: Math.sqrt(Math.max(0, count === 0 ? 0 : squares / count - middle * middle)), sharpness };
}
