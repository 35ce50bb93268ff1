import type { Room } from '../../core/room.ts';
import { compareCommands } from './compare/commands.ts';
import { opening } from './election/election.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { indicators } from './figure/indicators.ts';
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';

export const room: Room = {
  name: 'voter',
  texts: { id, en },
  refusals,
  routes,
  indicators,
  proposables: [opening],
  commands: [compareCommands],
};
