import { en } from './en.ts';
import { id } from './id.ts';

export { freezing } from './act.ts';
export { reportBlankPage } from './page.ts';
export { incidentIndicators } from './indicators.ts';
export { listOpenIncidents } from './sql.ts';
export { incidentRefusals } from './refusals.ts';
export { incidentRoutes } from './routes.ts';
export { timelinePaper } from './timeline.ts';
export const incidentTexts = { id, en };
