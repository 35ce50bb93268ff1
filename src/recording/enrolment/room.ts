import type { Room } from '../../core/room.ts';
import { inTransaction } from '../../core/notice/index.ts';
import { residentsChanged } from '../../register/resident/index.ts';
import { indicators } from './coverage/index.ts';
import { en } from './en.ts';
import { packetsFollow } from './follow.ts';
import { id } from './id.ts';
import { importCommands } from './import/index.ts';
import { enrolmentService } from './queue/index.ts';
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';
import { series } from './coverage/series.ts';

export const room: Room = {
  name: 'enrolment',
  texts: { id, en },
  refusals,
  routes,
  indicators,
  series,
  commands: [importCommands],
  listening: [...enrolmentService, inTransaction(residentsChanged, 'enrolment.packets_follow', packetsFollow)],
};
