import { en } from './en.ts';
import { id } from './id.ts';

export { minutesPaper } from './minutes.ts';
export { minutesRefusals } from './refusals.ts';
export { minutesRoutes } from './routes.ts';
export const minutesTexts = { id, en };
