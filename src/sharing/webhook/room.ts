import type { Room } from '../../core/room.ts';
import { en } from './en.ts';
import { listening } from './event/hear.ts';
import { id } from './id.ts';
import { refusals } from './refusals.ts';
import { sendJobs } from './send/job.ts';
import { watchJobs } from './watch/watch.ts';

export const room: Room = {
  name: 'webhook',
  texts: { id, en },
  refusals,
  listening,
  jobs: [...sendJobs, ...watchJobs],
};
