import { id as roomId } from '../../../src/sharing/partner/words/id.ts';
import { en as roomEn } from '../../../src/sharing/partner/words/en.ts';
import { en } from './en.ts';
import { id } from './id.ts';

export const texts = { id: { ...roomId, ...id }, en: { ...roomEn, ...en } };
