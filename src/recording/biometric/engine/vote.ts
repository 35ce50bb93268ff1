/**
 * The stage before the first look in a large gallery: everybody whom the index knows by enough fingers gets a number from the votes of his fingers and from his face;
 * nobody's fingers are compared for it. Who is not known so is marked, to be looked at.
 * Always holds: a person's number depends on the two people alone; everybody has either a number or the mark.
 */
import { FINGER_CORRELATION } from '../rules.ts';
import { likelihoodRatio, type Calibration } from '../score/calibration.ts';
import { asProbe, packedFinger, readBody } from './body.ts';
import { lookAtFaces, openFaceScan, type FaceScan } from './face-look.ts';
import { buildFaceShelf, forgetFaces, lookAlong, readFaceShelf } from './face-shelf.ts';
import { hashProbe, type HashedFinger } from './finger-hash.ts';
import {
  buildFingerIndex,
  countVotes,
  forgetIn,
  MOST_PEOPLE,
  readFingerIndex,
  shareOfVotes,
  type IndexedFinger,
} from './finger-index.ts';
import { readerOf, type Reader, type Shared } from './segments.ts';

/** Thumbs and index fingers: the largest prints and the best recorded, and left when others are missing. Each more costs 2.4 kB a person. */
export const INDEXED: readonly number[] = [1, 2, 6, 7];
/** Of them both must have so many for votes to count: by three the best tenth held 99.9 % of mates of two public sets, by two 98.3 %. */
const ENOUGH = 3;

/** What there is of a shelf: an index for each indexed finger, and the faces one behind the other. */
export interface ShelfIndex {
  readonly fingers: readonly SharedArrayBuffer[];
  readonly faces: SharedArrayBuffer;
}

export interface Vote {
  readonly kind: 'vote';
  readonly probe: SharedArrayBuffer;
  readonly gallery: Shared;
  /** The next shelf that no thread has taken. */
  readonly cursor: SharedArrayBuffer;
  /** So many slots each, from the first on; null where there is no index. */
  readonly shelves: readonly (ShelfIndex | null)[];
  readonly shelfSize: number;
  /** A float a slot: what votes and face say; `UNKNOWN` for who must be looked at, untouched where nobody is. */
  readonly seen: SharedArrayBuffer;
}

export interface Build {
  readonly kind: 'build';
  readonly gallery: Shared;
  /** The next part that no thread has taken: the indexed fingers, then the faces. */
  readonly cursor: SharedArrayBuffer;
  /** The first slot of a shelf, and the one after its last. */
  readonly from: number;
  readonly end: number;
}

export interface Forget {
  readonly kind: 'forget';
  /** The next shelf that no thread has taken. */
  readonly cursor: SharedArrayBuffer;
  readonly shelves: readonly Leaving[];
}

export interface Leaving {
  readonly index: ShelfIndex;
  /** By place on the shelf: 1 who goes. */
  readonly gone: Uint8Array;
}

export interface BuiltPart {
  /** A place in `INDEXED`, or the one behind for the faces. */
  readonly part: number;
  readonly memory: SharedArrayBuffer;
}

export const UNKNOWN = Number.NaN;

/** What the share of votes of one finger says; fitted as the other calibrations, docs/biometrics.md says on what. */
const VOTES: Calibration = {
  modality: 'finger',
  encoder: null,
  set: 'votes in 16 tables on two public sets of synthetic 500 dpi prints, minutiae by our own extractor',
  mated: 560,
  nonMated: 5760,
  scale: 'plain',
  offset: -2.51,
  slope: 2.64,
  // Without votes the pairs would allow -2.27; but in a bad visit many fingers get few.
  lowest: -1.5,
  highest: 3.28,
};

export function voteOf(
  { probe, gallery, cursor, shelves, shelfSize, seen }: Vote,
  calibrations: readonly Calibration[],
) {
  const words = new Int32Array(probe);
  const scan = openFaceScan(asProbe(readBody(words)), calibrations);
  const hands = handVotes(words);
  const people = readerOf(gallery);
  const next = new Int32Array(cursor);
  const numbers = new Float32Array(seen);
  for (;;) {
    const shelf = Atomics.add(next, 0, 1);
    const from = shelf * shelfSize;
    if (from >= people.slots) return;
    const index = shelves[shelf];
    const { sums, common } = index ? hands(index) : NOTHING;
    const known: number[] = [];
    for (let slot = from; slot < Math.min(people.slots, from + shelfSize); slot++) {
      if (!people.find(slot)) continue;
      if (common[slot - from]! >= ENOUGH) known.push(slot);
      else numbers[slot] = UNKNOWN;
    }
    const faces = scan && index ? faceVotes(scan, index, people, { from, known }) : null;
    for (const slot of known)
      numbers[slot] = (faces ? faces[slot - from]! : 0) + weighed(sums[slot - from]!, common[slot - from]!);
  }
}

/** By place on the shelf; a face that does not lie on it is looked at where it is. */
function faceVotes(
  scan: FaceScan,
  index: ShelfIndex,
  people: Reader,
  { from, known }: { from: number; known: readonly number[] },
): Float64Array {
  const shelf = readFaceShelf(index.faces);
  const llrs = lookAlong(shelf, scan) ?? new Float64Array(shelf.scales.length);
  const elsewhere = known.filter((slot) => shelf.scales[slot - from] === 0);
  lookAtFaces(scan, people, elsewhere).forEach((llr, n) => (llrs[elsewhere[n]! - from] = llr));
  return llrs;
}

const weighed = (sum: number, fingers: number) => sum / (1 + (fingers - 1) * FINGER_CORRELATION);

interface HandVotes {
  /** By place on the shelf, over the fingers that both have. */
  readonly sums: Float64Array;
  readonly common: Uint8Array;
}

const NOTHING: HandVotes = { sums: new Float64Array(MOST_PEOPLE + 1), common: new Uint8Array(MOST_PEOPLE + 1) };

/** What a shelf's index says of everybody on it; valid until the next shelf. */
function handVotes(probe: Int32Array): (shelf: ShelfIndex) => HandVotes {
  const own = INDEXED.map((position): HashedFinger => {
    const { at, cylinders } = packedFinger(probe, 0, position);
    return hashProbe(probe, at, cylinders);
  });
  const sums = new Float64Array(MOST_PEOPLE + 1);
  const common = new Uint8Array(MOST_PEOPLE + 1);
  const votes = new Uint16Array(MOST_PEOPLE + 1);
  return (shelf) => {
    sums.fill(0);
    common.fill(0);
    for (const [n, finger] of own.entries()) {
      if (finger.cylinders === 0) continue;
      const index = readFingerIndex(shelf.fingers[n]!);
      countVotes(index, finger, votes);
      for (let person = 0; person < MOST_PEOPLE; person++) {
        const cylinders = index.cylinders[person]!;
        if (cylinders === 0) continue;
        sums[person]! += likelihoodRatio(VOTES, shareOfVotes(votes[person]!, finger.cylinders, cylinders));
        common[person]! += 1;
      }
    }
    return { sums, common };
  };
}

/** Those parts of a shelf's index to which this thread comes. */
export function buildParts({ gallery, cursor, from, end }: Build): BuiltPart[] {
  const people = readerOf(gallery);
  const next = new Int32Array(cursor);
  const built: BuiltPart[] = [];
  for (;;) {
    const part = Atomics.add(next, 0, 1);
    if (part > INDEXED.length) return built;
    const memory =
      part === INDEXED.length
        ? buildFaceShelf(people, from, end)
        : buildFingerIndex(fingersOf(people, INDEXED[part]!, { from, end }));
    built.push({ part, memory });
  }
}

/** A shelf's index of all its parts. */
export function joinParts(parts: readonly BuiltPart[]): ShelfIndex {
  const [faces, ...fingers] = parts.toSorted((a, b) => b.part - a.part).map(({ memory }) => memory);
  return { fingers: fingers.toReversed(), faces: faces! };
}

export const bytesOf = ({ fingers, faces }: ShelfIndex): number =>
  fingers.reduce((sum, { byteLength }) => sum + byteLength, faces.byteLength);

function fingersOf(people: Reader, position: number, { from, end }: Pick<Build, 'from' | 'end'>): IndexedFinger[] {
  const fingers: IndexedFinger[] = [];
  for (let slot = from; slot < end; slot++) {
    if (!people.find(slot)) continue;
    const { at, cylinders } = packedFinger(people.words(), people.at(), position);
    if (cylinders > 0) fingers.push({ person: slot - from, words: people.words(), at, cylinders });
  }
  return fingers;
}

export function forget({ cursor, shelves }: Forget): void {
  const next = new Int32Array(cursor);
  for (;;) {
    const leaving = shelves[Atomics.add(next, 0, 1)];
    if (!leaving) return;
    for (const finger of leaving.index.fingers) forgetIn(readFingerIndex(finger), leaving.gone);
    forgetFaces(readFaceShelf(leaving.index.faces), leaving.gone);
  }
}
