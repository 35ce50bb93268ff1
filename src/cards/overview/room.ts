import type { Room } from '../../core/room.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { routes } from './routes.ts';

export const room: Room = { name: 'overview', texts: { id, en }, routes };
