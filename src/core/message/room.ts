import { job } from '../jobs/index.ts';
import type { Room } from '../room.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { sendJob } from './message.ts';
import { refusals } from './refusals.ts';

export const room: Room = { name: 'message', texts: { id, en }, refusals, jobs: [job(sendJob)] };
