import type { Room } from '../../core/room.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { applicationPages } from './pages.ts';
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';

export const room: Room = { name: 'application', texts: { id, en }, refusals, routes, pages: applicationPages };
