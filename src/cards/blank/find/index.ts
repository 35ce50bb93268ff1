import { en } from './en.ts';
import { id } from './id.ts';

export { findRefusals } from './refusals.ts';
export { findRoutes } from './routes.ts';
export const findTexts = { id, en };
