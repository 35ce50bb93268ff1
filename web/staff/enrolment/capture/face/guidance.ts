/**
 * From what was measured of a picture to the one next thing that the person, or the officer, should do. Pure. Thresholds are
 * rules of thumb for a picture that the centre's encoder reads well and a person recognises (framing after ISO/IEC 19794-5:
 * head upright, in the middle, half of the height or more); they send nobody home, they ask for another try.
 */
import type { Box, SeenFace } from './seen.ts';

/** A picture, and the faces that stand in it, the largest first. */
export interface Seen {
  readonly width: number;
  readonly height: number;
  readonly faces: readonly SeenFace[];
}

/** What is looked at, in the order in which it is put right. */
export const CHECKS = ['face', 'distance', 'centre', 'straight', 'light', 'sharp', 'eyes'] as const;
export type Check = (typeof CHECKS)[number];

export type Advice =
  | 'no_face'
  | 'several_faces'
  | 'closer'
  | 'back'
  | 'to_left'
  | 'to_right'
  | 'up'
  | 'down'
  | 'upright'
  | 'look_here'
  | 'chin'
  | 'brighter'
  | 'darker'
  | 'even_light'
  | 'hold_still'
  | 'open_eyes'
  | 'good';

export const LIMITS = {
  /** Height of the face (brows to chin and a little around) in that of the picture. */
  share: { least: 0.33, most: 0.66 },
  /** How far the middle of the face may be from that of the picture, in widths and heights of it. */
  aside: 0.12,
  above: 0.13,
  /** Radians: 9°, 16° and 20°. */
  roll: 0.16,
  yaw: 0.28,
  pitch: 0.35,
  /** Mean and spread of grey on the face. */
  grey: { least: 60, most: 215, spread: 14 },
  /** Mean step between neighbouring pixels. */
  sharpness: 0.95,
} as const;

/** The one next thing to do; `good` when there is none. */
export function advise(seen: Seen): Advice {
  const [face, second] = seen.faces;
  if (!face) return 'no_face';
  if (second) return 'several_faces';
  return RULES.map(([, rule]) => rule(face, seen)).find((advice) => advice !== null) ?? 'good';
}

/** Each check with whether it is fulfilled, for a list beside the picture. What cannot be judged yet is not. */
export function checksOf(seen: Seen): Readonly<Record<Check, boolean>> {
  const face = seen.faces.length === 1 ? seen.faces[0]! : null;
  const entries = RULES.map(([check, rule]) => [check, face !== null && rule(face, seen) === null] as const);
  return { face: face !== null, ...Object.fromEntries(entries) } as Record<Check, boolean>;
}

type Rule = (face: SeenFace, picture: Pick<Seen, 'width' | 'height'>) => Advice | null;

const RULES: readonly (readonly [Check, Rule])[] = [
  ['distance', distance],
  ['centre', centre],
  ['straight', straight],
  ['light', light],
  ['sharp', ({ light: { sharpness } }) => (sharpness < LIMITS.sharpness ? 'hold_still' : null)],
  ['eyes', ({ eyesOpen }) => (eyesOpen ? null : 'open_eyes')],
];

function distance({ box }: SeenFace, { height }: Pick<Seen, 'height'>): Advice | null {
  const share = box.height / height;
  if (share < LIMITS.share.least) return 'closer';
  return share > LIMITS.share.most ? 'back' : null;
}

// The side is told by an arrow in the picture alone, which turns with a picture shown as in a mirror; in words it is "the middle".
function centre({ box }: SeenFace, { width, height }: Pick<Seen, 'width' | 'height'>): Advice | null {
  const aside = (box.x + box.width / 2) / width - 0.5;
  const above = (box.y + box.height / 2) / height - 0.5;
  if (aside < -LIMITS.aside) return 'to_right';
  if (aside > LIMITS.aside) return 'to_left';
  if (above < -LIMITS.above) return 'down';
  return above > LIMITS.above ? 'up' : null;
}

function straight({ turned: { roll, yaw, pitch } }: SeenFace): Advice | null {
  if (Math.abs(roll) > LIMITS.roll) return 'upright';
  if (Math.abs(yaw) > LIMITS.yaw) return 'look_here';
  return Math.abs(pitch) > LIMITS.pitch ? 'chin' : null;
}

function light({ light: { middle, contrast } }: SeenFace): Advice | null {
  if (middle < LIMITS.grey.least) return 'brighter';
  if (middle > LIMITS.grey.most) return 'darker';
  return contrast < LIMITS.grey.spread ? 'even_light' : null;
}

/** How long all must be good before the shutter goes by itself. */
export const STEADY_MS = 1_000;

/** Since when all has been good; `null` while something is to be done. */
export function steadySince(before: number | null, advice: Advice, nowMs: number): number | null {
  return advice === 'good' ? (before ?? nowMs) : null;
}

/** The picture that is kept: upright, three by four, the face in its middle. */
export const PORTRAIT = { width: 480, height: 640 } as const;
const SHARE_KEPT = 0.5;
/** Fewer pixels of a face than this would only be blown up. */
export const LEAST_FACE_PIXELS = 110;

/** What of a picture is kept around a face: as near to the portrait's framing as the picture's edges allow. */
export function cropAround(box: Box, picture: { readonly width: number; readonly height: number }): Box {
  const ratio = PORTRAIT.width / PORTRAIT.height;
  const height = Math.min(box.height / SHARE_KEPT, picture.height, picture.width / ratio);
  const width = height * ratio;
  const within = (middle: number, size: number, whole: number) =>
    Math.min(Math.max(0, middle - size / 2), whole - size);
  return {
    x: within(box.x + box.width / 2, width, picture.width),
    y: within(box.y + box.height / 2, height, picture.height),
    width,
    height,
  };
}

/** The portrait-shaped middle of a camera's picture: what the officer sees. */
export function middleOf(picture: { readonly width: number; readonly height: number }): Box {
  const ratio = PORTRAIT.width / PORTRAIT.height;
  const height = Math.min(picture.height, picture.width / ratio);
  const width = height * ratio;
  return { x: (picture.width - width) / 2, y: (picture.height - height) / 2, width, height };
}
