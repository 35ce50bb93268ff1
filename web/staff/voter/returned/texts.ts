import { en as roomEn } from '../../../../src/sharing/voter/returned/en.ts';
import { id as roomId } from '../../../../src/sharing/voter/returned/id.ts';
import { en } from './en.ts';
import { id } from './id.ts';

export const texts = { id: { ...roomId, ...id }, en: { ...roomEn, ...en } };
