import type { Room } from '../../core/room.ts';
import { compareCommands } from './compare/commands.ts';
import { listening, nightly } from './countdown/countdown.ts';
import { sweepJob } from './extract/abandon.ts';
import { extractCommands } from './extract/commands.ts';
import { makeJob } from './extract/order.ts';
import { release } from './extract/release.ts';
import { verifyCommands } from './verify/commands.ts';
import { opening } from './election/election.ts';
import { voterPage } from './person/page.ts';
import { differenceCommands } from './difference/commands.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { indicators } from './figure/indicators.ts';
import { refusals } from './refusals.ts';
import { returnedCommands } from './returned/commands.ts';
import { en as returnedEn } from './returned/en.ts';
import { id as returnedId } from './returned/id.ts';
import { matchReturnedJob, readReturnedJob } from './returned/job.ts';
import { routes as returnedRoutes } from './returned/routes.ts';
import { routes } from './routes.ts';
import { series } from './figure/series.ts';

export const room: Room = {
  name: 'voter',
  texts: { id: { ...id, ...returnedId }, en: { ...en, ...returnedEn } },
  refusals,
  routes: [...routes, ...returnedRoutes],
  pages: [voterPage],
  listening,
  jobs: [nightly, makeJob, sweepJob, readReturnedJob, matchReturnedJob],
  indicators,
  series,
  proposables: [opening, release],
  commands: [compareCommands, extractCommands, verifyCommands, returnedCommands, differenceCommands],
};
