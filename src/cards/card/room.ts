import { inTransaction } from '../../core/notice/index.ts';
import type { Room } from '../../core/room.ts';
import { residentsChanged } from '../../register/resident/index.ts';
import { cardCommands } from './commands.ts';
import { cardsFollow } from './duty/follow.ts';
import { foldFiguresJob } from './figure/fold.ts';
import { indicators } from './figure/indicators.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { askJobs, holderPages, holderTexts } from './holder/index.ts';
import { temporaryLetter } from './letter/letter.ts';
import { closeLossesJob } from './loss/close.ts';
import { cardPages } from './public/check.ts';
import { refusals } from './refusals.ts';
import { cardServices } from './request/application.ts';
import { routes } from './routes.ts';
import { series } from './figure/series.ts';

export const room: Room = {
  name: 'card',
  texts: { id: { ...id, ...holderTexts.id }, en: { ...en, ...holderTexts.en } },
  refusals,
  routes,
  pages: [...cardPages, ...holderPages],
  jobs: [closeLossesJob, foldFiguresJob, ...askJobs],
  papers: [temporaryLetter],
  indicators,
  series,
  commands: [cardCommands],
  listening: [...cardServices, inTransaction(residentsChanged, 'card.cards_follow', cardsFollow)],
};
