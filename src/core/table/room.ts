import type { Room } from '../room.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { tableRefusals } from './refusals.ts';

export const room: Room = { name: 'table', texts: { id, en }, refusals: tableRefusals };
