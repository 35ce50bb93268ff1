import { Command } from 'commander';
import type { CommandContext, CommandSpec } from '../core/command.ts';
import type { Room } from '../core/room.ts';
import { demoCommand } from './demo.ts';
import { doctorCommand } from './doctor.ts';
import { ledgerBeginCommand } from './ledger-begin.ts';
import { heading, inIndonesian } from './indonesian.ts';
import { migrateCommand } from './migrate.ts';
import { configOf, fullName } from './options.ts';
import { mustHaveRegister, openRegister } from './register.ts';
import { serveCommand, startCommand } from './serve.ts';
import { statementCommand } from './statement.ts';

// What runs the house itself; the rooms bring the rest.
const OWN: readonly CommandSpec[] = [
  demoCommand,
  startCommand,
  serveCommand,
  migrateCommand,
  doctorCommand,
  statementCommand,
  ledgerBeginCommand,
];

/** The command `jatidiri` with the commands of all rooms. `exit` hears of exit code 1 where something checked does not hold. */
export function buildProgram(rooms: readonly Room[], fails: () => void): Command {
  const program = new Command('jatidiri')
    .description('Register penduduk dan KTP-el yang terbuka / an open population register and identity card system')
    .version('0.1.0', '--version', 'tampilkan versi / show the version')
    .helpOption('-h, --help', 'tampilkan bantuan / show help')
    .helpCommand('help [command]', 'bantuan untuk sebuah perintah / help for a command')
    .addHelpText('after', EXIT_CODES)
    .configureHelp({ styleTitle: heading })
    .configureOutput({
      outputError: (text, write) =>
        write(text.startsWith('error: ') ? `${inIndonesian(text).trimEnd()}\n${text}` : text),
    });
  const context: CommandContext = {
    async withRegister(command, work, asked) {
      const config = configOf(command);
      if (asked?.existing) mustHaveRegister(config);
      const register = await openRegister(config, {
        kind: 'command',
        name: `jatidiri ${fullName(command)}`,
      });
      try {
        const { database, ground, speaker } = register.house;
        return await work({ database, ground, speaker });
      } finally {
        await register.close();
      }
    },
    print(command, document, lines) {
      const text = command.optsWithGlobals()['json'] ? JSON.stringify(document) : lines().join('\n');
      if (text !== '') process.stdout.write(`${text}\n`);
    },
    fails,
  };
  const specs = [...OWN, ...rooms.flatMap((room) => room.commands ?? [])];
  for (const spec of specs) spec.add(program, context);
  return program;
}

const EXIT_CODES = `
Kode keluar / exit codes:
  0  berhasil / done
  1  yang diperiksa tidak terpenuhi, atau gagal / what was checked does not hold, or it failed
  2  salah pakai / wrong use`;
