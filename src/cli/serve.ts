import { Option, type Command } from 'commander';
import { onRegister, type CommandContext, type CommandSpec } from '../core/command.ts';
import type { Config } from '../core/config/index.ts';
import { livingOwner } from '../core/db/embedded/index.ts';
import { openLog } from '../core/log/index.ts';
import { systemActor } from '../core/access/index.ts';
import { issueFirstRunCodes } from '../register/officer/index.ts';
import { atLeast } from './amount.ts';
import { inCrew, leaveCrew, startCrew } from './crew.ts';
import { configOf } from './options.ts';
import { openRegister, type OpenRegister } from './register.ts';
import { mustBeFree, openServing } from './serving.ts';
import { listenForStop } from './stop.ts';
import { webIsBuilt } from './web-pages.ts';

export const serveCommand: CommandSpec = {
  add(program, { print }) {
    onRegister(program.command('serve'))
      .description('Jalankan server / run the server')
      .option('--port <port>', 'bawaan 8080 / default 8080')
      .option('--host <host>', 'bawaan 127.0.0.1 / default 127.0.0.1')
      .option('--roles <roles>', 'web,api,worker')
      .addOption(
        new Option(
          '--processes <n>',
          'proses yang menjawab, misalnya satu per inti / processes that answer, e.g. one a core',
        )
          .default(1)
          .argParser(atLeast(1)),
      )
      .action(async ({ processes }: { processes: number }, command) => {
        const config = configOf(command);
        // Operators build when they install; a fresh clone is served too.
        if (config.roles.includes('web') && !inCrew && !webIsBuilt()) await buildTheWeb();
        await serve(config, { name: 'jatidiri serve', anyPort: false, processes, onReady: ready(command, print) });
      });
  },
};

/** `npm start`: builds the web where its inputs changed, then serves ./data/main. */
export const startCommand: CommandSpec = {
  add(program, { print }) {
    onRegister(program.command('start'))
      .description('Mulai register di komputer ini / start the register on this computer')
      .option('--port <port>', 'bawaan 8080, atau yang bebas sesudahnya / default 8080, or the next free one')
      .action(async (_options, command) => {
        await buildTheWeb();
        const as = { name: 'jatidiri start', anyPort: true, processes: 1, onReady: ready(command, print) };
        await serve(configOf(command), as);
      });
  },
};

async function buildTheWeb(): Promise<void> {
  const { buildWeb } = await import('../../web/build.ts');
  const { built, seconds } = await buildWeb();
  if (built) say(`Antarmuka dibangun dalam ${seconds} detik / the web was built in ${seconds} s`);
}

interface Serve {
  readonly name: string;
  readonly anyPort: boolean;
  readonly processes: number;
  readonly onReady: (url: string | null) => void;
}

/** With `--json` the one document is written as soon as there is something to ask. */
function ready(command: Command, print: CommandContext['print']): Serve['onReady'] {
  return (url) => print(command, { ok: true, url, pid: process.pid }, () => []);
}

/** Serves until told to stop: alone, as the first of a crew, or as one of it. */
async function serve(config: Config, as: Serve): Promise<void> {
  const stop = listenForStop();
  try {
    const kind = inCrew ? 'command' : 'server';
    // Whose folder it is comes first: its owner most often holds the port too.
    if (!inCrew && !as.anyPort && listens(config) && !livingOwner(config.dataDir)) await mustBeFree(config);
    const log = openLog({ level: config.logLevel });
    const register = await openRegister(config, { kind, name: as.name, log, onSignal: 'leave' });
    try {
      const onFault = teller();
      const serving = await openServing(register, ownPart(config, as), { anyPort: as.anyPort, onFault });
      const crew = !inCrew && as.processes > 1 ? await startCrew(as.processes, onFault) : null;
      const url = crew?.url ?? serving.url;
      if (!inCrew) {
        say(url ? `Siap / ready: ${url}` : 'Siap / ready');
        await sayFirstRun(register, url);
        as.onReady(url);
      }
      await stop.asked;
      if (!inCrew) say('Berhenti / stopping');
      await crew?.close();
      await serving.close();
    } finally {
      await register.close();
      leaveCrew();
    }
  } finally {
    stop.forget();
  }
}

function listens({ roles }: Config): boolean {
  return roles.includes('web') || roles.includes('api');
}

/** What this process does itself: in a crew the first numbers and works, the others answer. */
function ownPart(config: Config, { processes }: Serve): Config {
  if (inCrew) return { ...config, roles: config.roles.filter((role) => role !== 'worker') };
  return processes > 1 ? { ...config, roles: config.roles.filter((role) => role === 'worker') } : config;
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

/** Tells a fault when it is a new one: a log that stands still would say the same twice a second. */
function teller(): (fault: Error) => void {
  let last = '';
  return ({ name, message }) => {
    if (message === last) return;
    last = message;
    say(`Mulai lagi / beginning again: ${message}`);
    if (name === 'LogRolledBack')
      say('Buku catatan berhenti / the log stands still: jatidiri ledger verify, docs/operations.md');
  };
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
