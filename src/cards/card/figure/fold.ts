/** Each night what changed the figures of cards is summed up by the day on which it became known. */
import { z } from 'zod';
import { job } from '../../../core/jobs/index.ts';
import { foldChanges } from './sql.ts';

export const foldFiguresJob = job({
  name: 'card.fold_figures',
  payload: z.object({}),
  maxAttempts: 10,
  // 00.20 WIB.
  timetable: { cron: '20 17 * * *', catchUpHours: 24 },
  run: (tx) => foldChanges(tx, tx.ground.clock.now()),
});
