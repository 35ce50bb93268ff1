import { join } from 'node:path';
import type { Connection } from '../db/index.ts';
import { openVault } from '../vault/index.ts';
import { openLedger, startSequencer } from './index.ts';

// A sequencer in a process of its own, to be killed: `node given-sequencer-process.ts ROOT CONNECTION`. Says `ready`.
const [root, text] = process.argv.slice(2) as [string, string];
const connection = JSON.parse(text) as Connection;
const vault = openVault({ dir: join(root, 'vault') });
const { place } = openLedger({
  connection,
  vault,
  dir: join(root, 'ledger'),
  witnessDir: join(root, 'witness'),
});
const sequencer = startSequencer({ connection, place, onFault: (fault) => process.stdout.write(`${fault.stack}\n`) });
await sequencer.ready;
process.stdout.write('ready\n');
