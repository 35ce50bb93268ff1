import type { Room } from '../../core/room.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';

export const room: Room = { name: 'dukcapil-ws', texts: { id, en }, refusals, routes };
