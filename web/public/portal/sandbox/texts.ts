import { en as grantEn } from '../../../../src/sharing/partner/grant/en.ts';
import { id as grantId } from '../../../../src/sharing/partner/grant/id.ts';
import { en as verificationEn } from '../../../../src/sharing/verification/en.ts';
import { id as verificationId } from '../../../../src/sharing/verification/id.ts';
import { en } from './en.ts';
import { id } from './id.ts';

export const texts = {
  id: { ...grantId, ...verificationId, ...id },
  en: { ...grantEn, ...verificationEn, ...en },
};
