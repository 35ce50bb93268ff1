import type { Room } from '../../core/room.ts';
import { warehouseCommands } from './commands.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { openCataloguePage, openDataPage, openFilePage } from './open/page.ts';
import { statisticsPage } from './portal/page.ts';
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';
import { snapshotJob, yearEndJob } from './snapshot/job.ts';

export const room: Room = {
  name: 'warehouse',
  texts: { id, en },
  refusals,
  routes,
  pages: [statisticsPage, openDataPage, openCataloguePage, openFilePage],
  jobs: [snapshotJob, yearEndJob],
  commands: [warehouseCommands],
};
