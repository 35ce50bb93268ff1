import { inTransaction } from '../../core/notice/index.ts';
import type { Room } from '../../core/room.ts';
import { residentsChanged } from '../../register/resident/index.ts';
import { cardsFollow } from './duty/follow.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { refusals } from './refusals.ts';
import { cardServices } from './request/application.ts';
import { routes } from './routes.ts';

export const room: Room = {
  name: 'card',
  texts: { id, en },
  refusals,
  routes,
  listening: [...cardServices, inTransaction(residentsChanged, 'card.cards_follow', cardsFollow)],
};
