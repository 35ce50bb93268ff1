import { en as roomEn } from '../../../src/sharing/voter/en.ts';
import { id as roomId } from '../../../src/sharing/voter/id.ts';
import { en as wordsEn } from '../../../src/sharing/voter/words/en.ts';
import { id as wordsId } from '../../../src/sharing/voter/words/id.ts';
import { en } from './en.ts';
import { id } from './id.ts';

export const texts = { id: { ...roomId, ...wordsId, ...id }, en: { ...roomEn, ...wordsEn, ...en } };
