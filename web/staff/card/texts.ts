import { en } from './en.ts';
import { id } from './id.ts';
import { en as wayEn } from './way/en.ts';
import { id as wayId } from './way/id.ts';

export const texts = { id: { ...id, ...wayId }, en: { ...en, ...wayEn } };
