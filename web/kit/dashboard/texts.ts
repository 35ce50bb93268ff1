import { en } from './en.ts';
import { id } from './id.ts';

export const texts = { id, en };
