import { refuser, type RefusalTable } from '../refusal/index.ts';

export const configRefusals = {
  'config.invalid': { status: 422, when: 'a setting of the command line or the environment does not parse' },
  'config.port_busy': { status: 409, when: 'another process listens at the port' },
  'config.cannot_listen': { status: 409, when: 'the machine does not let us listen at the host and port asked for' },
  'config.no_register': { status: 404, when: 'a command that only looks is given a folder without a register' },
  'config.not_a_story': { status: 409, when: 'a demonstration is asked for in the folder of a real register' },
  'config.no_space': { status: 503, when: 'the disk is full' },
  'config.file_exists': { status: 409, when: 'a file that would be made is there already' },
  'config.file_missing': { status: 404, when: 'a file or folder that a command was given is not there' },
  'config.is_folder': { status: 422, when: 'a command is given a folder where it reads a file' },
  'config.not_permitted': { status: 403, when: 'the user who runs the command may not read or write there' },
  'config.trial_serial': { status: 422, when: 'without an issuing certificate a first serial below 9001 is asked for' },
} as const satisfies RefusalTable;

export const refuseConfig = refuser(configRefusals);
