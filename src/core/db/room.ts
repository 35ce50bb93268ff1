import type { Room } from '../room.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { databaseRefusals } from './refusals.ts';

export const databaseRoom: Room = { name: 'db', texts: { id, en }, refusals: databaseRefusals };
