import { words } from '../words/texts.ts';
import { en } from './en.ts';
import { id } from './id.ts';

export const texts = { id: { ...words.id, ...id }, en: { ...words.en, ...en } };
