import { inTransaction } from '../../core/notice/index.ts';
import type { Room } from '../../core/room.ts';
import { residentsChanged } from '../../register/resident/index.ts';
import { letterPaper, mergesFollow } from './adjudication/index.ts';
import { courtJobs, courtSearch } from './court/index.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { indicators } from './indicators.ts';
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';
import { jobs, listening } from './search/index.ts';

export const room: Room = {
  name: 'uniqueness',
  texts: { id, en },
  refusals,
  routes,
  indicators,
  papers: [letterPaper],
  proposables: [courtSearch],
  jobs: [...jobs, ...courtJobs],
  listening: [...listening, inTransaction(residentsChanged, 'uniqueness.merges_follow', mergesFollow)],
};
