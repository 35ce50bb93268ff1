/** A register that serves: the web and the interface on a port, workers and the sequencer behind them. */
import { systemActor } from '../core/access/index.ts';
import type { Config } from '../core/config/index.ts';
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

/** Starts what the process's roles ask for. Fails with the listener's error when the port is busy and no other may be taken. */
export async function openServing(
  register: OpenRegister,
  config: Config,
  options: ServingOptions,
): Promise<ServingHouse> {
  const { house } = register;
  await house.database.transact('system', systemActor('start'), (tx) => loadRegions(tx, house.ground.regions));
  const sequencer = config.roles.includes('worker') ? house.startSequencer(options.onFault) : null;
  const workers = config.roles.includes('worker') ? await house.startWorkers() : null;
  const serves = config.roles.includes('web') || config.roles.includes('api');
  const app = serves
    ? await house.serve({ extend: config.roles.includes('web') ? pageOfRooms(house, config) : undefined })
    : null;
  const url = app ? await listen(app, config, options.anyPort) : null;
  return {
    url,
    async close() {
      await app?.close();
      await workers?.stop();
      await sequencer?.stop();
    },
  };
}

type App = Awaited<ReturnType<OpenRegister['house']['serve']>>;

async function listen(app: App, config: Config, anyPort: boolean): Promise<string> {
  const { host } = config;
  for (let port = config.port; ; port++) {
    try {
      return await app.listen({ host, port });
    } catch (fault) {
      const busy = (fault as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!busy || !anyPort || port > config.port + 100) throw fault;
    }
  }
}
