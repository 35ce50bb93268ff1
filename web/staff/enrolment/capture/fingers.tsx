import { FINGERS } from '../../../../src/recording/biometric/schema.ts';
import type { CapturePart } from './captured.ts';

/** Ten fingers: from the capture service on the station or from files, each with its quality or the reason why it is not there. */
export function Fingers({ captured }: CapturePart) {
  const there = captured.filter(({ modality }) => modality === 'finger');
  return (
    <p>
      {there.length}/{FINGERS.length}
    </p>
  );
}
