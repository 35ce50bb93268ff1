import { onRegister, type CommandSpec } from '../core/command.ts';
import type { Config } from '../core/config/index.ts';
import { systemActor } from '../core/access/index.ts';
import { issueFirstRunCodes } from '../register/officer/index.ts';
import { configOf } from './options.ts';
import { openRegister, type OpenRegister } from './register.ts';
import { openServing } from './serving.ts';
import { listenForStop } from './stop.ts';

export const serveCommand: CommandSpec = {
  add(program) {
    onRegister(program.command('serve'))
      .description('Jalankan server / run the server')
      .option('--port <port>', 'bawaan 8080 / default 8080')
      .option('--host <host>', 'bawaan 127.0.0.1 / default 127.0.0.1')
      .option('--roles <roles>', 'web,api,worker')
      .action((_options, command) => serve(configOf(command), { name: 'jatidiri serve', anyPort: false }));
  },
};

/** `npm start`: builds the web where its inputs changed, then serves ./data/main. */
export const startCommand: CommandSpec = {
  add(program) {
    onRegister(program.command('start'))
      .description('Mulai register di komputer ini / start the register on this computer')
      .option('--port <port>', 'bawaan 8080, atau yang bebas sesudahnya / default 8080, or the next free one')
      .action(async (_options, command) => {
        const { buildWeb } = await import('../../web/build.ts');
        const { built, seconds } = await buildWeb();
        if (built) say(`Antarmuka dibangun dalam ${seconds} detik / the web was built in ${seconds} s`);
        await serve(configOf(command), { name: 'jatidiri start', anyPort: true });
      });
  },
};

/** Serves until told to stop. */
async function serve(config: Config, as: { name: string; anyPort: boolean }): Promise<void> {
  const stop = listenForStop();
  try {
    const register = await openRegister(config, { kind: 'server', name: as.name, onSignal: 'leave' });
    try {
      const serving = await openServing(register, config, {
        anyPort: as.anyPort,
        onFault: (fault) => say(`Pengurut log mulai lagi / the sequencer begins again: ${fault.message}`),
      });
      if (serving.url) say(`Siap / ready: ${serving.url}`);
      else say('Siap / ready');
      await sayFirstRun(register, serving.url);
      await stop.asked;
      say('Berhenti / stopping');
      await serving.close();
    } finally {
      await register.close();
    }
  } finally {
    stop.forget();
  }
}

/** Two one-time codes while the first two administrators are missing; nothing else works until both exist. */
async function sayFirstRun({ house }: OpenRegister, url: string | null): Promise<void> {
  const codes = await house.database.transact('system', systemActor('start'), issueFirstRunCodes);
  if (codes.length === 0) return;
  say(
    'Register ini belum punya administrator. Berikan satu kode kepada masing-masing orang; tiap kode hanya berlaku sekali.',
  );
  say('This register has no administrators yet. Give one code to each person; each works once.');
  for (const code of codes) say(`  ${code}`);
  if (url) say(`Buka / open: ${url}/siapkan`);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
