import { en as wordsEn } from '../../../../src/sharing/webhook/words/en.ts';
import { id as wordsId } from '../../../../src/sharing/webhook/words/id.ts';
import { en } from './en.ts';
import { id } from './id.ts';

export const texts = { id: { ...wordsId, ...id }, en: { ...wordsEn, ...en } };
