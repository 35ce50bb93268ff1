import { en as biometricEn } from '../../../../../src/recording/biometric/en.ts';
import { id as biometricId } from '../../../../../src/recording/biometric/id.ts';
import { en } from './en.ts';
import { id } from './id.ts';

/** This part's words, and those with which the server refuses a template or a picture: the same fault is said alike. */
export const texts = { id: { ...biometricId, ...id }, en: { ...biometricEn, ...en } };
