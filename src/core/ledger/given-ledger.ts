import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from 'vitest';
import { givenDatabase } from '../../../test/given/database.ts';
import { systemActor, type Actor } from '../access/index.ts';
import { exists, openDatabase, sql, type Connection, type Database, type Ground, type Tx } from '../db/index.ts';
import { newId } from '../id/index.ts';
import { storyClock } from '../time/index.ts';
import { openVault, type Vault } from '../vault/index.ts';
import { openLedger, startSequencer, type Ledger, type Sequencer } from './index.ts';

export const officer: Actor = {
  ...systemActor('test'),
  kind: 'officer',
  pseudonym: 'officer:7',
  officeId: newId(),
  purpose: 'pelayanan',
};

/** For tests of the ledger: a database, a vault and a ledger of their own, without the rest of the house. */
export interface GivenLedger {
  readonly ledger: Ledger;
  readonly vault: Vault;
  readonly connection: Connection;
  readonly superuser: Connection;
  readonly root: string;
  readonly faults: Error[];
  start(): Sequencer;
  transact<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** Until nothing waits to be numbered. */
  numbered(): Promise<void>;
  system<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
}

export async function givenLedger(): Promise<GivenLedger> {
  const given = await givenDatabase();
  const root = mkdtempSync(join(tmpdir(), 'jatidiri-ledger-'));
  const vault = openVault({ dir: join(root, 'vault') });
  const ledger = openLedger({
    connection: given.connection,
    vault,
    dir: join(root, 'ledger'),
    witnessDir: join(root, 'witness'),
    demonstration: given.superuser,
  });
  const clock = storyClock(new Date('2018-12-11T09:00:00Z'));
  // Nothing of the ledger asks for more of the ground than this.
  const ground = { clock, vault, ledger } as unknown as Ground;
  const database = openDatabase({ connection: given.connection, ground, maxConnections: 10 });
  const faults: Error[] = [];
  const running: Sequencer[] = [];
  afterAll(async () => {
    await Promise.all(running.map((sequencer) => sequencer.stop()));
    await database.close();
    await ledger.close();
    vault.close();
    await given.drop();
    rmSync(root, { recursive: true, force: true });
  });
  return {
    ledger,
    vault,
    connection: given.connection,
    superuser: given.superuser,
    root,
    faults,
    start() {
      const sequencer = startSequencer({
        connection: given.connection,
        place: ledger.place,
        onFault: (fault) => void faults.push(fault),
      });
      running.push(sequencer);
      return sequencer;
    },
    async numbered() {
      while (await waits(database)) await sleep(20);
    },
    transact: (work) => database.transact('app', officer, work),
    system: (work) => database.transact('system', officer, work),
  };
}

const waits = (database: Database): Promise<boolean> =>
  database.transact('app', officer, (tx) => exists(tx, sql`select from ledger.pending limit 1`));
