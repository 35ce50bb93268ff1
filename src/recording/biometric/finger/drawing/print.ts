/** One print as a picture of its own: what the sensor saw, faint, and what was found in it. Pure. */
import type { Field } from '../extract/field.ts';
import { marks, strokes } from './marks.ts';
import type { DrawnMinutia } from './rules.ts';
import { STYLE } from './style.ts';
import { escaped } from './svg.ts';

export interface DrawnPrint {
  /** Pixels at 500 dpi. */
  readonly width: number;
  readonly height: number;
  /** The address of the sensor's picture, or its bytes as a data URL; null where none is kept. */
  readonly picture: string | null;
  readonly minutiae: readonly DrawnMinutia[];
  readonly field?: Field;
}

const MARGIN = 16;
const KEY_HEIGHT = 26;
const LINE = 18;
/** What the key's words need. */
const NARROWEST = 288;

/** `title` says in words what the drawing shows. */
export function drawPrint(print: DrawnPrint, title: string): string {
  const width = Math.max(NARROWEST, print.width) + 2 * MARGIN;
  const below = print.height + 2 * MARGIN;
  const height = below + KEY_HEIGHT + (print.field ? LINE : 0);
  const field = print.field ? strokes(print.field) : '';
  const inside = `${ground(print)}${field}${marks(print)}`;
  return sheet({ width, height, title }, [
    moved(MARGIN, MARGIN, inside),
    key(MARGIN, below + 8),
    ...(print.field ? [keyOfField(MARGIN, below + 8 + LINE)] : []),
  ]);
}

/** White paper, the picture faint on it. */
export function ground({ width, height, picture }: Pick<DrawnPrint, 'width' | 'height' | 'picture'>): string {
  const size = `width="${width}" height="${height}"`;
  const image = picture ? `<image href="${escaped(picture)}" ${size} preserveAspectRatio="none" opacity="0.5"/>` : '';
  return `<rect class="paper" ${size}/>${image}<rect class="edge" ${size}/>`;
}

export function moved(x: number, y: number, inside: string): string {
  return `<g transform="translate(${x} ${y})">${inside}</g>`;
}

/** What the shapes mean, in both languages. */
export function key(x: number, y: number): string {
  const ending = marks({ minutiae: [{ kind: 'ending', x: 5, y: 0, angle: 0 }] });
  const bifurcation = marks({ minutiae: [{ kind: 'bifurcation', x: 133, y: 0, angle: 0 }] });
  return moved(
    x,
    y,
    `<g class="key">${ending}<text class="words" x="22" y="4">ujung / ending</text>${bifurcation}<text class="words" x="150" y="4">cabang / bifurcation</text></g>`,
  );
}

function keyOfField(x: number, y: number): string {
  const words = '<text class="words" x="22" y="4">arah garis / ridge orientation</text>';
  return moved(x, y, `<g class="key"><path class="field" d="M1 3L7 -3M8 3L14 -3"/>${words}</g>`);
}

interface SheetGiven {
  readonly width: number;
  readonly height: number;
  readonly title: string;
}

export function sheet({ width, height, title }: SheetGiven, parts: readonly string[]): string {
  const size = `width="${width}" height="${height}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title><style>${STYLE}</style><rect class="sheet" ${size}/>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}
