import type { Room } from '../../core/room.ts';
import { countJob } from './count/count.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { listening } from './package/package.ts';
import { reversing } from './payment/payment.ts';
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';
import { closeJob } from './statement/close.ts';
import { statementPaper } from './statement/paper.ts';

export const room: Room = {
  name: 'metering',
  texts: { id, en },
  refusals,
  routes,
  listening,
  jobs: [countJob, closeJob],
  papers: [statementPaper],
  proposables: [reversing],
};
