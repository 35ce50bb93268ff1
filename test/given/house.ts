import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { systemActor, type Actor } from '../../src/core/access/index.ts';
import { readConfig } from '../../src/core/config/index.ts';
import type { Connection, Tx } from '../../src/core/db/index.ts';
import type { Log } from '../../src/core/log/index.ts';
import type { Room } from '../../src/core/room.ts';
import { storyClock, type StoryClock } from '../../src/core/time/index.ts';
import { openHouse, type Folders, type House } from '../../src/house.ts';
import { givenDatabase } from './database.ts';
import { scratchFolder } from './scratch.ts';

export interface GivenHouse {
  readonly house: House;
  /** Stands still at 11 December 2018, 16.00 WIB, until it is moved. */
  readonly clock: StoryClock;
  readonly folders: Folders;
  readonly connection: Connection;
  readonly superuser: Connection;
  /** One use case, as a route runs it: role `app`, the actor's eyes. */
  transact<Result>(actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** As jobs run: role `system`, sees everything. */
  system<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/**
 * A house on a fresh copy of the migrated database, with temporary folders; closed when the test file ends.
 *
 * @example
 * const given = await givenHouse();
 * test('…', () => given.transact(officer, (tx) => registerBirth(tx, officer, input)));
 */
export async function givenHouse(
  options: {
    rooms?: readonly Room[];
    now?: Date;
    demonstration?: true;
    config?: Parameters<typeof readConfig>[0];
    log?: Log;
  } = {},
): Promise<GivenHouse> {
  const database = await givenDatabase();
  const root = mkdtempSync(join(scratchFolder(), 'jatidiri-house-'));
  const folder = (name: string) => join(root, name);
  const folders: Folders = {
    files: folder('files'),
    vault: folder('vault'),
    ledger: folder('ledger'),
    witness: folder('witness'),
    messages: folder('messages'),
  };
  const clock = storyClock(options.now ?? new Date('2018-12-11T09:00:00Z'));
  const house = await openHouse({
    connection: database.connection,
    clock,
    folders,
    rooms: options.rooms,
    ...(options.log && { log: options.log }),
    maxConnections: 5,
    // No test is about time, but those that say so: a machine that stands still must not stop a statement.
    config: readConfig({ requestTimeoutMs: 600_000, ...options.config }),
    demonstration: options.demonstration ? database.superuser : null,
  });
  let closed: Promise<void> | undefined;
  const close = async () => {
    try {
      await house.close();
      await database.drop();
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  };
  const closeOnce = () => (closed ??= close());
  afterAll(closeOnce);
  return {
    house,
    clock,
    folders,
    connection: database.connection,
    superuser: database.superuser,
    transact: (actor, work) => house.database.transact('app', actor, work),
    system: (work) => house.database.transact('system', systemActor('test'), work),
    close: closeOnce,
  };
}
