import type { Room } from '../../core/room.ts';
import { paperKinds } from './paper/index.ts';
import { inTransaction } from '../../core/notice/index.ts';
import { residentsChanged } from '../resident/index.ts';
import { mergedLeave } from './merged.ts';
import { lookCommands } from './commands.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';

export const room: Room = {
  name: 'family',
  texts: { id, en },
  refusals,
  routes,
  papers: paperKinds,
  listening: [inTransaction(residentsChanged, 'family.merged_leave', mergedLeave)],
  commands: [lookCommands],
};
