import { refuser, type RefusalTable } from '../refusal/index.ts';

export const configRefusals = {
  'config.invalid': { status: 422, when: 'a setting of the command line or the environment does not parse' },
  'config.port_busy': { status: 409, when: 'another process listens at the port' },
  'config.trial_serial': { status: 422, when: 'without an issuing certificate a first serial below 9001 is asked for' },
} as const satisfies RefusalTable;

export const refuseConfig = refuser(configRefusals);
