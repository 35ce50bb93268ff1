/** Two prints side by side, and which of their minutiae are taken for the same. Pure. */
import { marks } from './marks.ts';
import { ground, key, moved, sheet, type DrawnPrint } from './print.ts';
import { numbered, type Matched } from './rules.ts';
import { n } from './svg.ts';

const MARGIN = 16;
const BETWEEN = 32;
const KEY_HEIGHT = 26;

/** Matched minutiae bear the same number in both prints and are joined; the others stand back. `title` says what is shown. */
export function drawPair(one: DrawnPrint, other: DrawnPrint, given: { matched: Matched; title: string }): string {
  const { matched, title } = given;
  const numbers = numbered(one.minutiae, matched);
  const right = MARGIN + one.width + BETWEEN;
  const width = right + other.width + MARGIN;
  const below = Math.max(one.height, other.height) + 2 * MARGIN;
  const joins = matched.map(([a, b]) => {
    const [from, to] = [one.minutiae[a]!, other.minutiae[b]!];
    return `M${n(MARGIN + from.x)} ${n(MARGIN + from.y)}L${n(right + to.x)} ${n(MARGIN + to.y)}`;
  });
  return sheet({ width, height: below + KEY_HEIGHT, title }, [
    moved(MARGIN, MARGIN, ground(one)),
    moved(right, MARGIN, ground(other)),
    `<path class="join" fill="none" d="${joins.join('')}"/>`,
    moved(MARGIN, MARGIN, marks({ minutiae: one.minutiae, numbers: numbers.one })),
    moved(right, MARGIN, marks({ minutiae: other.minutiae, numbers: numbers.other })),
    key(MARGIN, below + 8),
  ]);
}
