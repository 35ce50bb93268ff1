import type { Room } from '../../core/room.ts';
import { linkageCommands } from './commands.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { refusals } from './refusals.ts';

export const room: Room = { name: 'linkage', texts: { id, en }, refusals, commands: [linkageCommands] };
