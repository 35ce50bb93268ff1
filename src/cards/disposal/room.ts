import { job } from '../../core/jobs/index.ts';
import type { Room } from '../../core/room.ts';
import { liftHold } from './bag/hold.ts';
import { foundCommands } from './commands.ts';
import { makeMinutes, minutesPaper } from './destruction/minutes.ts';
import { destruction } from './destruction/plan.ts';
import { en } from './en.ts';
import { policePaper, publicPaper } from './found/report.ts';
import { id } from './id.ts';
import { indicators } from './indicators.ts';
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';
import { series } from './series.ts';

export const room: Room = {
  name: 'disposal',
  texts: { id, en },
  refusals,
  routes,
  indicators,
  series,
  papers: [minutesPaper, publicPaper, policePaper],
  proposables: [destruction, liftHold],
  jobs: [job(makeMinutes)],
  commands: [foundCommands],
};
