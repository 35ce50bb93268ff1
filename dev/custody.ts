/**
 * Promise 18: blanks are where the books say, and what vanishes is found. Draws movements at random through the use cases (deliveries,
 * shipments, counts, printing, spoiling, destruction, reversals) with losses that nobody tells of, and holds the books against a plain
 * model, blank by blank; then lets 64 officers fight for the same blanks while their connections are cut. Outside `npm test`, where
 * a small run of both stands (`src/cards/blank/custody.test.ts`), as it takes many minutes.
 *
 *     node dev/custody.ts [--moves 100000] [--seed 18] [--officers 64] [--rounds 40] [--kills 200]      ends with 0 only if all is found
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { cutOne, isCut, tryCrowd } from '../src/cards/blank/given-crowd.ts';
import { givenLineOfStores, tryCustody, type Transact } from '../src/cards/blank/given-model.ts';
import { openRegister } from '../src/cli/register.ts';
import { systemActor } from '../src/core/access/index.ts';
import { readConfig } from '../src/core/config/index.ts';
import type { Tx } from '../src/core/db/index.ts';

const { values } = parseArgs({
  options: {
    moves: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '18' },
    officers: { type: 'string', default: '64' },
    rounds: { type: 'string', default: '40' },
    kills: { type: 'string', default: '200' },
  },
});
const [moves, seed, officers, rounds, kills] = (['moves', 'seed', 'officers', 'rounds', 'kills'] as const).map((name) =>
  Number(values[name]),
) as [number, number, number, number, number];

const root = mkdtempSync(join(tmpdir(), 'jatidiri-custody-'));
try {
  const custody = await inRegister('custody', async (transact, system) => {
    const line = await givenLineOfStores(system, 5);
    const onMove = (done: number) => {
      if (done % 500 === 0) process.stderr.write(`\r${done}/${moves} movements `);
    };
    return tryCustody(transact, line, { moves, seed, onMove });
  });
  process.stderr.write('\n');
  const crowd = await inRegister('crowd', async (transact, system, superuser) => {
    const line = await givenLineOfStores(system, officers - 2);
    const kill = () => cutOne(superuser);
    return tryCrowd(transact, line, { rounds, blanks: officers * rounds, seed, kills, kill, isCut });
  });
  const ok = custody.faults.length === 0 && custody.found === custody.planted && crowd.faults.length === 0;
  console.log(JSON.stringify({ ok, custody, crowd }));
  process.exitCode = ok ? 0 : 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}

async function inRegister<Result>(
  name: string,
  work: (
    transact: Transact,
    system: <R>(act: (tx: Tx) => Promise<R>) => Promise<R>,
    superuser: Client,
  ) => Promise<Result>,
): Promise<Result> {
  const config = readConfig({ dataDir: join(root, name) });
  const register = await openRegister(config, { kind: 'server', name, onSignal: 'stop' });
  const { house } = register;
  const superuser = new Client(register.administration);
  await superuser.connect();
  // Nothing here is about a disk that forgets (`dev/crash.ts` is): without waiting for it, it takes a third of the time.
  await superuser.query('alter role jatidiri set synchronous_commit to off');
  const sequencer = house.startSequencer(() => {});
  try {
    return await work(
      (actor, act) => house.database.transact('app', actor, act),
      (act) => house.database.transact('system', systemActor('custody'), act),
      superuser,
    );
  } finally {
    await superuser.end();
    await sequencer.stop();
    await register.close();
  }
}
