import type { Command } from 'commander';
import { readConfig, type Config } from '../core/config/index.ts';

/** The configuration as the command's options and the environment have it. */
export function configOf(command: Command): Config {
  const { data, ...options } = command.optsWithGlobals<Record<string, unknown>>();
  return readConfig({ ...options, dataDir: data }, process.env);
}

/** `resident import` */
export function fullName(command: Command): string {
  const names: string[] = [];
  for (let each: Command | null = command; each?.parent; each = each.parent) names.unshift(each.name());
  return names.join(' ');
}
