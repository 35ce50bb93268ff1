import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { systemActor, type Actor } from '../src/core/access/index.ts';
import { startEmbedded } from '../src/core/db/embedded/index.ts';
import { exists, migrate, openDatabase, sql, type Connection, type Ground } from '../src/core/db/index.ts';
import { asNik, newId } from '../src/core/id/index.ts';
import { openLedger, recordEach, startSequencer, verifyLedger } from '../src/core/ledger/index.ts';
import { systemClock } from '../src/core/time/index.ts';
import { openVault } from '../src/core/vault/index.ts';
import { figure, type Bench } from './bench.ts';

const WRITERS = 8;
/** As many requests as were answered together. */
const GROUP = 64;
const actor: Actor = { ...systemActor('bench'), officeId: newId(), purpose: 'bench' };

/** Entries from 8 writers to signed checkpoints, and the check of the whole log. `size` counts entries. */
export const bench: Bench = async ({ size: wanted = 200_000 }) => {
  const size = Math.max(1, Math.round(wanted / GROUP)) * GROUP;
  const root = mkdtempSync(join(tmpdir(), 'jatidiri-bench-ledger-'));
  const embedded = await startEmbedded({ dataDir: join(root, 'data'), name: 'bench ledger', kind: 'server' });
  try {
    await migrate(embedded.connection('postgres'));
    return await measure(embedded.connection('postgres'), root, size);
  } finally {
    await embedded.stop();
    rmSync(root, { recursive: true, force: true });
  }
};

function open(connection: Connection, root: string) {
  const vault = openVault({ dir: join(root, 'vault') });
  const ledger = openLedger({ connection, vault, dir: join(root, 'ledger'), witnessDir: join(root, 'witness') });
  return { vault, ledger };
}

async function measure(connection: Connection, root: string, size: number) {
  const { vault, ledger } = open(connection, root);
  // Nothing of the ledger asks for more of the ground than this.
  const ground = { clock: systemClock, vault, ledger } as unknown as Ground;
  const database = openDatabase({ connection, ground, maxConnections: WRITERS + 2 });
  const sequencer = fork(fileURLToPath(import.meta.url), [root, JSON.stringify(connection)]);
  const [idle] = (await once(sequencer, 'message')) as [number];
  try {
    const startedAt = performance.now();
    let next = 0;
    const write = async () => {
      for (let at = (next += GROUP) - GROUP; at < size; at = (next += GROUP) - GROUP) {
        await database.transact('app', actor, (tx) => recordEach(tx, acts(at)));
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, write));
    const waits = () => database.transact('app', actor, (tx) => exists(tx, sql`select from ledger.pending limit 1`));
    while (await waits()) await sleep(5);
    const writeSeconds = (performance.now() - startedAt) / 1000;

    sequencer.send('stop');
    const [busy] = (await once(sequencer, 'message')) as [number];
    await once(sequencer, 'exit');

    const checkedAt = performance.now();
    const verdict = await verifyLedger(ledger);
    const checkSeconds = (performance.now() - checkedAt) / 1000;
    if (!verdict.ok || verdict.size !== size) throw new Error(`the log does not hold: ${JSON.stringify(verdict)}`);
    return {
      name: 'ledger',
      size,
      figures: [
        figure('ledger.entries_per_second', size / writeSeconds, '1/s'),
        figure('ledger.cpu_us_per_entry', (busy - idle) / size, 'µs'),
        figure('ledger.verify_entries_per_second', size / checkSeconds, '1/s'),
      ],
      leftOut: [
        `no machine limit: none of its tools does the same work; ${GROUP} entries a transaction, one subject each`,
      ],
    };
  } finally {
    sequencer.kill();
    await database.close();
    await ledger.close();
    vault.close();
  }
}

function acts(from: number) {
  return Array.from({ length: GROUP }, (_, i) => ({
    actor,
    label: 'verification.answered',
    subjects: [{ nik: asNik(`99010101018${String((from + i) % 100_000).padStart(5, '0')}`) }],
    facts: { partner: 'bench', answer: 'match', fields: 3 },
  }));
}

// The sequencer runs in a process of its own, so that its CPU time can be told from the writers'.
async function sequence(root: string, connection: Connection): Promise<void> {
  const { ledger } = open(connection, root);
  const running = startSequencer({ connection, place: ledger.place, onFault: (fault) => console.error(fault) });
  await running.ready;
  const cpuMicros = () => {
    const { user, system } = process.cpuUsage();
    return user + system;
  };
  process.send!(cpuMicros());
  await once(process, 'message');
  await running.stop();
  process.send!(cpuMicros());
  process.disconnect();
  await ledger.close();
}

if (process.send && process.argv[3]) await sequence(process.argv[2]!, JSON.parse(process.argv[3]) as Connection);
