import type { Room } from '../../core/room.ts';
import { en as checkEn } from './check/en.ts';
import { id as checkId } from './check/id.ts';
import { checkTextPage } from './check/page.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { keepCountsJob } from './keep.ts';
import { figurePage } from './figure/page.ts';
import { statementPage } from './page.ts';
import { en as pressEn } from './press/en.ts';
import { id as pressId } from './press/id.ts';
import { pressPage, pressPaperPage } from './press/page.ts';
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';

export const room: Room = {
  name: 'statement',
  texts: { id: { ...id, ...checkId, ...pressId }, en: { ...en, ...checkEn, ...pressEn } },
  refusals,
  routes,
  jobs: [keepCountsJob],
  pages: [statementPage, checkTextPage, figurePage, pressPage, pressPaperPage],
};
