import { SHAPES, tailOf, type DrawnMinutia } from '../../src/recording/biometric/finger/drawing/rules.ts';
import { useSay } from './text.tsx';
import { texts } from './texts.ts';
import './finger-picture.css';

/** Minutiae that are found in another print too bear the same number there. */
export interface NumberedMarks {
  readonly numbers: ReadonlyMap<number, number>;
  /** The one that is looked at; all others stand back. */
  readonly chosen: number | null;
  /** A short cut for a pointer; the same must be within reach of the keyboard. */
  readonly onChoose?: (number: number) => void;
}

/**
 * A fingerprint with its minutiae over it: endings are rings, bifurcations squares, all with a tail along the ridge. Without a
 * picture the minutiae stand alone on white. `width` and `height` are those of the record that the minutiae come from.
 */
export function FingerPicture(given: {
  picture: string | null;
  width: number;
  height: number;
  minutiae: readonly DrawnMinutia[];
  marked?: NumberedMarks | undefined;
  /** Whose finger; what was found is said after it. */
  label?: string;
}) {
  const { picture, width, height, minutiae, marked, label } = given;
  const say = useSay(texts);
  const endings = minutiae.filter(({ kind }) => kind === 'ending').length;
  const found = say('finger.found', { count: minutiae.length, endings });
  const size = Math.max(width, height) / 100;
  const standsBack = (n: number) => {
    if (!marked) return false;
    const number = marked.numbers.get(n);
    return marked.chosen === null ? number === undefined : number !== marked.chosen;
  };
  return (
    <svg
      className="finger-picture"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label ? `${label}: ${found}` : found}
    >
      {picture && <image href={picture} width={width} height={height} preserveAspectRatio="none" />}
      {minutiae.map((minutia, n) => {
        const number = marked?.numbers.get(n);
        const choose = number !== undefined && marked?.onChoose ? () => marked.onChoose!(number) : undefined;
        const classes = [minutia.kind, standsBack(n) && 'back', choose && 'choosable'].filter(Boolean).join(' ');
        return (
          <g key={n} className={classes} onClick={choose}>
            <Shape minutia={minutia} size={size} />
            <line {...tailOf(minutia, size)} />
          </g>
        );
      })}
      {minutiae.map((minutia, n) => {
        const number = marked?.numbers.get(n);
        return number === undefined || standsBack(n) ? null : (
          <Numbered key={n} minutia={minutia} size={size} number={number} />
        );
      })}
    </svg>
  );
}

function Shape({ minutia: { kind, x, y }, size }: { minutia: DrawnMinutia; size: number }) {
  switch (SHAPES[kind]) {
    case 'ring':
      return <circle cx={x} cy={y} r={size} />;
    case 'square':
      return <rect x={x - size} y={y - size} width={2 * size} height={2 * size} />;
    case 'diamond':
      return <path d={`M${x} ${y - size}L${x + size} ${y}L${x} ${y + size}L${x - size} ${y}Z`} />;
  }
}

/** On the side that the tail leaves free. */
function Numbered({ minutia, size, number }: { minutia: DrawnMinutia; size: number; number: number }) {
  const { x, y } = minutia;
  const tail = tailOf(minutia, size);
  return (
    <text x={x - 2.6 * (tail.x1 - x)} y={y - 2.6 * (tail.y1 - y)} fontSize={2.6 * size}>
      {number}
    </text>
  );
}
