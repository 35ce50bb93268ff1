/** A register that serves: the web and the interface on a port, workers and the sequencer behind them. */
import { createServer } from 'node:net';
import { once } from 'node:events';
import { systemActor } from '../core/access/index.ts';
import { refuseConfig, type Config } from '../core/config/index.ts';
import { letGrow } from './young-memory.ts';
import { pageOfRooms } from './web-pages.ts';
import type { OpenRegister } from './register.ts';
import { loadRegions } from '../register/region/index.ts';

export interface ServingHouse {
  /** `http://127.0.0.1:8080`; null where this process serves neither web nor interface. */
  readonly url: string | null;
  close(): Promise<void>;
}

export interface ServingOptions {
  /** Takes the next free port where the wanted one is busy. */
  readonly anyPort: boolean;
  /** Faults of what runs behind: told, never fatal. */
  readonly onFault: (fault: Error) => void;
}

/** Starts what the process's roles ask for. Refuses `config.port_busy` where no other port may be taken. */
export async function openServing(
  register: OpenRegister,
  config: Config,
  options: ServingOptions,
): Promise<ServingHouse> {
  const { house } = register;
  letGrow();
  await house.database.transact('system', systemActor('start'), (tx) => loadRegions(tx, house.ground.regions));
  const closers: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).toReversed()) await closer();
  };
  try {
    if (config.roles.includes('worker')) {
      const sequencer = house.startSequencer(options.onFault);
      closers.push(() => sequencer.stop());
      const workers = await house.startWorkers();
      closers.push(() => workers.stop());
    }
    if (!config.roles.includes('web') && !config.roles.includes('api')) return { url: null, close };
    const app = await house.serve({ extend: config.roles.includes('web') ? pageOfRooms(house, config) : undefined });
    closers.push(() => app.close());
    return { url: await listen(app, config, options.anyPort), close };
  } catch (error) {
    // What runs behind would go on without its database and keep the process alive.
    await close();
    throw error;
  }
}

/** Refuses `config.port_busy` before a database is made for nothing. Somebody may still take the port meanwhile: `listen` says so. */
export async function mustBeFree({ host, port }: Config): Promise<void> {
  const probe = createServer();
  try {
    probe.listen({ host, port });
    await once(probe, 'listening');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw refuseConfig('config.port_busy', { values: { port } });
    throw fault;
  } finally {
    probe.close();
  }
}

type App = Awaited<ReturnType<OpenRegister['house']['serve']>>;

async function listen(app: App, config: Config, anyPort: boolean): Promise<string> {
  const { host } = config;
  for (let port = config.port; ; port++) {
    try {
      return await app.listen({ host, port });
    } catch (fault) {
      const { code } = fault as NodeJS.ErrnoException;
      if (code !== 'EADDRINUSE')
        throw refuseConfig('config.cannot_listen', { values: { host, port }, detail: String(fault) });
      if (!anyPort || port > config.port + 100) throw refuseConfig('config.port_busy', { values: { port } });
    }
  }
}
