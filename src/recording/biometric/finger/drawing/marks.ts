/** Minutiae and orientation as SVG elements; all in pixels at 500 dpi. Pure. */
import type { Field } from '../extract/field.ts';
import { CELL } from '../extract/field.ts';
import { SHAPES, tailOf, type DrawnMinutia } from './rules.ts';
import { n } from './svg.ts';

/** Half the width of a mark: less than half the way between two ridges. */
const SIZE = 3.6;

export interface MarksGiven {
  readonly minutiae: readonly DrawnMinutia[];
  /** With numbers what bears none stands back. */
  readonly numbers?: ReadonlyMap<number, number>;
}

export function marks({ minutiae, numbers }: MarksGiven): string {
  const drawn = minutiae.map((minutia, at) => mark(minutia, { stands: !numbers || numbers.has(at) }));
  const written = [...(numbers ?? [])].map(([at, number]) => numberAt(minutiae[at]!, number));
  return [...drawn, ...written].join('');
}

function mark(minutia: DrawnMinutia, { stands }: { stands: boolean }): string {
  const { x1, y1, x2, y2 } = tailOf(minutia, SIZE);
  const tail = `<path d="M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}"/>`;
  return `<g class="mark ${minutia.kind}${stands ? '' : ' lone'}">${shape(minutia)}${tail}</g>`;
}

function shape({ kind, x, y }: DrawnMinutia): string {
  switch (SHAPES[kind]) {
    case 'ring':
      return `<circle cx="${n(x)}" cy="${n(y)}" r="${SIZE}"/>`;
    case 'square':
      return `<rect x="${n(x - SIZE)}" y="${n(y - SIZE)}" width="${2 * SIZE}" height="${2 * SIZE}"/>`;
    case 'diamond':
      return `<path d="M${n(x)} ${n(y - SIZE)}L${n(x + SIZE)} ${n(y)}L${n(x)} ${n(y + SIZE)}L${n(x - SIZE)} ${n(y)}Z"/>`;
  }
}

/** On the side that the tail leaves free. */
function numberAt(minutia: DrawnMinutia, number: number): string {
  const { x1, y1, x2, y2 } = tailOf(minutia, SIZE);
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [x, y] = [minutia.x - (9 * (x2 - x1)) / length, minutia.y - (9 * (y2 - y1)) / length];
  return `<text class="number" x="${n(x)}" y="${n(y + 3)}" text-anchor="middle">${number}</text>`;
}

/** One stroke a cell, as long as its direction is sure. */
export function strokes({ columns, rows, cos2, sin2, mask }: Field): string {
  const lines: string[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column;
      if (!mask[cell]) continue;
      const sure = Math.min(1, Math.hypot(cos2[cell]!, sin2[cell]!));
      const turn = Math.atan2(sin2[cell]!, cos2[cell]!) / 2;
      const reach = (0.1 + 0.3 * sure) * CELL;
      const [dx, dy] = [reach * Math.cos(turn), reach * Math.sin(turn)];
      const [x, y] = [(column + 0.5) * CELL, (row + 0.5) * CELL];
      lines.push(`M${n(x - dx)} ${n(y - dy)}L${n(x + dx)} ${n(y + dy)}`);
    }
  return `<path class="field" d="${lines.join('')}"/>`;
}
