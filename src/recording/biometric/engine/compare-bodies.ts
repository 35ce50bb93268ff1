import { fingerComparer } from '../finger/compare.ts';
import { fuse, powerOf, type Comparison, type ItemScore } from '../rules.ts';
import { likelihoodRatio, type Calibration } from '../score/calibration.ts';
import { encoderNumber, type Body } from './body.ts';

export interface BodyComparer {
  /** Over the items that both have and that a calibration knows. */
  compare(a: Body, b: Body): Comparison;
  /** The most that a body's own items could say. */
  power(body: Body): number;
}

/** With its own working memory: one for each thread. Throws without a calibration for fingers. */
export function bodyComparer(calibrations: readonly Calibration[]): BodyComparer {
  const compareFingers = fingerComparer();
  const ofFingers = calibrations.find(({ modality }) => modality === 'finger');
  if (!ofFingers) throw new Error('no calibration for fingers');
  const ofFaces = new Map(
    calibrations.flatMap((each) =>
      each.modality === 'face' && each.encoder !== null ? [[encoderNumber(each.encoder), each] as const] : [],
    ),
  );
  return {
    compare(a, b) {
      const items: ItemScore[] = [];
      const ofFace = a.encoder === b.encoder ? ofFaces.get(a.encoder) : undefined;
      if (ofFace && a.face && b.face && a.face.length === b.face.length) {
        items.push(itemOf('face', 0, cosine(a.face, b.face), ofFace));
      }
      for (let n = 0; n < 10; n++) {
        const one = a.fingers[n];
        const other = b.fingers[n];
        if (one && other) items.push(itemOf('finger', n + 1, compareFingers(one, other), ofFingers));
      }
      return { items, fused: fuse(items) };
    },
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
