import { may } from '../access/index.ts';
import { elevated, one, sql, type Tx } from '../db/index.ts';
import { route, silent, type Route } from '../http/route.ts';
import { queueStanding } from '../jobs/index.ts';
import { ledgerStanding } from '../ledger/index.ts';
import { healthContract } from './contract.ts';

export const healthRoutes: readonly Route[] = [
  route(healthContract, {
    access: may('health.read'),
    ledger: silent('figures about machines; no person is shown'),
    async handle(tx) {
      const oldestPendingMs = await tx.ground.ledger.oldestPendingMs();
      // The queue and the log's head are nobody's to read as `app`; only counts leave.
      return elevated(tx, async () => ({
        ledger: { ...(await ledgerStanding(tx)), oldestWaitingSeconds: oldestPendingMs / 1000 },
        jobs: await queueStanding(tx),
        database: await databaseStanding(tx),
        process: { uptimeSeconds: process.uptime(), memoryBytes: process.memoryUsage.rss() },
      }));
    },
  }),
];

async function databaseStanding(tx: Tx): Promise<{ bytes: number; version: string; connections: number }> {
  const { bytes, ...rest } = await one(
    tx,
    sql<{ bytes: string; version: string; connections: number }>`
      select pg_database_size(current_database()) as bytes, current_setting('server_version') as version,
             (select count(*)::int from pg_stat_activity where datname = current_database()) as connections`,
  );
  return { bytes: Number(bytes), ...rest };
}
