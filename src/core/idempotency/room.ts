import { z } from 'zod';
import { job } from '../jobs/index.ts';
import { sweepAnswers } from './answer.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { idempotencyRefusals } from './refusals.ts';

export const idempotencyRoom = {
  name: 'idempotency',
  texts: { id, en },
  refusals: idempotencyRefusals,
  jobs: [
    job({
      name: 'idempotency.sweep_answers',
      payload: z.object({}),
      maxAttempts: 3,
      timetable: { cron: '17 * * * *', catchUpHours: 1 },
      run: async (tx) => {
        while ((await sweepAnswers(tx)) > 0);
      },
    }),
  ],
};
