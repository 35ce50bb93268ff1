/**
 * The simulation: a synthetic nation, the bodies of its people, and its journeys. It stands on the highest floor and uses the rooms by their
 * doors only, as people do.
 * Always holds: a register with made-up people is recognisable by its test NIKs (serials 9001-9999), whatever it is used for.
 */
import type { Room } from '../core/room.ts';
import { captureCommands } from './capture/index.ts';
import { simulateCommands } from './person/index.ts';

export * from './body/index.ts';
export { openSimulator, type Simulator } from './capture/index.ts';
export * from './person/index.ts';

export const room: Room = { name: 'simulation', commands: [simulateCommands, captureCommands] };
