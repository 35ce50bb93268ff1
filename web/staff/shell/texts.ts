import { en } from './en.ts';
import { id } from './id.ts';

export const texts = { id, en };
export type TextKey = keyof typeof id;
