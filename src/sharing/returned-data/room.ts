import type { Room } from '../../core/room.ts';
import { compareJob } from './compare.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';
import { sweepJob } from './sweep.ts';

export const room: Room = { name: 'returned_data', texts: { id, en }, refusals, routes, jobs: [compareJob, sweepJob] };
