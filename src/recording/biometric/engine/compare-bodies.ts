import { fingerComparer } from '../finger/compare.ts';
import { FINGER_CORRELATION, fuse, powerOf, type Comparison, type ItemScore } from '../rules.ts';
import { likelihoodRatio, type Calibration } from '../score/calibration.ts';
import { encoderNumber, POSITIONS, scratchFinger, type Body, type Probe } from './body.ts';

export interface BodyComparer {
  /** Over the items that both have and that a calibration knows. */
  compare(a: Probe, b: Body): Comparison;
  /** As `compare`, or null as soon as no score of the fingers that are left could lift the two to `floor`. */
  compareUnless(a: Probe, b: Body, floor: number): Comparison | null;
  /** The most that somebody's own items could say. */
  power(body: Probe): number;
}

const ROUNDING = 1e-9;

/** With its own working memory: one for each thread. Throws without a calibration for fingers. */
export function bodyComparer(calibrations: readonly Calibration[]): BodyComparer {
  const compareFingers = fingerComparer();
  const scratch = scratchFinger();
  const ofFingers = calibrations.find(({ modality }) => modality === 'finger');
  if (!ofFingers) throw new Error('no calibration for fingers');
  const ofFaces = new Map(
    calibrations.flatMap((each) =>
      each.modality === 'face' && each.encoder !== null ? [[encoderNumber(each.encoder), each] as const] : [],
    ),
  );
  function compareUnless(a: Probe, b: Body, floor: number): Comparison | null {
    const items: ItemScore[] = [];
    const ofFace = a.encoder === b.encoder ? ofFaces.get(a.encoder) : undefined;
    if (ofFace && a.face && b.face && a.face.length === b.face.length) {
      items.push(itemOf('face', 0, cosine(a.face, b.face), ofFace));
    }
    const both = POSITIONS.filter((position) => a.fingers[position - 1] && b.has(position));
    const weight = 1 / (1 + Math.max(0, both.length - 1) * FINGER_CORRELATION);
    let atBest = fuse(items) + weight * both.length * ofFingers!.highest;
    for (const position of both) {
      if (atBest < floor - ROUNDING) return null;
      const score = compareFingers(a.fingers[position - 1]!, b.finger(position, scratch));
      const item = itemOf('finger', position, score, ofFingers!);
      atBest -= weight * (item.highest - item.llr);
      items.push(item);
    }
    return { items, fused: fuse(items) };
  }

  return {
    compareUnless,
    compare: (a, b) => compareUnless(a, b, -Infinity)!,
    power(body) {
      const face = ofFaces.get(body.encoder);
      const fingers = body.fingers.filter((finger) => finger !== null);
      return powerOf([
        ...(face ? [{ modality: 'face' as const, highest: face.highest }] : []),
        ...fingers.map(() => ({ modality: 'finger' as const, highest: ofFingers.highest })),
      ]);
    },
  };
}

function itemOf(modality: 'face' | 'finger', position: number, score: number, calibration: Calibration): ItemScore {
  const { highest } = calibration;
  return { modality, position, score, llr: likelihoodRatio(calibration, score), highest };
}

/** Both have length 1. Four sums, so that one addition need not wait for the last. */
function cosine(a: Float32Array, b: Float32Array): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  const even = a.length & ~3;
  for (let n = 0; n < even; n += 4) {
    s0 += a[n]! * b[n]!;
    s1 += a[n + 1]! * b[n + 1]!;
    s2 += a[n + 2]! * b[n + 2]!;
    s3 += a[n + 3]! * b[n + 3]!;
  }
  for (let n = even; n < a.length; n++) s0 += a[n]! * b[n]!;
  return s0 + s1 + s2 + s3;
}
