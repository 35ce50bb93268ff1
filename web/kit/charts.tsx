import { useFormat } from './text.tsx';

/** Charts are drawn with SVG attributes, not style attributes: public pages allow no inline style. Each has its table below. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** What stands at the bar's end instead of the number: `97,3 %`. */
  readonly shown?: string;
}

/** Bars from zero, labelled directly, longest first or in the order given. */
export function BarChart({ label, bars, most }: { label: string; bars: readonly Bar[]; most?: number }) {
  const format = useFormat();
  const top = most ?? Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <ul className="bars" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.label}>
          <span>{bar.label}</span>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect x="0" y="0" height="10" width={Math.max(0, (bar.value / top) * 100)} />
          </svg>
          <b>{bar.shown ?? format.number(bar.value)}</b>
        </li>
      ))}
    </ul>
  );
}

export interface Point {
  /** As it is written under the line: a month or a year. */
  readonly at: string;
  readonly value: number;
}

const WIDE = 440;
const HIGH = 180;
const SIDE = 6;
const FOOT = 26;
/** Values stand above their points. */
const HEAD = 24;

/** One line from zero, its first and last value written above its ends. The `table` below carries every point. */
export function LineChart({
  label,
  points,
  unit,
  ...given
}: {
  label: string;
  points: readonly Point[];
  unit: string;
  /** How a value is written; a whole number where it is not said. */
  shown?: (value: number) => string;
}) {
  const format = useFormat();
  const shown = given.shown ?? format.number;
  const top = Math.max(1, ...points.map((point) => point.value)) * 1.05;
  const x = (index: number) => SIDE + (index / Math.max(1, points.length - 1)) * (WIDE - 2 * SIDE);
  const y = (value: number) => HEAD + (1 - value / top) * (HIGH - HEAD - FOOT);
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return null;
  const path = points
    .map((point, index) => `${index === 0 ? 'M' : 'L'}${x(index).toFixed(1)} ${y(point.value).toFixed(1)}`)
    .join('');
  return (
    <figure className="line-chart scrolls" tabIndex={0} aria-label={label}>
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={label}>
        <line className="axis" x1={SIDE} x2={WIDE - SIDE} y1={HIGH - FOOT} y2={HIGH - FOOT} />
        <path d={path} />
        <circle cx={x(points.length - 1)} cy={y(last.value)} r="4" />
        <text x={SIDE} y={y(first.value) - 9}>
          {shown(first.value)}
        </text>
        <text className="last end" x={WIDE - SIDE} y={y(last.value) - 9}>
          {shown(last.value)} {unit}
        </text>
        <text className="foot" x={SIDE} y={HIGH - 8}>
          {first.at}
        </text>
        <text className="foot end" x={WIDE - SIDE} y={HIGH - 8}>
          {last.at}
        </text>
      </svg>
      <figcaption className="soft">{label}</figcaption>
    </figure>
  );
}

/** A line the height of text, for a table's cell; its last value stands beside it in the row. */
export function Sparkline({ values, label }: { values: readonly number[]; label: string }) {
  const top = Math.max(1, ...values);
  const points = values.map(
    (value, index) => `${(index / Math.max(1, values.length - 1)) * 78 + 1},${18 - (value / top) * 16}`,
  );
  const [lastX, lastY] = (points.at(-1) ?? '0,18').split(',');
  return (
    <svg className="sparkline" viewBox="0 0 80 20" width="80" height="20" role="img" aria-label={label}>
      <polyline points={points.join(' ')} />
      <circle cx={lastX} cy={lastY} r="2" />
    </svg>
  );
}
