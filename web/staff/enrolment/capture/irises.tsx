import { IRISES } from '../../../../src/recording/biometric/schema.ts';
import type { CapturePart } from './captured.ts';

/** Both irises: from the capture service on the station or from files, or the reason why one is not there. */
export function Irises({ captured }: CapturePart) {
  const there = captured.filter(({ modality }) => modality === 'iris');
  return (
    <p>
      {there.length}/{IRISES.length}
    </p>
  );
}
