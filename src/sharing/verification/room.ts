import { inTransaction } from '../../core/notice/index.ts';
import type { Room } from '../../core/room.ts';
import { grantsChanged } from '../partner/index.ts';
import { sayPartnersChanged } from './book/change.ts';
import { watchJob } from './budget/watch.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { indicators } from './indicators.ts';
import { reservedTaken } from '../../register/resident/index.ts';
import { giveWay } from './canary/make.ts';
import { raiseJob } from './canary/raise.ts';
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';
import { keySetJobs } from './token/key-set.ts';
import { series } from './series.ts';

export const room: Room = {
  name: 'verification',
  texts: { id, en },
  refusals,
  routes,
  indicators,
  series,
  jobs: [watchJob, raiseJob, ...keySetJobs],
  listening: [
    inTransaction(reservedTaken, 'verification.canaries_give_way', giveWay),
    inTransaction(grantsChanged, 'verification.tell_processes', (tx, _actor, changed) =>
      sayPartnersChanged(
        tx,
        changed.map(({ cooperationId }) => cooperationId),
      ),
    ),
  ],
};
