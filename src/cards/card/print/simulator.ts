/** A printer for trials and the demo: it prints, jams, misprints and loses power, the same way for the same seed. */
import type { CardPrinter } from './printer.ts';

export interface SimulatedFaults {
  /** In how many of a hundred attempts. */
  readonly jam: number;
  readonly misprint: number;
  readonly power: number;
}

export class PowerLost extends Error {}

const USUAL: SimulatedFaults = { jam: 2, misprint: 3, power: 1 };

export function simulatedPrinter(seed: number, faults: SimulatedFaults = USUAL): CardPrinter {
  let state = seed >>> 0 || 1;
  // xorshift32 (Marsaglia 2003): small, and enough to decide what breaks.
  const hundredth = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) / 2 ** 32) * 100;
  };
  return {
    name: `simulator ${seed}`,
    async print() {
      const dice = hundredth();
      if (dice < faults.jam) return { printed: false, fault: 'jam' };
      if (dice < faults.jam + faults.misprint) return { printed: false, fault: 'misprint' };
      if (dice < faults.jam + faults.misprint + faults.power) throw new PowerLost('the printer has no power');
      return { printed: true };
    },
  };
}
