import type { Room } from '../../core/room.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { statementPage } from './page.ts';
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';

export const room: Room = { name: 'statement', texts: { id, en }, refusals, routes, pages: [statementPage] };
