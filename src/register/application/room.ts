import type { Room } from '../../core/room.ts';
import { detailsRefusals } from './details-refusals.ts';
import { detailsTexts } from './details-texts.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { sealDetailsJob } from './jobs.ts';
import { applicationPages } from './pages.ts';
import { refusals } from './refusals.ts';
import { registerServices } from './register-services.ts';
import { routes } from './routes.ts';

export const room: Room = {
  name: 'application',
  texts: { id: { ...id, ...detailsTexts.id }, en: { ...en, ...detailsTexts.en } },
  refusals: { ...refusals, ...detailsRefusals },
  routes,
  listening: registerServices,
  pages: applicationPages,
  jobs: [sealDetailsJob],
};
