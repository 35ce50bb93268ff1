import { inTransaction } from '../../core/notice/index.ts';
import type { Room } from '../../core/room.ts';
import { officesClose } from '../../register/office/index.ts';
import { officersLeave } from '../../register/officer/index.ts';
import { blankCommands } from './commands.ts';
import { en } from './en.ts';
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
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';
import { keepersStay, storesHold } from './store/store.ts';

export const room: Room = {
  name: 'blank',
  texts: {
    id: { ...id, ...incidentTexts.id },
    en: { ...en, ...incidentTexts.en },
  },
  refusals: { ...refusals, ...incidentRefusals },
  routes: [...routes, ...incidentRoutes],
  indicators: [...incidentIndicators],
  pages: [reportBlankPage],
  papers: [timelinePaper],
  proposables: [freezing],
  commands: [blankCommands],
  listening: [
    inTransaction(officersLeave, 'blank.keepers_stay', keepersStay),
    inTransaction(officesClose, 'blank.stores_hold', storesHold),
  ],
};
