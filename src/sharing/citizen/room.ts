import type { Room } from '../../core/room.ts';
import { disputePages } from './dispute/page.ts';
import { disputeJobs } from './dispute/watch.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { looksPaper } from './look/file.ts';
import { lookPages } from './look/page.ts';
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';
import { signInJobs } from './sign-in/ask.ts';
import { signInPages } from './sign-in/page.ts';
import { citizenDoor } from './sign-in/session.ts';

export const room: Room = {
  name: 'citizen',
  texts: { id, en },
  refusals,
  routes,
  pages: [...signInPages, ...lookPages, ...disputePages],
  visitors: [citizenDoor],
  papers: [looksPaper],
  jobs: [...signInJobs, ...disputeJobs],
};
