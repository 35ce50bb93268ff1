/** The convex hull of a finger's minutiae. */

/** A minutia in pixels at 500 dpi, y upwards, its direction in 256ths of a turn. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

/** From a corner of the hull to the next one counter-clockwise: the finger lies to the left. */
export interface Edge {
  readonly x: number;
  readonly y: number;
  /** The way to the next corner. */
  readonly ex: number;
  readonly ey: number;
}

/** Andrew's monotone chain, counter-clockwise; minutiae that all lie on one line give its two sides. */
export function hullOf(points: readonly Point[]): Edge[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  const corners = [...half(sorted), ...half(sorted.toReversed())];
  return corners.map(({ x, y }, n) => {
    const next = corners[(n + 1) % corners.length]!;
    return { x, y, ex: next.x - x, ey: next.y - y };
  });
}

function half(sorted: readonly Point[]): Point[] {
  const chain: Point[] = [];
  for (const point of sorted) {
    while (chain.length > 1 && turnsRight(chain.at(-2)!, chain.at(-1)!, point)) chain.pop();
    chain.push(point);
  }
  return chain.slice(0, -1);
}

function turnsRight(a: Point, b: Point, c: Point): boolean {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) <= 0;
}
