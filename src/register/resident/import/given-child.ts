/** A process that imports a file in small batches and says after each how far it is: to be killed by a test. */
import { text } from 'node:stream/consumers';
import type { Connection } from '../../../core/db/index.ts';
import { storyClock } from '../../../core/time/index.ts';
import { openHouse, type Folders } from '../../../house.ts';
import { NATION, systemActor } from '../../../core/access/index.ts';
import { importResidents } from './import.ts';

const given = JSON.parse(await text(process.stdin)) as { connection: Connection; folders: Folders; path: string };
const { connection, folders, path } = given;
const actor = { ...systemActor('import'), jurisdiction: NATION };
const house = await openHouse({ connection, folders, clock: storyClock(new Date('2018-12-11T09:00:00Z')) });
await importResidents(house, { name: 'mati.csv', path }, { actor, batchRows: 20 }, (now) => {
  process.stdout.write(`${JSON.stringify(now)}\n`);
});
await house.close();
