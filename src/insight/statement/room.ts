import type { Room } from '../../core/room.ts';
import { en as checkEn } from './check/en.ts';
import { id as checkId } from './check/id.ts';
import { checkTextPage } from './check/page.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { statementPage } from './page.ts';
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';

export const room: Room = {
  name: 'statement',
  texts: { id: { ...id, ...checkId }, en: { ...en, ...checkEn } },
  refusals,
  routes,
  pages: [statementPage, checkTextPage],
};
