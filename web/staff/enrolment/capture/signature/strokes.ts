/** A signature as it is drawn: strokes of points, and the smooth line through them. Pure. */
export interface Point {
  readonly x: number;
  readonly y: number;
  /** 0 to 1; 0.5 of a mouse, which has none. */
  readonly pressure: number;
}
export type Stroke = readonly Point[];

/** The sheet, in its own units; it is kept at this size however large it was shown. */
export const SHEET = { width: 800, height: 400 } as const;

/** Nearer points only make a line tremble. */
const LEAST_STEP = 2;

export function withPoint(stroke: Stroke, point: Point): Stroke {
  const last = stroke.at(-1);
  const near = last && Math.hypot(point.x - last.x, point.y - last.y) < LEAST_STEP;
  return near ? stroke : [...stroke, point];
}

/** One piece of the line: a quadratic curve from and to the middles between points, bent towards the point itself. */
export interface Curve {
  readonly from: Pick<Point, 'x' | 'y'>;
  readonly bend: Pick<Point, 'x' | 'y'>;
  readonly to: Pick<Point, 'x' | 'y'>;
  readonly width: number;
}

export function curvesOf(stroke: Stroke): Curve[] {
  const [only] = stroke;
  if (only && stroke.length === 1) return [{ from: only, bend: only, to: only, width: widthOf(only) * 1.5 }];
  return stroke.slice(1).map((point, at) => {
    const before = stroke[at]!;
    const from = at === 0 ? before : middle(stroke[at - 1]!, before);
    const to = at === stroke.length - 2 ? point : middle(before, point);
    return { from, bend: before, to, width: widthOf(point) };
  });
}

const middle = (a: Point, b: Point) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const widthOf = ({ pressure }: Point) => 3 + 4 * pressure;

/** How far the pen went on the paper. */
export function lengthOf(strokes: readonly Stroke[]): number {
  const of = (stroke: Stroke) =>
    stroke.slice(1).reduce((sum, { x, y }, at) => sum + Math.hypot(x - stroke[at]!.x, y - stroke[at]!.y), 0);
  return strokes.reduce((sum, stroke) => sum + of(stroke), 0);
}

/** Less than this is a slip of the hand or a dot, and no signature. */
export const LEAST_LENGTH = 120;

export const isSignature = (strokes: readonly Stroke[]): boolean => lengthOf(strokes) >= LEAST_LENGTH;

export const MOST_SIGNATURE_BYTES = 100 * 1024;
