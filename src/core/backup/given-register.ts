import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openRegister } from '../../cli/register.ts';
import { systemActor } from '../access/index.ts';
import { readConfig, type Config } from '../config/index.ts';
import { one, sql } from '../db/index.ts';
import { asNik } from '../id/index.ts';
import { notedCheckpoint, recordEach } from '../ledger/index.ts';
import type { House } from '../../house.ts';

/** For tests of backups: a register with a cluster of its own, which the run's common one is not. */
export interface GivenRegister {
  readonly root: string;
  readonly config: Config;
  readonly house: House;
  /** So many acts in one transaction, each with an entry and an access row. */
  act(count: number): Promise<void>;
  /** Until everything is numbered and signed; gives how much that is. */
  numbered(): Promise<number>;
  /** Puts a file among the sealed ones. */
  addFile(text: string): Promise<string>;
  close(): Promise<void>;
}

export const siti = asNik('9901010101809001');
export const budi = asNik('9901010101809002');

export async function givenRegister(): Promise<GivenRegister> {
  const root = mkdtempSync(join(tmpdir(), 'jatidiri-backup-'));
  const config = readConfig({ dataDir: join(root, 'data'), backupDir: join(root, 'first') });
  const register = await openRegister(config, { kind: 'server', name: 'backup.test', onSignal: 'leave' });
  const { house } = register;
  const sequencer = house.startSequencer(() => {});
  await sequencer.ready;
  const actor = systemActor('test');
  return {
    root,
    config,
    house,
    async act(count) {
      const acts = Array.from({ length: count }, (_, n) => ({
        actor,
        label: 'resident.opened',
        subjects: [{ nik: siti, detail: `act ${n}` }],
      }));
      await house.database.transact('app', actor, (tx) => recordEach(tx, acts));
    },
    async numbered() {
      for (;;) {
        const { size } = await house.database.transact('system', actor, (tx) =>
          one<{ size: number | null }>(
            tx,
            sql`select case when not exists (select from ledger.pending) then size::int end as size from ledger.head`,
          ),
        );
        if (size !== null && notedCheckpoint(house.ground.ledger.place)?.size === size) return size;
        await sleep(20);
      }
    },
    async addFile(text) {
      const bytes = Buffer.from(text);
      const address = createHash('sha256').update(bytes).digest('hex');
      await house.ground.files.driver.write(address, bytes);
      return address;
    },
    async close() {
      await sequencer.stop();
      await register.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
