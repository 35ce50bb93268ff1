import { inTransaction } from '../../core/notice/index.ts';
import { job } from '../../core/jobs/index.ts';
import { z } from 'zod';
import type { Room } from '../../core/room.ts';
import { nikCommands } from './commands.ts';
import { applyDeactivations } from './deactivate.ts';
import { en } from './en.ts';
import { papersAndFilesFollow } from './follow.ts';
import { destroyKey, erase } from './erase.ts';
import { id } from './id.ts';
import { indicators } from './indicators.ts';
import { merge } from './merge.ts';
import { residentsChanged } from './notices.ts';
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';

export const room: Room = {
  name: 'resident',
  texts: { id, en },
  refusals,
  routes,
  indicators,
  proposables: [merge, erase],
  listening: [inTransaction(residentsChanged, 'resident.files_follow', papersAndFilesFollow)],
  commands: [nikCommands],
  jobs: [
    destroyKey,
    job({
      name: 'resident.apply_deactivations',
      payload: z.object({}),
      maxAttempts: 5,
      // 00.30 WIB: what is announced for a day holds from its morning on, in all three zones.
      timetable: { cron: '30 17 * * *', catchUpHours: 24 },
      run: async (tx) => {
        await applyDeactivations(tx);
      },
    }),
  ],
};
