/**
 * Offices: where officers serve and which region they answer for (UU 24/2013 art. 8 and 27; the Ditjen and its directorates, Dinas
 * of province, regency and city, Suku Dinas, UPT, missions abroad, counters, mobile units), with opening, change and closing.
 * Always holds: an office is never deleted; its region lies within that of the office above it; one with something or
 * somebody still in it does not close.
 */
import type { Room } from '../../core/room.ts';
import { officeCommands } from './commands.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { officeRefusals } from './refusals.ts';
import { officeRoutes } from './routes.ts';

export {
  closeOffice,
  DITJEN_ID,
  findOffices,
  getOffice,
  mustCoverOffice,
  officesClose,
  openOffice,
} from './actions.ts';
export type { NewOffice, Office, OfficeKind } from './schema.ts';

export const officeRoom: Room = {
  name: 'office',
  texts: { id, en },
  refusals: officeRefusals,
  routes: officeRoutes,
  commands: [officeCommands],
};
