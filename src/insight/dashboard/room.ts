import type { Room } from '../../core/room.ts';
import { countJob, listening } from './count.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { dashboardPages } from './page.ts';
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';

export const room: Room = {
  name: 'dashboard',
  texts: { id, en },
  refusals,
  routes,
  pages: dashboardPages,
  jobs: [countJob],
  listening,
};
