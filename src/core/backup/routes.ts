import { may } from '../access/index.ts';
import { route, silent } from '../http/route.ts';
import { systemClock } from '../time/index.ts';
import { listBackupsContract } from './contract.ts';
import { listBackups } from './list.ts';
import { refuse } from './refusals.ts';

export const routes = [
  route(listBackupsContract, {
    access: may('backup.manage'),
    ledger: silent('names and sizes of backups; no data of a person'),
    handle: async (tx) => {
      const { backupDir } = tx.ground.config;
      if (backupDir === null) throw refuse('backup.folder_unknown');
      // A backup's age is true time, whatever the story's clock says.
      const now = systemClock.now().getTime();
      const backups = (await listBackups(backupDir)).map(({ madeAt, until, verified, ...backup }) => ({
        ...backup,
        madeAt: madeAt.toISOString(),
        until: until?.toISOString() ?? null,
        ageSeconds: Math.max(0, Math.round((now - (until ?? madeAt).getTime()) / 1000)),
        verified: verified && { ...verified, at: verified.at.toISOString() },
      }));
      return { backups };
    },
  }),
];
