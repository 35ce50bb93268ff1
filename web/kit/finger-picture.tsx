import type { Minutia } from '../../src/recording/biometric/schema.ts';
import { useSay } from './text.tsx';
import { texts } from './texts.ts';

export type DrawnMinutia = Pick<Minutia, 'kind' | 'x' | 'y' | 'angle'>;

/**
 * A fingerprint with its minutiae over it: endings are rings, bifurcations squares, both with a tail along the ridge. Without a
 * picture the minutiae stand alone on white. `width` and `height` are those of the record that the minutiae come from.
 */
export function FingerPicture(given: {
  picture: string | null;
  width: number;
  height: number;
  minutiae: readonly DrawnMinutia[];
  /** Whose finger; what was found is said after it. */
  label?: string;
}) {
  const { picture, width, height, minutiae, label } = given;
  const say = useSay(texts);
  const endings = minutiae.filter(({ kind }) => kind === 'ending').length;
  const found = say('finger.found', { count: minutiae.length, endings });
  return (
    <svg
      className="finger-picture"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label ? `${label}: ${found}` : found}
    >
      {picture && <image href={picture} width={width} height={height} preserveAspectRatio="none" />}
      {minutiae.map((minutia, n) => (
        <Mark key={n} minutia={minutia} size={Math.max(width, height) / 100} />
      ))}
    </svg>
  );
}

function Mark({ minutia: { kind, x, y, angle }, size }: { minutia: DrawnMinutia; size: number }) {
  // 256ths of a turn, counter-clockwise; y goes down.
  const turn = (angle * Math.PI) / 128;
  const at = (length: number) => ({ x: x + length * Math.cos(turn), y: y - length * Math.sin(turn) });
  const from = at(size);
  const to = at(3.2 * size);
  return (
    <g className={kind}>
      {kind === 'bifurcation' ? (
        <rect x={x - size} y={y - size} width={2 * size} height={2 * size} />
      ) : (
        <circle cx={x} cy={y} r={size} />
      )}
      <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
    </g>
  );
}
