import type { Room } from '../../../core/room.ts';
import { importCommands } from './commands.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { importRun } from './job.ts';
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';

export const room: Room = {
  name: 'import',
  texts: { id, en },
  refusals,
  routes,
  jobs: [importRun],
  commands: [importCommands],
};
