/**
 * A capture service that is none: scanner, iris camera and face camera of bodies that nobody has, for trials, the demo and
 * tests. It keeps the same contract as a real one and refuses what a real one must refuse.
 */
export { captureCommands } from './commands.ts';
export { openSimulator, type Simulator } from './door.ts';
