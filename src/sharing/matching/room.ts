import type { Room } from '../../core/room.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';
import { compareJob } from './run/job.ts';
import { sweepJob } from './sweep.ts';

export const room: Room = { name: 'matching', texts: { id, en }, refusals, routes, jobs: [compareJob, sweepJob] };
