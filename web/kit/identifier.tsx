import { inFours } from './format.ts';

/** A NIK, family card number or serial: grouped in fours by style alone, so that what is copied has no spaces. */
export function Identifier({ value }: { value: string }) {
  return (
    <span className="mono identifier">
      {inFours(value)
        .split(' ')
        .map((group, place) => (
          <span key={`${place}-${group}`}>{group}</span>
        ))}
    </span>
  );
}
