import { CommanderError, type Command } from 'commander';
import { Refusal } from '../core/refusal/index.ts';
import { LANGUAGES, speaker } from '../core/text/index.ts';
import { allRooms } from '../house.ts';
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
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return report(error, args.includes('--json'));
  }
}

function throwInsteadOfExit(command: Command): void {
  command.exitOverride();
  for (const each of command.commands) throwInsteadOfExit(each);
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
