import { en } from './en.ts';
import { id } from './id.ts';

export { closeDay, closeDayJob } from './close.ts';
export { securityHold } from './hold.ts';
export { closingIndicators } from './indicators.ts';
export { blankStockPage } from './read.ts';
export { listHolds } from './sql.ts';
export { series as closingSeries } from './series.ts';
export { closingRefusals } from './refusals.ts';
export { closingRoutes } from './routes.ts';
export const closingTexts = { id, en };
