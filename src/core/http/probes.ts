import type { FastifyInstance } from 'fastify';
import { systemActor } from '../access/index.ts';
import { one, sql } from '../db/index.ts';
import type { RequestMetrics } from './metrics.ts';
import type { Serving } from './serving.ts';

/** Past this wait the ledger does not keep up and nothing may be disclosed. */
export const LONGEST_PENDING_MS = 10_000;

const LONGEST_GOODBYE_MS = 5_000;

/** `/healthz` (the process lives), `/readyz` (it may be asked), `/metrics`. */
export function probes(serving: Serving, metrics: RequestMetrics) {
  const pendingMs = async () => (await serving.oldestPendingMs?.()) ?? null;
  const database = () =>
    serving.transact('app', systemActor('probe'), async (tx) => {
      await one(tx, sql`select 1`);
    });

  return async (app: FastifyInstance): Promise<void> => {
    let closing = false;
    app.addHook('preClose', async () => {
      closing = true;
      // Who is being answered gets his answer; who never would does not keep the house open.
      setTimeout(() => app.server.closeAllConnections(), LONGEST_GOODBYE_MS).unref();
    });
    app.get('/healthz', async () => ({ ok: true }));
    app.get('/readyz', async (_request, reply) => {
      const checks = [
        { name: 'server', ok: !closing },
        { name: 'database', ok: await database().then(yes, no) },
        { name: 'ledger', ok: await pendingMs().then((ms) => ms === null || ms <= LONGEST_PENDING_MS, no) },
      ];
      const ok = checks.every((check) => check.ok);
      return reply.code(ok ? 200 : 503).send({ ok, checks });
    });
    app.get('/metrics', async (_request, reply) => {
      const pending = await pendingMs().catch(() => null);
      const text = metrics.write([
        {
          name: 'jatidiri_ledger_oldest_pending_seconds',
          help: 'Age of the oldest entry that has no number yet.',
          value: (pending ?? 0) / 1000,
        },
        {
          name: 'process_resident_memory_bytes',
          help: 'Resident memory size in bytes.',
          value: process.memoryUsage.rss(),
        },
        { name: 'process_uptime_seconds', help: 'Age of this process.', value: process.uptime() },
      ]);
      return reply.type('text/plain; version=0.0.4; charset=utf-8').send(text);
    });
  };
}

const yes = () => true;
const no = () => false;
