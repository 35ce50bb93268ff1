import type { Messages } from '../text/index.ts';

export const en = {
  'config.invalid': 'These settings cannot be read: {names}. Correct their values and start again.',
  'config.trial_serial':
    'Without an issuing authority’s certificate NIK serials start at {least, number, ::group-off} or above. Change JATIDIRI_FIRST_SERIAL, or install the certificate.',
} satisfies Messages;
