import type { Command } from 'commander';

export { configOf } from '../core/command.ts';

/** `resident import` */
export function fullName(command: Command): string {
  const names: string[] = [];
  for (let each: Command | null = command; each?.parent; each = each.parent) names.unshift(each.name());
  return names.join(' ');
}
