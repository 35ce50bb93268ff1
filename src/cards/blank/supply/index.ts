import { en } from './en.ts';
import { id } from './id.ts';

export { supplyOf } from './forecast.ts';
export { rebalance } from './rebalance.ts';
export { supplyRefusals } from './refusals.ts';
export { supplyRoutes } from './routes.ts';
export const supplyTexts = { id, en };
