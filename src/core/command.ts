import type { Command } from 'commander';
import { readConfig, type Config } from './config/index.ts';
import type { Database, Ground } from './db/index.ts';
import type { Speaker } from './text/index.ts';

/** A room's own commands, hung under the `jatidiri` command by `cli/`. */
export interface CommandSpec {
  /** Adds the commands to `program`; `context` is what they may use when they run. */
  add(program: Command, context: CommandContext): void;
}

/** An open register: what a command acts on. */
export interface Register {
  readonly database: Database;
  readonly ground: Ground;
  readonly speaker: Speaker;
}

export interface CommandContext {
  /**
   * Runs `work` on the register that the command's `--data` or `--database-url` names and closes it afterwards; the command
   * must have been given those options with `onRegister`. `existing`: for one that only looks, as under a mistyped name it would
   * find a new, empty register in order; refuses `config.no_register`.
   */
  readonly withRegister: <Result>(
    command: Command,
    work: (register: Register) => Promise<Result>,
    asked?: { readonly existing: true },
  ) => Promise<Result>;
  /** The one JSON document with `--json`, else the lines for people. */
  readonly print: (command: Command, document: unknown, lines: () => readonly string[]) => void;
  /** What was checked does not hold: exit code 1, after everything was printed. */
  readonly fails: () => void;
}

/** The noun's command, made when the first room needs it: `noun(program, 'resident', 'Penduduk / residents')`. */
export function noun(program: Command, name: string, description: string): Command {
  return program.commands.find((command) => command.name() === name) ?? program.command(name).description(description);
}

/** Gives a command `--json`. */
export function speaksJson(command: Command): Command {
  return command.option('--json', 'satu dokumen JSON ke keluaran baku / one JSON document to standard output');
}

/** Gives a command `--data`, `--database-url` and `--json`. */
export function onRegister(command: Command): Command {
  return speaksJson(command)
    .option('--data <dir>', 'folder data, bawaan ./data/main / data folder')
    .option('--database-url <url>', 'PostgreSQL lain, postgres://... / another PostgreSQL');
}

/** The configuration as the command's options and the environment have it. */
export function configOf(command: Command): Config {
  const { data, ...options } = command.optsWithGlobals<Record<string, unknown>>();
  return readConfig({ ...options, dataDir: data }, process.env);
}
