import { job } from '../../core/jobs/index.ts';
import type { Room } from '../../core/room.ts';
import { partnerCommands } from './commands.ts';
import { en } from './en.ts';
import { indicators } from './figure/indicators.ts';
import { en as grantEn } from './grant/en.ts';
import { giving } from './grant/grant.ts';
import { id as grantId } from './grant/id.ts';
import { grantRefusals } from './grant/refusals.ts';
import { id } from './id.ts';
import { refusals } from './refusals.ts';
import { routes } from './routes.ts';
import { hearing } from './supervision/appeal.ts';
import { supervisionRefusals } from './supervision/refusals.ts';
import { watchJob } from './supervision/report.ts';
import { cutting, restoring } from './supervision/suspension.ts';
import { en as supervisionEn } from './supervision/en.ts';
import { id as supervisionId } from './supervision/id.ts';
import { sendWarning, warningPaper } from './supervision/warning.ts';
import { en as wordsEn } from './words/en.ts';
import { id as wordsId } from './words/id.ts';
import { series } from './figure/series.ts';

export const room: Room = {
  name: 'partner',
  texts: {
    id: { ...id, ...wordsId, ...grantId, ...supervisionId },
    en: { ...en, ...wordsEn, ...grantEn, ...supervisionEn },
  },
  refusals: { ...refusals, ...grantRefusals, ...supervisionRefusals },
  routes,
  papers: [warningPaper],
  indicators,
  series,
  proposables: [giving, cutting, restoring, hearing],
  jobs: [watchJob, job(sendWarning)],
  commands: [partnerCommands],
};
