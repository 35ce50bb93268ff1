import { en as wordsEn } from '../../../../src/sharing/partner/words/en.ts';
import { id as wordsId } from '../../../../src/sharing/partner/words/id.ts';
import { en as grantEn } from '../../../../src/sharing/partner/grant/en.ts';
import { id as grantId } from '../../../../src/sharing/partner/grant/id.ts';
import { en as fieldEn } from '../../../../src/sharing/partner/en.ts';
import { id as fieldId } from '../../../../src/sharing/partner/id.ts';
import { en } from './en.ts';
import { id } from './id.ts';

/** The room's own words: names of kinds, stages and elements, and why somebody may not ask. */
export const words = {
  id: { ...fieldId, ...wordsId, ...grantId, ...id },
  en: { ...fieldEn, ...wordsEn, ...grantEn, ...en },
};
