import { refuser, type RefusalTable } from '../refusal/index.ts';

export const refusals = {
  'backup.no_register': { status: 404, when: 'the data folder holds no register that could be backed up' },
  'backup.none_here': { status: 404, when: 'the folder holds no whole backup; a broken-off one is none' },
  'backup.busy': { status: 409, when: 'another process is making a backup in the same folder' },
  'backup.damaged': { status: 409, when: 'a file of the backup is missing or is not the one that was written' },
  'backup.folder_in_use': { status: 409, when: 'a restore is to go into a folder that holds something already' },
  'backup.instant_not_covered': { status: 422, when: '--to names an instant that no point of the backup reaches' },
  'backup.identity_missing': { status: 422, when: 'the backup is encrypted and no given identity opens it' },
  'backup.recipient_malformed': { status: 422, when: 'a recipient or an identity is not one of age (X25519)' },
  'backup.vault_missing': { status: 409, when: "no copy of the vault is where the backup's copies are said to be" },
  'backup.database_elsewhere': { status: 409, when: 'the backup has no database: another tool keeps it' },
  'backup.recovery_failed': {
    status: 503,
    when: 'PostgreSQL did not come up from the backup; the detail has its words',
  },
  'backup.folder_unknown': { status: 404, when: 'the list is asked for and no backup folder is configured' },
} as const satisfies RefusalTable;

export const refuse = refuser(refusals);
