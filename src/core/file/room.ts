import type { Room } from '../room.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { refusals } from './refusals.ts';
import { sweepJob } from './sweep.ts';

export const room: Room = { name: 'file', texts: { id, en }, refusals, jobs: [sweepJob] };
