import { texts as start } from '../start/texts.ts';
import { en } from './en.ts';
import { id } from './id.ts';

export const texts = { id: { ...start.id, ...id }, en: { ...start.en, ...en } };
