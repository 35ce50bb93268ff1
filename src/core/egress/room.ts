import type { Room } from '../room.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { refusals } from './refusals.ts';

export const room: Room = { name: 'egress', texts: { id, en }, refusals };
