import { en as wordsEn } from '../../../../src/sharing/voter/words/en.ts';
import { id as wordsId } from '../../../../src/sharing/voter/words/id.ts';
import { en } from './en.ts';
import { id } from './id.ts';

export const texts = { id: { ...wordsId, ...id }, en: { ...wordsEn, ...en } };
