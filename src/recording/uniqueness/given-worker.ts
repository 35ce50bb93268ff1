/** A worker of its own process whose engine never answers: what a test ends in the middle of a search. */
import { parseArgs } from 'node:util';
import { systemClock } from '../../core/time/index.ts';
import { openHouse, type HouseOptions } from '../../house.ts';
import { openBuiltInEngine } from '../biometric/index.ts';

const { positionals } = parseArgs({ allowPositionals: true });
const { connection, folders } = JSON.parse(positionals[0]!) as Pick<HouseOptions, 'connection' | 'folders'>;
const house = await openHouse({
  connection,
  folders,
  clock: systemClock,
  maxConnections: 3,
  engine: () => ({
    ...openBuiltInEngine({ threads: 1 }),
    async identify() {
      process.stdout.write('searching\n');
      return new Promise(() => setInterval(() => undefined, 1000));
    },
  }),
});
await house.startWorkers(1);
