/** Which ends of ridges and valleys are minutiae, where exactly, which way, and how sure. Pure. */
import { between } from './enhance.ts';
import { CELL, covers, type Field } from './field.ts';
import type { Plane } from './image.ts';
import { placeOf } from './place.ts';
import { lengthOf, pointFrom, type Node } from './skeleton.ts';

export interface FoundMinutia {
  readonly kind: 'ending' | 'bifurcation';
  /** Pixels of the picture at 500 dpi and parts of one, from the top left. */
  readonly x: number;
  readonly y: number;
  /**
   * 256ths of a turn, counter-clockwise from the right: from an end along its ridge, from a fork along the valley that ends in it, which is the
   * bisector of the two rays that enclose the smaller angle (ISO/IEC 19794-2:2005, 6.4).
   */
  readonly angle: number;
  /** 1 to 100. */
  readonly quality: number;
}

/** In distances between ridges. */
const BACK = 1.6;
const BORDER = 1.4;

export interface ChooseGiven {
  readonly ridges: readonly Node[];
  readonly valleys: readonly Node[];
  /** Above 0 on ridges, below in valleys. */
  readonly even: Plane;
  readonly field: Field;
  readonly period: number;
  readonly most: number;
}

export function minutiaeOf(given: ChooseGiven): FoundMinutia[] {
  const all = [...endsOf(given.ridges, 'ending', given), ...endsOf(given.valleys, 'bifurcation', given)];
  return all.toSorted((a, b) => b.quality - a.quality || a.y - b.y || a.x - b.x).slice(0, given.most);
}

function endsOf(
  nodes: readonly Node[],
  kind: FoundMinutia['kind'],
  { even, field, period }: ChooseGiven,
): FoundMinutia[] {
  const sign = kind === 'ending' ? 1 : -1;
  return nodes.flatMap((node) => {
    const [ridge] = node.ridges;
    if (node.ridges.length !== 1 || !ridge || lengthOf(ridge) < 3) return [];
    const [bx, by] = pointFrom(ridge, node, Math.round(BACK * period));
    const turned = along(field, node, bx - node.x, by - node.y);
    const [dx, dy] = [Math.cos(turned), Math.sin(turned)];
    if (atBorder(field, node, dx, dy, period)) return [];
    const place = placeOf(even, { x: node.x, y: node.y, dx, dy }, sign, period);
    return [{ kind, ...place, angle: angleOf(dx, dy), quality: qualityAt(field, node) }];
  });
}

/** The direction of the field, the way round that the ridge goes; the ridge's own where the field says little. */
function along(field: Field, { x, y }: Node, bx: number, by: number): number {
  const own = Math.atan2(by, bx);
  const [c, s] = between(field, x, y);
  if (Math.hypot(c, s) < 0.25) return own;
  const turn = Math.atan2(s, c) / 2;
  return Math.cos(turn - own) >= 0 ? turn : turn + Math.PI;
}

/** A ridge ends where the picture of the finger does; that says nothing of the finger. */
function atBorder(field: Field, { x, y }: Node, dx: number, dy: number, period: number): boolean {
  const reach = BORDER * period;
  for (const [along, aside] of [
    [1, 0],
    [0.7, 0.7],
    [0.7, -0.7],
    [0, 1],
    [0, -1],
  ] as const) {
    const px = Math.round(x + reach * (-along * dx - aside * dy));
    const py = Math.round(y + reach * (-along * dy + aside * dx));
    if (!covers(field, px, py)) return true;
  }
  return false;
}

/** Image rows go down, angles up. */
function angleOf(dx: number, dy: number): number {
  return (Math.round((Math.atan2(-dy, dx) * 128) / Math.PI) + 256) & 255;
}

function qualityAt({ columns, cos2, sin2 }: Field, { x, y }: Node): number {
  const cell = Math.floor(y / CELL) * columns + Math.floor(x / CELL);
  return Math.max(1, Math.min(100, Math.round(100 * Math.hypot(cos2[cell]!, sin2[cell]!))));
}
