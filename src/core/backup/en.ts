import type { Messages } from '../text/index.ts';

export const en = {
  'backup.no_register': 'There is no register in {folder}. Name its data folder with --data.',
  'backup.none_here':
    'There is no whole backup in {folder}. A backup that broke off does not count; make one with "jatidiri backup create".',
  'backup.busy': 'Another process is making a backup in {folder}. Wait until it has finished.',
  'backup.damaged': 'The backup is damaged: {file} is missing or is not what was written. Use another backup.',
  'backup.folder_in_use':
    'The folder {folder} is not empty. A restore goes into an empty data folder only; choose another with --data.',
  'backup.instant_not_covered':
    'These backups do not reach {instant}. They bring back instants from {from} to {until}.',
  'backup.identity_missing': 'This backup is encrypted. Give the file with its secret key with --identity.',
  'backup.recipient_malformed':
    'This is no key for backups. A recipient begins with age1, an identity with AGE-SECRET-KEY-1.',
  'backup.vault_missing':
    'There is no copy of the keys in {folder}. Without it nothing sealed can be read; name the folder with --vault-dir.',
  'backup.database_elsewhere':
    'This backup has no database, because another tool keeps it. Restore the database with that tool (pgBackRest), then the files from here.',
  'backup.recovery_failed': 'PostgreSQL does not come up from this backup. Use another backup or another instant.',
  'backup.folder_unknown': 'The folder of backups is not configured. Set JATIDIRI_BACKUP.',
} satisfies Messages;
