/** The cylinders of minutiae by the formulas as they stand, cell by cell and neighbour by neighbour: slow, and easy to hold against the paper. For tests. */
import { hullOf, type Edge, type Point } from './hull.ts';
import { TURN_WEIGHTS } from './tables.ts';

interface Place {
  readonly x: number;
  readonly y: number;
}

export interface PlainCylinder {
  readonly point: Point;
  /** Which of 52 cells lie in the finger. */
  readonly covered: readonly boolean[];
  /** 312, direction by direction; false where a cell is not covered. */
  readonly bits: readonly boolean[];
}

const SPREAD = 28 / 3;
const MIDDLES: readonly Place[] = Array.from({ length: 64 }, (_, n) => ({
  x: (Math.floor(n / 8) - 3.5) * 17.5,
  y: ((n % 8) - 3.5) * 17.5,
})).filter(({ x, y }) => Math.hypot(x, y) <= 70);

/** In the order of `points`; those that say too little are left out. */
export function plainCylinders(points: readonly Point[]): PlainCylinder[] {
  const hull = hullOf(points);
  return points
    .map((point) => plainCylinder(point, points, hull))
    .filter(({ covered, bits, neighbours }) => count(covered) >= 42 && neighbours >= 2 && count(bits) > 0);
}

function plainCylinder(point: Point, points: readonly Point[], hull: readonly Edge[]) {
  const neighbours = points.filter((other) => other !== point && apart(other, point) <= 98 ** 2);
  const cells = MIDDLES.map((middle) => turnedAbout(point, middle));
  const deep = hull.length > 2 && hull.every((edge) => leftOf(edge, point) >= 20);
  const covered = cells.map((cell) => deep || isInFinger(cell, hull));
  const bits = [0, 1, 2, 3, 4, 5].flatMap((direction) =>
    cells.map((cell, n) => {
      if (!covered[n]) return false;
      const near = neighbours.filter((other) => apart(other, cell) <= 28 ** 2);
      const sum = near.reduce((all, other) => all + bell(apart(other, cell)) * turnWeight(point, other, direction), 0);
      return sum > 0.005;
    }),
  );
  return { point, covered, bits, neighbours: neighbours.length };
}

function turnedAbout({ x, y, angle }: Point, middle: Place): Place {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 128), Math.sin((angle * Math.PI) / 128)];
  return { x: x + cos * middle.x - sin * middle.y, y: y + sin * middle.x + cos * middle.y };
}

function bell(squared: number): number {
  return Math.exp(-squared / (2 * SPREAD ** 2)) / (SPREAD * Math.sqrt(2 * Math.PI));
}

function turnWeight(point: Point, other: Point, direction: number): number {
  return TURN_WEIGHTS[6 * ((point.angle - other.angle) & 255) + direction]!;
}

/** Left of all edges, or at most 50 pixels away from one; where there is no inside, the latter. */
function isInFinger(cell: Place, hull: readonly Edge[]): boolean {
  if (hull.length > 2 && hull.every((edge) => leftOf(edge, cell) >= 0)) return true;
  return hull.some((edge) => (hull.length < 3 || leftOf(edge, cell) < 0) && toEdge(edge, cell) <= 50);
}

function leftOf({ x, y, ex, ey }: Edge, at: Place): number {
  return (ex * (at.y - y) - ey * (at.x - x)) / Math.hypot(ex, ey);
}

function toEdge({ x, y, ex, ey }: Edge, at: Place): number {
  const along = Math.max(0, Math.min(1, ((at.x - x) * ex + (at.y - y) * ey) / (ex * ex + ey * ey || 1)));
  return Math.hypot(at.x - x - along * ex, at.y - y - along * ey);
}

const apart = (a: Place, b: Place) => (a.x - b.x) ** 2 + (a.y - b.y) ** 2;
const count = (flags: readonly boolean[]) => flags.filter(Boolean).length;
