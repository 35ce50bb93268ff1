import type { Room } from '../room.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { documentPages } from './pages.ts';
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';

export const room: Room = { name: 'document', texts: { id, en }, refusals, routes, pages: documentPages };
