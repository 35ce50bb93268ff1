import { en as wordsEn } from '../../../src/sharing/partner/words/en.ts';
import { id as wordsId } from '../../../src/sharing/partner/words/id.ts';
import { en } from './en.ts';
import { id } from './id.ts';

export const texts = { id: { ...wordsId, ...id }, en: { ...wordsEn, ...en } };
