import type { Room } from '../room.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { configRefusals } from './refusals.ts';

export const configRoom: Room = { name: 'config', texts: { id, en }, refusals: configRefusals };
