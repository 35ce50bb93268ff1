import { CommanderError, type Command } from 'commander';
import { refuseConfig } from '../core/config/index.ts';
import { Refusal } from '../core/refusal/index.ts';
import { LANGUAGES, speaker } from '../core/text/index.ts';
import { allRooms } from '../house.ts';
import { inIndonesian } from './indonesian.ts';
import { buildProgram } from './program.ts';

/** Runs one command line (without node and file); gives the exit code: 0 done, 1 does not hold or failed, 2 wrong use. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  let holds = true;
  const program = buildProgram(allRooms, () => {
    holds = false;
  });
  throwInsteadOfExit(program);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return holds ? 0 : 1;
  } catch (error) {
    const json = args.includes('--json');
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrongUse(error, json);
    return report(refusalOfMachine(error) ?? error, json);
  }
}

function throwInsteadOfExit(command: Command): void {
  command.exitOverride();
  for (const each of command.commands) throwInsteadOfExit(each);
}

// Commander has told it on standard error; a program that reads us gets its one document.
function wrongUse({ message }: CommanderError, json: boolean): 2 {
  const document = { ok: false, code: 'wrong_use', status: 400, texts: { id: inIndonesian(message), en: message } };
  if (json) process.stdout.write(`${JSON.stringify(document)}\n`);
  return 2;
}

const OF_MACHINE = {
  ENOSPC: 'config.no_space',
  EDQUOT: 'config.no_space',
  EACCES: 'config.not_permitted',
  EPERM: 'config.not_permitted',
  EROFS: 'config.not_permitted',
  EEXIST: 'config.file_exists',
  ENOENT: 'config.file_missing',
  EISDIR: 'config.is_folder',
} as const;

/** What the machine's own refusals (a full disk, a name that is not there) are to whoever gave the command. */
function refusalOfMachine(error: unknown): Refusal | null {
  const { code, path, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  if (!code || !syscall || !(code in OF_MACHINE)) return null;
  const refusal = OF_MACHINE[code as keyof typeof OF_MACHINE];
  // Of a socket or a program, not of what the command was given. To read a folder names no path.
  if (path === undefined && refusal !== 'config.no_space' && refusal !== 'config.is_folder') return null;
  return refuseConfig(refusal, {
    values: { path: path ?? '?' },
    detail: String(error),
  });
}

// A refusal has its texts; anything else is our fault, told with its stack.
function report(error: unknown, json: boolean): number {
  if (!(error instanceof Refusal)) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    if (json) process.stdout.write(`${JSON.stringify({ ok: false, code: 'internal', status: 500 })}\n`);
    return 1;
  }
  const texter = speaker(allRooms.flatMap((room) => room.texts ?? []));
  const texts = Object.fromEntries(
    LANGUAGES.map((language) => [language, texter.say(language, error.code, error.values)]),
  );
  for (const text of Object.values(texts)) process.stderr.write(`${text}\n`);
  if (error.detail) process.stderr.write(`(${error.code}: ${error.detail})\n`);
  if (json) process.stdout.write(`${JSON.stringify({ ok: false, code: error.code, status: error.status, texts })}\n`);
  return error.status === 422 || error.status === 400 ? 2 : 1;
}
