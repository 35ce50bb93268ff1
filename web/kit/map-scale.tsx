/** The two ends of a map's colours; given, so that maps of two dates or two figures can be compared. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly shownFrom: string;
  readonly shownTo: string;
}

/** Where a value lies on the scale, from 0 to 1. */
export function shareOf(value: number, { from, to }: Scale): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}

/** The scale under a map. Two layers instead of a mixed colour: the upper one's opacity is the value. */
export function MapScale({ scale }: { scale: Scale }) {
  return (
    <figcaption className="row soft">
      <span>{scale.shownFrom}</span>
      <svg className="scale" viewBox="0 0 120 12" width="120" height="12" aria-hidden="true">
        {Array.from({ length: 12 }, (_, step) => (
          <g key={step}>
            <rect className="low" x={step * 10} width="10" height="12" />
            <rect className="high" x={step * 10} width="10" height="12" fillOpacity={(step / 11).toFixed(2)} />
          </g>
        ))}
      </svg>
      <span>{scale.shownTo}</span>
    </figcaption>
  );
}
