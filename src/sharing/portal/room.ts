import type { Room } from '../../core/room.ts';
import { enrolPage, signInPage, signOutPage } from './account/page.ts';
import { peoplePage } from './account/people-page.ts';
import { portalDoor } from './account/session.ts';
import { agreementPage } from './agreement/page.ts';
import { en } from './en.ts';
import { keysPage } from './key/page.ts';
import { id } from './id.ts';
import { refusals } from './refusals.ts';
import { keepsCounts } from './report/count.ts';
import { reportsPage } from './report/page.ts';
import { routes } from './routes.ts';
import { sandboxPage } from './sandbox/page.ts';
import { changesPage, statusPage } from './status/status.ts';
import { logPage, usagePage } from './usage/page.ts';
import { startPage } from './start/page.ts';
import { webhookPage } from './webhook/page.ts';
import { tellStopped } from './webhook/tell.ts';

export const room: Room = {
  name: 'portal',
  texts: { id, en },
  refusals,
  routes,
  visitors: [portalDoor],
  listening: [keepsCounts, tellStopped],
  pages: [
    signInPage,
    enrolPage,
    signOutPage,
    startPage,
    sandboxPage,
    keysPage,
    logPage,
    usagePage,
    agreementPage,
    reportsPage,
    webhookPage,
    statusPage,
    changesPage,
    peoplePage,
  ],
};
