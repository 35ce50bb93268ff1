/** The thread in which a large file is read and checked; see `thread.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { openRegionIndex } from '../../region/index.ts';
import { openTable } from './source.ts';
import { prepare } from './prepare.ts';
import { regionsOn } from './regions.ts';
import { BATCHES_AHEAD, type FromThread, type ThreadGiven } from './thread.ts';

const { source, given } = workerData as ThreadGiven;
const port = parentPort!;
const say = (message: FromThread): void => port.postMessage(message);

let allowed = BATCHES_AHEAD;
let wake: () => void = () => {};
port.on('message', () => {
  allowed += 1;
  wake();
});

try {
  const regions = regionsOn(openRegionIndex(), given.day);
  for await (const batch of prepare(await openTable(source), { ...given, regions })) {
    while (allowed === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    allowed -= 1;
    say({ kind: 'batch', batch });
  }
  say({ kind: 'end' });
} catch (error) {
  say({ kind: 'failed', error });
}
port.close();
