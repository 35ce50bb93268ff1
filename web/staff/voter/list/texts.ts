import { texts as voterTexts } from '../texts.ts';
import { en } from './en.ts';
import { id } from './id.ts';

export const texts = { id: { ...voterTexts.id, ...id }, en: { ...voterTexts.en, ...en } };
