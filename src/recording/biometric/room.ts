import type { Room } from '../../core/room.ts';
import { biometricCommands } from './commands.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { refusals } from './refusals.ts';

export const room: Room = { name: 'biometric', texts: { id, en }, refusals, commands: [biometricCommands] };
