import { en as roomEn } from '../../../../src/sharing/metering/en.ts';
import { id as roomId } from '../../../../src/sharing/metering/id.ts';
import { words } from '../words/texts.ts';
import { en } from './en.ts';
import { id } from './id.ts';

export const texts = { id: { ...words.id, ...roomId, ...id }, en: { ...words.en, ...roomEn, ...en } };
