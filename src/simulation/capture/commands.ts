import { InvalidArgumentError, type Command } from 'commander';
import { configOf, noun, type CommandSpec } from '../../core/command.ts';
import { refuseConfig } from '../../core/config/index.ts';
import { CAPTURE_ADDRESS } from '../../recording/enrolment/capture-service/contract.ts';
import { openSimulator } from './door.ts';

interface Given {
  readonly port: number;
  readonly seed: string;
  readonly person: number;
  readonly origin?: readonly string[];
}

export const captureCommands = {
  add(program) {
    noun(program, 'capture', 'Layanan alat perekaman di komputer petugas / the capture service on a station')
      .command('simulate')
      .description('Pemindai jari, kamera iris dan wajah tiruan / simulated scanner, iris and face camera')
      .option(
        '--port <port>',
        'port di 127.0.0.1 / port on 127.0.0.1',
        whole(65_535),
        Number(new URL(CAPTURE_ADDRESS).port),
      )
      .option('--seed <seed>', 'bibit tubuh buatan / seed of the bodies', '1')
      .option('--person <n>', 'siapa yang duduk di depannya / who sits before it', whole(999_999_999), 1)
      .option(
        '--origin <url...>',
        'halaman yang boleh meminta, tepat ini / pages that may ask, exactly these',
        originOf,
      )
      .action(async ({ port, seed, person, origin }: Given, command: Command) => {
        const { port: web } = configOf(command.parent!);
        const origins = origin ?? [`http://127.0.0.1:${web}`, `http://localhost:${web}`];
        const say = (line: string) => process.stdout.write(`${line}\n`);
        const tell = (code: string) => say(`Kode pasangan / pairing code: ${code.slice(0, 4)} ${code.slice(4)}`);
        try {
          const simulator = await openSimulator({ port, seed, person, origins, onCode: tell });
          say(`Simulator: ${simulator.address}  (Ctrl-C: selesai / ends)`);
          say(`Halaman / pages: ${origins.join(', ')}`);
          tell(simulator.code());
          for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.close());
        } catch (fault) {
          if ((fault as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw fault;
          throw refuseConfig('config.port_busy', { values: { port } });
        }
      });
  },
} satisfies CommandSpec;

function whole(most: number): (text: string) => number {
  return (text) => {
    const n = Number(text);
    if (!/^[0-9]+$/.test(text) || n > most) throw new InvalidArgumentError(`0-${most}`);
    return n;
  };
}

function originOf(text: string, before: readonly string[] = []): readonly string[] {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol) || new URL(text).origin !== text)
    throw new InvalidArgumentError('https://nama.contoh, tanpa jalur / without a path');
  return [...before, text];
}
