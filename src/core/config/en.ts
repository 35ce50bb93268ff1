import type { Messages } from '../text/index.ts';

export const en = {
  'config.invalid': 'These settings cannot be read: {names}. Correct their values and start again.',
  'config.port_busy':
    'Port {port, number, ::group-off} is in use by another process. Choose another with --port, or stop that process.',
  'config.trial_serial':
    'Without an issuing authority’s certificate NIK serials start at {least, number, ::group-off} or above. Change JATIDIRI_FIRST_SERIAL, or install the certificate.',
} satisfies Messages;
