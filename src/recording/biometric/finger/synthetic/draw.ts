/**
 * A finger that never was, with the minutiae it has.
 * Always holds: the same seed gives the same finger; what is called its minutiae is read from its own ridges before anything blurs them. For tests and for
 * galleries: how well fingers are told apart is never stated from these.
 */
import { depthIn, type Outline } from './outline.ts';
import { doubledDirection, drawLayout, drawPattern, type Layout, type Pattern } from './pattern.ts';
import { eased, noiseOver, randomOf, type Random } from './random.ts';
import { grownRidges, type Flow } from './grow.ts';
import { trueMinutiae, type TrueMinutia } from './truth.ts';

export interface SyntheticFinger {
  readonly pattern: Pattern;
  /** Pixels at 500 dpi. */
  readonly width: number;
  readonly height: number;
  /** 1 on the middle of a ridge, -1 in a valley; it goes on beyond the outline. */
  readonly ridges: Float32Array;
  readonly outline: Outline;
  /** Those inside the outline. */
  readonly minutiae: readonly TrueMinutia[];
}

export interface DrawGiven {
  readonly seed: number;
  /** Drawn by its natural share where it is not given. */
  readonly pattern?: Pattern;
}

const WIDTH = 352;
const HEIGHT = 448;
/** What a stream of numbers is for. */
const SHAPE = 1;
const SPACING = 2;
const SEEDS = 3;

export function drawFinger({ seed, pattern: wished }: DrawGiven): SyntheticFinger {
  const random = randomOf(seed, SHAPE);
  const drawn = drawPattern(random);
  const pattern = wished ?? drawn;
  const outline = {
    x: WIDTH / 2,
    y: 0.46 * HEIGHT,
    aside: random.between(135, 160),
    above: random.between(165, 190),
    below: random.between(185, 225),
  };
  const flow = flowOf(drawLayout(random, pattern), outline, randomOf(seed, SPACING));
  const ridges = grownRidges(flow, randomOf(seed, SEEDS));
  const minutiae = trueMinutiae({ ...flow, values: ridges }).filter(({ x, y }) => depthIn(outline, x, y) > 0);
  return { pattern, width: WIDTH, height: HEIGHT, ridges, outline, minutiae };
}

/** How far ridges are off their even distance and, in doubled radians, their even direction: it is this that makes minutiae far from any core. */
const UNEVEN = 0.1;
const UNSTEADY = 0.22;

/** Ridges lie farther apart above the cores and below the deltas. */
function flowOf(layout: Layout, { x: middle, y: level }: Outline, random: Random): Flow {
  const frame = { width: WIDTH, height: HEIGHT };
  const own = random.between(8.2, 9.8);
  const uneven = noiseOver(random, frame, 55);
  const unsteady = noiseOver(random, frame, 50);
  const [cos2, sin2, period] = Array.from({ length: 3 }, () => new Float32Array(WIDTH * HEIGHT)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  for (let y = 0; y < HEIGHT; y++) {
    const up = level - y;
    const wider = 0.12 * eased((up - 60) / 120) + 0.14 * eased((-up - 80) / 110);
    for (let x = 0; x < WIDTH; x++) {
      const at = y * WIDTH + x;
      const doubled = doubledDirection(layout, x - middle, up) + UNSTEADY * unsteady(x, y);
      cos2[at] = Math.cos(doubled);
      // Rows go down, directions up.
      sin2[at] = -Math.sin(doubled);
      period[at] = own * (1 + wider + UNEVEN * uneven(x, y));
    }
  }
  return { ...frame, cos2, sin2, period };
}
