import { en } from './en.ts';
import { id } from './id.ts';

export { askJobs } from './ask.ts';
export { holderPages } from './page.ts';
export const holderTexts = { id, en };
