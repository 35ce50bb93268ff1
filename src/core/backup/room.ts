import type { Room } from '../room.ts';
import { backupCommands } from './commands.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';

export const room: Room = { name: 'backup', texts: { id, en }, refusals, routes, commands: [backupCommands] };
