import type { Geometry, Ring } from './topojson.ts';

/** Where outlines begin: west and north of all of Indonesia. */
const WEST = 94;
const NORTH = 7;
const STEPS_A_DEGREE = 100;

type Point = readonly [x: number, y: number];

/**
 * A boundary as an SVG path, in hundredths of a degree east of 94° and south of 7° N, each point moved to the nearest of every
 * `grid` steps: what is smaller than a pixel of the drawing is left out. An island that shrinks to less than three points is left
 * out too, but never the last one, so that no region disappears.
 */
export function outlineOf(geometry: Geometry, grid: number): string {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const rings = polygons.flat();
  const drawn = rings.map((ring) => pointsOf(ring, grid)).filter((points) => points.length >= 3);
  return (drawn.length > 0 ? drawn : [dot(rings[0]!, grid)]).map(pathOf).join('');
}

/** The corners of a ring on the grid, without the closing one, without repeated ones and those on a straight line. */
function pointsOf(ring: Ring, grid: number): readonly Point[] {
  const corners: Point[] = [];
  for (const position of ring) {
    const point = snapped(position, grid);
    const last = corners.at(-1);
    if (last && same(last, point)) continue;
    const before = corners.at(-2);
    if (last && before && isStraight(before, last, point)) corners.pop();
    corners.push(point);
  }
  if (corners.length > 1 && same(corners[0]!, corners.at(-1)!)) corners.pop();
  return corners;
}

function snapped([longitude, latitude]: readonly [number, number], grid: number): Point {
  const step = (degrees: number) => Math.round((degrees * STEPS_A_DEGREE) / grid) * grid;
  return [step(longitude - WEST), step(NORTH - latitude)];
}

/** A square as wide as the grid, where the ring begins. */
function dot(ring: Ring, grid: number): readonly Point[] {
  const [x, y] = snapped(ring[0]!, grid);
  return [
    [x, y],
    [x + grid, y],
    [x + grid, y + grid],
    [x, y + grid],
  ];
}

const same = (a: Point, b: Point) => a[0] === b[0] && a[1] === b[1];

const isStraight = (a: Point, b: Point, c: Point) =>
  (b[0] - a[0]) * (c[1] - b[1]) === (b[1] - a[1]) * (c[0] - b[0]) &&
  (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) > 0;

/** Steps from corner to corner: short numbers. */
function pathOf([first, ...others]: readonly Point[]): string {
  let [x, y] = first!;
  const steps = others.map((point) => {
    const step = `${point[0] - x} ${point[1] - y}`;
    [x, y] = point;
    return step;
  });
  return `M${first![0]} ${first![1]}l${steps.join(' ')}z`;
}

/** The rectangle around paths of `outlineOf`, in their steps: left, top, width, height. */
export function boxAround(paths: readonly string[]): readonly [number, number, number, number] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const path of paths) {
    for (const ring of path.split('M').slice(1)) {
      const [x0 = 0, y0 = 0, ...steps] = ring.split(/[lz ]/).filter(Boolean).map(Number);
      let [x, y] = [x0, y0];
      for (let place = 0; place <= steps.length; place += 2) {
        [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
        x += steps[place] ?? 0;
        y += steps[place + 1] ?? 0;
      }
    }
  }
  return [left, top, right - left, bottom - top];
}
