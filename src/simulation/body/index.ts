/**
 * Bodies that nobody has, for the recordings of a simulated nation: ten fingers with their minutiae and a face's features,
 * computed from (seed, n) and never stored; and recordings of them as different as two visits to a station are.
 * Always holds: the same seed gives the same body and the same recording in every process; no picture of a person was used,
 * and what is drawn shows nobody.
 */
import { writeMinutiaeRecord, type Template } from '../../recording/biometric/index.ts';
import { mix, roll, seedOf, type Die } from '../person/index.ts';
import { faceOf, recordFace, twinFace, type Face } from './face.ts';
import { fingerOf, impressionOf, type Finger } from './finger.ts';

export { drawFace, drawnFaces } from './draw-face.ts';
export { drawFinger, type GreyPicture } from './draw-finger.ts';
export { drawIris } from './draw-iris.ts';
export { fingerOf, impressionOf, type Finger, type Impression } from './finger.ts';

export interface Body {
  readonly face: Face;
  /** By position less one: the right thumb first. */
  readonly fingers: readonly Finger[];
}

/** The body of person `n` of the nation with this seed. */
export function bodyOf(seed: string, n: number): Body {
  const own = bodySeed(seed, n);
  return { face: faceOf(own), fingers: Array.from({ length: 10 }, (_, at) => fingerOf(own, at + 1)) };
}

/** The body of person `n`, who is the twin of person `of`: much the same face, fingers of his own. */
export function twinOf(seed: string, n: number, of: number): Body {
  const own = bodyOf(seed, n);
  return { ...own, face: twinFace(faceOf(bodySeed(seed, of)), bodySeed(seed, n)) };
}

export interface Visit {
  /** Two visits with the same number are the same recording. */
  readonly number: number;
  /** 0 clean hands to 1 worn ones; drawn, mostly clean, where not given. */
  readonly wear?: number;
  /** Fingers that are missing or cannot be read, by position. */
  readonly without?: readonly number[];
  readonly withoutFace?: boolean;
}

/** What a station makes of a body on one visit: templates of the face and of each finger that is there. */
export function recordBody(body: Body, visit: Visit): Template[] {
  const die: Die = { state: mix(mix(seedOf('visit'), visit.number), bodyNumber(body)) };
  const worn = visit.wear ?? 0.85 * roll(die) ** 2;
  const templates: Template[] = [];
  if (!visit.withoutFace) {
    const bytes = recordFace(body.face, die);
    templates.push({
      modality: 'face',
      position: 0,
      format: 'jatidiri-face-1',
      bytes,
      quality: 70 + Math.round(25 * roll(die)),
    });
  }
  for (let position = 1; position <= 10; position++) {
    const wear = Math.min(1, worn * (0.7 + 0.6 * roll(die)));
    if (visit.without?.includes(position)) continue;
    const { record } = impressionOf(body.fingers[position - 1]!, position, die, { wear });
    const { quality } = record;
    templates.push({
      modality: 'finger',
      position,
      format: 'iso-19794-2:2005',
      bytes: writeMinutiaeRecord(record),
      quality,
    });
  }
  return templates;
}

/** The seed of the body of person `n`, for what is drawn of it and is no part of `Body`. */
export function bodySeed(seed: string, n: number): number {
  return mix(seedOf(`body ${seed}`), n);
}

/** Visits of two bodies must not shake the same die. */
function bodyNumber({ face }: Body): number {
  return seedOf(face.join(' '));
}
