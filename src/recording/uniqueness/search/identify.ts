/**
 * The one place where a body is looked for among others. Two call it: the search of a packet, and a search that a court has
 * ordered and two persons approved. A test of the house counts them.
 */
import type { BiometricEngine, Identified, IdentifyOptions, Template } from '../../biometric/index.ts';

export function identify(
  engine: BiometricEngine,
  probe: readonly Template[],
  options: IdentifyOptions,
): Promise<Identified> {
  return engine.identify(probe, options);
}
