import type { Command } from 'commander';

/** A room's own commands, hung under the `jatidiri` command by `cli/`. */
export interface CommandSpec {
  /** Adds the commands to `program`. */
  add(program: Command): void;
}
