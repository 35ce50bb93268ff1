import { en as roomEn } from '../../../src/recording/uniqueness/en.ts';
import { id as roomId } from '../../../src/recording/uniqueness/id.ts';
import { en } from './en.ts';
import { id } from './id.ts';

export const texts = { id, en };
/** The room's own words for reasons, outcomes and ways: said here as the server says them. */
export const roomTexts = { id: roomId, en: roomEn };
