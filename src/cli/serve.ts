import { onRegister, type CommandSpec } from '../core/command.ts';
import { configOf } from './options.ts';
import { openRegister } from './register.ts';

export const serveCommand: CommandSpec = {
  add(program) {
    onRegister(program.command('serve'))
      .description('Jalankan server / run the server')
      .option('--port <port>', 'bawaan 8080 / default 8080')
      .option('--host <host>', 'bawaan 127.0.0.1 / default 127.0.0.1')
      .option('--roles <roles>', 'web,api,worker')
      .action(async (_options, command) => {
        const config = configOf(command);
        const stop = listenForStop();
        try {
          const register = await openRegister(config, { kind: 'server', name: 'jatidiri serve', onSignal: 'leave' });
          const workers = config.roles.includes('worker') ? await register.house.startWorkers() : null;
          process.stderr.write('Siap / ready\n');
          await stop.asked;
          await workers?.stop();
          await register.close();
        } finally {
          stop.forget();
        }
      });
  },
};

/**
 * Hears SIGTERM, SIGINT and SIGHUP from now on, also while everything is still being opened; a second signal ends the process
 * where it stands.
 */
export function listenForStop(): { readonly asked: Promise<NodeJS.Signals>; forget(): void } {
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
  const { promise, resolve } = Promise.withResolvers<NodeJS.Signals>();
  // Signals alone do not keep Node awake, and neither does an idle pool.
  const awake = setInterval(() => {}, 1 << 30);
  const heard = (name: NodeJS.Signals) => {
    forget();
    resolve(name);
  };
  const forget = () => {
    clearInterval(awake);
    for (const name of signals) process.off(name, heard);
  };
  for (const name of signals) process.on(name, heard);
  return { asked: promise, forget };
}
