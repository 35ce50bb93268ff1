import { inTransaction } from '../../core/notice/index.ts';
import type { Room } from '../../core/room.ts';
import { officesClose } from '../../register/office/index.ts';
import { officersLeave } from '../../register/officer/index.ts';
import { blankCommands } from './commands.ts';
import {
  blankStockPage,
  closeDayJob,
  closingIndicators,
  closingRefusals,
  closingRoutes,
  closingSeries,
  closingTexts,
  securityHold,
} from './closing/index.ts';
import { en } from './en.ts';
import { findRefusals, findRoutes, findTexts } from './find/index.ts';
import { id } from './id.ts';
import {
  freezing,
  incidentIndicators,
  incidentRefusals,
  incidentRoutes,
  incidentTexts,
  reportBlankPage,
  timelinePaper,
} from './incident/index.ts';
import { minutesPaper, minutesRefusals, minutesRoutes, minutesTexts } from './minutes/index.ts';
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';
import { keepersStay, storesHold } from './store/store.ts';
import { rebalance, supplyRefusals, supplyRoutes, supplyTexts } from './supply/index.ts';

export const room: Room = {
  name: 'blank',
  texts: {
    id: { ...id, ...incidentTexts.id, ...closingTexts.id, ...minutesTexts.id, ...supplyTexts.id, ...findTexts.id },
    en: { ...en, ...incidentTexts.en, ...closingTexts.en, ...minutesTexts.en, ...supplyTexts.en, ...findTexts.en },
  },
  refusals: {
    ...refusals,
    ...incidentRefusals,
    ...closingRefusals,
    ...minutesRefusals,
    ...supplyRefusals,
    ...findRefusals,
  },
  routes: [...routes, ...incidentRoutes, ...closingRoutes, ...minutesRoutes, ...supplyRoutes, ...findRoutes],
  indicators: [...closingIndicators, ...incidentIndicators],
  series: closingSeries,
  pages: [reportBlankPage, blankStockPage],
  papers: [timelinePaper, minutesPaper],
  proposables: [freezing, securityHold, rebalance],
  jobs: [closeDayJob],
  commands: [blankCommands],
  listening: [
    inTransaction(officersLeave, 'blank.keepers_stay', keepersStay),
    inTransaction(officesClose, 'blank.stores_hold', storesHold),
  ],
};
