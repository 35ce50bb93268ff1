/** A process for tests that holds people in two others, says which, and waits to be ended. */
import { CALIBRATIONS } from '../score/calibrations.ts';
import { layBody } from './body.ts';
import { openShards } from './shards.ts';

const shards = openShards({ calibrations: CALIBRATIONS, threads: 2, processes: 2 });
await shards.hold(['a', 'b', 'c', 'd'].map((ref) => ({ ref, block: layBody({ face: null, fingers: [] }) })));
process.send!(shards.processes());
