/** The phase of a field of ridges: least squares over a grid whose neighbours agree up to a sign. */

export interface Grid {
  readonly width: number;
  readonly height: number;
  /** Of the ridges, in radians counter-clockwise from the right; y of the grid goes down. */
  readonly direction: Float64Array;
  /** Up to 1.4 something is drawn. */
  readonly touch: Float64Array;
  readonly stepsPerRidge: number;
}

export interface Dislocation {
  readonly x: number;
  readonly y: number;
  /** Where the ridge of an ending, or the valley of a fork, runs to. */
  readonly angle: number;
  readonly ending: boolean;
}

const DRAWN = 1.4;
const SWEEPS = 180;
const OVER_RELAXATION = 1.95;
/** How far around a minutia the phase is moved so that it ends or forks as it must, in steps. */
const REACH = 3.5;
/** Neighbours move one another a little. */
const ROUNDS = 2;

/** Ridges are where the phase is a whole number of turns. */
export function ridgePhase(grid: Grid, dislocations: readonly Dislocation[]): Float64Array {
  const normals = normalsOf(grid);
  const edges = edgesOf(grid, normals);
  const signs = dislocations.map((each) => cut(grid, normals, edges, each));
  const phase = solve(grid, edges);
  for (let round = 0; round < ROUNDS; round++)
    dislocations.forEach((each, n) => settleKind(grid, normals, phase, each, signs[n]!));
  return phase;
}

interface Normals {
  readonly x: Float64Array;
  /** Upwards. */
  readonly y: Float64Array;
}

function normalsOf({ direction }: Grid): Normals {
  return { x: direction.map((angle) => -Math.sin(angle)), y: direction.map((angle) => Math.cos(angle)) };
}

/** To the right and down neighbour of each node: whether both normals point alike (1 or -1), and how much the phase should grow. */
interface Edges {
  readonly rightSign: Float64Array;
  readonly rightGrowth: Float64Array;
  readonly downSign: Float64Array;
  readonly downGrowth: Float64Array;
}

function edgesOf({ width, height, stepsPerRidge }: Grid, { x: nx, y: ny }: Normals): Edges {
  const size = width * height;
  const steep = (2 * Math.PI) / stepsPerRidge;
  const made = () => new Float64Array(size);
  const edges = { rightSign: made(), rightGrowth: made(), downSign: made(), downGrowth: made() };
  for (let at = 0; at < size; at++) {
    const join = (to: number) => {
      const sign = nx[at]! * nx[to]! + ny[at]! * ny[to]! < 0 ? -1 : 1;
      return { sign, x: (nx[at]! + sign * nx[to]!) / 2, y: (ny[at]! + sign * ny[to]!) / 2 };
    };
    if (at % width < width - 1) {
      const { sign, x } = join(at + 1);
      edges.rightSign[at] = sign;
      edges.rightGrowth[at] = steep * x;
    }
    if (at + width < size) {
      const { sign, y } = join(at + width);
      edges.downSign[at] = sign;
      edges.downGrowth[at] = -steep * y;
    }
  }
  return edges;
}

/**
 * One more ridge on the side that the minutia points to: around it the phase makes a turn. The turn is cut along the row to
 * the nearer rim, carrying along which way is up. Gives the turn's sense in the frame of the minutia's node.
 */
function cut({ width, height }: Grid, { x: nx, y: ny }: Normals, edges: Edges, { x, y, angle }: Dislocation): number {
  const step = x < width / 2 ? -1 : 1;
  const row = Math.max(0, Math.min(height - 2, Math.floor(y - 0.5)));
  const nearest = step > 0 ? Math.ceil(x - 0.5) : Math.floor(x - 0.5);
  const column = Math.max(0, Math.min(width - 1, nearest));
  const start = row * width + column;
  const sense = -Math.sin(angle) * nx[start]! + Math.cos(angle) * ny[start]! > 0 ? 1 : -1;
  let frame = sense;
  for (let at = start; ; at += step) {
    edges.downGrowth[at]! += step * frame * 2 * Math.PI;
    const here = at - row * width;
    if (here + step < 0 || here + step >= width) return sense;
    frame *= edges.rightSign[step > 0 ? at : at - 1]!;
  }
}

/** Successive over-relaxation from nothing; far from the finger nothing is solved. */
function solve({ width, height, touch }: Grid, { rightSign, rightGrowth, downSign, downGrowth }: Edges): Float64Array {
  const phase = new Float64Array(width * height);
  const drawn = (at: number) => (touch[at]! <= DRAWN ? 1 : 0);
  const inside: number[] = [];
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) if (drawn(y * width + x)) inside.push(y * width + x);
  const nodes = Int32Array.from(inside);
  // What each node takes of its four neighbours, and what their edges add: worked out once, for the sweeps are many.
  const takes = new Float64Array(nodes.length * 5);
  nodes.forEach((at, n) => {
    const right = drawn(at + 1);
    const down = drawn(at + width);
    const left = drawn(at - 1);
    const up = drawn(at - width);
    const share = OVER_RELAXATION / Math.max(1, right + down + left + up);
    const leftSign = left * rightSign[at - 1]!;
    const upSign = up * downSign[at - width]!;
    takes[5 * n] = share * right * rightSign[at]!;
    takes[5 * n + 1] = share * down * downSign[at]!;
    takes[5 * n + 2] = share * leftSign;
    takes[5 * n + 3] = share * upSign;
    takes[5 * n + 4] =
      share *
      (leftSign * rightGrowth[at - 1]! +
        upSign * downGrowth[at - width]! -
        right * rightGrowth[at]! -
        down * downGrowth[at]!);
  });
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let n = 0, from = 0; n < nodes.length; n++, from += 5) {
      const at = nodes[n]!;
      phase[at] =
        (1 - OVER_RELAXATION) * phase[at]! +
        takes[from]! * phase[at + 1]! +
        takes[from + 1]! * phase[at + width]! +
        takes[from + 2]! * phase[at - 1]! +
        takes[from + 3]! * phase[at - width]! +
        takes[from + 4]!;
    }
  }
  return phase;
}

/** Moves the phase around a minutia so that what points away from it is a ridge (an ending) or a valley (a fork). */
function settleKind(
  { width, height, stepsPerRidge }: Grid,
  { x: nx, y: ny }: Normals,
  phase: Float64Array,
  { x, y, angle, ending }: Dislocation,
  sense: number,
): void {
  const start =
    Math.max(0, Math.min(height - 1, Math.floor(y - 0.5))) * width +
    Math.max(0, Math.min(width - 1, Math.round(x - 0.5)));
  const around: { at: number; sign: number; far: number; turn: number }[] = [];
  for (let row = Math.max(0, Math.ceil(y - 3 * REACH)); row < Math.min(height, y + 3 * REACH); row++) {
    for (let column = Math.max(0, Math.ceil(x - 3 * REACH)); column < Math.min(width, x + 3 * REACH); column++) {
      const at = row * width + column;
      const sign = nx[at]! * nx[start]! + ny[at]! * ny[start]! < 0 ? -1 : 1;
      const dx = column + 0.5 - x;
      const dy = y - row - 0.5;
      around.push({ at, sign, far: Math.hypot(dx, dy), turn: Math.atan2(dy, dx) - angle });
    }
  }
  let cos = 0;
  let sin = 0;
  const steep = Math.PI / stepsPerRidge;
  for (const { at, sign, far, turn } of around) {
    // Before and behind it: to its sides the slope is steep and not well known.
    if (far < 1 || far > 4 || Math.abs(Math.sin(turn)) > 0.45) continue;
    // Without the turn and the slope, what stays is the phase of the minutia itself.
    const slope = steep * far * Math.sin(turn) * (-Math.sin(angle) * nx[start]! + Math.cos(angle) * ny[start]!);
    const own = sign * phase[at]! - sense * turn - slope;
    cos += Math.cos(own);
    sin += Math.sin(own);
  }
  const wanted = ending ? 0 : Math.PI;
  const off = Math.atan2(Math.sin(wanted - Math.atan2(sin, cos)), Math.cos(wanted - Math.atan2(sin, cos)));
  for (const { at, sign, far } of around) phase[at]! += sign * off * Math.exp(-((far / REACH) ** 2) / 2);
}
