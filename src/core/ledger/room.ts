import type { Room } from '../room.ts';
import { ledgerCommands } from './commands.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { ledgerPages } from './pages.ts';
import { ledgerRefusals } from './refusals.ts';
import { ledgerRoutes } from './routes.ts';

export const ledgerRoom: Room = {
  name: 'ledger',
  texts: { id, en },
  refusals: ledgerRefusals,
  routes: ledgerRoutes,
  pages: ledgerPages,
  commands: [ledgerCommands],
};
