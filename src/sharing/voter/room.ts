import type { Room } from '../../core/room.ts';
import { compareCommands } from './compare/commands.ts';
import { listening, nightly } from './countdown/countdown.ts';
import { opening } from './election/election.ts';
import { voterPage } from './person/page.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { indicators } from './figure/indicators.ts';
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';
import { series } from './figure/series.ts';

export const room: Room = {
  name: 'voter',
  texts: { id, en },
  refusals,
  routes,
  pages: [voterPage],
  listening,
  jobs: [nightly],
  indicators,
  series,
  proposables: [opening],
  commands: [compareCommands],
};
