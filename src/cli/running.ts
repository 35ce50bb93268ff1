import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { refuseConfig, type ProcessRole } from '../core/config/index.ts';
import { serveWeb } from '../core/http/web.ts';
import type { House } from '../house.ts';

export const WEB_DIST = fileURLToPath(new URL('../../web/dist', import.meta.url));

export interface Running {
  /** Where browsers find it, or null where this process serves none. */
  readonly url: string | null;
  /** Takes no more requests, lets what runs end, numbers what waits. */
  stop(): Promise<void>;
}

/** Starts what the roles name: the server (`web`, `api`), the jobs and the ledger's sequencer (`worker`). */
export async function runHouse(
  house: House,
  given: { roles: readonly ProcessRole[]; host: string; port: number },
): Promise<Running> {
  const { roles, host, port } = given;
  const log = pino({ level: 'info' }, pino.destination(2));
  const worker = roles.includes('worker');
  const sequencer = worker ? house.startSequencer((fault) => log.error({ name: fault.name }, 'sequencer')) : null;
  const workers = worker ? await house.startWorkers() : null;
  const server =
    roles.includes('web') || roles.includes('api') ? await house.serve({ log, ...withWeb(house, roles) }) : null;
  const stop = async () => {
    await server?.close();
    await workers?.stop();
    await sequencer?.stop();
  };
  try {
    const url = server ? await server.listen({ host, port }) : null;
    return { url, stop };
  } catch (error) {
    await stop();
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw refuseConfig('config.port_busy', { values: { port } });
    throw error;
  }
}

function withWeb(
  house: House,
  roles: readonly ProcessRole[],
): Pick<NonNullable<Parameters<House['serve']>[0]>, 'extend'> {
  if (!roles.includes('web')) return {};
  if (!existsSync(join(WEB_DIST, 'server/render.js'))) {
    process.stderr.write('Web belum dibangun, hanya API / the web has not been built, API only: node web/build.ts\n');
    return {};
  }
  return {
    extend: (app) =>
      serveWeb(app, {
        dist: WEB_DIST,
        pages: house.rooms.flatMap((room) => room.pages ?? []),
        transact: house.database.transact,
        speaker: house.speaker,
        specimen: !house.config.production,
      }),
  };
}
