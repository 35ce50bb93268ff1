import type { Room } from '../../core/room.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { listening } from './listen.ts';
import { PAPERS } from './paper/index.ts';
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';

export const room: Room = {
  name: 'civil-event',
  texts: { id, en },
  refusals,
  routes,
  listening,
  papers: Object.values(PAPERS),
};
