import type { Room } from '../../core/room.ts';
import { en as dataEn } from './data/en.ts';
import { id as dataId } from './data/id.ts';
import { dataPage, dataPaper } from './data/page.ts';
import { applicationPage } from './application/page.ts';
import { disputePages } from './dispute/page.ts';
import { disputeJobs } from './dispute/watch.ts';
import { en } from './en.ts';
import { homePage } from './home/page.ts';
import { id } from './id.ts';
import { lockPage } from './lock/page.ts';
import { looksPaper } from './look/file.ts';
import { lookPages } from './look/page.ts';
import { en as representationEn } from './representation/en.ts';
import { representation } from './representation/enter.ts';
import { id as representationId } from './representation/id.ts';
import { representationPage } from './representation/page.ts';
import { rightPage } from './right/page.ts';
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';
import { signInJobs } from './sign-in/ask.ts';
import { signInPages } from './sign-in/page.ts';
import { citizenDoor } from './sign-in/session.ts';
import { series } from './dispute/series.ts';

export const room: Room = {
  name: 'citizen',
  texts: { id: { ...id, ...dataId, ...representationId }, en: { ...en, ...dataEn, ...representationEn } },
  refusals,
  routes,
  pages: [
    homePage,
    ...signInPages,
    representationPage,
    ...lookPages,
    ...disputePages,
    lockPage,
    dataPage,
    rightPage,
    applicationPage,
  ],
  proposables: [representation],
  visitors: [citizenDoor],
  papers: [looksPaper, dataPaper],
  jobs: [...signInJobs, ...disputeJobs],
  series,
};
