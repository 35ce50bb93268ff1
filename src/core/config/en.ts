import type { Messages } from '../text/index.ts';

export const en = {
  'config.invalid': 'These settings cannot be read: {names}. Correct their values and start again.',
  'config.port_busy':
    'Port {port, number, ::group-off} is in use by another process. Choose another with --port, or stop that process.',
  'config.cannot_listen':
    'Cannot listen at {host}:{port, number, ::group-off}. Choose an address of this machine with --host and a port above 1024 with --port.',
  'config.no_register':
    'There is no register in {folder}. Name its data folder with --data, or make a register with "npm start".',
  'config.not_a_story':
    '{folder} holds a real register, not a demonstration. The demo leaves it alone; choose another folder with --data.',
  'config.no_space':
    'The disk is full. Free some space or choose a folder on another disk, then try again; what was there is unchanged.',
  'config.file_exists': 'The file {path} exists already. Choose another name.',
  'config.file_missing': 'There is no file or folder {path}. Check its name.',
  'config.is_folder': 'What was named is a folder, not a file. Name the file in it.',
  'config.not_permitted':
    'This user may not read or write {path}. Run it as the owner of the folder, or choose another folder.',
  'config.trial_serial':
    'Without an issuing authority’s certificate NIK serials start at {least, number, ::group-off} or above. Change JATIDIRI_FIRST_SERIAL, or install the certificate.',
} satisfies Messages;
