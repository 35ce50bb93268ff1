/**
 * The first look of a staged search: the face by its bytes and a few fingers by the first-stage kernel, in one number for each person. Who looks alike is
 * looked at again with all fingers, and the best of those are compared in full (`gallery.ts`).
 * Always holds: a person's number depends on the two people alone; somebody with other fingers than most is looked at by those that he has.
 */
import { BATCH, openFirstStage, probeFinger } from '../kernel/first-stage.ts';
import { FINGER_CORRELATION } from '../rules.ts';
import { likelihoodRatio, type Calibration } from '../score/calibration.ts';
import { FINGERS, POSITIONS, readBody, asProbe, type Probe } from './body.ts';
import { lookAtFaces, openFaceScan } from './face-look.ts';
import { readerOf, type Reader, type Shared } from './segments.ts';

export interface Look {
  readonly kind: 'look';
  readonly probe: SharedArrayBuffer;
  readonly gallery: Shared;
  /** The next place that no thread has taken. */
  readonly cursor: SharedArrayBuffer;
  /** The slots to look at; all of them where null. */
  readonly among: Int32Array | null;
  /** Of each person at most so many fingers. */
  readonly fingers: number;
  /** Who is no higher than this by the face and the fingers so far is not looked at any further. */
  readonly hopeless: number;
  /** A float a slot, for what was seen. */
  readonly seen: SharedArrayBuffer;
}

/** What the kernel's score of a finger says; docs/biometrics.md says on what it was fitted. */
const FIRST_LOOK: Calibration = {
  modality: 'finger',
  encoder: null,
  set: 'the first-stage kernel on two public sets of synthetic 500 dpi prints, each pair both ways, minutiae by our own extractor',
  mated: 560,
  nonMated: 5760,
  scale: 'log',
  offset: 3.56,
  slope: 3.53,
  // As of the full comparison: in a bad visit many fingers are pressed badly together.
  lowest: -1,
  highest: 3.28,
};

const AT_ONCE = 256;

/** Looks at people with kernels of its own: one for each thread. */
export type Looker = (look: Look) => void;

export function openLooker(calibrations: readonly Calibration[]): Looker {
  const stage = openFirstStage();
  return ({ probe, gallery, cursor, among, fingers, hopeless, seen }) => {
    const own = asProbe(readBody(new Int32Array(probe)));
    const people = readerOf(gallery);
    const faces = openFaceScan(own, calibrations);
    const hands = handLook(own, { fingers, hopeless });
    const next = new Int32Array(cursor);
    const numbers = new Float32Array(seen);
    const end = among ? among.length : people.slots;
    for (;;) {
      const from = Atomics.add(next, 0, AT_ONCE);
      if (from >= end) return;
      const slots: number[] = [];
      for (let n = from; n < Math.min(end, from + AT_ONCE); n++) {
        const slot = among ? among[n]! : n;
        if (people.find(slot)) slots.push(slot);
      }
      const face = lookAtFaces(faces, people, slots);
      const hand = hands(people, slots, face);
      slots.forEach((slot, n) => (numbers[slot] = face[n]! + hand[n]!));
    }
  };

  /** Of each person the fingers that both have, the probe's richest first. */
  function handLook(own: Probe, { fingers, hopeless }: Pick<Look, 'fingers' | 'hopeless'>) {
    const richest = POSITIONS.filter((position) => own.fingers[position - 1])
      .toSorted((a, b) => own.fingers[b - 1]!.count - own.fingers[a - 1]!.count)
      .map((position) => ({
        directory: FINGERS + 2 * (position - 1),
        finger: probeFinger(own.fingers[position - 1]!),
      }));
    const batch = new Int32Array(BATCH);
    return (people: Reader, slots: readonly number[], face: Float64Array): Float64Array => {
      const sums = new Float64Array(slots.length);
      const looked = new Uint8Array(slots.length);
      let filled = 0;
      const settle = () => {
        const scores = stage.scores();
        for (let n = 0; n < filled; n++) {
          sums[batch[n]!]! += likelihoodRatio(FIRST_LOOK, scores[n]!);
          looked[batch[n]!]! += 1;
        }
        filled = 0;
      };
      for (const { directory, finger } of richest) {
        stage.hold(finger);
        for (let n = 0; n < slots.length; n++) {
          if (looked[n]! >= fingers || (looked[n]! > 0 && face[n]! + sums[n]! <= hopeless)) continue;
          people.find(slots[n]!);
          const words = people.words();
          const at = people.at();
          const cylinders = words[at + directory + 1]!;
          if (cylinders === 0) continue;
          stage.take(words, at + words[at + directory]!, cylinders);
          batch[filled++] = n;
          if (filled === BATCH) settle();
        }
        settle();
      }
      return sums.map((sum, n) => sum / (1 + Math.max(0, looked[n]! - 1) * FINGER_CORRELATION));
    };
  }
}
